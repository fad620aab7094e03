/** What must hold at the end of every history, seen from the clouds and not from the program. */
import { expect } from 'vitest';
import type { DemoBooking, DemoShare } from '../../electron/demo/seed.ts';
import { KEYPAD } from '../../electron/demo/seed.ts';
import type { KeypadPlace } from '../../shared/domain/ids.ts';
import { placeKey } from '../../shared/domain/ids.ts';
import type { Problem, ProblemKind } from '../../shared/domain/problem.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { comparableName } from '../../shared/reconcile/names.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { addDays, localNow } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import { todayIn } from './scenario.ts';
import type { Layout } from './scenario.ts';
import type { World } from './world.ts';
import { englishSentence } from '../../shared/i18n/problem-text.ts';

export interface DoorRules {
  readonly layout: Layout;
  readonly problems: readonly Problem[];
  /** What may be wrong with the codes of a booking as long as the report says so. */
  readonly excuses?: ReadonlySet<ProblemKind>;
}

/**
 * Each live stay in the window has exactly one working code per door, in the right window, and the same PIN on all;
 * codes made by hand, or by two installations at once, keep their PINs, and then the user is told.
 */
export function assertDoors(world: World, { layout, problems, excuses = new Set() }: DoorRules): void {
  const { smoobu, theKeys } = world.clouds;
  const { timeFormat, dateFormat } = theKeys.switches();
  const toldDifferent = bookingsOf(problems, new Set(['different-pins']));
  const excused = bookingsOf(problems, excuses);
  for (const booking of smoobu.bookings()) {
    if (!isDue(booking, world, layout) || excused.has(booking.id)) continue;
    const unit = world.settings.mapping.units.find((candidate) => candidate.unitId === booking.apartmentId);
    const ours = ourCodes(world, booking.id);
    const pins = new Set<string>();
    for (const door of unit?.doors ?? []) {
      const where = `of booking ${String(booking.id)} (${booking.arrival} to ${booking.departure}) at ${placeKey(door)}; told: ${problems.map(englishSentence).join(' ')}`;
      const codes = ours.filter((share) => isAt(share, door));
      expect(codes, `codes ${where}`).toHaveLength(1);
      const [code] = codes;
      if (code === undefined) continue;
      pins.add(code.code);
      const checkIn = booking.checkIn === null || booking.checkIn === '00:00' ? '15:00' : booking.checkIn;
      expect(code, `code ${where}`).toMatchObject({ active: true });
      // What does not read back is never a difference: it stays as it was written, and may be of another day by now.
      if (dateFormat !== 'odd') expect(code, `code ${where}`).toMatchObject({ startDate: booking.arrival, endDate: booking.departure });
      if (timeFormat !== 'null' && timeFormat !== 'odd' && dateFormat !== 'odd')
        expect(code, `code ${where}`).toMatchObject({ startTime: checkIn, endTime: '12:00' });
      const samePin = theKeys.codes(door.lockId).filter((share) => share.code === code.code && isAt(share, door));
      expect(samePin, `PIN shared ${where}`).toHaveLength(1);
    }
    expect(pins.size > 1, `PINs of booking ${String(booking.id)} differ`).toBe(toldDifferent.has(booking.id));
  }
}

/** No code of a live stay is left where it has no door any more. */
export function assertNoStrays(world: World, { layout, problems, excuses = new Set() }: DoorRules): void {
  const excused = bookingsOf(problems, excuses);
  for (const booking of world.clouds.smoobu.bookings()) {
    if (!isDue(booking, world, layout) || excused.has(booking.id)) continue;
    const unit = world.settings.mapping.units.find((candidate) => candidate.unitId === booking.apartmentId);
    const strays = ourCodes(world, booking.id).filter((share) => !unit?.doors.some((door) => isAt(share, door)));
    expect(strays, `codes of booking ${String(booking.id)} off its doors`).toEqual([]);
  }
}

/**
 * A code of a stay that was called off, or that Smoobu does not know any more, opens nothing, or waits for the user's word.
 * Where Smoobu contradicts itself, or more is absent than a run may ask for, the user is told.
 */
export function assertNobodyElse(world: World, layout: Layout, report: RunReport): void {
  const now = localNow(layout.zone, world.clock.nowMs());
  const undecided = bookingsOf(report.problems, new Set(['unknown-booking-type', 'lookups-deferred']));
  const held = new Set<number | null>(report.operations.filter(({ status }) => status === 'held').map(({ codeId }) => codeId));
  for (const share of world.clouds.theKeys.codes()) {
    const bookingId = taggedBooking(share);
    if (bookingId === null || !share.active || held.has(share.id) || undecided.has(bookingId)) continue;
    const booking = world.clouds.smoobu.booking(bookingId);
    if (booking !== null && booking.type !== 'cancellation') continue;
    const isOver = share.endDate !== null && `${share.endDate}T${share.endTime ?? '23:59'}` <= now;
    expect(isOver, `code ${String(share.id)} of the former booking ${String(bookingId)} still opens`).toBe(true);
  }
}

