/** A row for each unit with how many codes change, and behind it every change. Units that lose a code are open from the start. */
import { useMemo } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { guestName, guestOf, unitName } from '../../lib/names.ts';
import { operationChanges, operationReason, operationTitle, personText } from '../../lib/operation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon, IconText } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { OperationChanges } from '../preview/operation-changes.tsx';
import { isHeld } from '../preview/preview-rows.ts';
import type { PlanPreviewAnswer } from '../preview/preview-rows.ts';
import { planUnits, sumParts } from './plan-model.ts';
import type { PlanLine, PlanUnit } from './plan-model.ts';

const ICONS: Readonly<Record<PlanLine['operation']['kind'], IconName>> = {
  create: 'plus',
  update: 'edit',
  adopt: 'link',
  move: 'right',
  delete: 'trash',
};

export function PlanTable({ preview }: { readonly preview: PlanPreviewAnswer }) {
  const { t, snapshot, formats } = useApp();
  const { names } = snapshot;
  const units = useMemo(
    () => planUnits(preview, (unitId) => unitName({ names }, t, unitId), formats.compare),
    [preview, names, t, formats],
  );
  return (
    <>
      {units.length > 0 && (
        <ul class="plain-list panel plan-units" role="list" aria-label={t('first-steps.plan-by-unit')}>
          {units.map((unit) => (
            <Unit key={unit.unitId ?? 'none'} unit={unit} />
          ))}
        </ul>
      )}
      {preview.problems.length > 0 && (
        <section class="stack" aria-labelledby="plan-problems">
          <h2 id="plan-problems">{t('first-steps.not-planned')}</h2>
          <ul class="plain-list panel plan-problems" role="list">
            {preview.problems.map((problem, index) => (
              <li key={`${problem.kind} ${String(index)}`}>
                <IconText class="tone-warning-icon" icon="alert" text={problem.message} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Unit({ unit }: { readonly unit: PlanUnit }) {
  const { t, snapshot } = useApp();
  const { unitId, summary, lines } = unit;
  const removes = summary.removed + summary.waiting > 0;
  return (
    <li>
      <details open={removes}>
        <summary class="plan-unit">
          <Icon name="right" />
          <h2 class="strong">{unitId === null ? t('preview.group-no-unit') : unitName(snapshot, t, unitId)}</h2>
          <span class="plan-sums">
            {sumParts(t, summary).map(({ part, text }) => (
              <span key={part} class={part === 'removed' || part === 'waiting' ? 'tone-urgent' : 'quiet-text'}>
                {text}
              </span>
            ))}
          </span>
        </summary>
        <ul class="plain-list plan-lines" role="list">
          {lines.map((line) => (
            <li key={line.operation.key} class={`plan-line ${line.operation.kind}`}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      </details>
    </li>
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
          {isHeld(operation) && <Badge tone="warning" icon="hand" text={t('preview.held')} />}
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
