/** What the user fills in for a person: how it begins, ready choices of times, its mistakes, and what is sent. Pure. */
import type { LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { addDays, at, dateOf, daysBetween, parseLocalDate, parseWallTime, timeOf } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';
import type { PanelTarget } from '../../lib/panel.ts';
import type { ShownPerson } from '../people/use-people.ts';

type Wanted = CallInput<'people.add'>;
type WantedSchedule = Wanted['schedule'];
export type ScheduleKind = WantedSchedule['kind'];

/** Days and times as the platform's fields give them: empty while they are not whole. */
export interface Moment {
  readonly date: string;
  readonly time: string;
}
export interface PersonDraft {
  readonly name: string;
  readonly lockIds: readonly LockId[];
  readonly kind: ScheduleKind;
  readonly from: Moment;
  readonly until: Moment;
  readonly unitId: UnitId | null;
  /** Empty: drawn, or the present one. */
  readonly pin: string;
}
/** A code that was removed, for whoever had it. */
export type PersonStart = NonNullable<Extract<PanelTarget, { readonly kind: 'person' }>['draft']>;

/** As much of a unit as a choice of doors needs. */
export interface UnitDoors {
  readonly unitId: UnitId;
  readonly lockIds: readonly LockId[];
}

const TEN = '10:00' as WallTime;
const NOON = '12:00' as WallTime;
const EVENING = '20:00' as WallTime;
const VISIT_HOURS = 2;

/** A visit of two hours from the next full hour on, since that is what most people come for. */
export function newDraft(now: LocalDateTime, units: readonly UnitDoors[], start?: PersonStart): PersonDraft {
  const doors = [...new Set(units.flatMap(({ lockIds }) => lockIds))];
  // Where there is only one door, it is that one.
  const lockIds = doors.length === 1 ? doors : doors.filter((lockId) => start?.lockIds.includes(lockId) === true);
  const schedule = start?.schedule ?? null;
  const times = schedule === null ? nextVisit(now) : { from: momentOf(schedule.from), until: momentOf(schedule.until) };
  return { name: start?.name ?? '', lockIds, kind: 'once', ...times, unitId: null, pin: '' };
}

export function draftOf({ name, doors, schedule }: ShownPerson, now: LocalDateTime): PersonDraft {
  const times = schedule.kind === 'once' ? { from: momentOf(schedule.from), until: momentOf(schedule.until) } : nextVisit(now);
  return {
    name,
    lockIds: [...new Set(doors.map(({ lockId }) => lockId))],
    kind: schedule.kind,
    ...times,
    unitId: schedule.kind === 'between-stays' ? schedule.unitId : null,
    pin: '',
  };
}

function nextVisit(now: LocalDateTime): Pick<PersonDraft, 'from' | 'until'> {
  const hour = Number(timeOf(now).slice(0, 2)) + 1;
  if (hour + VISIT_HOURS > 23) return visit(addDays(dateOf(now), 1), TEN, NOON);
  const full = (hours: number): WallTime => `${String(hours).padStart(2, '0')}:00` as WallTime;
  return visit(dateOf(now), full(hour), full(hour + VISIT_HOURS));
}
function visit(date: LocalDate, from: WallTime, until: WallTime): Pick<PersonDraft, 'from' | 'until'> {
  return { from: { date, time: from }, until: { date, time: until } };
}
function momentOf(local: LocalDateTime): Moment {
  return { date: dateOf(local), time: timeOf(local) };
}

export interface TimesChoice extends Pick<PersonDraft, 'from' | 'until'> {
  readonly kind: 'morning' | 'until-sunday';
  readonly date: LocalDate;
}
const MORNINGS = 4;
/** Ten to twelve today, tomorrow and on the next days, and from now until Sunday. A morning that is over is not offered. */
export function timesChoices(now: LocalDateTime): readonly TimesChoice[] {
  const today = dateOf(now);
  const first = timeOf(now) < NOON ? 0 : 1;
  const mornings = Array.from({ length: MORNINGS }, (_, index): TimesChoice => {
    const date = addDays(today, first + index);
    return { kind: 'morning', date, ...visit(date, TEN, NOON) };
  });
  // 1970-01-04 was a Sunday.
  const toSunday = (7 - (daysBetween('1970-01-04' as LocalDate, today) % 7)) % 7;
  const sunday = addDays(today, toSunday === 0 && timeOf(now) >= EVENING ? 7 : toSunday);
  return [...mornings, { kind: 'until-sunday', date: sunday, from: momentOf(now), until: { date: sunday, time: EVENING } }];
}
export function hasTimes({ from, until }: PersonDraft, choice: TimesChoice): boolean {
  return JSON.stringify([from, until]) === JSON.stringify([choice.from, choice.until]);
}

/** Another day of arrival takes the end along, as the visit stays as long as it was. */
export function withFrom(draft: PersonDraft, from: Moment): PersonDraft {
  const [before, after] = [parseLocalDate(draft.from.date), parseLocalDate(from.date)];
  const end = parseLocalDate(draft.until.date);
  if (before === null || after === null || end === null || end < before) return { ...draft, from };
  return { ...draft, from, until: { ...draft.until, date: addDays(end, daysBetween(before, after)) } };
}

export function withDoors(draft: PersonDraft, lockIds: readonly LockId[], isOn: boolean): PersonDraft {
  const others = draft.lockIds.filter((lockId) => !lockIds.includes(lockId));
  return { ...draft, lockIds: isOn ? [...others, ...lockIds] : others };
}

/** The unit with the largest part of its doors among the chosen ones; never one that the user may not mean. */
export function likelyUnit({ lockIds }: PersonDraft, units: readonly UnitDoors[]): UnitId | null {
  const [only, ...others] = units;
  if (only !== undefined && others.length === 0) return only.unitId;
  const shared = (unit: UnitDoors): number => unit.lockIds.filter((lockId) => lockIds.includes(lockId)).length / (unit.lockIds.length || 1);
  const [best] = units.toSorted((one, other) => shared(other) - shared(one));
  return best === undefined || shared(best) === 0 ? null : best.unitId;
}

export function withKind(draft: PersonDraft, kind: ScheduleKind, units: readonly UnitDoors[]): PersonDraft {
  if (kind !== 'between-stays') return { ...draft, kind };
  return withUnit({ ...draft, kind }, draft.unitId ?? likelyUnit(draft, units), units);
}
/** Until the user ticks doors, those of the unit are meant. */
export function withUnit(draft: PersonDraft, unitId: UnitId | null, units: readonly UnitDoors[]): PersonDraft {
  const doors = units.find((unit) => unit.unitId === unitId)?.lockIds ?? [];
  const former = units.find((unit) => unit.unitId === draft.unitId)?.lockIds ?? [];
  const isUntouched = draft.lockIds.length === 0 || sameDoors(draft.lockIds, former);
  return { ...draft, unitId, lockIds: isUntouched ? doors : draft.lockIds };
}
function sameDoors(one: readonly LockId[], other: readonly LockId[]): boolean {
  return one.length === other.length && one.every((lockId) => other.includes(lockId));
}

export type Mistake = 'name' | 'doors' | 'from' | 'until' | 'order' | 'unit' | 'pin';

export function mistakesOf(draft: PersonDraft): readonly Mistake[] {
  const { name, lockIds, kind, unitId, pin } = draft;
  const [from, until] = [wholeOf(draft.from), wholeOf(draft.until)];
  const isOnce = kind === 'once';
  const found: readonly (Mistake | false)[] = [
    name.trim() === '' && 'name',
    lockIds.length === 0 && 'doors',
    isOnce && from === null && 'from',
    isOnce && until === null && 'until',
    isOnce && from !== null && until !== null && from >= until && 'order',
    kind === 'between-stays' && unitId === null && 'unit',
    pin !== '' && !/^\d{4,8}$/u.test(pin) && 'pin',
  ];
  return found.filter((one) => one !== false);
}
function wholeOf({ date, time }: Moment): LocalDateTime | null {
  const [day, wall] = [parseLocalDate(date), parseWallTime(time)];
  return day === null || wall === null ? null : at(day, wall);
}

/** null while it has mistakes. */
export function wantedOf(draft: PersonDraft): Omit<Wanted, 'dryRun'> | null {
  const schedule = scheduleOf(draft);
  if (schedule === null || mistakesOf(draft).length > 0) return null;
  const { name, lockIds, pin } = draft;
  return { name: name.trim(), lockIds: [...lockIds], schedule, ...(pin === '' ? {} : { pin }) };
}
/** What differs from the person; null: nothing does, or the draft has mistakes. */
export function editsOf(draft: PersonDraft, person: ShownPerson, now: LocalDateTime): CallInput<'people.edit'>['edits'] | null {
  const wanted = wantedOf(draft);
  const before = wantedOf(draftOf(person, now));
  if (wanted === null) return null;
  const { name, schedule, lockIds, pin } = wanted;
  const edits = {
    ...(name === person.name ? {} : { name }),
    ...(sameDoors(lockIds, before?.lockIds ?? []) ? {} : { lockIds }),
    ...(JSON.stringify(schedule) === JSON.stringify(before?.schedule) ? {} : { schedule }),
    ...(pin === undefined ? {} : { pin }),
  };
  return Object.keys(edits).length === 0 ? null : edits;
}
function scheduleOf(draft: PersonDraft): WantedSchedule | null {
  switch (draft.kind) {
    case 'always':
      return { kind: 'always' };
    case 'once': {
      const [from, until] = [wholeOf(draft.from), wholeOf(draft.until)];
      return from === null || until === null ? null : { kind: 'once', from, until };
    }
    case 'between-stays':
      return draft.unitId === null ? null : { kind: 'between-stays', unitId: draft.unitId };
  }
}