/** What was not ours is as it was, but for codes made by hand with a guest's name and start. */
export function assertForeign(world: World, before: readonly DemoShare[]): void {
  for (const share of before) {
    const after = world.clouds.theKeys.share(share.id);
    if (after !== null && !isForeign(after)) {
      expect(after.code).toBe(share.code);
      const adoption = world.clouds.theKeys.events().find((event) => event.after?.id === share.id);
      expect(share.startDate).not.toBeNull();
      expect(adoption?.after?.startDate).toBe(share.startDate);
      expect(comparableName(adoption?.after?.name ?? '')).toBe(comparableName(share.name));
    } else if (after === null) {
      // Adopted first, then removed with its booking: never straight away.
      expect(world.clouds.theKeys.events().some((event) => event.after?.id === share.id && !isForeign(event.after))).toBe(true);
    } else expect(after).toEqual(share);
  }
}

/** Seen from the door, change by change: as long as a booking is live, its code only goes when another of its codes is there. */
export function assertDeletes(world: World, layout: Layout): void {
  const present = new Map<number, DemoShare>();
  for (const { kind, by, before, after, atMs } of world.clouds.theKeys.events()) {
    if (after !== null) present.set(after.id, after);
    if (kind !== 'deleted' || before === null) continue;
    present.delete(before.id);
    const bookingId = taggedBooking(before);
    if (by !== 'request' || bookingId === null) continue;
    const booking = world.clouds.smoobu.booking(bookingId);
    // Nothing brings a booking back here: one that is live at the end was live all the time.
    if (booking === null || booking.type === 'cancellation') continue;
    // By the code or, for one that was opened for ever by hand, by its booking.
    const end = before.endDate ?? booking.departure;
    const isLongOver = addDays(end as LocalDate, 7) <= todayIn(layout, atMs);
    const others = [...present.values()].filter((share) => taggedBooking(share) === bookingId);
    expect(isLongOver || others.length > 0, `code ${String(before.id)} of live booking ${String(booking.id)} was removed`).toBe(true);
  }
}

/** Seen from the door: no PIN ever changes, nothing foreign is deleted, and no write makes a code permanent. */
export function assertEvents(world: World): void {
  for (const { kind, by, before, after } of world.clouds.theKeys.events()) {
    if (by !== 'request') continue;
    if (kind === 'updated') expect(after?.code).toBe(before?.code);
    if (kind === 'deleted') expect(isForeign(before)).toBe(false);
    if (after !== null && kind !== 'deleted') {
      expect(after.startDate).not.toBeNull();
      expect(after.endDate).not.toBeNull();
      // Codes made by hand have four digits here, and a booking keeps its PIN when it moves.
      expect(after.code).toMatch(world.settings.codes.pinLength === 4 ? /^[0-9]{4}$/ : /^([0-9]{4}|[0-9]{6})$/);
    }
  }
}

export function foreignShares(world: World): readonly DemoShare[] {
  return world.clouds.theKeys.shares().filter(isForeign);
}

function isForeign(share: DemoShare | null): boolean {
  return share !== null && taggedBooking(share) === null;
}

export function taggedBooking(share: DemoShare): number | null {
  const tag = readTag(share.description ?? '');
  return tag.kind === 'tagged' ? tag.bookingId : null;
}

function ourCodes(world: World, bookingId: number): readonly DemoShare[] {
  return world.clouds.theKeys.codes().filter((share) => taggedBooking(share) === bookingId);
}

function isAt(share: DemoShare, place: KeypadPlace): boolean {
  return share.lockId === place.lockId && share.accessory.type === KEYPAD && share.accessory.stringId === place.keypadId;
}

function isDue(booking: DemoBooking, world: World, layout: Layout): boolean {
  const nowMs = world.clock.nowMs();
  const horizon = addDays(todayIn(layout, nowMs), 90);
  return booking.type !== 'cancellation' && booking.arrival <= horizon && `${booking.departure}T12:00` > localNow(layout.zone, nowMs);
}

function bookingsOf(problems: readonly Problem[], kinds: ReadonlySet<ProblemKind>): ReadonlySet<number> {
  return new Set(problems.flatMap((problem) => (kinds.has(problem.kind) ? (problem.bookingId ?? []) : [])));
}
