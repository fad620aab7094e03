/** Finds a door by letters of a guest, a unit, a door or a person, or by the number of a lock or booking. */
import type { BookingId, LockId, PersonId, UnitId } from '../domain/ids.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Person } from '../domain/wishes.ts';
import { placesOf } from '../reconcile/observe.ts';
import { compareText, plainText } from '../text.ts';
import { daysBetween } from '../time.ts';
import type { LocalDate } from '../time.ts';
import type { KnownBooking } from './code-owner.ts';

export type DoorMatch =
  | {
      readonly kind: 'guest';
      readonly bookingId: BookingId;
      readonly name: string;
      readonly arrival: LocalDate;
      readonly departure: LocalDate;
    }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly name: string }
  | { readonly kind: 'unit'; readonly unitId: UnitId; readonly name: string }
  | { readonly kind: 'lock'; readonly lockId: LockId; readonly name: string };

export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly match: DoorMatch }
  /** The likeliest first. `more`: how many are left out. */
  | { readonly kind: 'several'; readonly matches: readonly DoorMatch[]; readonly more: number };

interface Entry {
  readonly match: DoorMatch;
  /** Typed in full, one of these means this entry. */
  readonly exact: readonly string[];
  /** What letters are searched in. */
  readonly text: string;
  readonly locks: string;
  /** 0 for who is staying, then days until arrival, then days since departure. */
  readonly distance: number;
}
/** Folded once, so that each further letter is found at once. */
export type DoorIndex = readonly Entry[];

const KINDS = ['guest', 'person', 'unit', 'lock'] as const;
export const MAX_MATCHES = 20;
/** Sorts guests who left behind those who come. */
const DEPARTED = 100_000;

export interface Searchable {
  readonly bookings: readonly KnownBooking[];
  readonly people: readonly Person[];
  readonly mapping: Mapping;
}

export function doorIndex({ bookings, people, mapping }: Searchable, today: LocalDate): DoorIndex {
  const locksOf = new Map(mapping.units.map(({ unitId, doors }) => [unitId, lockKey(doors)]));
  const guests = bookings
    .filter(({ state }) => state !== 'blocked')
    .map(({ id, guestName, unitId, arrival, departure }) =>
      entry({ kind: 'guest', bookingId: id, name: guestName.trim(), arrival, departure }, [String(id)], {
        locks: (unitId === null ? undefined : locksOf.get(unitId)) ?? '',
        distance: distanceOf(arrival, departure, today),
      }),
    );
  const units = mapping.units.map(({ unitId, name }) =>
    entry({ kind: 'unit', unitId, name: name === '' ? `unit ${String(unitId)}` : name }, [String(unitId)], {
      locks: locksOf.get(unitId) ?? '',
    }),
  );
  const persons = people.map(({ id, name, doors }) => entry({ kind: 'person', personId: id, name }, [id], { locks: lockKey(doors) }));
  const places = placesOf(mapping);
  const locks = [...new Set(places.map(({ lockId }) => lockId))].map((lockId) => {
    const info = mapping.locks.find((lock) => lock.lockId === lockId);
    const keypads = places.filter((place) => place.lockId === lockId).map(({ keypadId }) => keypadId);
    const name = info?.name ?? '';
    return entry({ kind: 'lock', lockId, name: name === '' ? `lock ${String(lockId)}` : name }, [String(lockId), ...keypads], {
      locks: String(lockId),
      further: info?.keypads.map((keypad) => keypad.name) ?? [],
    });
  });
  return [...guests, ...persons, ...units, ...locks];
}

/** An exact name wins, and so does the number of a lock. Otherwise every word must be found. Matches that mean the same doors are one. */
export function findDoor(index: DoorIndex, search: string): Found {
  const wanted = plainText(search);
  if (wanted === '') return { kind: 'none' };
  const exact = index.filter((candidate) => candidate.exact.includes(wanted));
  const lock = exact.find(({ match }) => match.kind === 'lock' && String(match.lockId) === wanted);
  if (lock !== undefined) return { kind: 'one', match: lock.match };
  const words = wanted.split(' ');
  const found = exact.length > 0 ? exact : index.filter(({ text }) => words.every((word) => text.includes(word)));
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  const isOneDoor = found.every(({ match, locks }) => match.kind !== 'guest' && match.kind !== 'person' && locks === first.locks);
  if (found.length === 1 || (isOneDoor && first.locks !== '')) return { kind: 'one', match: first.match };
  const sorted = found.toSorted((one, other) => compareEntries(one, other, wanted)).map(({ match }) => match);
  return { kind: 'several', matches: sorted.slice(0, MAX_MATCHES), more: Math.max(0, sorted.length - MAX_MATCHES) };
}

function entry(
  match: DoorMatch,
  ids: readonly string[],
  { locks, distance = 0, further = [] }: { readonly locks: string; readonly distance?: number; readonly further?: readonly string[] },
): Entry {
  const name = plainText(match.name);
  return { match, exact: [name, ...ids.map(plainText)], text: [name, ...ids, ...further].map(plainText).join('\n'), locks, distance };
}

function compareEntries(one: Entry, other: Entry, wanted: string): number {
  return (
    likeness(other, wanted) - likeness(one, wanted) ||
    KINDS.indexOf(one.match.kind) - KINDS.indexOf(other.match.kind) ||
    one.distance - other.distance ||
    compareText(one.text, other.text)
  );
}

/** Names are typed from their beginning. */
function likeness({ text }: Entry, wanted: string): number {
  if (text.startsWith(wanted)) return 2;
  return text.includes(` ${wanted}`) ? 1 : 0;
}

function distanceOf(arrival: LocalDate, departure: LocalDate, today: LocalDate): number {
  if (today < arrival) return daysBetween(today, arrival);
  return today <= departure ? 0 : DEPARTED + daysBetween(departure, today);
}

function lockKey(doors: readonly { readonly lockId: LockId }[]): string {
  return [...new Set(doors.map(({ lockId }) => lockId))].sort((one, other) => one - other).join(' ');
}
