/** Carries out a plan: one writer per lock, several locks at once, reads every touched lock back, then lets old sides go. */
import type { Code } from '../../../shared/domain/code.ts';
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import type { MoveOperation, PlannedOperation } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationStatus } from '../../../shared/domain/run.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { isPresent, verifyCode } from '../../../shared/reconcile/verify.ts';
import type { LockCloud } from '../ports/clouds.ts';
import { unverifiedProblem, writeProblem } from './run-problems.ts';
import { createWriter } from './writer.ts';
import type { OldSide, WriteOperation } from './writer.ts';

export interface ApplyOptions {
  readonly locks: LockCloud;
  readonly signal: AbortSignal;
  /** Called as each operation's fate is known, and once more when it changes. */
  readonly onStatus: (operation: PlannedOperation, status: OperationStatus, codeId: CodeId | null) => void;
  /** Called before a code with a drawn PIN is written. */
  readonly onWritten: (operation: WriteOperation) => void;
  readonly onStep: (phase: 'apply' | 'verify') => void;
}
export interface ApplyResult {
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly codeIds: ReadonlyMap<string, CodeId>;
  readonly problems: readonly Problem[];
  /** Set when the cloud cannot be used any more in this run. */
  readonly stoppedBy: CloudFailure | null;
}

export async function applyPlan(operations: readonly PlannedOperation[], options: ApplyOptions): Promise<ApplyResult> {
  return new Application(operations, options).run();
}

/** A run's writing part: lives from the first write to the last list. */
class Application {
  readonly #operations: readonly PlannedOperation[];
  readonly #options: ApplyOptions;
  readonly #statuses = new Map<string, OperationStatus>();
  readonly #codeIds = new Map<string, CodeId>();
  readonly #problems: Problem[] = [];
  #stoppedBy: CloudFailure | null = null;

  constructor(operations: readonly PlannedOperation[], options: ApplyOptions) {
    this.#operations = operations;
    this.#options = options;
  }

