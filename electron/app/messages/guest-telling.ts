/** Where telling guests joins a run: before the first write, and after the locks were read back. */
import type { BookingId, ClaimId, LockId } from '../../../shared/domain/ids.ts';
import type { Plan, PlanInput } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { ReadStay } from '../../../shared/readiness/read-stays.ts';

export interface RunToTell {
  /** As read; `lists` as they are after the writes. */
  readonly input: PlanInput;
  readonly stays: readonly ReadStay[];
  /** The run was for this stay or person alone. */
  readonly claim: ClaimId | null;
  /** Locks whose lists are of an earlier run: nobody is sent what is on them. */
  readonly notRead?: readonly LockId[];
  readonly signal: AbortSignal;
}

export interface ToldInRun {
  /** What was sent, set or deleted in this run. */
  readonly told: readonly Telling[];
  readonly problems: readonly Problem[];
  /** What goes next, went, or waits after this run, for each stay and way that is on. */
  readonly lines: readonly Telling[];
}

export interface GuestTelling {
  /** Whose codes the run would tell, if it found the locks like this. */
  due(run: Pick<RunToTell, 'input' | 'stays'>): readonly BookingId[];
  /** Deletes placeholders that would say what stops being true. The writes do not wait for its success. */
  beforeWrites(planned: Plan, input: PlanInput, signal: AbortSignal): Promise<readonly Problem[]>;
  afterWrites(run: RunToTell): Promise<ToldInRun>;
}
