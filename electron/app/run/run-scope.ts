/** What a run is for: everything, or one stay or person. */
import type { Booking } from '../../../shared/domain/booking.ts';
import type { ClaimId, LockId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { Plan, PlanInput, PlanWishes } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { RunMode } from '../../../shared/domain/run.ts';
import { changesOfClaim, doorsOfClaim, isAboutClaim, scopedPlan } from '../../../shared/reconcile/scope.ts';

/** Lives for one run. */
export class RunScope {
  readonly #claim: ClaimId | null;
  #locks: ReadonlySet<LockId> = new Set();

  constructor(claim: ClaimId | undefined) {
    this.#claim = claim ?? null;
  }

  /** How a run leaves behind what it saw of others: a run for one claim leaves that to the next whole run. */
  keeps(mode: RunMode): RunMode {
    return this.#claim === null ? mode : 'dry-run';
  }

  locksToReadFirst(bookings: readonly Booking[], mapping: Mapping, wishes: PlanWishes): ReadonlySet<LockId> {
    if (this.#claim !== null) this.#locks = new Set(doorsOfClaim(this.#claim, bookings, mapping, wishes).map(({ lockId }) => lockId));
    return this.#locks;
  }

  isAboutLock(lockId: LockId): boolean {
    return this.#claim === null || this.#locks.has(lockId);
  }

  isReported(problem: Problem): boolean {
    return this.#claim === null || isAboutClaim(problem, this.#claim, this.#locks);
  }

  reported(problems: readonly Problem[]): readonly Problem[] {
    return problems.filter((problem) => this.isReported(problem));
  }

  planOf(whole: Plan, input: PlanInput): Plan {
    return this.#claim === null ? whole : scopedPlan(whole, input, this.#claim);
  }

  changesOf(changes: readonly MemoryChange[], input: PlanInput): readonly MemoryChange[] {
    return this.#claim === null ? changes : changesOfClaim(changes, input, this.#claim);
  }
}
