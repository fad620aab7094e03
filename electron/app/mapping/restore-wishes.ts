/** The wishes after a backup is restored. What exists only here stays; of what exists in both, the backup's counts. Pure. */
import type { SavedWishes } from '../../../shared/domain/backup.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { Person, PinWish, StayWish, Wishes } from '../../../shared/domain/wishes.ts';
import { typedPins } from '../run/plan-wishes.ts';

/** Whether this installation's PIN key opens a typed PIN. */
export type CanOpen = (claim: ClaimId, typed: string) => boolean;

/** How many typed PINs of a backup cannot be read here. They are restored all the same: their key may come back. */
export function unreadablePins(saved: SavedWishes, canOpen: CanOpen): number {
  return typedPins(saved).filter(({ claim, typed }) => !canOpen(claim, typed)).length;
}

/** Restoring confirms what was lost before. */
export function restoreWishes(here: Wishes, saved: SavedWishes, canOpen: CanOpen): Wishes {
  const stays = new Map(here.stays.map((stay) => [stay.bookingId, stay.wish]));
  for (const { bookingId, wish } of saved.stays)
    stays.set(bookingId, restoreStay(stays.get(bookingId), wish, openedBy(canOpen, bookingId)));
  const people = new Map(here.people.map((person) => [person.id, person]));
  for (const person of saved.people) people.set(person.id, restorePerson(people.get(person.id), person, openedBy(canOpen, person.id)));
  return {
    ...here,
    stays: [...stays].map(([bookingId, wish]) => ({ bookingId, wish })),
    people: [...people.values()],
    recovery: 'none',
  };
}

type Opens = (typed: string) => boolean;
function openedBy(canOpen: CanOpen, claim: ClaimId): Opens {
  return (typed) => canOpen(claim, typed);
}

/** Who is blocked here stays blocked: a backup lets nobody in again. Digests of guests are of this PIN key where there are any. */
function restoreStay(here: StayWish | undefined, saved: StayWish, opens: Opens): StayWish {
  if (here === undefined) return saved;
  return {
    ...saved,
    blockedSinceMs: here.blockedSinceMs ?? saved.blockedSinceMs,
    pin: restorePin(here.pin, saved.pin, opens),
    guest: here.guest.length > 0 ? here.guest : saved.guest,
  };
}

function restorePerson(here: Person | undefined, saved: Person, opens: Opens): Person {
  if (here === undefined) return saved;
  return { ...saved, blockedSinceMs: here.blockedSinceMs ?? saved.blockedSinceMs, pin: restorePin(here.pin, saved.pin, opens) };
}

const MAX_RETIRED = 50;

/** A PIN that was retired anywhere stays retired, and a typed one that can be read is not replaced by one that cannot. */
function restorePin(here: PinWish, saved: PinWish, opens: Opens): PinWish {
  const isReadable = saved.typed !== null && opens(saved.typed);
  const known = new Set(here.retired.map((retired) => JSON.stringify(retired)));
  const retired = [...here.retired, ...saved.retired.filter((other) => !known.has(JSON.stringify(other)))];
  return { typed: isReadable ? saved.typed : (here.typed ?? saved.typed), retired: retired.slice(-MAX_RETIRED) };
}
