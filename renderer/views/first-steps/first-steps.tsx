/** The first steps: connect, map, look at the first plan, apply; one step open at a time, and any that is done can be opened again. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { Account } from '../accounts/account.tsx';
import { MappingEditor } from '../mapping/mapping-editor.tsx';
import { OtherWays } from './other-ways.tsx';
import { PlanStep } from './plan-step.tsx';
import { SetupDone } from './setup-done.tsx';
import { StepItem, stepButtonId } from './step-item.tsx';
import { currentStep, stepAfter, stepsOf } from './step-model.ts';
import type { Step, StepId } from './step-model.ts';

export function FirstSteps() {
  const { t, snapshot } = useApp();
  const [isFresh, setFresh] = useState(false);
  if (snapshot.firstStepsDone || isFresh) {
    return (
      <View title={t('shell.first-steps')}>
        <SetupDone isFresh={isFresh} />
      </View>
    );
  }
  return <Steps onApplied={() => setFresh(true)} />;
}

function Steps({ onApplied }: { readonly onApplied: () => void }) {
  const { t, snapshot, announce } = useApp();
  const { connections, names } = snapshot;
  // Names change with the mapping, wherever that was changed.
  const mapping = useLoad('mapping.get', null, names);
  const hasDoors = mapping.state.kind === 'loaded' && mapping.state.value.units.some(({ doors }) => doors.length > 0);
  const steps = stepsOf({ connections, hasDoors });
  // null: the first that is left to do. Whoever works in a step keeps it open when it is done, so that its answer can be read.
  const [chosen, setChosen] = useState<StepId | null>(null);
  const open = chosen ?? currentStep(steps);
  const goOn = (id: StepId): void => {
    setChosen(id);
    requestAnimationFrame(() => document.getElementById(stepButtonId(id))?.focus());
  };
  const content = (id: StepId) => {
    const next = <NextStep steps={steps} after={id} onNext={goOn} />;
    switch (id) {
      case 'smoobu':
      case 'the-keys':
        return <Account key={id} cloud={id} canRemove={false} next={next} />;
      case 'doors':
        if (mapping.state.kind !== 'loaded') return <Loading label={t('common.loading')} rows={3} />;
        return (
          <>
            <MappingEditor isCompact onSaved={mapping.reload} />
            {hasDoors && next}
          </>
        );
      case 'plan':
        return <PlanStep onApplied={onApplied} />;
    }
  };
  return (
    <View title={t('shell.first-steps')} lead={t('first-steps.lead')}>
      <OtherWays
        onImported={() => {
          mapping.reload();
          announce(t('first-steps.imported'));
          setChosen(null);
          document.getElementById(VIEW_TITLE_ID)?.focus();
        }}
      />
      {mapping.state.kind === 'error' && (
        <Failure
          title={t('first-steps.mapping-failed')}
          error={mapping.state.error}
          onRetry={mapping.reload}
          isBusy={mapping.isBusy}
          text={t('first-steps.mapping-failed-text')}
        />
      )}
      <ol class="plain-list stack" aria-label={t('first-steps.steps')}>
        {steps.map((step, index) => (
          <StepItem key={step.id} step={step} number={index + 1} isOpen={step.id === open} onUse={() => setChosen(step.id)}>
            {step.id === open && content(step.id)}
          </StepItem>
        ))}
      </ol>
    </View>
  );
}

interface NextStepProps {
  readonly steps: readonly Step[];
  readonly after: StepId;
  readonly onNext: (id: StepId) => void;
}
function NextStep({ steps, after, onNext }: NextStepProps) {
  const { t } = useApp();
  const next = stepAfter(steps, after);
  return (
    <div class="row">
      <Button kind="primary" icon="right" onClick={() => onNext(next)}>
        {t('first-steps.next', { step: t(`first-steps.${next}`) })}
      </Button>
    </div>
  );
}
