/** How often runs come: by name, or as a cron expression with its next times while it is typed. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { NextTimes, useNextTimes } from './next-times.tsx';
import { cronOf, presetOf, PRESETS } from './schedule-presets.ts';
import type { PresetId } from './schedule-presets.ts';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';

export function ScheduleSection() {
  const { t, formats, nowMs, snapshot } = useApp();
  const { schedule } = snapshot.settings;
  const saver = useSaver('schedule', t('settings.schedule'));
  /** The expression being typed; null: none, what is in force is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const cron = typed ?? schedule.cron;
  const times = useNextTimes(cron);
  const isWrong = times?.valid === false;
  const isOwn = typed !== null || presetOf(schedule.cron) === 'own';
  const choose = (id: PresetId | 'own'): void => {
    if (id === 'own') {
      setTyped(schedule.cron);
      return;
    }
    setTyped(null);
    void saver.run({ cron: cronOf(id) });
  };
  return (
    <Section id="schedule" text={t('settings.schedule-text')} error={saver.error?.detail === 'bad-schedule' ? null : saver.error}>
      <SelectField
        label={t('settings.preset')}
        value={isOwn ? 'own' : presetOf(schedule.cron)}
        choices={presetChoices(t)}
        onChange={choose}
      />
      {isOwn && (
        <form
          class="setting-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWrong && !saver.isBusy) void saver.run({ cron: cron.trim() }).then((isSaved) => isSaved && setTyped(null));
          }}
        >
          <TextField
            label={t('settings.cron')}
            hint={t('settings.cron-hint')}
            value={cron}
            maxLength={120}
            error={isWrong ? t('settings.cron-wrong') : saver.error?.detail === 'bad-schedule' ? saver.error.message : null}
            onInput={setTyped}
          />
          <div class="row">
            <Button kind="primary" type="submit" isBusy={saver.isBusy} isDisabled={isWrong}>
              {t('common.save')}
            </Button>
          </div>
        </form>
      )}
      <NextTimes times={times} />
      <p class="hint">{t('settings.spread')}</p>
      {snapshot.nextRunAtMs !== null && typed === null && (
        <p>{t('settings.next-run', { time: formats.instant(snapshot.nextRunAtMs, nowMs) })}</p>
      )}
    </Section>
  );
}

/** For the settings and the end of the first steps. */
export function presetChoices(t: ReturnType<typeof useApp>['t']): readonly { readonly value: PresetId | 'own'; readonly label: string }[] {
  return [...PRESETS.map(({ id }) => ({ value: id, label: t(`settings.${id}`) })), { value: 'own', label: t('settings.own-schedule') }];
}
