/** Collects what comes out of planning one stay: operations, problems and the state of each door. */
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { CodeId, KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type { FieldChanges, HoldReason, PlannedOperation, StayDoor, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Claim } from '../claims.ts';
import type { Tries } from '../refusals/try-again.ts';
import { isReplacedBy } from '../removals/replaced-doors.ts';
import { asLastWritten } from './last-written.ts';
import type { StayContext, StayResult } from './stay-context.ts';
import { deleteOperation, updateOperation } from './stay-operations.ts';
import { noFreePin } from './stay-problems.ts';

export class StayDraft {
  readonly operations: PlannedOperation[] = [];
  readonly problems: Problem[] = [];
  unchanged = 0;
  readonly #claim: Claim;
  readonly #context: StayContext;
  readonly #tries: Tries;
  readonly #doors = new Map<string, StayDoor>();

  constructor(claim: Claim, context: StayContext, tries: Tries) {
    this.#claim = claim;
    this.#context = context;
    this.#tries = tries;
  }

  result(): StayResult {
    const { operations, problems, unchanged } = this;
    const { id, isDue, doors: own } = this.#claim;
    if (this.#tries.own === null && isDue) problems.push(...own.slice(0, 1).map((door) => noFreePin(id, door, null)));
    const doors = this.#claim.isDue ? this.#claim.doors.flatMap((door) => this.doorAt(door) ?? []) : [];
    return { operations, problems, doors, unchanged };
  }

  /** As far as they are known by now. */
  doors(): readonly StayDoor[] {
    return [...this.#doors.values()];
  }
  doorAt(place: KeypadPlace): StayDoor | undefined {
    return this.#doors.get(placeKey(place));
  }

  update(kind: 'update' | 'adopt', code: Code, record: CodeRecord, changes: FieldChanges): UpdateOperation {
    const waits =
      kind === 'update' &&
      record.active &&
      this.#context.inside.waitsWith(record, asLastWritten(code, this.#context.input), this.#claim.booking);
    const operation = updateOperation(this.#claim, kind, code, record, changes, waits ? 'no-longer-booked' : null, this.#tries);
    this.operations.push(operation);
    return operation;
  }

  delete(code: Code, evidence: 'duplicate' | 'moved', after: readonly string[], hold: HoldReason | null): void {
    const reason = evidence === 'moved' && this.isReplaced(code) ? 'door-replaced' : evidence;
    this.operations.push(deleteOperation(this.#claim, code, reason, after, hold));
  }

  /** The user put another door in the place of this code's. */
  isReplaced(code: Code): boolean {
    return isReplacedBy(code, this.#claim.doors, this.#context.input.settings.mapping);
  }

  /** The door keeps what it has, and the problem says why. */
  block(door: Door, codeId: CodeId | null, problem: Problem): void {
    this.problems.push(problem);
    this.setDoor(door, 'blocked', codeId, null);
  }

  setDoor(door: Door, state: StayDoor['state'], codeId: CodeId | null, key: string | null, isOff = false): void {
    const { lockId, keypadId, prefix } = door;
    const code = codeId === null ? undefined : this.#claim.managed.find(({ id }) => id === codeId);
    const window = code === undefined ? this.#claim.window : this.#context.hands.windowOf(this.#claim, code);
    const off = isOff ? { isOff: true as const } : {};
    this.#doors.set(placeKey(door), { lockId, keypadId, prefix, window, state, codeId, operationKey: key, ...off });
  }
}
