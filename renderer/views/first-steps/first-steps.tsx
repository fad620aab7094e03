/** The setup in steps: connect both accounts, choose the doors, approve the first plan. One step is open at a time. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import type { Tone } from '../../lib/text-context.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { Account } from '../accounts/account.tsx';
import { MappingEditor } from '../doors/mapping-editor.tsx';
import { OtherWays } from './other-ways.tsx';
import { PlanStep } from './plan-step.tsx';
import { SetupDone } from './setup-done.tsx';
import { currentStep, stepAfter, stepsOf } from './step-model.ts';
import type { Step, StepId, StepState } from './step-model.ts';

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
  // The names change whenever the mapping changes.
  const mapping = useLoad('mapping.get', null, names);
  const hasDoors = mapping.state.kind === 'loaded' && mapping.state.value.units.some(({ doors }) => doors.length > 0);
  const steps = stepsOf({ connections, hasDoors });
  // null: the first step that is not done. A step in use stays open when it is done, so that the user can read its result.
  const [chosen, setChosen] = useState<StepId | null>(null);
  const open = chosen ?? currentStep(steps);
  const goOn = (id: StepId): void => {
    setChosen(id);
    focusAfterDraw(stepButtonId(id));
  };
  const content = (id: StepId) => {
    const nextId = stepAfter(steps, id);
    const next = (
      <div class="row">
        <Button kind="primary" icon="right" onClick={() => goOn(nextId)}>
          {t('first-steps.next', { step: t(`first-steps.${nextId}`) })}
        </Button>
      </div>
    );
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

const TONES: Readonly<Record<StepState, Tone>> = { done: 'good', now: 'waiting', later: 'neutral', trouble: 'urgent' };

/** The button that opens a step. It gets the focus when the user goes on to the step. */
function stepButtonId(id: StepId): string {
  return `step-${id}`;
}

interface StepItemProps {
  readonly step: Step;
  /** 1 for the first. */
  readonly number: number;
  readonly isOpen: boolean;
  /** The user opens the step, or works in it. */
  readonly onUse: () => void;
  readonly children: ComponentChildren;
}
function StepItem({ step, number, isOpen, onUse, children }: StepItemProps) {
  const { t, formats } = useApp();
  const { id, state, isOpenable } = step;
  const whyId = useId();
  const contentId = useId();
  return (
    <li class={`step panel ${state}`} aria-current={isOpen ? 'step' : undefined}>
      <h2>
        <button
          type="button"
          id={stepButtonId(id)}
          class="step-head row item"
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          aria-disabled={isOpenable ? undefined : 'true'}
          aria-describedby={isOpenable ? undefined : whyId}
          onClick={() => {
            if (isOpenable) onUse();
          }}
        >
          <span class="step-number" aria-hidden="true">
            {formats.number(number)}
          </span>
          <span class="step-title">{t(`first-steps.${id}`)}</span>
          <Badge tone={TONES[state]} text={t(`first-steps.${state}`)} />
          <Icon name={isOpen ? 'down' : 'right'} />
        </button>
      </h2>
      {!isOpenable && (
        <p class="hint step-why" id={whyId}>
          {t(id === 'plan' ? 'first-steps.waits-plan' : 'first-steps.waits-doors')}
        </p>
      )}
      {isOpen && isOpenable && (
        <div class="step-content stack medium" id={contentId} onFocusIn={onUse}>
          <p class="quiet-text">{t(`first-steps.${id}-text`)}</p>
          {children}
        </div>
      )}
    </li>
  );
}
