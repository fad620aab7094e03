/** The sections whose settings guests would feel: times, and which codes there are. Nothing here is saved before its effect was shown. */
import { useId } from 'preact/hooks';
import type { WallTime } from '../../../../shared/time.ts';
import { useApp } from '../../../lib/app.ts';
import { readTime } from '../../../lib/limits.ts';
import { Field, SelectField, TextField } from '../../../ui/field.tsx';
import { Section } from '../section.tsx';
import { DRAFT_LIMITS, turnover } from './settings-draft.ts';
import type { DraftKey } from './settings-draft.ts';
import { ZONES } from './use-settings-draft.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

interface Props {
  readonly draft: SettingsDraft;
}
type NumberKey = keyof typeof DRAFT_LIMITS;

/** For the way to a field that cannot be saved. */
export function draftFieldId(key: DraftKey): string {
  return `draft-${key}`;
}

export function TimesSection({ draft }: Props) {
  const { t, formats } = useApp();
  const { checkIn, checkOut } = draft.next.times;
  const change = turnover(draft.next.times);
  const warning = change === 'gap' ? null : t(`settings.${change}`, { from: formats.time(checkIn), until: formats.time(checkOut) });
  return (
    <Section id="times" text={t('settings.times-text')}>
      <TimeField draft={draft} name="checkIn" label={t('settings.check-in')} />
      <TimeField draft={draft} name="checkOut" label={t('settings.check-out')} warning={warning} />
      <ModeField draft={draft} name="checkInMode" label={t('settings.check-in-mode')} />
      <ModeField draft={draft} name="checkOutMode" label={t('settings.check-out-mode')} />
      <NumberField draft={draft} name="maxEarlyMinutes" label={t('settings.max-early')} hint={t('settings.max-early-hint')} />
      <NumberField draft={draft} name="cleaningMinutes" label={t('settings.cleaning')} hint={t('settings.cleaning-hint')} />
      <ZoneField draft={draft} />
    </Section>
  );
}

export function CodesSection({ draft }: Props) {
  const { t } = useApp();
  return (
    <Section id="codes" text={t('settings.codes-text')}>
      <NumberField draft={draft} name="pinLength" label={t('settings.pin-length')} hint={t('settings.pin-length-hint')} />
      <NumberField draft={draft} name="horizonDays" label={t('settings.horizon')} hint={t('settings.horizon-hint')} />
      <NumberField draft={draft} name="keepDays" label={t('settings.keep-days')} hint={t('settings.keep-days-hint')} />
      <NumberField draft={draft} name="betweenStaysHours" label={t('settings.between')} hint={t('settings.between-hint')} />
    </Section>
  );
}

interface FieldProps<K extends DraftKey> extends Props {
  readonly name: K;
  readonly label: string;
}

function TimeField({ draft, name, label, warning = null }: FieldProps<'checkIn' | 'checkOut'> & { readonly warning?: string | null }) {
  const { t, formats } = useApp();
  const text = draft.text(name);
  const time: WallTime | null = readTime(text);
  return (
    <TextField
      id={draftFieldId(name)}
      type="time"
      label={label}
      hint={time === null ? undefined : formats.timeHint(time)}
      value={text}
      error={draft.wrong.includes(name) ? t('settings.a-time') : null}
      warning={warning}
      onInput={(next) => draft.set(name, next)}
    />
  );
}

function ModeField({ draft, name, label }: FieldProps<'checkInMode' | 'checkOutMode'>) {
  const { t } = useApp();
  return (
    <SelectField
      id={draftFieldId(name)}
      label={label}
      value={draft.text(name)}
      choices={(['widen', 'usual', 'exact'] as const).map((value) => ({ value, label: t(`settings.mode-${value}`) }))}
      onChange={(mode) => draft.set(name, mode)}
    />
  );
}

function NumberField({ draft, name, label, hint }: FieldProps<NumberKey> & { readonly hint: string }) {
  const { t } = useApp();
  const limits = DRAFT_LIMITS[name];
  return (
    <TextField
      id={draftFieldId(name)}
      type="number"
      label={label}
      hint={hint}
      min={limits.min}
      max={limits.max}
      value={draft.text(name)}
      error={draft.wrong.includes(name) ? t('settings.whole-number', limits) : null}
      onInput={(text) => draft.set(name, text)}
    />
  );
}

function ZoneField({ draft }: Props) {
  const { t } = useApp();
  const zonesId = useId();
  return (
    <Field
      id={draftFieldId('timeZone')}
      label={t('settings.time-zone')}
      hint={t('settings.time-zone-hint')}
      error={draft.wrong.includes('timeZone') ? t('settings.time-zone-wrong') : null}
      control={(wiring) => (
        <>
          <input
            {...wiring}
            type="text"
            list={zonesId}
            value={draft.text('timeZone')}
            maxLength={60}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => draft.set('timeZone', event.currentTarget.value)}
          />
          <datalist id={zonesId}>
            {ZONES.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    />
  );
}
