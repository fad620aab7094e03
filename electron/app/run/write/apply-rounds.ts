/**
 * Carries out a plan, and plans again what The Keys refused: in another form, as the plan decides from what was learned. Each round changes
 * only the doors of bookings with a refusal, and deletes nothing. Refused tries per lock are bounded.
 */
import type { Code } from '../../../../shared/domain/code.ts';
import type { ClaimId, CodeId, LockId } from '../../../../shared/domain/ids.ts';
import type { MemoryChange, Remembered } from '../../../../shared/domain/memory.ts';
import { holdOf } from '../../../../shared/domain/plan.ts';
import type { PinDraw, Plan, PlanInput, PlannedOperation, Stay, UpdateOperation } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { OperationStatus } from '../../../../shared/domain/run.ts';
import { claimFromKey, claimOf, claimRef, placeKey } from '../../../../shared/domain/ids.ts';
import { plan } from '../../../../shared/reconcile/plan.ts';
import { learn, MAX_REFUSED_PER_LOCK, refusalKey, settled } from '../../../../shared/reconcile/refusals/refusals.ts';
import type { Lesson } from '../../../../shared/reconcile/refusals/refusals.ts';
import { isPinOpen } from '../../../../shared/reconcile/refusals/try-again.ts';
import { LAST_CUT_NOTE_FORM } from '../../../../shared/reconcile/tag.ts';
import { pinOpen, pinRefused } from '../../../../shared/reconcile/stay/stay-problems.ts';
import { applyPlan } from './apply.ts';
import type { ApplyOptions, ApplyResult, RefusedWrite } from './apply.ts';
import type { Logger } from '../../ports/system.ts';
import { unverifiedProblem, writeProblem } from '../run-problems.ts';
import type { WriteOperation } from './writer.ts';

export interface RoundsOptions extends Omit<ApplyOptions, 'mayWrite' | 'onRefused' | 'onWritten'> {
  readonly input: PlanInput;
  readonly remember: (changes: readonly MemoryChange[]) => void;
  readonly rememberPinDraw: (claimId: ClaimId, draw: PinDraw) => void;
  /** False: PINs are random, and a refused one cannot be recognised later. */
  readonly isKeyed: boolean;
  readonly log: Logger;
}
export interface RoundsResult extends Omit<ApplyResult, 'refused' | 'stillOn' | 'lists' | 'extra'> {
  /** Of every lock, as it was read last; null where it could not be read. */
  readonly lists: ReadonlyMap<LockId, readonly Code[] | null>;
  /** With the operations of later rounds, and stays and people as those left them. */
  readonly plan: Plan;
}

export async function applyInRounds(planned: Plan, options: RoundsOptions): Promise<RoundsResult> {
  return new Rounds(planned, options).run();
}

type OwnKind = 'refusal' | 'open-pin' | 'lock-forms' | 'stays-on';
type OwnChange = Extract<MemoryChange, { kind: OwnKind }>;

interface Refused extends RefusedWrite {
  readonly lesson: Lesson;
}

/** Lives from a run's first write to its last. */
class Rounds {
  readonly #options: RoundsOptions;
  readonly #plan: Plan;
  readonly #operations = new Map<string, PlannedOperation>();
  readonly #statuses = new Map<string, OperationStatus>();
  readonly #codeIds = new Map<string, CodeId>();
  readonly #lists: Map<LockId, readonly Code[] | null>;
  readonly #refusedOnLock = new Map<LockId, number>();
  /** By operation key: the last refusal of those that are not done. */
  readonly #refused = new Map<string, Refused>();
  /** Codes that read as on after they were switched off; of the last round, those that did for the first time. Each gets one more try. */
  readonly #stillOn = new Map<string, UpdateOperation>();
  #newlyOn: readonly UpdateOperation[] = [];
  readonly #problems: Problem[] = [];
  readonly #pinDraws: Map<ClaimId, PinDraw>;
  /** Updated with each change, since reading the whole history again for every write would be slow. */
  readonly #remembered: Remembered;
  #stays: Plan['stays'];
  #people: Plan['people'];

