/**
 * A create that is refused because its keypad is full: own ended codes go at once, and then for now the code of a distant arrival, right
 * before the create that needs its place is sent again. When that is refused too, the removed code is made again.
 */
import type { CodeId, KeypadPlace } from '../../../../shared/domain/ids.ts';
import { claimOf, placeKey } from '../../../../shared/domain/ids.ts';
import type { CreateOperation, DeleteOperation, MoveOperation, Plan, PlanInput, PlannedOperation } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { countAt, freeAgain } from '../../../../shared/reconcile/refusals/capacity.ts';
import { createdKey } from '../../../../shared/reconcile/refusals/created-codes.ts';
import { mayMakeRoom, roomFinderFor, roomLeft } from '../../../../shared/reconcile/refusals/make-room.ts';
import type { RoomFinder } from '../../../../shared/reconcile/refusals/make-room.ts';
import { observe } from '../../../../shared/reconcile/observe.ts';
import type { Observation } from '../../../../shared/reconcile/observe.ts';
import { refusedField } from '../../../../shared/reconcile/refusals/refused-field.ts';
import { keypadFull, removedForRoom } from '../../../../shared/reconcile/stay/stay-problems.ts';
import { createLocalClock } from '../../../../shared/reconcile/zones.ts';
import { at } from '../../../../shared/time.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { Clock } from '../../ports/system.ts';
import type { OldCode, WriteOutcome } from './writer.ts';

type Creating = CreateOperation | MoveOperation;
type Sent = (operation: PlannedOperation) => Promise<WriteOutcome>;

/** Lives for one run. */
export class FullKeypads {
  readonly #input: PlanInput;
  readonly #planned: Plan;
  readonly #history: HistoryStore;
  readonly #clock: Clock;
  readonly #limits: Map<string, number>;
  readonly #deleted = new Set<CodeId>();
  /** Keypads without a place, and how many codes they hold. */
  readonly #closed = new Map<string, number>();
  readonly #madeHere = new Map<string, number>();
  #observation: Observation | null = null;
  #finder: RoomFinder | null = null;
  #left: number;

  constructor(input: PlanInput, planned: Plan, history: HistoryStore, clock: Clock) {
    this.#input = input;
    this.#planned = planned;
    this.#history = history;
    this.#clock = clock;
    this.#limits = new Map([...input.memory.remembered['keypad-limit']].map(([key, { codes }]) => [key, codes]));
    this.#left = mayMakeRoom(input, planned) ? roomLeft(input) : 0;
  }

  /** False for a code that has gone already. */
  isThere(codeId: CodeId): boolean {
    return !this.#deleted.has(codeId);
  }

  /** The problem to tell instead of sending another create to a keypad that has just refused one, for a guest who arrives later. */
  closed(operation: Creating): Problem | null {
    const { lockId, keypadId } = operation;
    const codes = this.#closed.get(placeKey({ lockId, keypadId }));
    return codes === undefined ? null : keypadFull(claimOf(operation), { lockId, keypadId }, codes, codes);
  }

  /** Counts what was written. */
  wrote(operation: PlannedOperation | OldCode): void {
    if (operation.kind === 'update' || operation.kind === 'adopt') return;
    const isDelete = operation.kind === 'delete' || operation.kind === 'old-code';
    if (isDelete) this.#deleted.add(operation.codeId);
    this.#madeHere.set(placeKey(operation), (this.#madeHere.get(placeKey(operation)) ?? 0) + (isDelete ? -1 : 1));
  }

  /**
   * Whether the keypad is full: by the message, or without a clear one by the number of codes it holds. The problem to tell when it is; the limit
   * is remembered.
   */
  fullProblem(operation: Creating, failure: CloudFailure): Problem | null {
    if (failure.kind !== 'refused' || !failure.certain) return null;
    const { lockId, keypadId } = operation;
    const key = placeKey(operation);
    const field = refusedField(failure.said);
    const codes = this.#heldAt(operation);
    const limit = this.#limits.get(key);
    const isFull = field === 'full' || (field === null && limit !== undefined && codes >= limit);
    if (!isFull) return null;
    this.#limits.set(key, codes);
    this.#history.remember([{ kind: 'keypad-limit', key, value: { lockId, keypadId, codes, atMs: this.#clock.nowMs() } }]);
    return keypadFull(claimOf(operation), operation, codes, codes);
  }

  /** Makes room and sends the create again. `send` carries out and notes one more operation; what it removes for now is told. */
  async makeRoom(
    operation: Creating,
    refused: WriteOutcome,
    again: () => Promise<WriteOutcome>,
    send: Sent,
    tell: (problem: Problem) => void,
  ): Promise<WriteOutcome> {
    let outcome = refused;
    const finder = (this.#finder ??= roomFinderFor(this.#input));
    let freed = 0;
    for (const ended of finder.ended(operation)) {
      if (this.isThere(ended.codeId) && (await send(ended)).ok) freed += 1;
    }
    if (freed > 0) outcome = await again();
    if (outcome.ok || this.fullProblem(operation, outcome.failure) === null) return outcome;
    const busy = new Set(this.#planned.operations.flatMap((planned) => ('codeId' in planned ? [planned.codeId] : [])));
    // A person's code never costs a guest a place.
    const mayRemove = this.#left > 0 && operation.personId === undefined;
    const distants = !mayRemove ? [] : finder.distant(operation, at(operation.record.startDate, operation.record.startTime));
    const distant = distants.find(({ remove }) => this.isThere(remove.codeId) && !busy.has(remove.codeId));
    if (distant === undefined) {
      this.#closed.set(placeKey(operation), this.#heldAt(operation));
      return outcome;
    }
    const { remove, restore } = distant;
    // Noted before: after a crash it must count, and the user must be told whose code it was.
    this.#left -= 1;
    this.#note(remove, operation);
    const removed = await send(remove);
    if (!removed.ok) return outcome;
    outcome = await again();
    const isBack = !outcome.ok && (await send(restore)).ok;
    if (!isBack) tell(this.#removed(remove, operation));
    return outcome;
  }

  #note(remove: DeleteOperation, forOperation: Creating): void {
    const { lockId, keypadId } = remove;
    const claimId = claimOf(remove);
    const value = { claimId, lockId, keypadId, forClaim: claimOf(forOperation), atMs: this.#clock.nowMs() };
    this.#history.remember([{ kind: 'made-room', key: createdKey(claimId, remove), value }]);
  }

  #removed(remove: DeleteOperation, operation: Creating): Problem {
    const now = createLocalClock(this.#input.settings, this.#input.nowMs).nowAt(remove, null);
    return removedForRoom(claimOf(remove), remove, claimOf(operation), freeAgain(this.#observed(), remove, now));
  }

  #heldAt(place: KeypadPlace): number {
    return countAt(this.#observed(), place) + (this.#madeHere.get(placeKey(place)) ?? 0);
  }

  #observed(): Observation {
    return (this.#observation ??= observe(this.#input));
  }
}
