/**
 * Plans with the lists of this run and of earlier ones. Whatever the plan is about is read in this run, and planned again, until the plan is about
 * no lock that was read only before: nothing is written, removed, held, remembered or told because of an old list.
 */
import type { ClaimId, LockId } from '../../../../shared/domain/ids.ts';
import type { Plan, PlanInput } from '../../../../shared/domain/plan.ts';
import { sparesDue } from '../../../../shared/reconcile/people/spares.ts';
import { plan } from '../../../../shared/reconcile/plan.ts';
import { locksConcerned } from '../../../../shared/reconcile/reading/locks-concerned.ts';
import { followWishes } from '../store-wishes.ts';
import type { Followed } from '../store-wishes.ts';

/** After so many plans, all that is left is read. */
const MAX_PLANS = 3;

export interface PlanningPorts {
  /** Locks that were not read in this run. */
  readonly notRead: () => readonly LockId[];
  /** Nothing that was read before counts. */
  readonly isInDoubt: boolean;
  /** Reads these and adds what follows from them. */
  readonly readMore: (input: PlanInput, locks: readonly LockId[]) => Promise<PlanInput>;
  /** Gives other PINs to spare codes whose stay is over; null: not in this run. */
  readonly renewSpares: ((input: PlanInput) => PlanInput) | null;
  /** Whom the run is about to tell something. */
  readonly toTell: (planned: Plan, input: PlanInput) => Iterable<ClaimId>;
}

export interface Planned {
  readonly whole: Plan;
  readonly followed: Followed;
}

export async function planOverLists(first: PlanInput, ports: PlanningPorts): Promise<Planned> {
  let input = first;
  let renewSpares = ports.renewSpares;
  for (let plans = 0; ; plans += 1) {
    const notRead = new Set(ports.notRead());
    if (notRead.size > 0 && (ports.isInDoubt || plans === MAX_PLANS)) {
      input = await ports.readMore(input, [...notRead]);
      continue;
    }
    const about = (planned: Parameters<typeof locksConcerned>[0], claims: Iterable<ClaimId>): readonly LockId[] =>
      notRead.size === 0 ? [] : [...locksConcerned(planned, input, claims)].filter((lockId) => notRead.has(lockId));
    const ofSpares = renewSpares === null ? [] : about(NOTHING, new Set(sparesDue(input).map(({ personId }) => personId)));
    if (renewSpares !== null && ofSpares.length === 0) {
      input = renewSpares(input);
      renewSpares = null;
    }
    const followed = followWishes(input);
    const whole = plan(followed.input);
    const missing = new Set([...ofSpares, ...about(whole, notRead.size === 0 ? [] : ports.toTell(whole, followed.input))]);
    if (missing.size === 0) return { whole, followed };
    input = await ports.readMore(input, [...missing]);
  }
}

const NOTHING = { operations: [], remember: [], settledHolds: [] };
