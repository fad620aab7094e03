/** At the start of a run: what the user decided for a stay whose guest booked again is stored for the new booking. */
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { followWishes as follow } from '../../../shared/reconcile/continuity/follow-wishes.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { ChangeWishes } from './renew-spares.ts';

interface Ports {
  readonly history: Pick<HistoryStore, 'remember'>;
  readonly changeWishes?: ChangeWishes;
}

/** The plan counts with them in any case. The wishes first, then what is remembered: a run that is killed in between stores the same again. */
export function followWishes(read: PlanInput, { history, changeWishes }: Ports, isKept: boolean): PlanInput {
  const { input, wishes, remember } = follow(read);
  if (!isKept || wishes.size === 0 || changeWishes === undefined) return input;
  const store = ({ stays, ...others }: Wishes): Wishes => {
    const known = new Map(stays.map(({ bookingId, wish }) => [bookingId, wish]));
    for (const [id, next] of wishes) known.set(id, { ...(known.get(id) ?? noStayWish()), ...next });
    return { ...others, stays: [...known].map(([bookingId, wish]) => ({ bookingId, wish })) };
  };
  if (storedIfPossible(() => void changeWishes(store))) history.remember(remember);
  return input;
}
