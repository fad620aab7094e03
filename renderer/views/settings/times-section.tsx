/** Check-in and check-out for units without times of their own, and the time zone for units whose zone is unknown. */
import { useId } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { readTime } from '../../lib/limits.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { TimeField, TypedForm, useTyped } from './typed-form.tsx';
import { useSaver } from './use-saver.ts';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

export function TimesSection() {
  const { t, snapshot } = useApp();
  const { times } = snapshot.settings;
  const { save, isBusy, error } = useSaver('times', 'times');
  const typed = useTyped({ checkIn: times.checkIn, checkOut: times.checkOut, timeZone: times.timeZone });
  const zonesId = useId();
  const checkIn = readTime(typed.text('checkIn'));
  const checkOut = readTime(typed.text('checkOut'));
  const timeZone = typed.text('timeZone').trim();
  // The saved zone may have an older name that is no longer listed.
  const isZone = timeZone === times.timeZone || timeZone === 'UTC' || ZONES.includes(timeZone);
  const values = checkIn === null || checkOut === null || !isZone ? null : { checkIn, checkOut, timeZone };
  return (
    <Section id="times" text={t('settings.times-text')} error={error}>
      <TypedForm typed={typed} values={values} isBusy={isBusy} onSave={save}>
        <div class="setting-pair">
          <TimeField typed={typed} name="checkIn" label={t('settings.check-in')} />
          <TimeField typed={typed} name="checkOut" label={t('settings.check-out')} />
        </div>
        <Field
          label={t('settings.time-zone')}
          hint={t('settings.time-zone-hint')}
          error={typed.isSubmitted && !isZone ? t('settings.time-zone-wrong') : null}
          control={(wiring) => (
            <>
              <input
                {...wiring}
                type="text"
                list={zonesId}
                value={typed.text('timeZone')}
                maxLength={60}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => typed.set('timeZone', event.currentTarget.value)}
              />
              <datalist id={zonesId}>
                {ZONES.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        />
      </TypedForm>
    </Section>
  );
}
