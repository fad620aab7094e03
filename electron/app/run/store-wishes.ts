/**
 * At the start of a run: wishes that go on with a guest who booked again are stored, with what recognises guests who are blocked, and those for stays
 * long over go.
 */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { followWishes as follow } from '../../../shared/reconcile/continuity/follow-wishes.ts';
import type { FollowedWishes } from '../../../shared/reconcile/continuity/follow-wishes.ts';
import { blockedWithoutDigests } from '../../../shared/reconcile/hands/seen-off.ts';
import { pastWishes } from '../../../shared/reconcile/removals/past-wishes.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { ChangeWishes } from './renew-spares.ts';

interface Ports {
  readonly history: Pick<HistoryStore, 'remember'>;
  readonly changeWishes?: ChangeWishes;
}

export interface Followed extends FollowedWishes {
  /** Digests of guests whom the user blocked before their bookings could be read. */
  readonly guests: ReadonlyMap<BookingId, readonly string[]>;
}

/** Nothing is stored yet. */
export function followWishes(read: PlanInput): Followed {
  const guests = blockedWithoutDigests(read);
  return { ...follow(withGuests(read, guests)), guests };
}

/** The plan counts with them in any case. The wishes first, then what is remembered: a run that is killed in between stores the same again. */
export function keepFollowed({ wishes, guests, remember }: Followed, { history, changeWishes }: Ports): void {
  if (wishes.size + guests.size === 0 || changeWishes === undefined) return;
  const store = ({ stays, ...others }: Wishes): Wishes => {
    const known = new Map(stays.map(({ bookingId, wish }) => [bookingId, wish]));
    for (const [id, guest] of guests) {
      const wish = known.get(id);
      if (wish?.guest.length === 0) known.set(id, { ...wish, guest: [...guest] });
    }
    for (const [id, next] of wishes) known.set(id, { ...(known.get(id) ?? noStayWish()), ...next });
    return { ...others, stays: [...known].map(([bookingId, wish]) => ({ bookingId, wish })) };
  };
  if (storedIfPossible(() => void changeWishes(store))) history.remember(remember);
}

function withGuests(input: PlanInput, guests: ReadonlyMap<BookingId, readonly string[]>): PlanInput {
  const stays = [...input.wishes.stays].map(([id, wish]) => [id, { ...wish, guest: guests.get(id) ?? wish.guest }] as const);
  return guests.size === 0 ? input : { ...input, wishes: { ...input.wishes, stays: new Map(stays) } };
}

/** No plan depends on what goes. */
export function dropPastWishes(read: PlanInput, { history, changeWishes }: Ports): void {
  if (changeWishes === undefined) return;
  const { ids, remember } = pastWishes(read);
  const past = new Set(ids);
  const drop = (wishes: Wishes): Wishes => ({ ...wishes, stays: wishes.stays.filter(({ bookingId }) => !past.has(bookingId)) });
  if (past.size === 0 || storedIfPossible(() => void changeWishes(drop))) history.remember(remember);
}
