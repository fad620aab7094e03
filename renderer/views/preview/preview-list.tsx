/** The lines of a plan under their headings. Long plans stand in a list of their own that scrolls. */
import { useMemo } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationKind, OperationReport } from '../../../shared/domain/run.ts';
import type { App } from '../../lib/app.ts';
import { unitName } from '../../lib/names.ts';
import { operationChanges, operationReason, operationTitle } from '../../lib/operation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { isHeld, previewRows } from './preview-rows.ts';
import type { PlanPreviewAnswer, PreviewBooking, PreviewRow } from './preview-rows.ts';
import { groupTitle } from './preview-words.ts';

/** Up to here the page itself scrolls. */
const MAX_ON_THE_PAGE = 40;
const ROW_HEIGHT_PX = 96;
const ICONS: Readonly<Record<OperationKind, IconName>> = { create: 'plus', update: 'sync', adopt: 'link', move: 'right', delete: 'trash' };

export interface PreviewListProps {
  readonly app: App;
  readonly preview: PlanPreviewAnswer;
  readonly onUnit?: (unitId: UnitId) => void;
}

export function PreviewList({ app, preview, onUnit }: PreviewListProps) {
  const { snapshot, t, formats } = app;
  const rows = useMemo(
    () =>
      previewRows(
        preview,
        (unitId) => unitName(snapshot, t, unitId),
        (one, other) => formats.compare(one, other),
      ),
    [preview, snapshot.names, t, formats],
  );
  const draw = (row: PreviewRow) => <Row app={app} row={row} {...(onUnit === undefined ? {} : { onUnit })} />;
  if (rows.length > MAX_ON_THE_PAGE) {
    return (
      <div class="preview-long">
        <VirtualList
          label={t('preview.list')}
          items={rows}
          keyOf={({ key }) => key}
          isHeading={({ kind }) => kind === 'heading'}
          estimatedHeightPx={ROW_HEIGHT_PX}
          row={draw}
        />
      </div>
    );
  }
  return (
    <ul class="plain-list preview-short" role="list" aria-label={t('preview.list')}>
      {rows.map((row) => (
        <li key={row.key}>{draw(row)}</li>
      ))}
    </ul>
  );
}

function Row({ app, row, onUnit }: { readonly app: App; readonly row: PreviewRow; readonly onUnit?: (unitId: UnitId) => void }) {
  switch (row.kind) {
    case 'heading':
      return (
        <h3 class={`preview-group ${row.group.kind}`}>
          {groupTitle(app, row.group)} <span class="quiet-text">{app.t('preview.group-count', { count: row.count })}</span>
        </h3>
      );
    case 'operation':
      return <OperationRow app={app} operation={row.operation} booking={row.booking} />;
    case 'problem':
      return <ProblemRow app={app} problem={row.problem} {...(onUnit === undefined ? {} : { onUnit })} />;
  }
}

interface OperationRowProps {
  readonly app: App;
  readonly operation: OperationReport;
  readonly booking: PreviewBooking | null;
}
function OperationRow({ app, operation, booking }: OperationRowProps) {
  const { t } = app;
  const changes = operationChanges(app, operation).filter(({ key }) => operation.kind !== 'create' || key !== 'name');
  return (
    <article class={`preview-row ${operation.kind}`}>
      <Icon name={ICONS[operation.kind]} />
      <div>
        <p class="preview-title">
          {operationTitle(app, operation)} {isHeld(operation) && <Badge tone="warning" icon="hand" text={t('preview.held')} />}
        </p>
        <p>{booking === null ? t('preview.booking-unknown', { id: String(operation.bookingId) }) : bookingWords(app, booking)}</p>
        <p class="quiet-text">{operationReason(app, operation)}</p>
        {changes.length > 0 && (
          <dl class="preview-changes">
            {changes.map(({ key, field, from, to }) => (
              <div key={key}>
                <dt>{field}</dt>
                <dd>
                  {from !== null && (
                    <>
                      <span class="visually-hidden">{t('preview.from')} </span>
                      <del>{from}</del>
                      <Icon name="right" />
                      <span class="visually-hidden"> {t('preview.to')} </span>
                    </>
                  )}
                  <ins>{to}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </article>
  );
}

function bookingWords({ t, formats }: App, { guestName, unitName: unit, arrival, departure }: PreviewBooking): string {
  const guest = guestName.trim() === '' ? t('common.no-name') : guestName.trim();
  return [guest, formats.days(arrival, departure), unit.trim()].filter((part) => part !== '').join(' · ');
}

function ProblemRow({
  app,
  problem,
  onUnit,
}: {
  readonly app: App;
  readonly problem: Problem;
  readonly onUnit?: (unitId: UnitId) => void;
}) {
  const { unitId } = problem;
  return (
    <article class="preview-row problem">
      <Icon name="alert" />
      <div>
        <p>{problem.message}</p>
        {unitId !== undefined && onUnit !== undefined && problem.kind === 'unmapped-unit' && (
          <Button kind="quiet" icon="right" onClick={() => onUnit(unitId)}>
            {app.t('preview.show-unit', { unit: unitName(app.snapshot, app.t, unitId) })}
          </Button>
        )}
      </div>
    </article>
  );
}
