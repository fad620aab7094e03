/** Pauses syncing for a while, and resumes it. */
import { useApp } from '../../lib/app.ts';
import type { Action } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { pauseText } from './run-text.ts';

const CHOICES = ['hour', 'tomorrow', 'until-resumed'] as const;
type Choice = (typeof CHOICES)[number];

export function PauseChoices({ set, onChosen }: { readonly set: Action<'pause.set'>; readonly onChosen: () => void }) {
  const app = useApp();
  const { snapshot, t, announce } = app;
  const choose = async (choice: Choice | 'none'): Promise<void> => {
    onChosen();
    const pause = await set.run({ choice });
    if (pause !== null) announce(pauseText(app, pause) ?? t('sync.resumed'));
  };
  if (snapshot.pause.kind !== 'none') {
    return (
      <Button icon="play" isBusy={set.isBusy} onClick={() => void choose('none')}>
        {t('sync.resume')}
      </Button>
    );
  }
  return (
    <div class="stack" role="group" aria-label={t('sync.pause')}>
      <p class="strong small">{t('sync.pause')}</p>
      {CHOICES.map((choice) => (
        <Button key={choice} kind="quiet" onClick={() => void choose(choice)}>
          {t(`sync.pause-${choice}`)}
        </Button>
      ))}
      <p class="hint">{t('sync.pause-hint')}</p>
    </div>
  );
}
