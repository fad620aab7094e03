/** What a run needs, and what it is asked to do. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { PlanInput, PlanWishes } from '../../../shared/domain/plan.ts';
import type { RunMode, RunProgress, RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { GuestTelling } from '../messages/guest-telling.ts';
import type { KnownLists } from '../doors/last-lists.ts';
import type { BookingCloud, LockCloud } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock, Logger, PinSource, RunLock, StartDeadline } from '../ports/system.ts';
import type { ChangeWishes } from './renew-spares.ts';
import type { AccessTimes } from './run-problems.ts';

export interface EngineDependencies {
  readonly bookings: BookingCloud;
  readonly locks: LockCloud;
  /** What `locks` has read before: a scheduled run reads only what matters. Left out: every run reads every lock. */
  readonly lists?: KnownLists;
  /** Left out: no cloud asks for long pauses, and rejected credentials are not tried again. */
  readonly access?: AccessTimes;
  readonly history: HistoryStore;
  /** Left out: the user wishes nothing. */
  readonly wishes?: () => PlanWishes;
  readonly changeWishes?: ChangeWishes;
  /** Left out: guests are told nothing. */
  readonly telling?: GuestTelling;
  readonly pins: PinSource;
  readonly clock: Clock;
  readonly startDeadline: StartDeadline;
  readonly runLock: RunLock;
  readonly log: Logger;
  newRunId(): string;
}
export interface RunRequest {
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  readonly settings: Settings;
  /** Which deletes held by earlier runs are now approved: all, none, or those with these keys. */
  readonly applyHeld: boolean | ReadonlySet<string>;
  /** Only what belongs to this stay or person is carried out, remembered and reported. The plan is whole all the same. */
  readonly claim?: ClaimId;
  /** Known before the run begins. */
  readonly runId?: string;
  /** Called with what was read, before anything is written. */
  readonly onRead?: (input: PlanInput) => void;
  readonly signal?: AbortSignal;
  /** For the whole run, including pauses between requests. */
  readonly deadlineMs?: number;
  readonly onProgress?: (progress: RunProgress) => void;
}
