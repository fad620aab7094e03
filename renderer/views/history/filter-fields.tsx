/** Chooses which runs to show: whom or what they are about, what was done, who asked for it, and how it ended. */
import { RUN_ASKERS } from '../../../shared/domain/run-askers.ts';
import type { OperationKind, RunOutcome } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { SelectField } from '../../ui/field.tsx';
import { PageSearch } from '../../ui/page-search.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { FilterDraft } from './filters.ts';

const KINDS = ['create', 'update', 'adopt', 'move', 'delete'] as const satisfies readonly OperationKind[];
const OUTCOMES = ['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const satisfies readonly RunOutcome[];

export interface FilterFieldsProps {
  readonly draft: FilterDraft;
  readonly onChange: (draft: FilterDraft) => void;
}

export function FilterFields({ draft, onChange }: FilterFieldsProps) {
  const { t } = useApp();
  return (
    <div class="history-filters" role="group" aria-label={t('history.filters')}>
      <PageSearch label={t('history.search')} value={draft.text} onInput={(text) => onChange({ ...draft, text })} />
      <SelectField
        label={t('history.filter.kind')}
        isLabelHidden
        value={draft.kind}
        choices={[
          { value: '', label: t('history.filter.any-kind') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`history.filter.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <SelectField
        label={t('history.filter.by')}
        isLabelHidden
        value={draft.by}
        choices={[
          { value: '', label: t('history.filter.any-by') },
          ...RUN_ASKERS.map((by) => ({ value: by, label: t(`history.by.${by}`) })),
        ]}
        onChange={(by) => onChange({ ...draft, by })}
      />
      <SelectField
        label={t('history.filter.outcome')}
        isLabelHidden
        value={draft.outcome}
        choices={[
          { value: '', label: t('history.filter.any-outcome') },
          ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`history.outcome.${outcome}`) })),
        ]}
        onChange={(outcome) => onChange({ ...draft, outcome })}
      />
      <Segmented
        label={t('history.shown')}
        value={draft.isAll ? 'all' : 'changes'}
        choices={[
          { value: 'changes', label: t('history.shown-changes') },
          { value: 'all', label: t('history.shown-all') },
        ]}
        onChange={(shown) => onChange({ ...draft, isAll: shown === 'all' })}
      />
    </div>
  );
}
