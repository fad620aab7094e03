/** The lines of a plan under their headings. A long plan scrolls in a list of its own. */
import { useId, useMemo } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { ShownProblem } from '../../../shared/domain/problem.ts';
import type { OperationKind, OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { guestName, guestOf, unitName } from '../../lib/names.ts';
import { operationChanges, operationReason, operationTitle, personText } from '../../lib/operation-text.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { OperationChanges } from './operation-changes.tsx';
import { groupTitle, isHeld, previewRows } from './preview-rows.ts';
import type { PlanPreviewAnswer, PreviewBooking, PreviewRow } from './preview-rows.ts';

/** Up to here the page itself scrolls. */
const MAX_ON_THE_PAGE = 40;
const ROW_HEIGHT_PX = 96;
const ICONS: Readonly<Record<OperationKind, IconName>> = { create: 'plus', update: 'edit', adopt: 'link', move: 'right', delete: 'trash' };

type OnUnit = ((unitId: UnitId) => void) | undefined;

export function PreviewList({ preview, onUnit }: { readonly preview: PlanPreviewAnswer; readonly onUnit: OnUnit }) {
  const { snapshot, t, formats } = useApp();
  const { names } = snapshot;
  const rows = useMemo(
    () => previewRows(preview, (unitId) => unitName({ names }, t, unitId), formats.compare),
    [preview, names, t, formats],
  );
  const row = (item: PreviewRow) => <Row row={item} onUnit={onUnit} />;
  if (rows.length > MAX_ON_THE_PAGE) {
    return (
      <div class="preview-long">
        <VirtualList label={t('preview.list')} items={rows} isHeading={isHeading} estimatedHeightPx={ROW_HEIGHT_PX} row={row} />
      </div>
    );
  }
  return (
    <ul class="plain-list" role="list" aria-label={t('preview.list')}>
      {rows.map((item) => (
        <li key={item.key}>{row(item)}</li>
      ))}
    </ul>
  );
}

function isHeading({ kind }: PreviewRow): boolean {
  return kind === 'heading';
}

function Row({ row, onUnit }: { readonly row: PreviewRow; readonly onUnit: OnUnit }) {
  const app = useApp();
  switch (row.kind) {
    case 'heading':
      return (
        <div class="preview-group">
          <h3 class={row.group.kind === 'removed' || row.group.kind === 'waiting' ? 'tone-urgent' : undefined}>
            {groupTitle(app, row.group)} <span class="quiet-text">{app.t('preview.group-count', { count: row.count })}</span>
          </h3>
          {row.group.kind === 'waiting' && <p class="quiet-text small">{app.t('preview.waiting-text')}</p>}
        </div>
      );
    case 'operation':
      return <OperationRow operation={row.operation} booking={row.booking} />;
    case 'problem':
      return <ProblemRow problem={row.problem} onUnit={onUnit} />;
  }
}

function subjectOf(app: TextContext, operation: OperationReport): string {
  const { bookingId } = operation;
  if (bookingId === null) return personText(app, operation);
  return guestOf(app.snapshot, operation) ?? app.t('preview.booking-unknown', { id: String(bookingId) });
}

interface OperationRowProps {
  readonly operation: OperationReport;
  readonly booking: PreviewBooking | null;
}
function OperationRow({ operation, booking }: OperationRowProps) {
  const app = useApp();
  const { t } = app;
  // The line is about whom it is already.
  const changes = operationChanges(app, operation).filter(({ key }) => key !== 'name' || operation.kind === 'update');
  return (
    <article class={`preview-row ${operation.kind}`}>
      <Icon name={ICONS[operation.kind]} />
      <div>
        <p class="strong">
          {operationTitle(app, operation)}{' '}
          {operation.kind !== 'delete' && isHeld(operation) && <Badge tone="warning" icon="hand" text={t('preview.held')} />}
        </p>
        <p>{booking === null ? subjectOf(app, operation) : bookingText(app, booking)}</p>
        <p class="quiet-text">{operationReason(app, operation)}</p>
        <OperationChanges changes={changes} />
      </div>
    </article>
  );
}

function bookingText({ t, formats }: TextContext, { guestName: guest, unitName: unit, arrival, departure }: PreviewBooking): string {
  return [guestName(t, guest), formats.days(arrival, departure), unit.trim()].filter((part) => part !== '').join(' · ');
}

function ProblemRow({ problem, onUnit }: { readonly problem: ShownProblem; readonly onUnit: OnUnit }) {
  const { t } = useApp();
  const id = useId();
  const { unitId } = problem;
  return (
    <article class="preview-row problem">
      <Icon name="alert" />
      <div>
        <p id={id}>{problem.message}</p>
        {unitId !== undefined && onUnit !== undefined && problem.kind === 'unmapped-unit' && (
          <Button kind="quiet" describedBy={id} onClick={() => onUnit(unitId)}>
            {t('doors.choose')}
          </Button>
        )}
      </div>
    </article>
  );
}
