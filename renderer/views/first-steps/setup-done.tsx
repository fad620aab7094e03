/** The end of the setup: start at login, how often to sync, and the way to the arrivals. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { StartAtLogin } from '../settings/app-sections.tsx';
import { cronOf, presetChoices, presetOf } from '../settings/schedule-presets.ts';
import { useSaver } from '../settings/use-saver.ts';

const CARD_ID = 'setup-done';

/** `isFresh`: the user has just completed the setup, and its button is gone. */
export function SetupDone({ isFresh }: { readonly isFresh: boolean }) {
  const { t, go } = useApp();
  useEffect(() => {
    if (isFresh) document.getElementById(CARD_ID)?.focus();
  }, [isFresh]);
  return (
    <Card
      id={CARD_ID}
      title={t('first-steps.at-work')}
      tone="good"
      icon="check"
      actions={
        <Button kind="primary" onClick={() => go({ view: 'today', bookingId: null })}>
          {t('first-steps.arrivals')}
        </Button>
      }
    >
      {isFresh && <p>{t('first-steps.at-work-text')}</p>}
      <Preferences />
    </Card>
  );
}

function Preferences() {
  const { t, snapshot } = useApp();
  const { app, schedule } = snapshot.settings;
  const computer = useSaver('app', 'computer');
  const sync = useSaver('schedule', 'schedule');
  const preset = presetOf(schedule.cron);
  return (
    <>
      <StartAtLogin isOn={app.startAtLogin} onChange={(startAtLogin) => void computer.save({ startAtLogin })} />
      <SelectField
        label={t('settings.preset')}
        hint={t('settings.schedule-text')}
        value={preset}
        choices={presetChoices(t).filter(({ value }) => value !== 'own' || preset === 'own')}
        onChange={(id) => {
          if (id !== 'own') void sync.save({ cron: cronOf(id) });
        }}
      />
      <Failure
        title={t('settings.not-saved', { section: t('settings.computer') })}
        text={t('settings.not-saved-text')}
        error={computer.error}
      />
      <Failure
        title={t('settings.not-saved', { section: t('settings.schedule') })}
        text={t('settings.not-saved-text')}
        error={sync.error}
      />
    </>
  );
}
