/** One step in the list: its heading with its state, which opens it, and what it holds while it is open. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../lib/text-context.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Step, StepId, StepState } from './step-model.ts';

const TONES: Readonly<Record<StepState, Tone>> = { done: 'good', now: 'waiting', later: 'neutral', trouble: 'urgent' };

/** The button that opens a step, and gets the focus when the user goes on to it. */
export function stepButtonId(id: StepId): string {
  return `step-${id}`;
}

export interface StepItemProps {
  readonly step: Step;
  /** 1 for the first. */
  readonly number: number;
  readonly isOpen: boolean;
  /** Opened by hand, or worked in. */
  readonly onUse: () => void;
  readonly children: ComponentChildren;
}
export function StepItem({ step, number, isOpen, onUse, children }: StepItemProps) {
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
