/** Carries out a plan: one writer per lock, several locks at once. Each touched lock is read back; the old codes of moves are deleted last. */
import type { Code } from '../../../../shared/domain/code.ts';
import { claimOf } from '../../../../shared/domain/ids.ts';
import type { CodeId, LockId } from '../../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import { holdOf } from '../../../../shared/domain/plan.ts';
import type { CreateOperation, MoveOperation, PlannedOperation, UpdateOperation } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { OperationStatus } from '../../../../shared/domain/run.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { isOff } from '../../../../shared/reconcile/hands/off-codes.ts';
import { keptName } from '../../../../shared/reconcile/stay/stay-names.ts';
import { noteCut } from '../../../../shared/reconcile/stay/stay-problems.ts';
import { isPresent, verifyCode } from '../../../../shared/reconcile/verify.ts';
import { isInDoubt } from '../../../../shared/reconcile/trust/unread-shares.ts';
import type { LockCloud } from '../../ports/clouds.ts';
import { allEnded } from '../all-ended.ts';
import type { CreateLog } from './created-codes.ts';
import type { SentLog } from './sent-codes.ts';
import type { FullKeypads } from './full-keypads.ts';
import { unverifiedProblem, writeProblem } from '../run-problems.ts';
import { createWriter } from './writer.ts';
import type { OldCode, WriteOperation, WriteOutcome } from './writer.ts';

export interface ApplyOptions {
  readonly locks: LockCloud;
  readonly signal: AbortSignal;
  /** Called when an operation's status is known, and again when it changes. */
  readonly onStatus: (operation: PlannedOperation, status: OperationStatus, codeId: CodeId | null) => void;
  /** Called before a code with a drawn PIN is written. */
  readonly onWritten: (operation: WriteOperation) => void;
  /** What was seen on the lock and later runs need to know. */
  readonly onLearned: (change: MemoryChange) => void;
  readonly creates: CreateLog;
  readonly sent: SentLog;
  readonly full: Pick<FullKeypads, 'isThere' | 'closed' | 'wrote' | 'fullProblem' | 'makeRoom'>;
  readonly onStep: (phase: 'apply' | 'verify', lockId: LockId) => void;
  /** False where a lock has refused so many writes that it gets no further one in this run. */
  readonly mayWrite?: (lockId: LockId) => boolean;
  readonly onRefused?: (refused: RefusedWrite) => void;
}
/** A create or update that the cloud certainly refused. */
export interface RefusedWrite {
  readonly operation: WriteOperation;
  readonly failure: CloudFailure;
}
export interface ApplyResult {
  readonly statuses: ReadonlyMap<string, OperationStatus>;
  readonly codeIds: ReadonlyMap<string, CodeId>;
  /** Without those of refused writes, which may still succeed in another form. */
  readonly problems: readonly Problem[];
  readonly refused: readonly RefusedWrite[];
  /** Codes that were switched off and read as on: without a problem yet, since there is another way. */
  readonly stillOn: readonly UpdateOperation[];
  /** The locks as they were read back. */
  readonly lists: ReadonlyMap<LockId, readonly Code[]>;
  /** Done beyond the plan, on keypads that turned out to be full. */
  readonly extra: readonly PlannedOperation[];
  /** Set when the cloud cannot be used any more in this run. */
  readonly stoppedBy: CloudFailure | null;
}

export async function applyPlan(operations: readonly PlannedOperation[], options: ApplyOptions): Promise<ApplyResult> {
  return new Application(operations, options).run();
}

/** Lives from a run's first write to its last read-back. */
class Application {
  readonly #operations: readonly PlannedOperation[];
  readonly #options: ApplyOptions;
  /** Aborted by an error at one lock: the writers of the others end with their current operation. */
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #statuses = new Map<string, OperationStatus>();
  readonly #codeIds = new Map<string, CodeId>();
  readonly #problems: Problem[] = [];
  readonly #refused: RefusedWrite[] = [];
  readonly #stillOn: UpdateOperation[] = [];
  readonly #lists = new Map<LockId, readonly Code[]>();
  readonly #extra: PlannedOperation[] = [];
  #stoppedBy: CloudFailure | null = null;

  constructor(operations: readonly PlannedOperation[], options: ApplyOptions) {
    this.#operations = operations;
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
  }

