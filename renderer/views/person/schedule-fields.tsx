/** When a person's code works: always, from one time to another with ready choices, or between the stays of a unit. */
import { useId } from 'preact/hooks';
import type { LocalDateTime, WallTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { unitName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { hasTimes, timesChoices, withFrom, withKind, withUnit } from './person-draft.ts';
import type { Mistake, Moment, PersonDraft, ScheduleKind, TimesChoice, UnitDoors } from './person-draft.ts';

const KINDS = ['once', 'between-stays', 'always'] as const satisfies readonly ScheduleKind[];

export interface ScheduleFieldsProps {
  readonly draft: PersonDraft;
  readonly units: readonly UnitDoors[];
  /** At the doors. */
  readonly now: LocalDateTime;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (draft: PersonDraft) => void;
}
export function ScheduleFields(props: ScheduleFieldsProps) {
  const { draft, units, mistakes, onChange } = props;
  const { t, snapshot, formats } = useApp();
  const choices = units
    .map(({ unitId }) => ({ value: String(unitId), label: unitName(snapshot, t, unitId) }))
    .toSorted((one, other) => formats.compare(one.label, other.label));
  return (
    <div class="stack medium">
      <Segmented
        label={t('person.when')}
        hasLegend
        value={draft.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(`person.kind-${kind}`) }))}
        onChange={(kind) => onChange(withKind(draft, kind, units))}
      />
      {draft.kind === 'always' && <p class="hint">{t('person.always-hint')}</p>}
      {draft.kind === 'once' && <OnceFields {...props} />}
      {draft.kind === 'between-stays' && (
        <SelectField
          label={t('person.unit')}
          hint={t('person.between-hint', { hours: snapshot.settings.codes.betweenStaysHours })}
          error={mistakes.includes('unit') ? t('person.mistake-unit') : null}
          value={String(draft.unitId ?? '')}
          choices={draft.unitId === null ? [{ value: '', label: t('person.choose-unit') }, ...choices] : choices}
          onChange={(value) => onChange(withUnit(draft, units.find(({ unitId }) => String(unitId) === value)?.unitId ?? null, units))}
        />
      )}
    </div>
  );
}

function OnceFields({ draft, now, mistakes, onChange }: ScheduleFieldsProps) {
  const { t } = useApp();
  const wrong = (mistake: 'from' | 'until' | 'order'): string | null =>
    mistakes.includes(mistake) ? t(`person.mistake-${mistake}`) : null;
  return (
    <div class="stack">
      <div class="row" role="group" aria-label={t('person.ready-times')}>
        {timesChoices(now).map((choice) => (
          <Button
            key={`${choice.kind} ${choice.date}`}
            isPressed={hasTimes(draft, choice)}
            onClick={() => onChange({ ...draft, from: choice.from, until: choice.until })}
          >
            <ChoiceText choice={choice} now={now} />
          </Button>
        ))}
      </div>
      <MomentFields
        label={t('person.from')}
        value={draft.from}
        error={wrong('from')}
        onChange={(from) => onChange(withFrom(draft, from))}
      />
      <MomentFields
        label={t('person.until')}
        value={draft.until}
        error={wrong('until') ?? wrong('order')}
        onChange={(until) => onChange({ ...draft, until })}
      />
    </div>
  );
}

function ChoiceText({ choice: { kind, date, from, until }, now }: { readonly choice: TimesChoice; readonly now: LocalDateTime }) {
  const { t, formats } = useApp();
  if (kind === 'until-sunday') return <>{t('person.until-day', { day: formats.weekdayName(date) })}</>;
  const times = { from: formats.time(from.time as WallTime), until: formats.time(until.time as WallTime) };
  return <>{t('person.morning', { day: now.startsWith(date) ? t('person.today') : formats.shortWeekday(date), ...times })}</>;
}

interface MomentFieldsProps {
  readonly label: string;
  readonly value: Moment;
  readonly error: string | null;
  readonly onChange: (value: Moment) => void;
}
/** A day and a time, by the fields of the platform. */
function MomentFields({ label, value, error, onChange }: MomentFieldsProps) {
  const { t } = useApp();
  const id = useId();
  const shared = {
    'aria-invalid': error === null ? undefined : ('true' as const),
    'aria-describedby': error === null ? undefined : `${id}-error`,
  };
  return (
    <div class="moment-fields" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <input
        {...shared}
        type="date"
        aria-label={t('person.day-of', { label })}
        value={value.date}
        onInput={(event) => onChange({ ...value, date: event.currentTarget.value })}
      />
      <input
        {...shared}
        type="time"
        aria-label={t('person.time-of', { label })}
        value={value.time}
        onInput={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
      {error !== null && <IconText class="field-error" id={`${id}-error`} icon="alert" text={error} />}
    </div>
  );
}