  constructor(planned: Plan, options: RoundsOptions) {
    this.#options = options;
    this.#plan = planned;
    this.#stays = planned.stays;
    this.#people = planned.people;
    this.#lists = new Map(options.input.lists);
    const { pinDraws, remembered } = options.input.memory;
    this.#pinDraws = new Map(pinDraws);
    this.#remembered = {
      ...remembered,
      refusal: new Map(remembered.refusal),
      'open-pin': new Map(remembered['open-pin']),
      'lock-forms': new Map(remembered['lock-forms']),
      'stays-on': new Map(remembered['stays-on']),
    };
  }

  async run(): Promise<RoundsResult> {
    let stoppedBy: ApplyResult['stoppedBy'];
    for (let operations = this.#plan.operations; ; operations = this.#replan()) {
      const result = await this.#round(operations);
      ({ stoppedBy } = result);
      if (stoppedBy !== null || this.#options.signal.aborted || result.refused.length + result.stillOn.length === 0) break;
    }
    this.#settle();
    this.#markUnsent();
    for (const refused of this.#refused.values()) this.#problems.push(this.#problemOf(refused));
    for (const operation of this.#stillOn.values())
      if (!this.#isDone(operation.key)) this.#problems.push(unverifiedProblem(operation, 'differs'));
    return {
      plan: { ...this.#plan, operations: [...this.#operations.values()], stays: this.#stays, people: this.#people },
      statuses: this.#statuses,
      codeIds: this.#codeIds,
      problems: this.#problems,
      lists: this.#lists,
      stoppedBy,
    };
  }

  async #round(operations: readonly PlannedOperation[]): Promise<ApplyResult> {
    const isFirst = this.#operations.size === 0;
    for (const operation of operations) {
      // What a move was planned as a create in this round, and the other way round.
      if (!isFirst)
        for (const earlier of this.#operations.values()) if (isSameWrite(earlier, operation)) this.#operations.delete(earlier.key);
      this.#operations.set(operation.key, operation);
    }
    const result = await applyPlan(operations, {
      ...this.#options,
      mayWrite: (lockId) => (this.#refusedOnLock.get(lockId) ?? 0) < MAX_REFUSED_PER_LOCK,
      onWritten: (operation) => this.#beforeWrite(operation),
      onRefused: (refused) => this.#learn(refused),
    });
    for (const operation of result.extra) this.#operations.set(operation.key, operation);
    for (const [key, status] of result.statuses) {
      this.#statuses.set(key, status);
      const operation = this.#operations.get(key);
      if (operation !== undefined && status === 'done') this.#succeed(operation);
    }
    this.#newlyOn = result.stillOn.filter(({ key }) => !this.#stillOn.has(key));
    for (const operation of result.stillOn) {
      const value = { claimId: claimOf(operation), atMs: this.#options.input.nowMs };
      this.#stillOn.set(operation.key, operation);
      this.#remember([{ kind: 'stays-on', key: String(operation.codeId), value }]);
    }
    for (const [key, codeId] of result.codeIds) this.#codeIds.set(key, codeId);
    for (const [lockId, codes] of result.lists) this.#lists.set(lockId, codes);
    this.#problems.push(...result.problems);
    return result;
  }

  /** Before the write: after a crash the PIN must be known, and that it may still change. */
  #beforeWrite(operation: WriteOperation): void {
    const { input, isKeyed } = this.#options;
    const draw = drawOf(operation);
    if (!isKeyed || draw === null) return;
    const claimId = claimOf(operation);
    this.#pinDraws.set(claimId, draw);
    this.#options.rememberPinDraw(claimId, draw);
    const key = String(claimId);
    if (operation.next?.pin !== true || this.#remembered['open-pin'].has(key)) return;
    this.#remember([{ kind: 'open-pin', key, value: { sinceMs: input.nowMs } }]);
  }

  #learn({ operation, failure }: RefusedWrite): void {
    const { input, isKeyed, log } = this.#options;
    const { lockId, keypadId } = operation;
    log.log('warn', 'write refused', {
      operation: operation.kind,
      ...claimRef(claimOf(operation)),
      lockId,
      keypadId,
      said: failure.said ?? null,
    });
    this.#refusedOnLock.set(operation.lockId, (this.#refusedOnLock.get(operation.lockId) ?? 0) + 1);
    const key = refusalKey(claimOf(operation), operation);
    const next = operation.next === undefined ? null : { ...operation.next, pin: operation.next.pin && isKeyed };
    const known = this.#remembered.refusal.get(key) ?? null;
    const lesson = learn(known, { pinDraw: drawOf(operation), next, said: failure.said }, input.nowMs);
    this.#remember([{ kind: 'refusal', key, value: lesson.refusal }]);
    this.#refused.set(operation.key, { operation, failure, lesson });
  }

  /** What is left to try for bookings with a refusal, with the locks as they are now. */
  #replan(): readonly PlannedOperation[] {
    const { input } = this.#options;
    const again = [...this.#refused.values()].filter(({ lesson }) => lesson.hasNext);
    const claims = new Set(again.map(({ operation }) => claimOf(operation)));
    if (claims.size + this.#newlyOn.length === 0) return [];
    const memory = { ...input.memory, pinDraws: this.#pinDraws, remembered: this.#remembered };
    // As if the list of bookings were incomplete: then nothing is moved or deleted.
    const next = plan({ ...input, bookings: { ...input.bookings, complete: false }, lists: this.#lists, memory });
    const places = new Set(
      [...again.map(({ operation }) => operation), ...this.#newlyOn].map((operation) => refusalKey(claimOf(operation), operation)),
    );
    const operations = next.operations.filter(
      (operation) =>
        holdOf(operation) === null &&
        ((operation.kind === 'update' && operation.pinDraw !== undefined && claims.has(claimOf(operation))) ||
          (operation.kind !== 'delete' && places.has(refusalKey(claimOf(operation), operation)))),
    );
    if (operations.length > 0) {
      const changed = new Map(next.stays.map((stay) => [stay.booking.id, stay]));
      this.#stays = this.#stays.map((stay) => (claims.has(stay.booking.id) ? (changed.get(stay.booking.id) ?? stay) : stay));
      const people = new Map(next.people.map((person) => [person.personId, person]));
      this.#people = this.#people.map((person) => (claims.has(person.personId) ? (people.get(person.personId) ?? person) : person));
    }
    return operations;
  }

  #succeed(operation: PlannedOperation): void {
    this.#refused.delete(operation.key);
    for (const [key, refused] of this.#refused) if (isSameWrite(refused.operation, operation)) this.#refused.delete(key);
    if (operation.kind === 'delete') return;
    const key = refusalKey(claimOf(operation), operation);
    const { refusal, 'lock-forms': locks } = this.#remembered;
    const known = refusal.get(key);
    if (known === undefined) return;
    this.#remember([{ kind: 'refusal', key, value: settled(known) }]);
    const lockKey = String(operation.lockId);
    const forms = locks.get(lockKey) ?? { note: 0, name: 0, start: 0 };
    // Only what The Keys itself named, and no form that is meant for one guest.
    for (const field of ['note', 'name', 'start'] as const)
      if (known.field === field && known[field] > forms[field] && known[field] <= LAST_COMMON_FORM[field])
        this.#remember([{ kind: 'lock-forms', key: lockKey, value: { ...forms, [field]: known[field] } }]);
  }

  /** A PIN is settled when a door has it and none is left to be tried; then the guest may be told, and it never changes by itself. */
  #settle(): void {
    const { input } = this.#options;
    const { 'open-pin': open, refusal } = this.#remembered;
    const stays = new Map<ClaimId, Pick<Stay, 'doors'>>([
      ...this.#stays.map((stay) => [stay.booking.id, stay] as const),
      ...this.#people.map((person) => [person.personId, person] as const),
    ]);
    const changes: OwnChange[] = [];
    for (const [key, opened] of open) {
      const id = claimFromKey(key);
      const stay = stays.get(id);
      const doors = stay?.doors ?? [];
      const isVerified = doors.some((door) => door.state === 'in-place' || this.#isDone(door.operationKey));
      const pending = [...this.#refused.values()].find(({ operation, lesson }) => claimOf(operation) === id && lesson.hasNext);
      const unsent = doors.find((door) => this.#isUnsent(door.operationKey, door.lockId));
      const place = pending?.operation ?? unsent;
      if (isVerified && place !== undefined && isPinOpen(opened, input.nowMs)) {
        if (pending !== undefined) this.#refused.delete(pending.operation.key);
        this.#problems.push(pinOpen(id, place, pending?.failure.said ?? null));
      } else if (isVerified || (stay === undefined && input.bookings.complete)) changes.push({ kind: 'open-pin', key, value: null });
    }
    if (input.bookings.complete)
      for (const key of refusal.keys())
        if (!stays.has(claimFromKey(key.split('@')[0] ?? ''))) changes.push({ kind: 'refusal', key, value: null });
    this.#remember(changes);
  }

  /** A write that was refused and is not sent again in this run has failed, although it was planned once more. */
  #markUnsent(): void {
    for (const { operation: refused } of this.#refused.values()) {
      for (const operation of this.#operations.values()) {
        if (this.#statuses.get(operation.key) !== 'planned') continue;
        if (operation.key !== refused.key && !isSameWrite(operation, refused)) continue;
        this.#statuses.set(operation.key, 'failed');
        this.#options.onStatus(operation, 'failed', null);
      }
    }
  }

  #remember(changes: readonly OwnChange[]): void {
    for (const { kind, key, value } of changes) {
      const values = this.#remembered[kind] as Map<string, unknown>;
      if (value === null) values.delete(key);
      else values.set(key, value);
    }
    this.#options.remember(changes);
  }

  #isDone(key: string | null): boolean {
    return key !== null && this.#statuses.get(key) === 'done';
  }

  #isUnsent(key: string | null, lockId: LockId): boolean {
    const isExhausted = (this.#refusedOnLock.get(lockId) ?? 0) >= MAX_REFUSED_PER_LOCK;
    return key !== null && isExhausted && this.#statuses.get(key) === 'planned';
  }

  #problemOf({ operation, failure, lesson }: Refused): Problem {
    if (lesson.refusal.isKeptPin) return pinRefused(claimOf(operation), operation, lesson.refusal.said);
    return writeProblem(operation, failure);
  }
}

/** Later forms have nothing left of the note, and the day of arrival for a name. */
const LAST_COMMON_FORM = { note: LAST_CUT_NOTE_FORM, name: 4, start: 2 };

function drawOf(operation: WriteOperation): PinDraw | null {
  return operation.kind === 'adopt' ? null : (operation.pinDraw ?? null);
}

/** The same code, planned again: what was a move may be a create then, and the other way round. */
function isSameWrite(one: PlannedOperation, other: PlannedOperation): boolean {
  return makesCode(one) && makesCode(other) && claimOf(one) === claimOf(other) && placeKey(one) === placeKey(other);
}
function makesCode({ kind }: PlannedOperation): boolean {
  return kind === 'create' || kind === 'move';
}
