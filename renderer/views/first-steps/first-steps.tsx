/** The setup: both accounts, the doors of the units, the first plan, one page each. */
import { useState } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { AccountsStep } from './accounts-step.tsx';
import { DoorsStep } from './doors-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { SetupDone } from './setup-done.tsx';
import { currentStep, isOpenable } from './step-model.ts';
import type { StepId } from './step-model.ts';

export function FirstSteps() {
  const { snapshot } = useApp();
  return snapshot.firstStepsDone ? <SetupDone /> : <Steps />;
}

function Steps() {
  const { t, snapshot, announce } = useApp();
  const { connections, names } = snapshot;
  // The names change whenever the doors of a unit are saved.
  const { state: saved, isBusy, reload } = useLoad('mapping.get', null, names);
  // null: the first step that is not done. A step in use stays open when it is done, so that the user can read its result.
  const [chosen, setChosen] = useState<StepId | null>(null);
  // Its door is chosen in the step of the doors.
  const [unit, setUnit] = useState<UnitId | null>(null);
  if (saved.kind === 'error') {
    return (
      <View title={t('shell.first-steps')}>
        <Failure title={t('doors.broken')} text={t('first-steps.start-failed-text')} error={saved.error} onRetry={reload} isBusy={isBusy} />
      </View>
    );
  }
  if (saved.kind === 'loading') {
    return (
      <View title={t('shell.first-steps')}>
        <Loading label={t('common.loading')} rows={3} />
      </View>
    );
  }
  const facts = { connections, hasDoors: saved.value.units.some(({ doors }) => doors.length > 0) };
  const step = chosen !== null && isOpenable(chosen, facts) ? chosen : currentStep(facts);
  const goTo = (id: StepId | null): void => {
    setChosen(id);
    setUnit(null);
    focusAfterDraw(VIEW_TITLE_ID);
  };
  switch (step) {
    case 'accounts':
      return (
        <AccountsStep
          onUse={() => setChosen('accounts')}
          onNext={() => goTo('doors')}
          onImported={() => {
            reload();
            announce(t('first-steps.imported'));
            goTo(null);
          }}
        />
      );
    case 'doors':
      return (
        <DoorsStep
          unitId={unit}
          onBack={() => goTo('accounts')}
          onSaved={() => {
            reload();
            goTo('plan');
          }}
        />
      );
    case 'plan':
      return (
        <PlanStep
          onBack={() => goTo('doors')}
          onUnit={(unitId) => {
            setChosen('doors');
            setUnit(unitId);
          }}
        />
      );
  }
}