  async run(): Promise<ApplyResult> {
    for (const operation of this.#operations) {
      this.#set(operation, holdOf(operation) === null ? 'planned' : 'held');
    }
    const all = this.#operations.filter((operation) => holdOf(operation) === null);
    // On all locks before anything else. Should it fail, guests get their codes all the same.
    await this.#perLock(all.filter(({ goesFirst }) => goesFirst === true));
    const due = all.filter(({ goesFirst }) => goesFirst !== true);
    const writes = due.filter((operation) => operation.kind !== 'delete');
    const deletes = due.filter((operation) => operation.kind === 'delete');
    await this.#perLock([...writes, ...deletes.filter((operation) => operation.after.length === 0)]);
    // Doubles and the old codes of moves wait until what replaces them is verified.
    const moves = writes.filter((operation) => operation.kind === 'move').map((move) => this.#oldCode(move, writes));
    await this.#perLock([...deletes.filter((operation) => operation.after.length > 0), ...moves]);
    for (const move of moves) this.#settleMove(move);
    return {
      statuses: this.#statuses,
      codeIds: this.#codeIds,
      problems: this.#problems,
      refused: this.#refused,
      stillOn: this.#stillOn,
      extra: this.#extra,
      lists: this.#lists,
      stoppedBy: this.#stoppedBy,
    };
  }

  async #perLock(operations: readonly (PlannedOperation | OldCode)[]): Promise<void> {
    // Each lock only keeps its own order: the transport limits the requests in flight.
    const perLock = [...Map.groupBy(operations, ({ lockId }) => lockId)];
    await allEnded(
      perLock.map(([lockId, queue]) => this.#oneLock(lockId, queue)),
      () => this.#stop.abort(),
    );
  }

  async #oneLock(lockId: LockId, queue: readonly (PlannedOperation | OldCode)[]): Promise<void> {
    const writer = createWriter(this.#options.locks, this.#signal);
    const written: (PlannedOperation | OldCode)[] = [];
    let faultsInARow = 0;
    for (const operation of queue) {
      if (this.#signal.aborted || this.#stoppedBy !== null) break;
      if (!this.#mayStart(operation)) continue;
      // It went already, to make room.
      if (operation.kind === 'delete' && !this.#options.full.isThere(operation.codeId)) continue;
      const isWrite = operation.kind !== 'delete' && operation.kind !== 'old-code';
      const isCreate = operation.kind === 'create' || operation.kind === 'move';
      if (isWrite && this.#options.mayWrite?.(lockId) === false) continue;
      const closed = isCreate ? this.#options.full.closed(operation) : null;
      if (closed !== null) {
        this.#problems.push(closed);
        continue;
      }
      if (isWrite) {
        this.#options.onWritten(operation);
        this.#options.sent.sending(operation);
      }
      let outcome = await writer.write(operation);
      if (isCreate) outcome = await this.#intoFull(operation, outcome, written);
      this.#options.onStep('apply', lockId);
      this.#note(operation, outcome, written);
      if (outcome.ok) {
        faultsInARow = 0;
        continue;
      }
      const { failure } = outcome;
      if (failure.kind === 'aborted' && failure.certain) break;
      this.#set(operation, failure.certain ? 'failed' : 'unverified');
      const full = isCreate ? this.#options.full.fullProblem(operation, failure) : null;
      if (full !== null) this.#problems.push(full);
      else if (isWrite && failure.kind === 'refused' && failure.certain) {
        this.#refused.push({ operation, failure });
        this.#options.onRefused?.({ operation, failure });
      } else this.#problems.push(writeProblem(planned(operation), failure));
      if (failure.kind === 'credentials-rejected' || failure.kind === 'credentials-missing') this.#stoppedBy = failure;
      if (failure.kind === 'forbidden') break;
      faultsInARow = failure.kind === 'refused' || failure.kind === 'not-found' ? 0 : faultsInARow + 1;
      // A lock that fails twice in a row waits for the next run; the others continue.
      if (faultsInARow >= 2) break;
    }
    if (written.length > 0) await this.#readBack(lockId, written);
  }

  #note(operation: PlannedOperation | OldCode, outcome: WriteOutcome, written: (PlannedOperation | OldCode)[]): void {
    if (operation.kind === 'create' || operation.kind === 'move') {
      if (outcome.ok || !outcome.failure.certain) this.#options.creates.created(operation, outcome.ok ? outcome.codeId : null);
    }
    if (!outcome.ok) return;
    this.#options.full.wrote(operation);
    if (outcome.codeId !== null) this.#codeIds.set(operation.key, outcome.codeId);
    written.push(operation);
  }

  /** Where the keypad is full, makes room for a create. Once a code is removed for it, even a run that is stopped sends the create. */
  async #intoFull(
    operation: CreateOperation | MoveOperation,
    refused: WriteOutcome,
    written: (PlannedOperation | OldCode)[],
  ): Promise<WriteOutcome> {
    const { full, locks } = this.#options;
    if (refused.ok || this.#signal.aborted || full.fullProblem(operation, refused.failure) === null) return refused;
    const writer = createWriter(locks, new AbortController().signal);
    const send = async (extra: PlannedOperation): Promise<WriteOutcome> => {
      if (!this.#operations.some(({ key }) => key === extra.key)) this.#extra.push(extra);
      this.#set(extra, 'planned');
      const outcome = await writer.write(extra);
      this.#note(extra, outcome, written);
      if (!outcome.ok) {
        this.#set(extra, outcome.failure.certain ? 'failed' : 'unverified');
        this.#problems.push(writeProblem(extra, outcome.failure));
      }
      return outcome;
    };
    return full.makeRoom(
      operation,
      refused,
      () => writer.write(operation),
      send,
      (problem) => this.#problems.push(problem),
    );
  }

  async #readBack(lockId: LockId, written: readonly (PlannedOperation | OldCode)[]): Promise<void> {
    const list = await this.#options.locks.listCodes(lockId, { signal: this.#signal });
    this.#options.onStep('verify', lockId);
    if (list.ok) this.#lists.set(lockId, list.value.codes);
    for (const operation of written) {
      if (!list.ok || isInDoubt(operation, list.value.unread, new Set())) {
        this.#set(operation, 'unverified');
        this.#problems.push(unverifiedProblem(planned(operation), 'unread'));
      } else this.#check(operation, list.value.codes);
    }
  }

  #check(operation: PlannedOperation | OldCode, codes: readonly Code[]): void {
    if (operation.kind === 'delete' || operation.kind === 'old-code') {
      const isThere = isPresent(codes, operation.codeId);
      this.#set(operation, isThere ? 'unverified' : 'done');
      if (!isThere) {
        this.#options.creates.deleted(operation, operation.codeId);
        this.#options.sent.gone(operation.codeId);
      }
      if (isThere) this.#problems.push(unverifiedProblem(planned(operation), 'still-there'));
      return;
    }
    const codeId = operation.kind === 'update' || operation.kind === 'adopt' ? operation.codeId : null;
    const verification = verifyCode(codes, { claimId: claimOf(operation), place: operation, codeId, record: operation.record });
    const foundId = verification.kind === 'missing' ? null : verification.codeId;
    if (foundId !== null) {
      this.#codeIds.set(operation.key, foundId);
      this.#options.creates.listed(operation, foundId);
    }
    this.#set(operation, verification.kind === 'verified' ? 'done' : 'unverified');
    const seen = codes.find(({ id }) => id === foundId);
    if (seen !== undefined) this.#options.sent.readBack(operation, seen, verification.kind === 'verified');
    const kept = seen === undefined ? null : keptName(seen, operation.record.name);
    if (kept !== null) this.#options.onLearned(kept);
    if (seen !== undefined && (operation.isNoteCut === true || isCut(seen.description, operation.record.description)))
      this.#problems.push(noteCut(claimOf(operation), operation, seen.id));
    if (operation.kind === 'update' && seen !== undefined && !operation.record.active && !isOff(seen)) {
      this.#stillOn.push(operation);
      this.#set(operation, 'unverified');
    } else if (verification.kind !== 'verified') this.#problems.push(unverifiedProblem(operation, verification.kind));
  }

  /** False for a delete whose replacement is not verified. */
  #mayStart(operation: PlannedOperation | OldCode): boolean {
    if (operation.kind !== 'delete' && operation.kind !== 'old-code') return true;
    return operation.after.every((key) => this.#statuses.get(key) === 'done');
  }

  /** The old code of a move waits for every door of its booking, not only for its own replacement. */
  #oldCode(move: MoveOperation, writes: readonly PlannedOperation[]): OldCode {
    const after = writes.filter((operation) => claimOf(operation) === claimOf(move)).map((operation) => operation.key);
    return { ...move.from, kind: 'old-code', key: `${move.key}:old-code`, after, move };
  }

  /** A move is done once its old code is deleted too. */
  #settleMove(oldCode: OldCode): void {
    const status = this.#statuses.get(oldCode.key);
    this.#statuses.delete(oldCode.key);
    if (this.#statuses.get(oldCode.move.key) === 'done' && status !== 'done')
      this.#set(oldCode.move, status === 'failed' ? 'failed' : 'unverified');
  }

  #set(operation: PlannedOperation | OldCode, status: OperationStatus): void {
    this.#statuses.set(operation.key, status);
    if (operation.kind !== 'old-code') this.#options.onStatus(operation, status, this.#codeIds.get(operation.key) ?? null);
  }
}

function planned(operation: PlannedOperation | OldCode): PlannedOperation {
  return operation.kind === 'old-code' ? operation.move : operation;
}

/** The cloud kept the beginning only. */
function isCut(kept: string, sent: string): boolean {
  const beginning = kept.replace(/…$/u, '').trimEnd();
  return beginning.length < sent.trimEnd().length && sent.startsWith(beginning);
}
