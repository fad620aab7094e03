/** One live stay: what to create, adopt, update, move and delete so that each of its doors has exactly one correct code. */
import type { Code, CodeRecord, Pin } from '../domain/code.ts';
import type { CodeId } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { Door } from '../domain/mapping.ts';
import type { FieldChanges, HoldReason, PlanInput, PlannedOperation, StayDoor, UpdateOperation } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import type { Adoptions } from './adopt.ts';
import { createdKey, mayCreate } from './created-codes.ts';
import { isEvidence } from './bookings.ts';
import { differences, hasChanges } from './diff.ts';
import { compareCodes, isSamePlace } from './observe.ts';
import type { Inside } from './inside.ts';
import type { Observation } from './observe.ts';
import { extended, onlyExtends } from './only-extend.ts';
import { possiblePins, sureFullPin } from './pins.ts';
import type { PinRegister } from './pins.ts';
import { isNameOf } from './stay-names.ts';
import { createOperation, deleteOperation, updateOperation, wantedFields } from './stay-operations.ts';
import { choosePins } from './stay-pins.ts';
import { differentPins, noFreePin, scheduledCode, unlistedCode, unreadableCode } from './stay-problems.ts';
import type { LiveStay } from './stays.ts';
import { isOver } from './windows.ts';
import type { LocalClock } from './zones.ts';

export interface StayContext {
  readonly input: PlanInput;
  readonly observation: Observation;
  readonly adoptions: Adoptions;
  readonly register: PinRegister;
  readonly inside: Inside;
  readonly clock: LocalClock;
}
export interface StayResult {
  readonly operations: readonly PlannedOperation[];
  readonly problems: readonly Problem[];
  readonly doors: readonly StayDoor[];
  readonly unchanged: number;
}

/** A door without a code, and the code made by hand that can be adopted there. */
interface Gap {
  readonly door: Door;
  readonly adopt: Code | null;
}

export function reconcileStay(stay: LiveStay, context: StayContext): StayResult {
  return new StayReconciler(stay, context).run();
}

/** Lives for one stay: collects operations, problems and the state of each door. */
class StayReconciler {
  readonly #stay: LiveStay;
  readonly #context: StayContext;
  readonly #operations: PlannedOperation[] = [];
  readonly #problems: Problem[] = [];
  readonly #doors = new Map<string, StayDoor>();
  readonly #gaps: Gap[] = [];
  /** By place: the PIN each door has or gets, as far as it is known. */
  readonly #pins = new Map<string, Pin>();
  #unchanged = 0;

  constructor(stay: LiveStay, context: StayContext) {
    this.#stay = stay;
    this.#context = context;
  }

