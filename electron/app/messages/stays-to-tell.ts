/** What guests may be told after a run: the codes that the locks' last lists show, for each live stay with doors. Pure. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { Door, UnitMapping } from '../../../shared/domain/mapping.ts';
import type { PlanInput, StayWindow } from '../../../shared/domain/plan.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { claimantOf } from '../../../shared/doors/code-owner.ts';
import type { DoorToTell, StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { isOff } from '../../../shared/reconcile/hands/off-codes.ts';
import { pinOfCode } from '../../../shared/reconcile/stay/stay-pins.ts';
import { codeEnd, codeStart, EVER, NEVER } from '../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { at, dateOf, instantOf, timeOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import type { ReadStay } from '../../../shared/readiness/read-stays.ts';

/** `input.lists` and `input.memory` are those after the writes. In the order of `stays`. */
export function staysToTell(input: PlanInput, stays: readonly ReadStay[]): readonly StayToTell[] {
  const { settings } = input;
  const clock = createLocalClock(settings, input.nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const bookings = new Map(input.bookings.bookings.map((booking) => [booking.id, booking]));
  const codes = codesByDoor(input);
  return stays.flatMap(({ stay, doors: read }): readonly StayToTell[] => {
    const { id, unitId } = stay.booking;
    const unit = unitId === null ? undefined : units.get(unitId);
    const booking = bookings.get(id);
    const [first] = stay.doors;
    if (unitId === null || unit === undefined || booking === undefined || first === undefined) return [];
    const wish = input.wishes.stays.get(id);
    const verified = new Set(read.flatMap(({ state, door }) => (state === 'verified' ? [placeKey(door)] : [])));
    const doors = stay.doors.map((door): DoorToTell => {
      const key = placeKey(door);
      const code = codes.get(`${String(id)} ${key}`);
      const hand = code === undefined ? undefined : input.memory.remembered['by-hand'].get(String(code.id));
      return {
        lockId: door.lockId,
        keypadId: door.keypadId,
        name: doorName(door, settings),
        prefix: door.prefix,
        hint: doorOf(unit, door)?.hint ?? '',
        pin: code === undefined || isOff(code) ? null : pinOfCode({ id, former: null }, code, input),
        isVerified: verified.has(key),
        isPinByHand: hand?.isPinChanged === true,
        window: code === undefined ? door.window : windowOf(code, door.window),
      };
    });
    const window = { start: lastOf(doors.map((door) => door.window.start)), end: firstOf(doors.map((door) => door.window.end)) };
    const zone = clock.zoneAt(first, unit);
    return [
      {
        bookingId: id,
        unitId,
        unitName: unit.name,
        address: unit.address ?? '',
        guestName: booking.guestName,
        reference: booking.reference ?? String(id),
        channelId: booking.channelId ?? null,
        language: booking.language ?? null,
        phone: booking.contact?.phone ?? null,
        access: isKeptOut(wish, stay.doors) ? 'off' : 'open',
        isMuted: wish?.noMessages === true,
        doors,
        window,
        startMs: instantOf(window.start, zone),
        endMs: instantOf(window.end, zone),
        zone,
        now: clock.nowAt(first, unit),
      },
    ];
  });
}

function isKeptOut(
  wish: { readonly blockedSinceMs: number | null; readonly noCode: boolean } | undefined,
  doors: ReadStay['stay']['doors'],
): boolean {
  return (wish !== undefined && (wish.blockedSinceMs !== null || wish.noCode)) || doors.every((door) => door.isOff === true);
}

/** The first code of each booking on each keypad; a second one is a duplicate that goes. */
function codesByDoor({ lists }: PlanInput): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  for (const list of lists.values()) {
    for (const code of list ?? []) {
      const claimant = claimantOf(code);
      const key = `${String(claimant)} ${placeKey(code)}`;
      const known = codes.get(key);
      if (typeof claimant === 'number' && (known === undefined || code.id < known.id)) codes.set(key, code);
    }
  }
  return codes;
}

/** Times that cannot be read, on days that can, count as they were sent. */
function windowOf(code: Code, sent: StayWindow): StayWindow {
  const known = (local: LocalDateTime | null, time: Code['startTime'], otherwise: LocalDateTime): LocalDateTime => {
    if (local === null || local === EVER || local === NEVER) return otherwise;
    return time === UNKNOWN ? at(dateOf(local), timeOf(otherwise)) : local;
  };
  return {
    start: known(codeStart(code), code.startTime, sent.start),
    end: known(codeEnd(code), code.endTime, sent.end),
  };
}

function doorOf(unit: UnitMapping, place: KeypadPlace): Door | undefined {
  return unit.doors.find((door) => placeKey(door) === placeKey(place));
}

/** "": it has none. */
export function doorName({ lockId, keypadId }: KeypadPlace, { mapping }: Pick<Settings, 'mapping'>): string {
  const lock = mapping.locks.find((one) => one.lockId === lockId);
  const keypad = lock?.keypads.find((one) => one.keypadId === keypadId);
  const several = (lock?.keypads.length ?? 0) > 1;
  return [several ? keypad?.name : undefined, lock?.name].find((name) => name !== undefined && name.trim() !== '')?.trim() ?? '';
}

function lastOf(times: readonly LocalDateTime[]): LocalDateTime {
  return times.reduce((one, other) => (one > other ? one : other));
}
function firstOf(times: readonly LocalDateTime[]): LocalDateTime {
  return times.reduce((one, other) => (one < other ? one : other));
}
