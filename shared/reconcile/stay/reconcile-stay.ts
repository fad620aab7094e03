/** One live stay: what to create, adopt, update, move and delete so that each of its doors has exactly one correct code. */
import type { Code, CodeRecord, Pin } from '../../domain/code.ts';
import type { CodeId } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type { FieldChanges, HoldReason, PlannedOperation, StayDoor, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { isEvidence } from '../bookings.ts';
import { hasChanges } from '../diff.ts';
import { createCodeWish } from './code-wish.ts';
import type { CodeWish } from './code-wish.ts';
import { asLastWritten } from './last-written.ts';
import { findObstacle } from '../refusals/obstacles.ts';
import { compareCodes, isSamePlace } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { createOperation, deleteOperation, rewriteOperation, updateOperation, wantedFields } from './stay-operations.ts';
import type { StayContext, StayResult } from './stay-context.ts';
import { choosePins, doorWithOtherPin, formerPins } from './stay-pins.ts';
import type { PinChoice } from './stay-pins.ts';
import { differentPins, noFreePin, otherPin, scheduledCode, unreadableCode } from './stay-problems.ts';
import type { Claim } from '../claims.ts';
import { triesOf } from '../refusals/try-again.ts';
import type { Tries } from '../refusals/try-again.ts';

/** A door without a code, and the code made by hand that can be adopted there. */
interface Gap {
  readonly door: Door;
  readonly adopt: Code | null;
}

export function reconcileStay(claim: Claim, context: StayContext): StayResult {
  return new StayReconciler(claim, context).run();
}

/** Lives for one stay: collects operations, problems and the state of each door. */
class StayReconciler {
  readonly #claim: Claim;
  readonly #context: StayContext;
  readonly #operations: PlannedOperation[] = [];
  readonly #problems: Problem[] = [];
  readonly #doors = new Map<string, StayDoor>();
  readonly #gaps: Gap[] = [];
  /** Doors whose code gets another PIN, because a door of the booking refused the present one. */
  readonly #rewrites: { readonly door: Door; readonly code: Code }[] = [];
  readonly #tries: Tries;
  readonly #wish: CodeWish;
  /** By place: the PIN each door has or gets, as far as it is known. */
  readonly #pins = new Map<string, Pin>();
  #unchanged = 0;

  constructor(claim: Claim, context: StayContext) {
    this.#claim = claim;
    this.#context = context;
    this.#tries = triesOf(claim, context.input, context.clock);
    this.#wish = createCodeWish(claim, context);
  }

  run(): StayResult {
    for (const door of this.#claim.doors) this.#reconcileDoor(door);
    const strays = this.#strays();
    this.#fillGaps(strays);
    this.#handleStrays(strays);
    const other = this.#claim.isDue ? doorWithOtherPin(this.#claim, this.#pins) : null;
    if (other !== null) this.#problems.push(differentPins(this.#claim.id, other));
    this.#problems.push(...otherPin(this.#claim, [...this.#pins.values()]));
    return {
      operations: this.#operations,
      problems: this.#problems,
      doors: this.#claim.isDue ? this.#claim.doors.flatMap((door) => this.#doors.get(placeKey(door)) ?? []) : [],
      unchanged: this.#unchanged,
    };
  }

  #reconcileDoor(door: Door): void {
    if (!this.#context.observation.isReadable(door)) {
      this.#setDoor(door, 'blocked', null, null);
      return;
    }
    const tagged = this.#claim.managed.filter((code) => isSamePlace(code, door));
    const [kept] = tagged;
    if (kept === undefined) {
      if (this.#claim.isDue) this.#gaps.push({ door, adopt: this.#context.adoptions.find(this.#claim.id, door) });
      return;
    }
    this.#reconcileCode(door, kept, tagged.slice(1));
  }

  /** The door has its code: correct it where it differs, and delete its doubles. */
  #reconcileCode(door: Door, kept: Code, doubles: readonly Code[]): void {
    const { id } = this.#claim;
    const pin = this.#wish.pinOf(kept);
    if (pin !== null) this.#pins.set(placeKey(door), pin);
    const scheduled = [kept, ...doubles].find((code) => code.hasSchedule);
    if (scheduled !== undefined) this.#problems.push(scheduledCode(id, scheduled));
    const wanted = this.#wish.fields(kept);
    const changes =
      kept.hasSchedule || wanted === null || (!this.#claim.isDue && this.#wish.isOver(kept)) ? {} : this.#wish.differences(kept, wanted);
    const isUnreadable = hasChanges(changes) && pin === null;
    if (isUnreadable) this.#problems.push(unreadableCode(id, kept));
    if (kept.hasSchedule || isUnreadable) {
      this.#setDoor(door, 'blocked', kept.id, null);
      this.#keep(doubles);
      return;
    }
    const waits = hasChanges(changes) ? this.#tries.waits(door) : null;
    if (waits !== null) {
      this.#block(door, kept.id, waits);
      this.#keep(doubles);
      return;
    }
    if (this.#claim.isDue && pin !== null && this.#tries.refusedPins.has(pin)) {
      this.#rewrites.push({ door, code: kept });
      return;
    }
    const canUpdate = hasChanges(changes) && pin !== null && wanted !== null;
    const update = canUpdate ? this.#update('update', kept, { ...wanted, pin }, changes) : null;
    if (update?.hold != null) {
      // It waits: until then the code opens the door as it did.
      this.#setDoor(door, 'in-place', kept.id, null);
      this.#keep(doubles);
      return;
    }
    const updateKey = update?.key ?? null;
    if (updateKey === null) this.#unchanged += 1;
    this.#setDoor(door, updateKey === null ? 'in-place' : 'planned', kept.id, updateKey);
    if (!this.#mayDelete()) this.#keep(doubles);
    else
      for (const double of doubles) {
        if (double.hasSchedule) continue;
        const after = updateKey === null || this.#wish.isInTheWay(double) ? [] : [updateKey];
        this.#delete(double, 'duplicate', after, null);
      }
  }

  /** Doubles that are not deleted now. Once the stay is over they must not open any longer. */
  #keep(doubles: readonly Code[]): void {
    for (const double of doubles) if (!this.#claim.isDue || this.#wish.isInTheWay(double)) this.#shorten(double);
  }

  /** Codes of this booking on keypads that are not its doors (any more). */
  #strays(): Code[] {
    // Hidden codes cannot be shortened, only deleted.
    const hidden = this.#claim.isDue ? (this.#context.observation.hidden.get(this.#claim.id) ?? []) : [];
    return [...this.#claim.managed, ...hidden]
      .filter((code) => !this.#claim.doors.some((door) => isSamePlace(code, door)))
      .sort(compareCodes);
  }

  #fillGaps(strays: Code[]): void {
    const open: Door[] = [];
    for (const { door, adopt } of this.#gaps) {
      // One made by hand may have another PIN than the one that was refused.
      const waits = adopt === null ? this.#tries.waits(door) : null;
      if (waits !== null) {
        this.#block(door, null, waits);
        continue;
      }
      const pin = adopt === null ? null : this.#wish.pinOf(adopt);
      const wanted = adopt === null ? null : this.#wish.fields(adopt);
      if (adopt === null || pin === null || wanted === null) {
        if (this.#mayCreate(door)) open.push(door);
        continue;
      }
      this.#pins.set(placeKey(door), pin);
      const changes = { ...this.#wish.differences(adopt, wanted), description: { from: adopt.description, to: wanted.description } };
      this.#setDoor(door, 'planned', adopt.id, this.#update('adopt', adopt, { ...wanted, pin }, changes).key);
    }
    if (open.length + this.#rewrites.length === 0) return;
    const known = [...this.#pins.values(), ...strays.flatMap((code) => this.#wish.pinOf(code) ?? []), ...formerPins(this.#claim)];
    const doors = [...open, ...this.#rewrites.map(({ door }) => door)];
    const chosen = choosePins(this.#claim, doors, known, this.#context.register, this.#context.input, this.#tries);
    for (const { door, code } of this.#rewrites) this.#rewrite(door, code, chosen.get(placeKey(door)));
    // An old code is given up only where every door is certain to have its code; until then a new code is a plain create.
    const mayMove =
      chosen.size === doors.length && [...this.#doors.values()].every((door) => door.state !== 'blocked') && this.#mayDelete();
    // Neither is one behind which the guest may still be.
    const moveFrom = mayMove ? strays.filter((code) => !this.#isInside(code) && !this.#wish.isInTheWay(code)) : [];
    for (const door of open) {
      const choice = chosen.get(placeKey(door));
      if (choice === undefined) {
        this.#block(door, null, noFreePin(this.#claim.id, door));
        continue;
      }
      this.#pins.set(placeKey(door), choice.pin);
      const from = moveFrom.shift() ?? null;
      const operation = createOperation(this.#claim, door, choice, from, this.#tries, from ?? strays[0] ?? null);
      this.#operations.push(operation);
      this.#setDoor(door, 'planned', null, operation.key);
    }
  }

  /** False where the list may not show a code that was made, on a full keypad, and while nothing may grow. */
  #mayCreate(door: Door): boolean {
    if (this.#claim.gap?.mayGrow === false) {
      this.#setDoor(door, 'blocked', null, null);
      return false;
    }
    const obstacle = findObstacle(this.#claim, door, this.#context);
    if (obstacle === null) return true;
    this.#block(door, obstacle.codeId, obstacle.problem);
    return false;
  }

  #rewrite(door: Door, code: Code, choice: PinChoice | undefined): void {
    if (choice === undefined) {
      this.#block(door, code.id, noFreePin(this.#claim.id, door));
      return;
    }
    this.#pins.set(placeKey(door), choice.pin);
    const record = { ...wantedFields(this.#claim, code), pin: choice.pin };
    const update = updateOperation(this.#claim, 'update', code, record, {}, null, this.#tries);
    const operation = rewriteOperation(update, choice, this.#tries);
    this.#operations.push(operation);
    this.#setDoor(door, 'planned', code.id, operation.key);
  }

  /** Codes left on other keypads are deleted once every door is verified, and shortened when the stay is over. */
  #handleStrays(strays: readonly Code[]): void {
    if (strays.length === 0) return;
    const moved = new Set(this.#operations.flatMap((operation) => (operation.kind === 'move' ? [operation.from.codeId] : [])));
    for (const code of strays) {
      if (moved.has(code.id)) continue;
      if (!this.#claim.isDue) {
        this.#shorten(code);
        continue;
      }
      const doors = this.#claim.doors.map((door) => this.#doors.get(placeKey(door)));
      if (this.#wish.isInTheWay(code)) {
        if (this.#mayDelete()) this.#delete(code, 'moved', [], null);
        else this.#shorten(code);
        continue;
      }
      if (!this.#mayDelete() || doors.some((door) => door === undefined || door.state === 'blocked')) continue;
      this.#delete(
        code,
        'moved',
        doors.flatMap((door) => door?.operationKey ?? []),
        this.#isInside(code) ? 'doors-changed' : null,
      );
    }
  }

  /** The guest has left: a code that still opens a former door must not let anybody in. */
  #shorten(code: Code): void {
    if (this.#wish.isOver(code)) return;
    const pin = this.#wish.pinOf(code);
    const wanted = wantedFields(this.#claim, code);
    const changes = this.#wish.differences(code, wanted);
    if (!hasChanges(changes) || (onlyExtends(this.#context.input) && !this.#wish.isInTheWay(code))) return;
    if (code.hasSchedule) this.#problems.push(scheduledCode(this.#claim.id, code));
    else if (pin === null) this.#problems.push(unreadableCode(this.#claim.id, code));
    else this.#update('update', code, { ...wanted, pin }, changes);
  }

  /** True for the code of a former door that the guest may still need. */
  #isInside(code: Code): boolean {
    const { id, doors } = this.#claim;
    const { inside } = this.#context;
    return !inside.isReversed(code, id, doors) && inside.waits(code, id, null);
  }

  /** While the list of bookings is incomplete or the mapping is not confirmed, no code of a known booking is deleted. */
  #mayDelete(): boolean {
    const { input } = this.#context;
    const { booking } = this.#claim;
    return (booking === null || isEvidence(input, booking)) && !onlyExtends(input);
  }

  #update(kind: 'update' | 'adopt', code: Code, record: CodeRecord, changes: FieldChanges): UpdateOperation {
    const waits =
      kind === 'update' && this.#context.inside.waitsWith(record, asLastWritten(code, this.#context.input), this.#claim.booking);
    const operation = updateOperation(this.#claim, kind, code, record, changes, waits ? 'no-longer-booked' : null, this.#tries);
    this.#operations.push(operation);
    return operation;
  }

  #delete(code: Code, evidence: 'duplicate' | 'moved', after: readonly string[], hold: HoldReason | null): void {
    this.#operations.push(deleteOperation(this.#claim, code, evidence, after, hold));
  }

  /** The door keeps what it has, and the problem says why. */
  #block(door: Door, codeId: CodeId | null, problem: Problem): void {
    this.#problems.push(problem);
    this.#setDoor(door, 'blocked', codeId, null);
  }

  #setDoor(door: Door, state: StayDoor['state'], codeId: CodeId | null, key: string | null): void {
    const { lockId, keypadId, prefix } = door;
    this.#doors.set(placeKey(door), { lockId, keypadId, prefix, window: this.#claim.window, state, codeId, operationKey: key });
  }
}
