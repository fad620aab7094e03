/** One live stay: what to create, adopt, update, move and delete so that each of its doors has exactly one correct code. */
import type { Code, Pin } from '../../domain/code.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import { isEvidence } from '../bookings.ts';
import { hasChanges } from '../diff.ts';
import { createCodeWish } from './code-wish.ts';
import type { CodeWish } from './code-wish.ts';
import { isOff as isOffCode } from '../hands/off-codes.ts';
import type { Block } from '../hands/blocks.ts';
import { findObstacle } from '../refusals/obstacles.ts';
import { isSamePlace } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { createOperation, moveOperation } from './stay-operations.ts';
import type { StayContext, StayResult } from './stay-context.ts';
import { StayDraft } from './stay-draft.ts';
import { choosePins, doorWithOtherPin, formerPins, secretPin } from './stay-pins.ts';
import type { PinChoice } from './stay-pins.ts';
import { differentPins, noFreePin, otherPin, scheduledCode, stillOn, unreadableCode } from './stay-problems.ts';
import { saysBlocked, withTag } from '../tag.ts';
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
  readonly #draft: StayDraft;
  readonly #block: Block;
  readonly #gaps: Gap[] = [];
  /** Doors whose code gets another PIN: a door of the booking refused the present one, or the user replaced it. */
  readonly #rewrites: { readonly door: Door; readonly code: Code }[] = [];
  readonly #tries: Tries;
  readonly #wish: CodeWish;
  /** By place: the PIN each door has or gets, as far as it is known. */
  readonly #pins = new Map<string, Pin>();

  constructor(claim: Claim, context: StayContext) {
    this.#claim = claim;
    this.#context = context;
    this.#tries = triesOf(claim, context.input, context.clock);
    this.#wish = createCodeWish(claim, context);
    this.#draft = new StayDraft(claim, context, this.#tries);
    this.#block = context.blocks.of(claim);
  }

  run(): StayResult {
    for (const door of this.#claim.doors) this.#reconcileDoor(door);
    const strays = this.#strays();
    this.#fillGaps(strays);
    this.#handleStrays(strays);
    const other = this.#claim.isDue && !this.#block.isBlocked ? doorWithOtherPin(this.#claim, this.#pins) : null;
    if (other !== null) this.#draft.problems.push(differentPins(this.#claim.id, other));
    this.#draft.problems.push(...otherPin(this.#claim, [...this.#pins.values()]));
    return this.#draft.result();
  }

  #reconcileDoor(door: Door): void {
    if (!this.#context.observation.isReadable(door)) {
      this.#draft.setDoor(door, 'blocked', null, null);
      return;
    }
    const tagged = this.#claim.managed.filter((code) => isSamePlace(code, door));
    const [kept] = tagged;
    if (kept === undefined) {
      if (this.#block.isBlocked) this.#draft.setDoor(door, 'in-place', null, null, true);
      else if (this.#claim.isDue) this.#gaps.push({ door, adopt: this.#context.adoptions.find(this.#claim.id, door) });
      return;
    }
    this.#reconcileCode(door, kept, tagged.slice(1));
  }

  /** The door has its code: correct it where it differs, and delete its doubles. */
  #reconcileCode(door: Door, kept: Code, doubles: readonly Code[]): void {
    const scheduled = [kept, ...doubles].find((code) => code.hasSchedule);
    if (scheduled !== undefined) this.#draft.problems.push(scheduledCode(this.#claim.id, scheduled));
    const first = this.#reconcileKept(door, kept);
    for (const double of doubles) {
      // Of two that are not both on or both off, neither goes: one may be the guest's, the other what keeps somebody out.
      const isAlike = isOffCode(double) === isOffCode(kept);
      if (first === null || !isAlike || !this.#mayDelete()) this.#keep(double);
      else if (!double.hasSchedule) this.#draft.delete(double, 'duplicate', this.#wish.isInTheWay(double) ? [] : first, null);
    }
  }

  /** Which operations are done before its doubles go; null: they do not go now. */
  #reconcileKept(door: Door, kept: Code): readonly string[] | null {
    const { id, isDue } = this.#claim;
    const pin = this.#wish.pinOf(kept);
    if (pin !== null && !saysBlocked(kept.description)) this.#pins.set(placeKey(door), pin);
    const wanted = this.#wish.fields(kept);
    const isLeftAlone = this.#context.hands.isLeftAlone(kept) && !this.#wish.isInTheWay(kept);
    const isAsItIs = kept.hasSchedule || isLeftAlone || (!isDue && this.#wish.isOver(kept));
    const changes = isAsItIs || wanted === null ? {} : this.#wish.differences(kept, wanted);
    if (this.#switchesOff(kept)) {
      this.#draft.setDoor(door, 'blocked', kept.id, null, true);
      this.#correct(kept);
      return null;
    }
    const isUnreadable = hasChanges(changes) && pin === null;
    if (isUnreadable) this.#draft.problems.push(unreadableCode(id, kept));
    if (kept.hasSchedule || isUnreadable) {
      this.#draft.setDoor(door, 'blocked', kept.id, null);
      return null;
    }
    const waits = hasChanges(changes) ? this.#tries.waits(door) : null;
    if (waits !== null) {
      this.#draft.block(door, kept.id, waits);
      return null;
    }
    const isOff = !this.#block.isOn(kept);
    const hasWrongPin = pin !== null && (this.#tries.refusedPins.has(pin) || this.#tries.isRetired(pin));
    if (isDue && (hasWrongPin || (!isOff && saysBlocked(kept.description)))) {
      this.#rewrites.push({ door, code: kept });
      return null;
    }
    const canUpdate = hasChanges(changes) && pin !== null && wanted !== null;
    const update = canUpdate ? this.#draft.update('update', kept, { ...wanted, pin }, changes) : null;
    if (update === null) this.#draft.unchanged += 1;
    // One that waits opens the door as it did until then.
    const key = update?.hold == null ? (update?.key ?? null) : null;
    this.#draft.setDoor(door, key === null ? 'in-place' : 'planned', kept.id, key, isOff);
    if (update !== null && key === null) return null;
    return key === null ? [] : [key];
  }

  /** A double that is not deleted now. Once the stay is over it must not open any longer, and while its guest is blocked not at all. */
  #keep(double: Code): void {
    if (!this.#claim.isDue || this.#switchesOff(double) || this.#wish.isInTheWay(double)) this.#correct(double);
  }

  /** The user blocked the guest, and the code still works: somebody may have made it longer than the stay. */
  #switchesOff(code: Code): boolean {
    return (this.#claim.isDue || !this.#wish.isOver(code)) && !this.#block.isOn(code) && !isOffCode(code);
  }

  /** Codes of this booking on keypads that are not its doors (any more). */
  #strays(): Code[] {
    // Hidden codes cannot be shortened, only deleted.
    const hidden = this.#claim.isDue ? (this.#context.observation.hidden.get(this.#claim.id) ?? []) : [];
    return [...this.#claim.managed, ...hidden].filter((code) => !this.#claim.doors.some((door) => isSamePlace(code, door)));
  }

  #fillGaps(strays: Code[]): void {
    const open: Door[] = [];
    for (const { door, adopt } of this.#gaps) {
      // One made by hand may have another PIN than the one that was refused.
      const waits = adopt === null ? this.#tries.waits(door) : null;
      if (waits !== null) {
        this.#draft.block(door, null, waits);
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
      this.#draft.setDoor(door, 'planned', adopt.id, this.#draft.update('adopt', adopt, { ...wanted, pin }, changes).key);
    }
    if (open.length + this.#rewrites.length === 0) return;
    const known = [
      ...this.#pins.values(),
      ...strays.flatMap((code) => (saysBlocked(code.description) ? [] : (this.#wish.pinOf(code) ?? []))),
      ...formerPins(this.#claim),
    ];
    const doors = [...open, ...this.#rewrites.map(({ door }) => door)];
    const chosen = choosePins(this.#claim, doors, known, this.#context.register(), this.#context.input, this.#tries);
    for (const { door, code } of this.#rewrites) this.#rewrite(door, code, chosen.get(placeKey(door)));
    // An old code is given up only where every door is certain to have its code; until then a new code is a plain create.
    const mayMove = chosen.size === doors.length && this.#draft.doors().every((door) => door.state !== 'blocked') && this.#mayDelete();
    // Neither is one behind which the guest may still be, and that of a replaced door goes for a reason of its own.
    const mayGo = (code: Code): boolean => !this.#isInside(code) && !this.#wish.isInTheWay(code) && !this.#draft.isReplaced(code);
    const moveFrom = mayMove ? strays.filter(mayGo) : [];
    for (const door of open) {
      const choice = chosen.get(placeKey(door));
      if (choice === undefined) {
        this.#draft.block(door, null, noFreePin(this.#claim.id, door, this.#tries.own));
        continue;
      }
      this.#pins.set(placeKey(door), choice.pin);
      const from = moveFrom.shift();
      const operation =
        from === undefined
          ? createOperation(this.#claim, door, choice, strays[0] ?? null, this.#tries)
          : moveOperation(this.#claim, door, choice, from, this.#tries);
      this.#draft.operations.push(operation);
      this.#draft.setDoor(door, 'planned', null, operation.key);
    }
  }

  /** False where the list may not show a code that was made, on a full keypad, and while nothing may grow. */
  #mayCreate(door: Door): boolean {
    if (this.#claim.gap?.mayGrow === false) {
      this.#draft.setDoor(door, 'blocked', null, null);
      return false;
    }
    const obstacle = findObstacle(this.#claim, door, this.#context);
    if (obstacle === null) return true;
    this.#draft.block(door, obstacle.codeId, obstacle.problem);
    return false;
  }

  #rewrite(door: Door, code: Code, choice: PinChoice | undefined): void {
    if (choice === undefined) {
      this.#draft.block(door, code.id, noFreePin(this.#claim.id, door, this.#tries.own));
      return;
    }
    this.#pins.set(placeKey(door), choice.pin);
    const fields = this.#wish.fields(code) ?? this.#wish.plain(code);
    const { hold, key } = this.#draft.rewrite(code, fields, this.#wish.differences(code, fields), choice);
    this.#draft.setDoor(door, hold === null ? 'planned' : 'in-place', code.id, hold === null ? key : null);
  }

  /** Codes left on other keypads are deleted once every door is verified, and shortened when the stay is over. */
  #handleStrays(strays: readonly Code[]): void {
    for (const code of strays) {
      if (this.#draft.operations.some((operation) => operation.kind === 'move' && operation.from.codeId === code.id)) continue;
      if (!this.#claim.isDue || this.#switchesOff(code)) {
        this.#correct(code);
        continue;
      }
      // Switched off, it is what keeps the guest out.
      if (this.#block.isBlocked) continue;
      if (this.#wish.isInTheWay(code)) {
        if (this.#mayDelete()) this.#draft.delete(code, 'moved', [], null);
        else this.#correct(code);
        continue;
      }
      const doors = this.#draft.doors();
      if (!this.#mayDelete() || doors.some(({ state }) => state === 'blocked')) continue;
      const after = doors.flatMap(({ operationKey }) => operationKey ?? []);
      this.#draft.delete(code, 'moved', after, this.#isInside(code) ? 'doors-changed' : null);
    }
  }

  /** A code that must not open (any longer): its guest has left, or is blocked. */
  #correct(code: Code): void {
    const { id } = this.#claim;
    const switchesOff = this.#switchesOff(code);
    if (!switchesOff && this.#wish.isOver(code)) return;
    const wanted = this.#wish.plain(code);
    const changes = this.#wish.differences(code, wanted);
    if (!hasChanges(changes) || (onlyExtends(this.#context.input) && !switchesOff && !this.#wish.isInTheWay(code))) return;
    const isSecret = this.#block.needsSecretPin(code);
    const pin = isSecret ? secretPin(this.#claim, code, this.#context.register(), this.#context.input) : this.#wish.pinOf(code);
    if (code.hasSchedule) this.#draft.problems.push(switchesOff ? stillOn(id, code) : scheduledCode(id, code));
    else if (pin === null) this.#draft.problems.push(switchesOff ? stillOn(id, code) : unreadableCode(id, code));
    else {
      const description = isSecret ? withTag(id, wanted.description, true) : wanted.description;
      const { key } = this.#draft.update('update', code, { ...wanted, description, pin }, changes);
      const door = this.#claim.doors.find((one) => isSamePlace(one, code));
      if (switchesOff && door !== undefined && this.#draft.doorAt(door)?.codeId === code.id)
        this.#draft.setDoor(door, 'planned', code.id, key, true);
    }
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
}