  run(): StayResult {
    for (const door of this.#stay.doors) this.#reconcileDoor(door);
    const strays = this.#strays();
    if (this.#stay.isDue) this.#fillGaps(strays);
    this.#handleStrays(strays);
    this.#comparePins();
    return {
      operations: this.#operations,
      problems: this.#problems,
      doors: this.#stay.isDue ? this.#stay.doors.flatMap((door) => this.#doors.get(placeKey(door)) ?? []) : [],
      unchanged: this.#unchanged,
    };
  }

  #reconcileDoor(door: Door): void {
    if (!this.#context.observation.isReadable(door)) {
      this.#setDoor(door, 'blocked', null, null);
      return;
    }
    const tagged = this.#stay.managed.filter((code) => isSamePlace(code, door));
    const [kept] = tagged;
    if (kept === undefined) {
      if (this.#stay.isDue) this.#gaps.push({ door, adopt: this.#context.adoptions.find(this.#stay.booking.id, door) });
      return;
    }
    this.#reconcileCode(door, kept, tagged.slice(1));
  }

  /** The door has its code: correct it where it differs, and delete its doubles. */
  #reconcileCode(door: Door, kept: Code, doubles: readonly Code[]): void {
    const { id } = this.#stay.booking;
    const pin = this.#pinOf(kept);
    if (pin !== null) this.#pins.set(placeKey(door), pin);
    const scheduled = [kept, ...doubles].find((code) => code.hasSchedule);
    if (scheduled !== undefined) this.#problems.push(scheduledCode(id, scheduled));
    const wanted = this.#wanted(kept);
    const changes = kept.hasSchedule || wanted === null || this.#isOver(kept) ? {} : this.#differences(kept, wanted);
    const isUnreadable = hasChanges(changes) && pin === null;
    if (isUnreadable) this.#problems.push(unreadableCode(id, kept));
    if (kept.hasSchedule || isUnreadable) {
      this.#setDoor(door, 'blocked', kept.id, null);
      this.#keep(doubles);
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
      for (const double of doubles) if (!double.hasSchedule) this.#delete(double, 'duplicate', updateKey === null ? [] : [updateKey], null);
  }

  /** null: the code stays as it is. */
  #wanted(code: Code): ReturnType<typeof wantedFields> | null {
    const wanted = wantedFields(this.#stay, code);
    return onlyExtends(this.#context.input) ? extended(wanted, code) : wanted;
  }

  /** Doubles that are not deleted now. Once the stay is over they must not open any longer. */
  #keep(doubles: readonly Code[]): void {
    if (!this.#stay.isDue) for (const double of doubles) this.#shorten(double);
  }

  /** When stay and code are over, there is nothing to correct: removals.ts deletes the code later. */
  #isOver(code: Code): boolean {
    return !this.#stay.isDue && isOver(code, this.#context.clock.nowAt(code, this.#stay.unit));
  }

  /** Codes of this booking on keypads that are not its doors (any more). */
  #strays(): Code[] {
    // Hidden codes cannot be shortened, only deleted.
    const hidden = this.#stay.isDue ? (this.#context.observation.hidden.get(this.#stay.booking.id) ?? []) : [];
    return [...this.#stay.managed, ...hidden]
      .filter((code) => !this.#stay.doors.some((door) => isSamePlace(code, door)))
      .sort(compareCodes);
  }

  #fillGaps(strays: Code[]): void {
    const { booking } = this.#stay;
    const open: Door[] = [];
    for (const { door, adopt } of this.#gaps) {
      const pin = adopt === null ? null : this.#pinOf(adopt);
      const wanted = adopt === null ? null : this.#wanted(adopt);
      if (adopt === null || pin === null || wanted === null) {
        if (this.#mayCreate(door)) open.push(door);
        continue;
      }
      this.#pins.set(placeKey(door), pin);
      const changes = { ...this.#differences(adopt, wanted), description: { from: adopt.description, to: wanted.description } };
      this.#setDoor(door, 'planned', adopt.id, this.#update('adopt', adopt, { ...wanted, pin }, changes).key);
    }
    if (open.length === 0) return;
    const known = [...this.#pins.values(), ...strays.flatMap((code) => this.#pinOf(code) ?? [])];
    const chosen = choosePins(this.#stay, open, known, this.#context.register, this.#context.input);
    // An old code is given up only where every door is certain to have its code; until then a new code is a plain create.
    const mayMove = chosen.size === open.length && [...this.#doors.values()].every((door) => door.state !== 'blocked') && this.#mayDelete();
    // Neither is one behind which the guest may still be.
    const moveFrom = mayMove ? strays.filter((code) => !this.#isInside(code)) : [];
    for (const door of open) {
      const choice = chosen.get(placeKey(door));
      if (choice === undefined) {
        this.#problems.push(noFreePin(booking.id, door));
        this.#setDoor(door, 'blocked', null, null);
        continue;
      }
      this.#pins.set(placeKey(door), choice.pin);
      const from = moveFrom.shift() ?? null;
      const operation = createOperation(this.#stay, door, choice, from);
      this.#operations.push(operation);
      this.#setDoor(door, 'planned', null, operation.key);
    }
  }

  /** False while the list may not show a code that was made, and when it never does. */
  #mayCreate(door: Door): boolean {
    const { booking } = this.#stay;
    const { memory, nowMs } = this.#context.input;
    const known = memory.remembered['created-codes'].get(createdKey(booking.id, door));
    const advice = mayCreate(known, nowMs);
    if (known === undefined || advice === 'create') return true;
    const codeId = known.creates.findLast((create) => create.codeId !== null)?.codeId ?? null;
    this.#problems.push(unlistedCode(booking.id, door, codeId, advice));
    this.#setDoor(door, 'blocked', codeId, null);
    return false;
  }

  /** Guests are told one PIN. Where codes made elsewhere or a taken PIN lead to two, the user must tell them. */
  #comparePins(): void {
    if (!this.#stay.isDue) return;
    const known = this.#stay.doors.flatMap((door) => {
      const pins = this.#pinsAt(door);
      return pins.length === 0 ? [] : [{ door, pins }];
    });
    const [first] = known;
    const other = known.find(({ pins }) => first !== undefined && !pins.some((pin) => first.pins.includes(pin)))?.door;
    if (other !== undefined) this.#problems.push(differentPins(this.#stay.booking.id, other));
  }

  /** The PIN of a door's code; all possible ones where a number may have lost zeros. */
  #pinsAt(door: Door): readonly string[] {
    const sure = this.#pins.get(placeKey(door));
    if (sure !== undefined) return [sure];
    const kept = this.#stay.managed.find((code) => isSamePlace(code, door));
    return kept === undefined ? [] : possiblePins(kept);
  }

  /** Codes left on other keypads are deleted once every door is verified, and shortened when the stay is over. */
  #handleStrays(strays: readonly Code[]): void {
    if (strays.length === 0) return;
    const moved = new Set(this.#operations.flatMap((operation) => (operation.kind === 'move' ? [operation.from.codeId] : [])));
    for (const code of strays) {
      if (moved.has(code.id)) continue;
      if (!this.#stay.isDue) {
        this.#shorten(code);
        continue;
      }
      const doors = this.#stay.doors.map((door) => this.#doors.get(placeKey(door)));
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
    if (isOver(code, this.#context.clock.nowAt(code, this.#stay.unit))) return;
    const pin = this.#pinOf(code);
    const wanted = wantedFields(this.#stay, code);
    const changes = this.#differences(code, wanted);
    if (!hasChanges(changes) || onlyExtends(this.#context.input)) return;
    if (code.hasSchedule) this.#problems.push(scheduledCode(this.#stay.booking.id, code));
    else if (pin === null) this.#problems.push(unreadableCode(this.#stay.booking.id, code));
    else this.#update('update', code, { ...wanted, pin }, changes);
  }

  #differences(code: Code, wanted: ReturnType<typeof wantedFields>): FieldChanges {
    return differences(code, wanted, {
      now: this.#context.clock.nowAt(code, this.#stay.unit),
      isName: (named) => isNameOf(this.#stay, named, this.#context.input.memory.remembered),
    });
  }

  /** True for the code of a former door that the guest may still need. */
  #isInside(code: Code): boolean {
    const { booking, doors } = this.#stay;
    const { inside } = this.#context;
    return !inside.isReversed(code, booking.id, doors) && inside.waits(code, booking.id, null);
  }

  /** While the list of bookings is incomplete or the mapping is not confirmed, no code of a known booking is deleted. */
  #mayDelete(): boolean {
    const { input } = this.#context;
    return isEvidence(input, this.#stay.booking) && !onlyExtends(input);
  }

  #pinOf(code: Code): Pin | null {
    const { memory, settings, drawPin } = this.#context.input;
    const { id } = this.#stay.booking;
    const draw = memory.pinDraws.get(id);
    return sureFullPin(code, draw?.length ?? settings.codes.pinLength, (length) => drawPin(id, draw?.attempt ?? 0, length));
  }

  #update(kind: 'update' | 'adopt', code: Code, record: CodeRecord, changes: FieldChanges): UpdateOperation {
    const waits = kind === 'update' && this.#context.inside.waitsWith(record, code, this.#stay.booking);
    const operation = updateOperation(this.#stay, kind, code, record, changes, waits ? 'no-longer-booked' : null);
    this.#operations.push(operation);
    return operation;
  }

  #delete(code: Code, evidence: 'duplicate' | 'moved', after: readonly string[], hold: HoldReason | null): void {
    this.#operations.push(deleteOperation(this.#stay, code, evidence, after, hold));
  }

  #setDoor(door: Door, state: StayDoor['state'], codeId: CodeId | null, key: string | null): void {
    const { lockId, keypadId, prefix } = door;
    this.#doors.set(placeKey(door), { lockId, keypadId, prefix, window: this.#stay.window, state, codeId, operationKey: key });
  }
}
