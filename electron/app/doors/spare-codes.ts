/** Spare codes on doors: what a guest may be told, and what is recorded once the digits were shown. */
import type { KeypadPlace, LockId, PersonId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { BookingId, CodeId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import { digitsToType } from '../../../shared/doors/call-view.ts';
import type { KnownBooking } from '../../../shared/doors/code-owner.ts';
import { opensNow } from '../../../shared/doors/door-view.ts';
import { guestsOnLocks } from '../../../shared/doors/guests-on-locks.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { saysBlocked } from '../../../shared/reconcile/tag.ts';
import { addDays, at, dateOf } from '../../../shared/time.ts';
import type { LocalDate, WallTime } from '../../../shared/time.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { callFacts, lockFacts } from './door-facts.ts';
import type { DoorFacts } from './door-facts.ts';

export interface SpareCode extends KeypadPlace {
  readonly personId: PersonId;
  readonly codeId: CodeId;
  readonly opensNow: boolean;
  /** As typed; null where the PIN cannot be read, or nobody is to be told it. */
  readonly digits: string | null;
}

const MAX_STAYS = 50;
const MIDNIGHT = '00:00' as WallTime;
/** The guest is expected inside: nobody gets in with a spare code before or after the stay. */
const MAY_BE_TOLD: ReadonlySet<string> = new Set(['valid', 'unsure', 'no-code', 'not-read']);

export function spareCodes(lockIds: readonly LockId[], facts: DoorFacts): readonly SpareCode[] {
  const spares = new Map(facts.wishes.people.filter(({ isSpare }) => isSpare).map((person) => [person.id, person]));
  const doors = facts.settings.mapping.units.flatMap((unit) => unit.doors);
  return lockIds.flatMap((lockId) =>
    (lockFacts(lockId, facts).view?.codes ?? []).flatMap((owned): readonly SpareCode[] => {
      const { code, owner, personId } = owned;
      const person = personId === null ? undefined : spares.get(personId);
      if (person === undefined || owner !== 'person') return [];
      const isOff = person.blockedSinceMs !== null || person.removedAtMs !== null || saysBlocked(code.description);
      const prefix = doors.find((door) => placeKey(door) === placeKey(code))?.prefix ?? '';
      const length = facts.memory.pinDraws.get(person.id)?.length ?? facts.settings.codes.pinLength;
      const digits = isOff ? null : digitsToType({ code, prefix, state: 'valid' }, length);
      return [{ lockId, keypadId: code.keypadId, personId: person.id, codeId: code.id, opensNow: opensNow(owned), digits }];
    }),
  );
}

/** On the doors of a stay under way. */
export function sparesForGuest(bookingId: BookingId, facts: DoorFacts): readonly SpareCode[] {
  const booking = facts.bookings.find(({ id }) => id === bookingId);
  if (booking === undefined || !isUnderWay(booking, todayOf(facts))) return [];
  const doors = (callFacts(bookingId, facts) ?? []).filter(({ state }) => MAY_BE_TOLD.has(state));
  const places = new Set(doors.map(placeKey));
  return spareCodes([...new Set(doors.map(({ lockId }) => lockId))], facts).filter((spare) => places.has(placeKey(spare)));
}

/** Without a guest's name, it may be for whoever stays behind one of these doors. */
export function recordSpares(
  history: Pick<HistoryStore, 'recordEvent' | 'remember'>,
  shown: readonly SpareCode[],
  bookingId: BookingId | null,
  facts: DoorFacts,
): void {
  for (const { lockId, keypadId, codeId } of shown)
    history.recordEvent({ kind: 'pin-revealed', atMs: facts.nowMs, bookingId, lockId, keypadId, codeId });
  const stays = bookingId === null ? null : facts.bookings.filter(({ id }) => id === bookingId);
  history.remember(
    [...new Map(shown.map((spare) => [spare.personId, spare])).values()].flatMap((spare) =>
      shownFor(spare, stays ?? staysBehind(spare, facts), facts),
    ),
  );
}

function shownFor({ personId }: SpareCode, bookings: readonly KnownBooking[], { memory }: DoorFacts): readonly MemoryChange[] {
  const known = memory.remembered['spare-shown'].get(personId)?.stays ?? [];
  const more = bookings
    .filter(({ id }) => known.every((stay) => stay.bookingId !== id))
    .map(({ id, departure }) => ({ bookingId: id, until: at(addDays(departure, 1), MIDNIGHT) }));
  if (more.length === 0) return [];
  return [{ kind: 'spare-shown', key: personId, value: { personId, stays: [...known, ...more].slice(-MAX_STAYS) } }];
}

function staysBehind({ lockId }: SpareCode, facts: DoorFacts): readonly KnownBooking[] {
  const { bookings, readings, settings } = facts;
  const today = todayOf(facts);
  const { units } = settings.mapping;
  const listed = guestsOnLocks(readings.get(lockId)?.codes ?? [], units, today);
  const here = new Set(units.filter(({ doors }) => doors.some((door) => door.lockId === lockId)).map(({ unitId }) => unitId));
  const isHere = ({ unitId }: KnownBooking): boolean => unitId !== null && here.has(unitId);
  return [...new Map([...listed, ...bookings].map((booking) => [booking.id, booking])).values()].filter(
    (booking) => isHere(booking) && isUnderWay(booking, today),
  );
}

function isUnderWay({ state, arrival, departure }: KnownBooking, today: LocalDate): boolean {
  return state !== 'cancelled' && state !== 'blocked' && arrival <= today && today <= departure;
}

function todayOf({ settings, nowMs }: DoorFacts): LocalDate {
  return dateOf(createLocalClock(settings, nowMs).nowAt(null, null));
}
