/** One live stay: what to create, adopt, update, move and remove so that each of its doors has exactly one right code. */
import type { Code, CodeRecord, Pin } from '../domain/code.ts';
import type { KeypadPlace } from '../domain/ids.ts';
import { placeKey } from '../domain/ids.ts';
import type { Door } from '../domain/mapping.ts';
import type { DeleteOperation, PinDraw, PlanInput, PlannedOperation, StayDoor } from '../domain/plan.ts';
import type { Problem, ProblemKind } from '../domain/problem.ts';
import { dateOf, timeOf } from '../time.ts';
import type { Adoptions } from './adopt.ts';
import { differences, hasChanges } from './diff.ts';
import { cleanName } from './names.ts';
import { compareCodes } from './observe.ts';
import type { Observation } from './observe.ts';
import { operationKey } from './operation-key.ts';
import { choosePin, fullPin } from './pins.ts';
import type { PinRegister } from './pins.ts';
import type { LiveStay } from './stays.ts';
import { describe } from './tag.ts';
import { isOver } from './windows.ts';
import type { LocalClock } from './zones.ts';

export interface StayContext {
  readonly input: PlanInput;
  readonly observation: Observation;
  readonly adoptions: Adoptions;
  readonly register: PinRegister;
  readonly clock: LocalClock;
}
export interface StayResult {
  readonly operations: readonly PlannedOperation[];
  readonly problems: readonly Problem[];
  readonly doors: readonly StayDoor[];
  readonly unchanged: number;
}

/** Where a new code is wanted, and the code made by hand that could serve. */
interface Gap {
  readonly door: Door;
  readonly adopt: Code | null;
}

export function reconcileStay(stay: LiveStay, context: StayContext): StayResult {
  return new StayReconciler(stay, context).run();
}

/** Lives for one stay: gathers operations, problems and the state of each door while it walks them. */
class StayReconciler {
  readonly #stay: LiveStay;
  readonly #context: StayContext;
  readonly #operations: PlannedOperation[] = [];
  readonly #problems: Problem[] = [];
  readonly #doors = new Map<string, StayDoor>();
  readonly #gaps: Gap[] = [];
  readonly #keptPins: Pin[] = [];
  #unchanged = 0;

  constructor(stay: LiveStay, context: StayContext) {
    this.#stay = stay;
    this.#context = context;
  }

