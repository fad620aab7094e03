/** The end of the first steps: start at login, how often, and on to the arrivals. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { StartAtLogin } from '../settings/app-sections.tsx';
import { cronOf, presetOf } from '../settings/schedule-presets.ts';
import { presetChoices } from '../settings/schedule-section.tsx';
import { useSaver } from '../settings/use-saver.ts';

const CARD_ID = 'at-work';

/** `isFresh`: the user has just pressed Apply, and the button is gone. */
export function AtWork({ isFresh }: { readonly isFresh: boolean }) {
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
        <Button kind="primary" onClick={() => go({ view: 'arrivals', bookingId: null })}>
          {t('first-steps.arrivals')}
        </Button>
      }
    >
      {isFresh && <p>{t('first-steps.at-work-text')}</p>}
      <Habits />
    </Card>
  );
}

function Habits() {
  const { t, snapshot } = useApp();
  const { app, schedule } = snapshot.settings;
  const appSaver = useSaver('app', t('settings.computer'));
  const scheduleSaver = useSaver('schedule', t('settings.schedule'));
  const preset = presetOf(schedule.cron);
  return (
    <>
      <StartAtLogin isOn={app.startAtLogin} onChange={(startAtLogin) => void appSaver.run({ startAtLogin })} />
      <SelectField
        label={t('settings.preset')}
        hint={t('settings.schedule-text')}
        value={preset}
        choices={presetChoices(t).filter(({ value }) => value !== 'own' || preset === 'own')}
        onChange={(id) => {
          if (id !== 'own') void scheduleSaver.run({ cron: cronOf(id) });
        }}
      />
      {[appSaver, scheduleSaver].map(({ error }, index) => {
        if (error === null) return null;
        const section = t(index === 0 ? 'settings.computer' : 'settings.schedule');
        return <Failure key={section} title={t('settings.not-saved', { section })} error={error} text={t('settings.not-saved-text')} />;
      })}
    </>
  );
}
