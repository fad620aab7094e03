/** What is known about the doors that a search named: their lists as read, their health, and the bookings behind their codes. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { BookingId, KeypadPlace, LockId } from '../../../shared/domain/ids.ts';
import type { UnitMapping } from '../../../shared/domain/mapping.ts';
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { callView } from '../../../shared/doors/call-view.ts';
import type { CallDoor, LockReading } from '../../../shared/doors/call-view.ts';
import type { KnownBooking } from '../../../shared/doors/code-owner.ts';
import { doorView } from '../../../shared/doors/door-view.ts';
import type { DoorView } from '../../../shared/doors/door-view.ts';
import type { DoorMatch } from '../../../shared/doors/find-door.ts';
import { healthAfter } from '../../../shared/readiness/health-after.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';

export interface DoorFacts {
  readonly settings: Settings;
  readonly bookings: readonly KnownBooking[];
  /** They are what the codes on the locks say: days of arrival may differ. */
  readonly areFromLocks?: boolean;
  readonly wishes: Pick<Wishes, 'people' | 'stays'>;
  readonly readings: ReadonlyMap<LockId, LockReading>;
  readonly summaries: ReadonlyMap<LockId, LockSummary>;
  /** When the account was read for them; null when it was not: then what the last sync knew counts. */
  readonly summariesReadAtMs: number | null;
  readonly memory: PlanMemory;
  readonly nowMs: number;
}

export interface LockFacts {
  readonly lockId: LockId;
  readonly name: string;
  readonly zone: string;
  readonly health: LockHealth;
  /** null: the list could not be read. */
  readonly view: DoorView | null;
  readonly readAtMs: number | null;
  readonly unread: number;
  /** How many codes the keypad holds, where that is known; null for a lock with several keypads. */
  readonly limit: number | null;
}

/** The locks that a match means. */
export function locksOf(
  match: DoorMatch,
  { settings, bookings, wishes }: Pick<DoorFacts, 'settings' | 'bookings' | 'wishes'>,
): readonly LockId[] {
  const of = (doors: readonly KeypadPlace[] | undefined): readonly LockId[] => [...new Set((doors ?? []).map(({ lockId }) => lockId))];
  switch (match.kind) {
    case 'lock':
      return [match.lockId];
    case 'unit':
      return of(settings.mapping.units.find(({ unitId }) => unitId === match.unitId)?.doors);
    case 'person':
      return of(wishes.people.find(({ id }) => id === match.personId)?.doors);
    case 'guest':
      return of(unitOf(bookingOf(match.bookingId, bookings), settings)?.doors);
  }
}

export function lockFacts(lockId: LockId, facts: DoorFacts): LockFacts {
  const { settings, bookings, wishes, readings, memory, nowMs } = facts;
  const { mapping } = settings;
  const reading = readings.get(lockId);
  const places = placesOf(mapping).filter((place) => place.lockId === lockId);
  const [place = null] = places;
  const unit = mapping.units.find(({ doors }) => doors.some((door) => door.lockId === lockId)) ?? null;
  const clock = createLocalClock(settings, nowMs);
  const owners = { bookings: new Map(bookings.map((booking) => [booking.id, booking])), people: wishes.people, units: mapping.units };
  const limits = [...memory.remembered['keypad-limit'].values()].filter((limit) => limit.lockId === lockId);
  return {
    lockId,
    name: lockName(lockId, facts),
    zone: clock.zoneAt(place, unit),
    health: healthOf(lockId, facts),
    view: reading === undefined ? null : doorView(reading.codes, owners, clock.nowAt(place, unit)),
    readAtMs: reading?.readAtMs ?? null,
    unread: reading?.unread.length ?? 0,
    limit: places.length === 1 ? (limits[0]?.codes ?? null) : null,
  };
}

/** As the account said last. */
export function healthOf(
  lockId: LockId,
  { summaries, summariesReadAtMs, memory }: Pick<DoorFacts, 'summaries' | 'summariesReadAtMs' | 'memory'>,
): LockHealth {
  const summary = summaries.get(lockId);
  const known = memory.remembered['lock-health'].get(String(lockId));
  const isNewer = summary !== undefined && summariesReadAtMs !== null;
  return judgedHealth(isNewer ? healthAfter(known, { lock: summary, readAtMs: summariesReadAtMs, isRefused: null }) : known);
}

/** null when the booking is not known. */
export function callFacts(bookingId: BookingId, facts: DoorFacts): readonly CallDoor[] | null {
  const { settings, bookings, wishes, readings, nowMs } = facts;
  const booking = bookingOf(bookingId, bookings);
  if (booking === undefined) return null;
  const unit = unitOf(booking, settings);
  const clock = createLocalClock(settings, nowMs);
  const isBlocked = wishes.stays.some((stay) => stay.bookingId === bookingId && stay.wish.blockedSinceMs !== null);
  const doors = callView({ booking, unit, isBlocked, readings, nowMs, zoneAt: (place) => clock.zoneAt(place, unit) });
  return facts.areFromLocks === true ? doors.map((door) => ({ ...door, openEarly: null })) : doors;
}

/** As the account says now, else as the settings know it. */
function lockName(lockId: LockId, { settings, summaries }: Pick<DoorFacts, 'settings' | 'summaries'>): string {
  const stored = settings.mapping.locks.find((lock) => lock.lockId === lockId)?.name ?? '';
  const name = summaries.get(lockId)?.name ?? '';
  return [name, stored].find((text) => text.trim() !== '') ?? `lock ${String(lockId)}`;
}

/** Of a PIN whose leading zeros may be lost. */
export function pinLength(bookingId: BookingId | null, { memory, settings }: Pick<DoorFacts, 'memory' | 'settings'>): number {
  return (bookingId === null ? undefined : memory.pinDraws.get(bookingId)?.length) ?? settings.codes.pinLength;
}

function bookingOf(bookingId: BookingId, bookings: readonly KnownBooking[]): KnownBooking | undefined {
  return bookings.find(({ id }) => id === bookingId);
}

function unitOf(booking: KnownBooking | undefined, { mapping }: Settings): UnitMapping | null {
  return mapping.units.find(({ unitId }) => unitId === booking?.unitId) ?? null;
}
