/** The rows of the sheets that are printed: who comes and goes today, and what opens each unit in an emergency. Pure. */
import { placeKey } from '../domain/ids.ts';
import type { KeypadPlace, LockId, UnitId } from '../domain/ids.ts';
import type { PersonPlan, Stay, StayWindow } from '../domain/plan.ts';
import type { Settings } from '../domain/settings.ts';
import type { Person } from '../domain/wishes.ts';
import { createLocalClock } from '../reconcile/zones.ts';
import { addDays, at, dateOf, timeOf } from '../time.ts';
import type { LocalDateTime, WallTime } from '../time.ts';
import type { DoorCode, DoorView } from './door-view.ts';
import { codeStart } from '../reconcile/windows.ts';

export interface SheetStay {
  readonly stay: Stay;
  /** At the door. */
  readonly time: WallTime;
  /** The guest is not to get in. */
  readonly isKeptOut: boolean;
}
export interface TodaySheet {
  readonly arrivals: readonly SheetStay[];
  readonly departures: readonly SheetStay[];
  /** Units that one guest leaves and another enters today. */
  readonly turnovers: readonly { readonly unitId: UnitId | null; readonly unitName: string; readonly free: StayWindow }[];
  readonly people: readonly { readonly name: string; readonly window: StayWindow }[];
}

export interface TodayFacts {
  readonly stays: readonly Stay[];
  readonly people: readonly PersonPlan[];
  readonly known: readonly Person[];
  readonly settings: Settings;
  readonly nowMs: number;
  /** null: all. */
  readonly unitId: UnitId | null;
}

/** Each stay by the day at its own doors. */
export function todaySheet({ stays, people, known, settings, nowMs, unitId }: TodayFacts): TodaySheet {
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const all = stays.flatMap((stay) => {
    const unit = (stay.booking.unitId === null ? undefined : units.get(stay.booking.unitId)) ?? null;
    const [first] = stay.doors;
    if (first === undefined || (unitId !== null && stay.booking.unitId !== unitId)) return [];
    const today = dateOf(clock.nowAt(first, unit));
    return [{ stay, window: first.window, today, isKeptOut: stay.doors.every((door) => door.isOff === true) }];
  });
  const at_ = (end: 'start' | 'end') =>
    all
      .filter(({ window, today }) => dateOf(window[end]) === today)
      .map(({ stay, window, isKeptOut }) => ({ stay, moment: window[end], time: timeOf(window[end]), isKeptOut }))
      .toSorted((one, other) =>
        one.moment < other.moment ? -1 : one.moment > other.moment ? 1 : one.stay.booking.id - other.stay.booking.id,
      );
  const [arrivals, departures] = [at_('start'), at_('end')];
  const turnovers = departures.flatMap(({ stay, moment }) => {
    const next = arrivals.find((arrival) => arrival.stay.booking.unitId === stay.booking.unitId && arrival.moment >= moment);
    return next === undefined ? [] : [{ unitId: stay.booking.unitId, unitName: stay.unitName, free: { start: moment, end: next.moment } }];
  });
  const names = new Map(known.map(({ id, name, isSpare }) => [id, isSpare ? null : name]));
  const comes = people.flatMap(({ personId, window, doors: [first] }) => {
    const name = names.get(personId) ?? null;
    const today = dateOf(clock.nowAt(first ?? null, null));
    const isToday = window !== null && dateOf(window.start) <= today && dateOf(window.end) >= today;
    const isOfUnit =
      unitId === null || (first !== undefined && units.get(unitId)?.doors.some((door) => placeKey(door) === placeKey(first)) === true);
    return name !== null && isToday && isOfUnit ? [{ name, window }] : [];
  });
  return { arrivals, departures, turnovers, people: comes };
}

export interface SheetUnit {
  readonly unitId: UnitId;
  readonly name: string;
  readonly address: string;
  readonly doors: readonly SheetDoor[];
}
export interface SheetDoor extends KeypadPlace {
  readonly prefix: string;
  /** null: the lock's list could not be read. */
  readonly codes: readonly DoorCode[] | null;
}

/** Who may be needed to be let in before the next sheet is printed. */
const AHEAD_DAYS = 14;

/** What opens each door of a unit now, or begins to in the next two weeks. `viewOf`: null for a lock that could not be read. */
export function emergencySheet(
  { settings, nowMs, unitId }: Pick<TodayFacts, 'settings' | 'nowMs' | 'unitId'>,
  viewOf: (lockId: LockId) => DoorView | null,
): readonly SheetUnit[] {
  const clock = createLocalClock(settings, nowMs);
  return settings.mapping.units
    .filter((unit) => (unitId === null || unit.unitId === unitId) && unit.doors.length > 0)
    .map((unit) => ({
      unitId: unit.unitId,
      name: unit.name,
      address: unit.address ?? '',
      doors: unit.doors.map(({ lockId, keypadId, prefix }): SheetDoor => {
        const now = clock.nowAt({ lockId, keypadId }, unit);
        const until = at(addDays(dateOf(now), AHEAD_DAYS), timeOf(now));
        const codes = viewOf(lockId)?.codes.filter((one) => one.code.keypadId === keypadId && isNeeded(one, until)) ?? null;
        return { lockId, keypadId, prefix, codes };
      }),
    }));
}

function isNeeded({ opens, code }: DoorCode, until: LocalDateTime): boolean {
  if (opens === 'now' || opens === 'maybe') return true;
  return opens === 'later' && (codeStart(code) ?? until) <= until;
}
