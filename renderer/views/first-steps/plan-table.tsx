/** What is removed, name by name; who gets no code; and a row for each unit with how many codes come or change, and behind it each of them. */
import { useId, useMemo } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { guestName, guestOf, unitName } from '../../lib/names.ts';
import { operationChanges, operationReason, operationTitle, personText } from '../../lib/operation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { OperationChanges } from '../preview/operation-changes.tsx';
import { changeTexts, isHeld } from '../preview/preview-rows.ts';
import type { PlanPreviewAnswer } from '../preview/preview-rows.ts';
import { firstPlan } from './plan-model.ts';
import type { PlanLine, PlanUnit } from './plan-model.ts';

const ICONS: Readonly<Record<PlanLine['operation']['kind'], IconName>> = {
  create: 'plus',
  update: 'edit',
  adopt: 'link',
  move: 'right',
  delete: 'trash',
};

interface PlanTableProps {
  readonly preview: PlanPreviewAnswer;
  readonly onUnit: (unitId: UnitId) => void;
}
export function PlanTable({ preview, onUnit }: PlanTableProps) {
  const { t, snapshot, formats } = useApp();
  const { names } = snapshot;
  const { removed, waiting, units } = useMemo(
    () => firstPlan(preview, (unitId) => unitName({ names }, t, unitId), formats.compare),
    [preview, names, t, formats],
  );
  return (
    <>
      <Removals title={t('preview.group-removed')} lines={removed} />
      <Removals title={t('preview.group-waiting')} text={t('preview.waiting-text')} lines={waiting} />
      <NotPlanned problems={preview.problems} onUnit={onUnit} />
      {units.length > 0 && (
        <ul class="plain-list panel plan-units" role="list" aria-label={t('first-steps.plan-by-unit')}>
          {units.map((unit) => (
            <Unit key={unit.unitId ?? 'none'} unit={unit} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Never folded: whose code goes is read before the start. */
function Removals({ title, text, lines }: { readonly title: string; readonly text?: string; readonly lines: readonly PlanLine[] }) {
  const { t } = useApp();
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section class="panel plan-part" aria-labelledby={id}>
      <h2 id={id} class="tone-urgent">
        {title} <span class="quiet-text">{t('preview.group-count', { count: lines.length })}</span>
      </h2>
      {text !== undefined && <p class="quiet-text small">{text}</p>}
      <Lines lines={lines} />
    </section>
  );
}

function NotPlanned({ problems, onUnit }: { readonly problems: PlanPreviewAnswer['problems']; readonly onUnit: (unitId: UnitId) => void }) {
  const { t } = useApp();
  const id = useId();
  if (problems.length === 0) return null;
  return (
    <section class="panel plan-part" aria-labelledby={id}>
      <h2 id={id}>
        {t('first-steps.not-planned')} <span class="quiet-text">{t('preview.group-count', { count: problems.length })}</span>
      </h2>
      <ul class="plain-list" role="list">
        {problems.map(({ kind, unitId, message }, index) => (
          <li key={`${kind} ${String(index)}`} class="plan-line problem">
            <Icon name="alert" />
            <p id={`${id}-${String(index)}`}>{message}</p>
            {kind === 'unmapped-unit' && unitId !== undefined && (
              <Button kind="quiet" describedBy={`${id}-${String(index)}`} onClick={() => onUnit(unitId)}>
                {t('doors.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unit({ unit: { unitId, summary, lines } }: { readonly unit: PlanUnit }) {
  const { t, snapshot } = useApp();
  return (
    <li>
      <details open={summary.waiting > 0}>
        <summary class="plan-unit">
          <Icon name="right" />
          <h2 class="strong">{unitId === null ? t('preview.group-no-unit') : unitName(snapshot, t, unitId)}</h2>
          <span class={summary.waiting > 0 ? 'plan-sums tone-warning' : 'plan-sums quiet-text'}>
            {changeTexts(t, summary).map((text) => (
              <span key={text}>{text}</span>
            ))}
          </span>
        </summary>
        <Lines lines={lines} />
      </details>
    </li>
  );
}

function Lines({ lines }: { readonly lines: readonly PlanLine[] }) {
  return (
    <ul class="plain-list plan-lines" role="list">
      {lines.map((line) => (
        <li key={line.operation.key} class={`plan-line ${line.operation.kind}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

/** A new code is named after its guest, of a code that goes nothing is left to compare, and the tag of a booking says nothing to the user. */
function isTold(kind: PlanLine['operation']['kind'], key: string): boolean {
  return kind !== 'delete' && key !== 'description' && (key !== 'name' || kind !== 'create');
}

function Line({ line: { operation, booking } }: { readonly line: PlanLine }) {
  const app = useApp();
  const { t, snapshot, formats } = app;
  const changes = operationChanges(app, operation).filter(({ key }) => isTold(operation.kind, key));
  const guest = booking === null ? guestOf(snapshot, operation) : booking.guestName;
  const who = operation.bookingId === null ? personText(app, operation) : guestName(t, guest ?? '');
  return (
    <>
      <Icon name={ICONS[operation.kind]} />
      <div>
        <p>
          <span class="strong">{who}</span>
          {booking !== null && <span class="quiet-text"> {formats.days(booking.arrival, booking.departure)}</span>}{' '}
          {operation.kind !== 'delete' && isHeld(operation) && <Badge tone="warning" icon="hand" text={t('preview.held')} />}
        </p>
        {operation.kind !== 'create' && <p class="quiet-text small">{operationReason(app, operation)}</p>}
      </div>
      <div class="small">
        <p>{operationTitle(app, operation)}</p>
        <OperationChanges changes={changes} />
      </div>
    </>
  );
}
