/** The end of the first steps: start at login, how often, and on to the arrivals. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { StartAtLogin } from '../settings/app-sections.tsx';
import { cronOf, presetOf } from '../settings/schedule-presets.ts';
import { presetChoices } from '../settings/schedule-section.tsx';
import { useSaver } from '../settings/use-saver.ts';
import { useSettings } from '../settings/use-settings.ts';
import type { SettingsAccess } from '../settings/use-settings.ts';

const CARD_ID = 'at-work';

/** `isFresh`: the user has just pressed Apply, and the button is gone. */
export function AtWork({ isFresh }: { readonly isFresh: boolean }) {
  const { t, go } = useApp();
  const settings = useSettings();
  const { state } = settings;
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
      {state.kind === 'loading' && <Loading label={t('common.loading')} rows={2} />}
      {state.kind === 'error' && (
        <Failure title={t('settings.load-failed')} error={state.error} onRetry={settings.reload} text={t('settings.load-failed-text')} />
      )}
      {state.kind === 'loaded' && <Habits values={state.value} save={settings.save} />}
    </Card>
  );
}

type Values = Extract<SettingsAccess['state'], { kind: 'loaded' }>['value'];
function Habits({ values, save }: { readonly values: Values; readonly save: SettingsAccess['save'] }) {
  const { t } = useApp();
  const computer = useSaver('app', save, t('settings.computer'));
  const schedule = useSaver('schedule', save, t('settings.schedule'));
  const preset = presetOf(values.schedule.cron);
  return (
    <>
      <StartAtLogin isOn={values.app.startAtLogin} onChange={(startAtLogin) => void computer.run({ startAtLogin })} />
      <SelectField
        label={t('settings.preset')}
        hint={t('settings.schedule-text')}
        value={preset}
        choices={presetChoices(t).filter(({ value }) => value !== 'own' || preset === 'own')}
        onChange={(id) => {
          if (id !== 'own') void schedule.run({ cron: cronOf(id) });
        }}
      />
      {[computer, schedule].map(({ error }, index) => {
        if (error === null) return null;
        const section = t(index === 0 ? 'settings.computer' : 'settings.schedule');
        return <Failure key={section} title={t('settings.not-saved', { section })} error={error} text={t('settings.not-saved-text')} />;
      })}
    </>
  );
}
