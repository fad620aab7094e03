/** Pauses syncing for a while, and resumes it. One button for both, so that it keeps the focus. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import type { Action } from '../../lib/use-call.ts';
import { Icon } from '../../ui/icon.tsx';
import { pauseText } from './run-text.ts';

const CHOICES = ['hour', 'tomorrow', 'until-resumed'] as const;
type Choice = (typeof CHOICES)[number];

export function PauseMenu({ set }: { readonly set: Action<'pause.set'> }) {
  const app = useApp();
  const { snapshot, t, announce } = app;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isPaused = snapshot.pause.kind !== 'none';

  // A pause may start or end elsewhere: the choices no longer apply then.
  useEffect(() => menu.current?.hidePopover(), [isPaused]);

  const choose = async (choice: Choice | 'none'): Promise<void> => {
    menu.current?.hidePopover();
    opener.current?.focus();
    const pause = await set.run({ choice });
    if (pause !== null) announce(pauseText(app, pause) ?? t('arrivals.resumed'));
  };

  return (
    <div class="pause-menu">
      <button
        ref={opener}
        type="button"
        class="button plain"
        popovertarget={isPaused ? undefined : id}
        aria-busy={set.isBusy ? 'true' : undefined}
        onClick={() => {
          if (isPaused && !set.isBusy) void choose('none');
        }}
      >
        <Icon name={isPaused ? 'play' : 'pause'} />
        <span>{isPaused ? t('arrivals.resume') : t('arrivals.pause')}</span>
        {!isPaused && <Icon name="down" />}
      </button>
      <div id={id} ref={menu} popover="auto" class="pause-choices" role="group" aria-label={t('arrivals.pause')}>
        {CHOICES.map((choice) => (
          <button key={choice} type="button" class="button quiet" onClick={() => void choose(choice)}>
            {t(`arrivals.pause-${choice}`)}
          </button>
        ))}
        <p class="hint">{t('arrivals.pause-hint')}</p>
      </div>
    </div>
  );
}
