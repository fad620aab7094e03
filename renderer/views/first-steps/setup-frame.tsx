/** The frame of a step of the setup: its title, where it is among the steps, and the bar that leads on. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../../lib/app.ts';
import { View } from '../../ui/view.tsx';
import { STEP_IDS } from './step-model.ts';
import type { StepId } from './step-model.ts';

export interface SetupFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly step: StepId;
  /** What the bar says, in a line. */
  readonly note: ComponentChildren;
  /** Buttons of the bar, the one that leads on last. */
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}
export function SetupFrame({ title, lead, step, note, actions, children }: SetupFrameProps) {
  return (
    <>
      <View title={title} lead={lead} actions={<StepNames current={step} />}>
        {children}
      </View>
      <div class="setup-bar">
        <div class="grow">{note}</div>
        <div class="row">{actions}</div>
      </div>
    </>
  );
}

function StepNames({ current }: { readonly current: StepId }) {
  const { t } = useApp();
  return (
    <ol class="plain-list setup-steps" aria-label={t('first-steps.steps')}>
      {STEP_IDS.map((id) => (
        <li key={id} aria-current={id === current ? 'step' : undefined}>
          {t(`first-steps.${id}`)}
        </li>
      ))}
    </ol>
  );
}
