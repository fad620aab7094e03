/**
 * Who may be inside: a code that opens now is not taken away unasked. It waits until the user decides, until the code's own end as read from
 * the lock, or until the next stay of its unit begins, whichever comes first (sync rules, "Somebody inside").
 */
import type { Booking } from '../../domain/booking.ts';
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { BookingId, ClaimId, KeypadPlace, UnitId } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import { at } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Observation } from '../observe.ts';
import type { StayWindows } from '../stay-windows.ts';
import type { SortedBookings } from '../stays.ts';
import { codeStart, isOver, mayBeOpen } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

export interface Inside {
  /** True while what takes this code's door has to wait. `booking`: null when it is gone. */
  waits(code: Code, claimId: ClaimId, booking: Booking | null): boolean;
  /** The same for a new record: it takes the door when it no longer opens now. */
  waitsWith(record: Omit<CodeRecord, 'pin'>, code: Code, booking: Booking | null): boolean;
  /** True for a door that the stay got only through a change that has been reversed: it has its former doors again. */
  isReversed(place: KeypadPlace, claimId: ClaimId, doors: readonly KeypadPlace[]): boolean;
  readonly remember: readonly MemoryChange[];
}

type Former = MemoryValue<'doors-inside'>;

export function createInside(
  input: PlanInput,
  observation: Observation,
  { known, byId, windows }: Pick<SortedBookings, 'known' | 'byId' | 'windows'>,
  clock: LocalClock,
): Inside {
  const stored = input.memory.remembered['doors-inside'];
  const unitsAt = new Map<string, UnitId[]>();
  for (const unit of observation.units.values()) {
    for (const door of unit.doors) unitsAt.set(placeKey(door), [...(unitsAt.get(placeKey(door)) ?? []), unit.unitId]);
  }
  let current: ReadonlyMap<UnitId | null, readonly CurrentStay[]> | undefined;
  const currentOf = (unitId: UnitId): readonly CurrentStay[] => {
    current ??= Map.groupBy(
      known.filter(({ state }) => state === 'live').flatMap((booking) => currentStay(booking, windows, observation, clock)),
      (stay) => stay.unitId,
    );
    return current.get(unitId) ?? [];
  };
  const nowAt = (code: Code, id: ClaimId): LocalDateTime => {
    const booking = byId.get(id);
    return clock.nowAt(code, booking === undefined ? null : unitOf(booking, observation));
  };

  const remember: MemoryChange[] = [];
  const formers = new Map<ClaimId, Former>();
  for (const [id, codes] of observation.managed) {
    // Codes of people change only as the user says.
    if (typeof id !== 'number') continue;
    const open = codes.filter((code) => mayBeOpen(code, nowAt(code, id)));
    if (open.length === 0) continue;
    const present = stored.get(String(id)) ?? null;
    const booking = byId.get(id) ?? null;
    const next = { ...formerDoors(open, booking, present, observation, unitsAt), ...(booking === null ? {} : { isRead: true as const }) };
    formers.set(id, next);
    if (JSON.stringify(next) !== JSON.stringify(present)) remember.push({ kind: 'doors-inside', key: String(id), value: next });
  }
  const isWhole = [...input.lists.values()].every((list) => list !== null);
  for (const key of stored.keys()) {
    const id = Number(key) as BookingId;
    const codes = observation.managed.get(id) ?? [];
    if (isWhole && codes.every((code) => isOver(code, nowAt(code, id)))) remember.push({ kind: 'doors-inside', key, value: null });
  }

  /** A stay that began after this one, in the unit where its guest was let in. One that began with it may be the same guest's. */
  const isFollowed = (code: Code, claimId: ClaimId, booking: Booking | null): boolean => {
    const unitId = formers.get(claimId)?.unitId ?? booking?.unitId ?? null;
    const since = codeStart(code) ?? (booking === null ? null : windows.of(booking).window.start);
    if (unitId === null || since === null) return false;
    return currentOf(unitId).some((stay) => stay.bookingId !== claimId && stay.start > since);
  };
  const waits: Inside['waits'] = (code, claimId, booking) => {
    if (typeof claimId !== 'number') return false;
    const now = nowAt(code, claimId);
    if (code.active === false || isOver(code, now) || isFollowed(code, claimId, booking)) return false;
    return mayBeOpen(code, now) || (booking !== null && currentStay(booking, windows, observation, clock).length > 0);
  };
  return {
    waits,
    waitsWith(record, code, booking) {
      if (booking === null) return false;
      const now = nowAt(code, booking.id);
      // Latchkey gives every code a start and an end. One that lacks them works by mistake, which says nothing about who is inside.
      const isTooEarly = at(record.startDate, record.startTime) > now && code.startDate !== null;
      const isTooLate = at(record.endDate, record.endTime) <= now && code.endDate !== null;
      return (isTooEarly || isTooLate) && mayBeOpen(code, now) && waits(code, booking.id, booking);
    },
    isReversed(place, claimId, doors) {
      const former = stored.get(String(claimId));
      if (former === undefined || former.places.includes(placeKey(place))) return false;
      return doors.every((door) => former.places.includes(placeKey(door)));
    },
    remember,
  };
}

/** The unit and the doors of a guest who is let in now. They stay as they were while a code is open on a door that is none of the stay's. */
function formerDoors(
  open: readonly Code[],
  booking: Booking | null,
  present: Former | null,
  observation: Observation,
  unitsAt: ReadonlyMap<string, readonly UnitId[]>,
): Former {
  const unit = booking === null ? null : unitOf(booking, observation);
  const places = [...new Set(open.map(placeKey))].sort();
  const own = new Set(unit?.doors.map(placeKey));
  if (booking?.state === 'live' && places.every((place) => own.has(place)) && places.length === own.size)
    return { unitId: booking.unitId, places };
  if (present !== null) return present;
  // Of a shared door nobody can tell the unit, so the guest's other doors decide.
  const sole = places.map((place) => unitsAt.get(place)).find((units) => units?.length === 1);
  return { unitId: sole?.[0] ?? booking?.unitId ?? null, places };
}

interface CurrentStay extends StayWindow {
  readonly bookingId: BookingId;
  readonly unitId: UnitId | null;
}

/** By the booking's dates, since the code's may have been changed by hand. Empty when it is not under way. */
function currentStay(booking: Booking, windows: StayWindows, observation: Observation, clock: LocalClock): readonly CurrentStay[] {
  const unit = unitOf(booking, observation);
  const now = clock.nowAt(unit?.doors[0] ?? null, unit);
  const { window } = windows.of(booking);
  return window.start <= now && now < window.end ? [{ ...window, bookingId: booking.id, unitId: booking.unitId }] : [];
}

function unitOf(booking: Booking, observation: Observation) {
  return observation.units.get(booking.unitId) ?? null;
}
