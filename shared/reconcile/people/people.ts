/** People who have codes without a booking: the claims that follow from what the user wishes. */
import type { Code } from '../../domain/code.ts';
import type { KeypadPlace, PersonId } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Door, UnitMapping } from '../../domain/mapping.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Person, Schedule } from '../../domain/wishes.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { addDays, addMinutes, at, dateOf } from '../../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../time.ts';
import type { Claim } from '../claims.ts';
import { isSamePlace, placesOf } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { presentPlaces } from '../removals/replaced-doors.ts';
import { asLastWritten } from '../stay/last-written.ts';
import { tellApart } from '../stay/names.ts';
import type { SortedBookings } from '../stays.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { codeEnd, codeStart, EVER, NEVER } from '../windows.ts';
import type { LocalClock } from '../zones.ts';
import { gapsOf, occupancyOf, withoutStays } from './between-stays.ts';

export interface People {
  readonly claims: readonly Claim[];
  readonly removed: ReadonlySet<PersonId>;
  readonly problems: readonly Problem[];
}

const HOUR_MINUTES = 60;
const MIDNIGHT = '00:00' as WallTime;
/** No code is ever without an end. That of somebody whose code always works is moved on in time. */
const ALWAYS_DAYS = 3_652;
const ALWAYS_LEFT_DAYS = 365;

/** A code of a person who is not known here, from another computer or a lost file, belongs to nobody and is never changed. */
export function peopleOf(input: PlanInput, observation: Observation, sorted: SortedBookings, clock: LocalClock): People {
  const { people } = input.wishes;
  const { mapping } = input.settings;
  // A door that was replaced is the new one, also for people whose wish does not say so yet.
  const present = people
    .filter(({ removedAtMs }) => removedAtMs === null)
    .map((person) => ({ ...person, doors: presentPlaces(person.doors, mapping) }));
  // Spare codes have one name, on doors of their own.
  const named = present.filter(({ isSpare }) => !isSpare);
  const names = tellApart(named.map(({ id, name, createdOn }) => ({ id, guestName: name, arrival: createdOn })));
  const doors = new Map<string, Door>(mapping.units.flatMap((unit) => unit.doors.map((door) => [placeKey(door), door])));
  const isRead = new Set(placesOf(mapping).map(placeKey));
  const isDoorRead = (place: KeypadPlace): boolean => isRead.has(placeKey(place));
  const problems: Problem[] = [];
  const claims = present.flatMap((person): readonly Claim[] => {
    const { id, name: fullName, createdOn, schedule } = person;
    for (const place of person.doors) if (!isDoorRead(place)) problems.push(unmappedDoor(id, place));
    const unit = unitOf(person, observation.units);
    const managed = observation.managed.get(id) ?? [];
    const own = person.doors.filter(isDoorRead).map((place) => doors.get(placeKey(place)) ?? { ...place, prefix: '' });
    const now = clock.nowAt(own[0] ?? null, unit);
    const about = { id, fullName, name: names.get(id) ?? fullName, firstDay: createdOn, unitId: null, unit, doors: own, managed };
    const claim = (window: StayWindow, gap?: Claim['gap']): Claim => ({
      ...about,
      window,
      isDue: window.end > now,
      booking: null,
      ...(gap === undefined ? {} : { gap }),
    });
    switch (schedule.kind) {
      case 'always':
        return [claim(always(createdOn, dateOf(now)))];
      case 'once':
        return [claim({ start: schedule.from, end: schedule.until })];
      case 'between-stays': {
        const gap = { mayGrow: mayGrow(schedule, input, observation, sorted) };
        return [claim(gapWindow(schedule, managed, gap, now, { input, observation, sorted, clock }) ?? notNow(now), gap)];
      }
    }
  });
  return { claims, removed: new Set(people.filter(({ removedAtMs }) => removedAtMs !== null).map(({ id }) => id)), problems };
}

function always(createdOn: LocalDate, today: LocalDate): StayWindow {
  let end = addDays(createdOn, ALWAYS_DAYS);
  while (end < addDays(today, ALWAYS_LEFT_DAYS)) end = addDays(end, ALWAYS_DAYS);
  return { start: at(createdOn, MIDNIGHT), end: at(end, MIDNIGHT) };
}

/** For a code that must not open any more, and gets its next times later. Over in every time zone. */
function notNow(now: LocalDateTime): StayWindow {
  return { start: at(addDays(dateOf(now), -3), MIDNIGHT), end: at(addDays(dateOf(now), -2), MIDNIGHT) };
}

type BetweenStays = Extract<Schedule, { kind: 'between-stays' }>;

/** Only where nothing that was read leaves open whether a guest may be in. */
function mayGrow({ unitId }: BetweenStays, input: PlanInput, observation: Observation, { byId }: SortedBookings): boolean {
  const { complete, unreadable = [] } = input.bookings;
  const doors = observation.units.get(unitId)?.doors ?? [];
  return complete && unreadable.every((id) => byId.has(id)) && doors.every((door) => observation.isReadable(door)) && !onlyExtends(input);
}

interface Read {
  readonly input: PlanInput;
  readonly observation: Observation;
  readonly sorted: SortedBookings;
  readonly clock: LocalClock;
}

/** The present gap or the next one. Where it must not grow: what its codes have in common, as far as the unit is free. */
function gapWindow(
  { unitId, maxHours }: BetweenStays,
  managed: readonly Code[],
  gap: NonNullable<Claim['gap']>,
  now: LocalDateTime,
  { input, observation, sorted, clock }: Read,
): StayWindow | null {
  const occupancy = occupancyOf(unitId, input, observation, sorted);
  if (gap.mayGrow) {
    const unit = observation.units.get(unitId);
    if (unit === undefined) return null;
    const zone = clock.zoneAt(unit.doors[0] ?? null, unit);
    // Of a later check-out nobody knows yet whether somebody arrives on that day.
    const lastDay = addDays(dateOf(now), input.settings.codes.horizonDays);
    return gapsOf(occupancy, maxHours, zone).find(({ start, end }) => end > now && dateOf(start) <= lastDay) ?? null;
  }
  if (managed.length === 0) return null;
  // A limit that somebody took away, or that cannot be read, is none.
  const starts = managed.map((code) => codeStart(asLastWritten(code, input)) ?? EVER).filter((moment) => moment > EVER);
  const ends = managed.map((code) => codeEnd(asLastWritten(code, input)) ?? NEVER).filter((moment) => moment < NEVER);
  const start = starts.sort().at(-1) ?? now;
  const end = ends.sort()[0] ?? addMinutes(now, maxHours * HOUR_MINUTES);
  return withoutStays({ start, end }, occupancy, now);
}

/** For the time zone, where a lock's is not known. */
export function unitOf({ schedule, doors }: Person, units: Observation['units']): UnitMapping | null {
  if (schedule.kind === 'between-stays') return units.get(schedule.unitId) ?? null;
  return [...units.values()].find((unit) => unit.doors.some((door) => doors.some((own) => isSamePlace(own, door)))) ?? null;
}

function unmappedDoor(personId: PersonId, place: KeypadPlace): Problem {
  return { kind: 'person-door-unmapped', text: problemText('problem.person-door-unmapped'), retryable: false, personId, ...place };
}
