/** Chooses which runs to show: by unit, booking, operation and outcome. */
import type { ComponentChildren } from 'preact';
import type { OperationKind, RunOutcome } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { unitName } from '../../lib/names.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { isBookingWrong } from './filters.ts';
import type { FilterDraft } from './filters.ts';

const KINDS = ['create', 'update', 'adopt', 'move', 'delete'] as const satisfies readonly OperationKind[];
const OUTCOMES = ['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const satisfies readonly RunOutcome[];

export interface FilterFieldsProps {
  readonly draft: FilterDraft;
  readonly onChange: (draft: FilterDraft) => void;
  /** How many runs match, and the button that resets the filter. */
  readonly children: ComponentChildren;
}

export function FilterFields({ draft, onChange, children }: FilterFieldsProps) {
  const { snapshot, t, formats } = useApp();
  const units = snapshot.names.units
    .map(({ unitId }) => ({ value: String(unitId), label: unitName(snapshot, t, unitId) }))
    .toSorted((one, other) => formats.compare(one.label, other.label));
  return (
    <div class="history-filters" role="group" aria-label={t('history.filters')}>
      <SelectField
        label={t('history.filter.unit')}
        value={draft.unit}
        choices={[{ value: '', label: t('history.filter.any-unit') }, ...units]}
        onChange={(unit) => onChange({ ...draft, unit })}
      />
      <TextField
        label={t('history.filter.booking')}
        value={draft.booking}
        inputMode="numeric"
        maxLength={30}
        error={isBookingWrong(draft) ? t('history.filter.booking-wrong') : null}
        onInput={(booking) => onChange({ ...draft, booking })}
      />
      <SelectField
        label={t('history.filter.kind')}
        value={draft.kind}
        choices={[
          { value: '', label: t('history.filter.any-kind') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`history.filter.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <SelectField
        label={t('history.filter.outcome')}
        value={draft.outcome}
        choices={[
          { value: '', label: t('history.filter.any-outcome') },
          ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`history.outcome.${outcome}`) })),
        ]}
        onChange={(outcome) => onChange({ ...draft, outcome })}
      />
      <div class="history-found row between">{children}</div>
    </div>
  );
}
