/** Collects what comes out of planning one stay: operations, problems and the state of each door. */
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { CodeId, KeypadPlace } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type { FieldChanges, HoldReason, PlannedOperation, StayDoor, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Claim } from '../claims.ts';
import { isSamePlace } from '../observe.ts';
import type { Tries } from '../refusals/try-again.ts';
import { isApproved } from '../removals/guard.ts';
import { isReplacedBy } from '../removals/replaced-doors.ts';
import { unmoved } from '../trust/only-extend.ts';
import { asLastWritten } from './last-written.ts';
import type { StayContext, StayResult } from './stay-context.ts';
import { deleteOperation, rewriteOperation, updateOperation } from './stay-operations.ts';
import type { PinChoice } from './stay-pins.ts';
import { noFreePin } from './stay-problems.ts';

export class StayDraft {
  readonly operations: PlannedOperation[] = [];
  readonly problems: Problem[] = [];
  unchanged = 0;
  readonly #claim: Claim;
  readonly #context: StayContext;
  readonly #tries: Tries;
  readonly #doors: StayDoor[] = [];

  constructor(claim: Claim, context: StayContext, tries: Tries) {
    this.#claim = claim;
    this.#context = context;
    this.#tries = tries;
  }

  result(): StayResult {
    const { operations, problems, unchanged } = this;
    const { id, isDue, doors: own } = this.#claim;
    if (this.#tries.own === null && isDue) problems.push(...own.map((door) => noFreePin(id, door, null)));
    const doors = this.#claim.isDue ? this.#claim.doors.flatMap((door) => this.doorAt(door) ?? []) : [];
    return { operations, problems, doors, unchanged };
  }

  /** As far as they are known by now. */
  doors(): readonly StayDoor[] {
    return this.#doors;
  }
  doorAt(place: KeypadPlace): StayDoor | undefined {
    return this.#doors.find((door) => isSamePlace(door, place));
  }

  update(kind: 'update' | 'adopt', code: Code, record: CodeRecord, changes: FieldChanges): UpdateOperation {
    const hold = kind === 'update' ? this.#holdOf(code, record) : null;
    const operation = updateOperation(this.#claim, kind, code, record, changes, hold, this.#tries);
    this.operations.push(operation);
    return operation;
  }

  /** Another PIN for a code. It does not wait for what the user is asked about; the times do, and are still asked about. */
  rewrite(code: Code, fields: Omit<CodeRecord, 'pin'>, changes: FieldChanges, choice: PinChoice): UpdateOperation {
    const { input } = this.#context;
    const record = { ...fields, pin: choice.pin };
    const update = updateOperation(this.#claim, 'update', code, record, {}, this.#holdOf(code, record), this.#tries);
    const now = update.hold === null || isApproved(input, update) ? null : unmoved(fields, asLastWritten(code, input));
    if (now !== null) this.operations.push({ ...update, changes });
    const sent = now === null ? update : updateOperation(this.#claim, 'update', code, { ...now, pin: choice.pin }, {}, null, this.#tries);
    const operation = rewriteOperation(sent, choice, this.#tries);
    this.operations.push(operation);
    return operation;
  }

  #holdOf(code: Code, record: CodeRecord): HoldReason | null {
    const { input, inside } = this.#context;
    return record.active && inside.waitsWith(record, asLastWritten(code, input), this.#claim.booking) ? 'no-longer-booked' : null;
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
    const code = this.#claim.managed.find(({ id }) => id === codeId);
    const window = code === undefined ? this.#claim.window : this.#context.hands.windowOf(this.#claim, code);
    const off = isOff ? { isOff: true as const } : {};
    const next: StayDoor = { lockId, keypadId, prefix, window, state, codeId, operationKey: key, ...off };
    const before = this.#doors.findIndex((one) => isSamePlace(one, door));
    if (before === -1) this.#doors.push(next);
    else this.#doors[before] = next;
  }
}
