/** Check-in, check-out and the zone of last resort, for units that have none of their own. */
import { useId, useState } from 'preact/hooks';
import type { UserSettings } from '../../../shared/domain/settings.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { focusInvalid } from '../../ui/form.tsx';
import { readTime } from '../../lib/limits.ts';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';
import { isKnownZone, ZONES } from './zones.ts';

export function TimesSection() {
  const { t, snapshot } = useApp();
  const { times } = snapshot.settings;
  const saver = useSaver('times', t('settings.times'));
  const [draft, setDraft] = useState<Partial<Record<keyof UserSettings['times'], string>>>({});
  const [isTried, setTried] = useState(false);
  const zonesId = useId();
  const shown = { ...times, ...draft };
  const checkIn = readTime(shown.checkIn);
  const checkOut = readTime(shown.checkOut);
  const timeZone = isKnownZone(shown.timeZone.trim(), times.timeZone) ? shown.timeZone.trim() : null;
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (checkIn === null || checkOut === null || timeZone === null) {
      focusInvalid(form);
      return;
    }
    if (!(await saver.run({ checkIn, checkOut, timeZone }))) return;
    setDraft({});
    setTried(false);
  };
  return (
    <Section id="times" text={t('settings.times-text')} error={saver.error}>
      <form
        class="setting-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saver.isBusy) void submit(event.currentTarget);
        }}
      >
        <div class="setting-pair">
          <TextField
            type="time"
            label={t('settings.check-in')}
            value={shown.checkIn}
            error={isTried && checkIn === null ? t('settings.a-time') : null}
            onInput={(text) => setDraft({ ...draft, checkIn: text })}
          />
          <TextField
            type="time"
            label={t('settings.check-out')}
            value={shown.checkOut}
            error={isTried && checkOut === null ? t('settings.a-time') : null}
            onInput={(text) => setDraft({ ...draft, checkOut: text })}
          />
        </div>
        <Field
          label={t('settings.time-zone')}
          hint={t('settings.time-zone-hint')}
          error={isTried && timeZone === null ? t('settings.time-zone-wrong') : null}
          control={(wiring) => (
            <>
              <input
                {...wiring}
                type="text"
                list={zonesId}
                value={shown.timeZone}
                maxLength={60}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => setDraft({ ...draft, timeZone: event.currentTarget.value })}
              />
              <datalist id={zonesId}>
                {ZONES.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        />
        <div class="row">
          <Button kind="primary" type="submit" isBusy={saver.isBusy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