  async run(): Promise<ApplyResult> {
    for (const operation of this.#operations) {
      this.#set(operation, operation.kind === 'delete' && operation.hold !== null ? 'held' : 'planned');
    }
    const writes = this.#operations.filter((operation) => operation.kind !== 'delete');
    const deletes = this.#operations.filter((operation) => operation.kind === 'delete').filter((operation) => operation.hold === null);
    await this.#perLock([...writes, ...deletes.filter((operation) => operation.after.length === 0)], (operation) => operation.lockId);
    // What had to wait for a verified new side: doubles and old sides of moves.
    const moves = writes.filter((operation) => operation.kind === 'move').map((move) => this.#oldSide(move, writes));
    await this.#perLock([...deletes.filter((operation) => operation.after.length > 0), ...moves], (operation) => operation.lockId);
    for (const move of moves) this.#settleMove(move);
    return { statuses: this.#statuses, codeIds: this.#codeIds, problems: this.#problems, stoppedBy: this.#stoppedBy };
  }

  async #perLock(
    operations: readonly (PlannedOperation | OldSide)[],
    lockOf: (operation: PlannedOperation | OldSide) => LockId,
  ): Promise<void> {
    const byLock = new Map<LockId, (PlannedOperation | OldSide)[]>();
    for (const operation of operations) {
      const queue = byLock.get(lockOf(operation));
      if (queue === undefined) byLock.set(lockOf(operation), [operation]);
      else queue.push(operation);
    }
    // The transport bounds the requests in flight; here each lock only keeps its own order.
    await Promise.all([...byLock].map(([lockId, queue]) => this.#oneLock(lockId, queue)));
  }

  async #oneLock(lockId: LockId, queue: readonly (PlannedOperation | OldSide)[]): Promise<void> {
    const writer = createWriter(this.#options.locks, this.#options.signal);
    const written: (PlannedOperation | OldSide)[] = [];
    let faultsInARow = 0;
    for (const operation of queue) {
      if (this.#options.signal.aborted || this.#stoppedBy !== null) break;
      if (!this.#mayGo(operation)) continue;
      if (operation.kind !== 'delete' && operation.kind !== 'old-side') this.#options.onWritten(operation);
      const outcome = await writer.write(operation);
      this.#options.onStep('apply');
      if (outcome.ok) {
        if (outcome.codeId !== null) this.#codeIds.set(operation.key, outcome.codeId);
        written.push(operation);
        faultsInARow = 0;
        continue;
      }
      const { failure } = outcome;
      if (failure.kind === 'aborted' && failure.certain) break;
      this.#set(operation, failure.certain ? 'failed' : 'unverified');
      this.#problems.push(writeProblem(planned(operation), failure));
      if (failure.kind === 'credentials-rejected' || failure.kind === 'credentials-missing') this.#stoppedBy = failure;
      if (failure.kind === 'forbidden') break;
      faultsInARow = failure.kind === 'refused' || failure.kind === 'not-found' ? 0 : faultsInARow + 1;
      // A lock that fails twice in a row is left to the next run; the others go on.
      if (faultsInARow >= 2) break;
    }
    if (written.length > 0) await this.#readBack(lockId, written);
  }

  async #readBack(lockId: LockId, written: readonly (PlannedOperation | OldSide)[]): Promise<void> {
    const list = await this.#options.locks.listCodes(lockId, { signal: this.#options.signal });
    this.#options.onStep('verify');
    for (const operation of written) {
      if (!list.ok) {
        this.#set(operation, 'unverified');
        this.#problems.push(unverifiedProblem(planned(operation), 'unread'));
      } else this.#judge(operation, list.value.codes);
    }
  }

  #judge(operation: PlannedOperation | OldSide, codes: readonly Code[]): void {
    if (operation.kind === 'delete' || operation.kind === 'old-side') {
      const isThere = isPresent(codes, operation.codeId);
      this.#set(operation, isThere ? 'unverified' : 'done');
      if (isThere) this.#problems.push(unverifiedProblem(planned(operation), 'still-there'));
      return;
    }
    const codeId = operation.kind === 'update' || operation.kind === 'adopt' ? operation.codeId : null;
    const verification = verifyCode(codes, { bookingId: operation.bookingId, place: operation, codeId, record: operation.record });
    if (verification.kind !== 'missing') this.#codeIds.set(operation.key, verification.codeId);
    this.#set(operation, verification.kind === 'verified' ? 'done' : 'unverified');
    if (verification.kind !== 'verified') this.#problems.push(unverifiedProblem(operation, verification.kind));
  }

  /** Everything goes at once but what waits for a verified new side. */
  #mayGo(operation: PlannedOperation | OldSide): boolean {
    if (operation.kind !== 'delete' && operation.kind !== 'old-side') return true;
    return operation.after.every((key) => this.#statuses.get(key) === 'done');
  }

  /** The old code of a move waits for every door of its booking, not only for its own new side. */
  #oldSide(move: MoveOperation, writes: readonly PlannedOperation[]): OldSide {
    const after = writes.filter((operation) => operation.bookingId === move.bookingId).map((operation) => operation.key);
    return { ...move.from, kind: 'old-side', key: `${move.key}:old-side`, after, move };
  }

  /** A move is done when its old side is gone too. */
  #settleMove(oldSide: OldSide): void {
    const status = this.#statuses.get(oldSide.key);
    this.#statuses.delete(oldSide.key);
    if (this.#statuses.get(oldSide.move.key) === 'done' && status !== 'done')
      this.#set(oldSide.move, status === 'failed' ? 'failed' : 'unverified');
  }

  #set(operation: PlannedOperation | OldSide, status: OperationStatus): void {
    this.#statuses.set(operation.key, status);
    if (operation.kind !== 'old-side') this.#options.onStatus(operation, status, this.#codeIds.get(operation.key) ?? null);
  }
}

function planned(operation: PlannedOperation | OldSide): PlannedOperation {
  return operation.kind === 'old-side' ? operation.move : operation;
}
