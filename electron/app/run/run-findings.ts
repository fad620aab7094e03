/** What goes wrong while a run reads and writes: its problems, each once, and whether it can still count as whole. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { ToldInRun } from '../messages/guest-telling.ts';
import type { Logger } from '../ports/system.ts';
import { accessProblem, deadlineProblem, isPause, listProblem } from './run-problems.ts';
import type { AccessTimes } from './run-problems.ts';

interface FindingsPorts {
  readonly access?: AccessTimes;
  readonly log: Logger;
  readonly zone: string;
  /** The time of the run is over. */
  readonly isLate: () => boolean;
}

/** Lives for one run. */
export class RunFindings {
  readonly problems: Problem[] = [];
  /** A cloud could not be read at all: the run ends before anything is written. */
  isCloudLost = false;
  isPartial = false;
  told: readonly Telling[] = [];
  /** null: nobody was to be told anything in this run. */
  tellings: readonly Telling[] | null = null;
  readonly #ports: FindingsPorts;

  constructor(ports: FindingsPorts) {
    this.#ports = ports;
  }

  /** `locks`: how many there are. `runs`: in how many runs in a row this one failed. */
  listFailed(lockId: LockId, failure: CloudFailure, locks: number, runs: number): void {
    this.isPartial = true;
    const { log, access } = this.#ports;
    log.log('warn', 'lock list failed', { lockId, kind: failure.kind, status: failure.status });
    const isWholeCloud = failure.kind.startsWith('credentials') || failure.kind === 'aborted' || failure.kind === 'clock-skew';
    // One lock alone may be the cause. A problem with the whole cloud is reported once.
    const problem = listProblem(lockId, failure, runs);
    const mayBeCloud = locks > 1 && failure.kind === 'unreachable' && problem.kind === 'list-failed';
    if (isWholeCloud || mayBeCloud || isPause(failure, access)) this.cloudFailed(failure);
    else this.problems.push(problem);
  }

  toldGuests(done: ToldInRun | null): void {
    if (done === null) return;
    this.told = done.told;
    this.tellings = done.lines;
    this.problems.push(...done.problems);
  }

  cloudFailed(failure: CloudFailure): void {
    const { log, access, zone, isLate } = this.#ports;
    log.log('warn', 'cloud failed', { cloud: failure.cloud, kind: failure.kind, status: failure.status });
    const problem = failure.kind === 'aborted' && isLate() ? deadlineProblem(failure) : accessProblem(failure, access, zone);
    const isKnown = ({ kind, cloud, failure }: Problem) => kind === problem.kind && cloud === problem.cloud && failure === problem.failure;
    if (!this.problems.some(isKnown)) this.problems.push(problem);
  }
}