  run(): StayResult {
    for (const door of this.#stay.doors) this.#door(door);
    const strays = this.#strays();
    if (this.#stay.isDue) this.#fillGaps(strays);
    this.#settleStrays(strays);
    return {
      operations: this.#operations,
      problems: this.#problems,
      doors: this.#stay.isDue ? this.#stay.doors.flatMap((door) => this.#doors.get(placeKey(door)) ?? []) : [],
      unchanged: this.#unchanged,
    };
  }

  #door(door: Door): void {
    if (!this.#context.observation.isReadable(door)) {
      this.#set(door, 'blocked', null, null);
      return;
    }
    const tagged = this.#stay.managed.filter((code) => placeKey(code) === placeKey(door));
    const [kept] = tagged;
    if (kept === undefined) {
      if (this.#stay.isDue) this.#gaps.push({ door, adopt: this.#context.adoptions.find(this.#stay.booking.id, door) });
      return;
    }
    this.#present(door, kept, tagged.slice(1));
  }

  /** A code of ours stands here: correct it where it differs, and remove its doubles. */
  #present(door: Door, kept: Code, doubles: readonly Code[]): void {
    const pin = this.#pinOf(kept);
    if (pin !== null) this.#keptPins.push(pin);
    const scheduled = [kept, ...doubles].find((code) => code.hasSchedule);
    const changes = this.#hasPassed(kept) ? {} : differences(kept, this.#record(pin ?? ('' as Pin), kept));
    if (scheduled !== undefined) {
      this.#problem(
        'scheduled-code',
        scheduled,
        'has a weekly schedule, which Latchkey never overwrites. Check by hand that it fits the stay',
      );
      this.#set(door, hasChanges(changes) || scheduled === kept ? 'blocked' : 'in-place', kept.id, null);
      return;
    }
    if (hasChanges(changes) && pin === null) {
      this.#problem(
        'unreadable-code',
        kept,
        'cannot be corrected, because the lock does not tell its PIN. Delete it by hand and a new one is made',
      );
      this.#set(door, 'blocked', kept.id, null);
      return;
    }
    let updateKey: string | null = null;
    if (hasChanges(changes) && pin !== null) {
      updateKey = this.#update('update', kept, pin, changes).key;
      this.#set(door, 'planned', kept.id, updateKey);
    } else {
      this.#unchanged += 1;
      this.#set(door, 'in-place', kept.id, null);
    }
    for (const double of doubles) this.#delete(double, 'duplicate', updateKey === null ? [] : [updateKey]);
  }

  /** A stay that is over and whose code has ended needs no correction: the clean-up takes it. */
  #hasPassed(code: Code): boolean {
    return !this.#stay.isDue && isOver(code, this.#context.clock.nowAt(code, this.#stay.unit));
  }

  /** Codes of this booking on keypads that are not its doors (any more). */
  #strays(): Code[] {
    const doors = new Set(this.#stay.doors.map(placeKey));
    return this.#stay.managed.filter((code) => !doors.has(placeKey(code))).sort(compareCodes);
  }

  #fillGaps(strays: Code[]): void {
    for (const { door, adopt } of this.#gaps) {
      if (adopt === null) continue;
      const pin = this.#pinOf(adopt);
      if (pin === null) continue;
      this.#keptPins.push(pin);
      const record = this.#record(pin, adopt);
      const changes = { ...differences(adopt, record), description: { from: adopt.description, to: record.description } };
      this.#set(door, 'planned', adopt.id, this.#update('adopt', adopt, pin, changes).key);
    }
    const open = this.#gaps.filter((gap) => gap.adopt === null).map((gap) => gap.door);
    if (open.length === 0) return;
    const chosen = this.#choosePins(open, strays);
    // An old side is only given up where the whole new side is sure to stand: otherwise it is a plain create for now.
    const mayMove = chosen.size === open.length && [...this.#doors.values()].every((door) => door.state !== 'blocked') && this.#mayDelete();
    const moveFrom = mayMove ? strays : [];
    for (const door of open) {
      const choice = chosen.get(placeKey(door));
      if (choice === undefined) {
        this.#set(door, 'blocked', null, null);
        continue;
      }
      const from = moveFrom.shift() ?? null;
      this.#create(door, choice.pin, choice.draw, from);
    }
  }

  /** All doors of a booking get the PIN it has already, where that is free; otherwise one draw for all that are left. */
  #choosePins(open: readonly Door[], strays: readonly Code[]): Map<string, { pin: Pin; draw: PinDraw | null }> {
    const { register, input } = this.#context;
    const id = this.#stay.booking.id;
    const chosen = new Map<string, { pin: Pin; draw: PinDraw | null }>();
    const known = [...this.#keptPins, ...strays.flatMap((code) => this.#pinOf(code) ?? [])];
    const everywhere = known.find((pin) => open.every((door) => register.isFreeAt(door, pin)));
    let left = open;
    const first = everywhere ?? known[0];
    if (first !== undefined) {
      for (const door of open) if (register.isFreeAt(door, first)) chosen.set(placeKey(door), { pin: first, draw: null });
      left = open.filter((door) => !chosen.has(placeKey(door)));
    }
    if (left.length > 0) {
      const drawn = choosePin(
        {
          bookingId: id,
          doors: left.map((door) => ({ ...door, window: this.#stay.window })),
          places: first === undefined ? this.#stay.doors : left,
          length: input.settings.codes.pinLength,
          remembered: input.memory.pinDraws.get(id) ?? null,
        },
        register,
        input.drawPin,
      );
      for (const door of left) {
        if (drawn === null) this.#noFreePin(door);
        else {
          chosen.set(placeKey(door), drawn);
          if (first !== undefined) this.#differentPins(door);
        }
      }
    }
    for (const door of open) {
      const choice = chosen.get(placeKey(door));
      if (choice !== undefined) register.give(id, door, choice.pin, this.#stay.window);
    }
    return chosen;
  }

  /** What is left on other keypads: the old side of a move, to go once every door is verified; cut short when the stay is over. */
  #settleStrays(strays: readonly Code[]): void {
    const moved = new Set(this.#operations.flatMap((operation) => (operation.kind === 'move' ? [operation.from.codeId] : [])));
    for (const code of strays) {
      if (moved.has(code.id)) continue;
      if (!this.#stay.isDue) {
        this.#cutShort(code);
        continue;
      }
      const doors = this.#stay.doors.map((door) => this.#doors.get(placeKey(door)));
      if (!this.#mayDelete() || doors.some((door) => door === undefined || door.state === 'blocked')) continue;
      this.#delete(
        code,
        'moved',
        doors.flatMap((door) => door?.operationKey ?? []),
      );
    }
  }

  /** The guest has left: a code still open on a former door must not let him back in. */
  #cutShort(code: Code): void {
    const pin = this.#pinOf(code);
    if (pin === null || code.hasSchedule || isOver(code, this.#context.clock.nowAt(code, this.#stay.unit))) return;
    const changes = differences(code, this.#record(pin, code));
    if (hasChanges(changes)) this.#update('update', code, pin, changes);
  }

  /** With an incomplete list of bookings nothing of a known booking is removed. */
  #mayDelete(): boolean {
    return this.#context.input.bookings.complete;
  }

  #pinOf(code: Code): Pin | null {
    const { memory, settings } = this.#context.input;
    return fullPin(code, memory.pinDraws.get(this.#stay.booking.id)?.length ?? settings.codes.pinLength);
  }

  #record(pin: Pin, present: Code | null): CodeRecord {
    const { booking, window } = this.#stay;
    return {
      name: cleanName(booking.guestName),
      pin,
      startDate: dateOf(window.start),
      startTime: timeOf(window.start),
      endDate: dateOf(window.end),
      endTime: timeOf(window.end),
      active: true,
      description: describe(booking.id, present?.description ?? ''),
      notificationEnabled: present?.notificationEnabled ?? false,
    };
  }

  #base(place: KeypadPlace) {
    const { booking, window } = this.#stay;
    return { lockId: place.lockId, keypadId: place.keypadId, bookingId: booking.id, unitId: booking.unitId, urgency: window.start };
  }

  #update(kind: 'update' | 'adopt', code: Code, pin: Pin, changes: PlannedOperation['changes']): PlannedOperation {
    const operation: PlannedOperation = {
      ...this.#base(code),
      kind,
      key: operationKey(kind, this.#stay.booking.id, code, code.id),
      codeId: code.id,
      record: this.#record(pin, code),
      changes,
    };
    this.#operations.push(operation);
    return operation;
  }

  #create(door: Door, pin: Pin, pinDraw: PinDraw | null, from: Code | null): void {
    const { start, end } = this.#stay.window;
    const record = this.#record(pin, from);
    const shared = { ...this.#base(door), record, pinDraw };
    const window = { start: { from: null, to: start }, end: { from: null, to: end } };
    const operation: PlannedOperation =
      from === null
        ? {
            ...shared,
            kind: 'create',
            key: operationKey('create', this.#stay.booking.id, door, null),
            changes: { name: { from: null, to: record.name }, ...window },
          }
        : {
            ...shared,
            kind: 'move',
            key: operationKey('move', this.#stay.booking.id, door, from.id),
            from: { lockId: from.lockId, keypadId: from.keypadId, codeId: from.id },
            changes: {
              ...differences(from, record),
              ...(from.lockId === door.lockId ? {} : { lockId: { from: String(from.lockId), to: String(door.lockId) } }),
              keypadId: { from: from.keypadId, to: door.keypadId },
            },
          };
    this.#operations.push(operation);
    this.#set(door, 'planned', null, operation.key);
  }

  #delete(code: Code, evidence: 'duplicate' | 'moved', after: readonly string[]): void {
    const operation: DeleteOperation = {
      ...this.#base(code),
      kind: 'delete',
      key: operationKey('delete', this.#stay.booking.id, code, code.id, evidence),
      codeId: code.id,
      evidence,
      hold: null,
      after,
      changes: {},
    };
    if (this.#mayDelete()) this.#operations.push(operation);
  }

  #set(door: Door, state: StayDoor['state'], codeId: number | null, key: string | null): void {
    const { lockId, keypadId, prefix } = door;
    this.#doors.set(placeKey(door), { lockId, keypadId, prefix, window: this.#stay.window, state, codeId, operationKey: key });
  }

  #problem(kind: ProblemKind, code: Code, what: string): void {
    this.#problems.push({
      kind,
      message: `Code ${String(code.id)} of booking ${String(this.#stay.booking.id)} ${what}.`,
      retryable: false,
      bookingId: this.#stay.booking.id,
      lockId: code.lockId,
      keypadId: code.keypadId,
      codeId: code.id,
    });
  }

  #noFreePin(door: Door): void {
    this.#problems.push({
      kind: 'no-free-pin',
      message: `No PIN is free for booking ${String(this.#stay.booking.id)} on its keypads, so it has no code there. Remove old codes from the lock or allow longer PINs.`,
      retryable: false,
      bookingId: this.#stay.booking.id,
      lockId: door.lockId,
      keypadId: door.keypadId,
    });
  }

  #differentPins(door: Door): void {
    this.#problems.push({
      kind: 'different-pins',
      message: `Booking ${String(this.#stay.booking.id)} gets another PIN on one keypad than it has elsewhere, because its own is taken there. Tell the guest.`,
      retryable: false,
      bookingId: this.#stay.booking.id,
      lockId: door.lockId,
      keypadId: door.keypadId,
    });
  }
}
