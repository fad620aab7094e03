/** What must be true at the end of every scenario, checked on the clouds instead of the program's own state. */
import { expect } from 'vitest';
import type { DemoBooking, DemoShare } from '../../electron/demo/seed.ts';
import { KEYPAD } from '../../electron/demo/seed.ts';
import type { KeypadPlace } from '../../shared/domain/ids.ts';
import { placeKey } from '../../shared/domain/ids.ts';
import type { Problem, ProblemKind } from '../../shared/domain/problem.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { comparableName } from '../../shared/reconcile/stay/names.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { addDays, DAY_MS, localNow } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import { todayIn } from './scenario.ts';
import type { Layout } from './scenario.ts';
import type { World } from './world.ts';
import { englishSentence } from '../../shared/i18n/problem-text.ts';

/** How long a PIN may stay open. */
const OPEN_MS = DAY_MS;

export interface DoorRules {
  readonly layout: Layout;
  /** A booking for which something waits for the user is not checked: its former doors and times stay until then. */
  readonly report: Pick<RunReport, 'problems' | 'operations'>;
  /** A booking with a problem of these kinds is not checked. */
  readonly excuses?: ReadonlySet<ProblemKind>;
}

/**
 * Each live stay in the window has exactly one working code per door, with the right times and the same PIN on all doors. Codes made by hand,
 * or by two installations at the same time, keep their PINs; then a problem says that they differ.
 */
export function assertDoors(world: World, { layout, report, excuses = new Set() }: DoorRules): void {
  const { problems } = report;
  const { smoobu, theKeys } = world.clouds;
  const { timeFormat, dateFormat } = theKeys.switches();
  const reported = bookingsOf(problems, new Set(['different-pins']));
  // Whether these are live is not known, so the unit may be taken by one of them.
  const undecided = bookingsOf(problems, new Set(['unknown-booking-type']));
  const excused = excusedBy(report, excuses);
  for (const booking of smoobu.bookings()) {
    if (!isDue(booking, world, layout) || excused.has(booking.id)) continue;
    const unit = world.settings.mapping.units.find((candidate) => candidate.unitId === booking.apartmentId);
    const ours = ourCodes(world, booking.id);
    const pins = new Set<string>();
    for (const door of unit?.doors ?? []) {
      const where = `of booking ${String(booking.id)} (${booking.arrival} to ${booking.departure}) at ${placeKey(door)}; problems: ${problems.map(englishSentence).join(' ')}`;
      const codes = ours.filter((share) => isAt(share, door));
      // Somebody switched off one of its codes: it stays off, and keeps its guest out where every code is off.
      if (ours.length > 0 && ours.every((share) => !share.active)) continue;
      if (codes.some((share) => !share.active)) continue;
      expect(codes, `codes ${where}`).toHaveLength(1);
      const [code] = codes;
      if (code === undefined) continue;
      pins.add(code.code);
      const checkIn = checkInOf(booking, smoobu.bookings(), undecided);
      expect(code, `code ${where}`).toMatchObject({ active: true });
      const now = localNow(layout.zone, world.clock.nowMs());
      // A start that has passed is no difference once the wanted one has passed too.
      const hasPassed =
        `${booking.arrival}T${checkIn}` <= now && code.startDate !== null && `${code.startDate}T${code.startTime ?? '00:00'}` <= now;
      const start = hasPassed ? {} : { startDate: booking.arrival };
      // A value that cannot be read is never a difference: it stays as it was written, even if the booking has changed.
      if (dateFormat !== 'odd') expect(code, `code ${where}`).toMatchObject({ ...start, endDate: booking.departure });
      if (timeFormat !== 'null' && timeFormat !== 'odd' && dateFormat !== 'odd')
        expect(code, `code ${where}`).toMatchObject({ ...(hasPassed ? {} : { startTime: checkIn }), endTime: '12:00' });
      const samePin = theKeys.codes(door.lockId).filter((share) => share.code === code.code && isAt(share, door));
      expect(samePin, `PIN shared ${where}`).toHaveLength(1);
    }
    // The PIN of a code that is off may be another one, or be told as such.
    if (ours.some((share) => !share.active)) continue;
    expect(pins.size > 1, `PINs of booking ${String(booking.id)} differ`).toBe(reported.has(booking.id));
  }
}

/** A booking's time opens the door up to four hours earlier, unless another guest stays in the unit until that day. */
export function checkInOf(
  { id, apartmentId, arrival, checkIn }: DemoBooking,
  bookings: readonly DemoBooking[],
  undecided: ReadonlySet<number> = new Set(),
): string {
  const isTaken = bookings.some(
    (other) =>
      other.id !== id &&
      other.apartmentId === apartmentId &&
      (other.type !== 'cancellation' || undecided.has(other.id)) &&
      other.arrival < arrival &&
      other.departure >= arrival,
  );
  if (checkIn === null || checkIn === '00:00' || checkIn >= '15:00' || isTaken) return '15:00';
  return checkIn > '11:00' ? checkIn : '11:00';
}

/** No live stay has a code on a keypad that is not one of its doors. */
export function assertNoStrays(world: World, { layout, report, excuses = new Set() }: DoorRules): void {
  const excused = excusedBy(report, excuses);
  for (const booking of world.clouds.smoobu.bookings()) {
    if (!isDue(booking, world, layout) || excused.has(booking.id)) continue;
    const unit = world.settings.mapping.units.find((candidate) => candidate.unitId === booking.apartmentId);
    const ours = ourCodes(world, booking.id);
    // Codes that are all off keep their guest out wherever they are: nothing is made on other doors, and none is removed.
    if (ours.every((share) => !share.active)) continue;
    const strays = ours.filter((share) => !unit?.doors.some((door) => isAt(share, door)));
    expect(strays, `codes of booking ${String(booking.id)} off its doors`).toEqual([]);
  }
}

/**
 * A code of a booking that was cancelled or is gone from Smoobu is over or held. Where Smoobu contradicts itself, or more bookings are
 * absent than a run looks up, a problem says so.
 */
export function assertNobodyElse(world: World, layout: Layout, report: RunReport): void {
  const now = localNow(layout.zone, world.clock.nowMs());
  const undecided = bookingsOf(report.problems, new Set(['unknown-booking-type', 'lookups-deferred']));
  // Of a guest of the same name, who may have booked again: the user is asked.
  const asked = new Set(report.problems.filter(({ kind }) => kind === 'booked-again').map(({ text }) => Number(text.parameters.other)));
  const held = new Set<number | null>(report.operations.filter(({ status }) => status === 'held').map(({ codeId }) => codeId));
  for (const share of world.clouds.theKeys.codes()) {
    const bookingId = taggedBooking(share);
    if (bookingId === null || !share.active || held.has(share.id) || undecided.has(bookingId) || asked.has(bookingId)) continue;
    const booking = world.clouds.smoobu.booking(bookingId);
    if (booking !== null && booking.type !== 'cancellation') continue;
    const isOver = share.endDate !== null && `${share.endDate}T${share.endTime ?? '23:59'}` <= now;
    expect(isOver, `code ${String(share.id)} of the former booking ${String(bookingId)} is still valid`).toBe(true);
  }
}

/** Foreign codes are unchanged, except those with a guest's name and start, which are linked. */
export function assertForeign(world: World, before: readonly DemoShare[]): void {
  for (const share of before) {
    const after = world.clouds.theKeys.share(share.id);
    if (after !== null && !isForeign(after)) {
      expect(after.code).toBe(share.code);
      const adoption = world.clouds.theKeys.events().find((event) => event.after?.id === share.id);
      expect(share.startDate).not.toBeNull();
      expect(adoption?.after?.startDate).toBe(share.startDate);
      // Guests of one name get the day of arrival behind it.
      expect(comparableName(adoption?.after?.name ?? '').startsWith(comparableName(share.name))).toBe(true);
    } else if (after === null) {
      // It was linked first and deleted later with its booking.
      expect(world.clouds.theKeys.events().some((event) => event.after?.id === share.id && !isForeign(event.after))).toBe(true);
    } else expect(after).toEqual(share);
  }
}

/**
 * In all events of the locks: a live booking's code is only deleted while the booking has another. On full keypads it may make room, three days
 * before the arrival or earlier.
 */
export function assertDeletes(world: World, layout: Layout, mayMakeRoom = world.clouds.theKeys.switches().codesPerKeypad !== null): void {
  const present = new Map<number, DemoShare>();
  for (const { kind, by, before, after, atMs } of world.clouds.theKeys.events()) {
    if (after !== null) present.set(after.id, after);
    if (kind !== 'deleted' || before === null) continue;
    present.delete(before.id);
    const bookingId = taggedBooking(before);
    if (by !== 'request' || bookingId === null) continue;
    const booking = world.clouds.smoobu.booking(bookingId);
    // No step restores a booking, so one that is live at the end was always live.
    if (booking === null || booking.type === 'cancellation') continue;
    // A code whose end was removed by hand ends with its booking.
    const end = before.endDate ?? booking.departure;
    const isLongOver = addDays(end as LocalDate, mayMakeRoom ? 0 : 7) <= todayIn(layout, atMs);
    const madeRoom = mayMakeRoom && (before.startDate ?? '') >= addDays(todayIn(layout, atMs), 3);
    const others = [...present.values()].filter((share) => taggedBooking(share) === bookingId);
    expect(isLongOver || madeRoom || others.length > 0, `code ${String(before.id)} of live booking ${String(booking.id)} was removed`).toBe(
      true,
    );
  }
}

/**
 * In all events of the locks: no PIN changes, but within a day when another door refuses it; no foreign code is deleted,
 * and no write leaves a code without an end.
 */
export function assertEvents(world: World): void {
  const createdAtMs = new Map<number | undefined, number>();
  for (const { kind, by, before, after, atMs } of world.clouds.theKeys.events()) {
    if (by !== 'request') continue;
    if (kind === 'created') createdAtMs.set(after?.id, atMs);
    const mayBeOpen = atMs - (createdAtMs.get(before?.id) ?? 0) < OPEN_MS;
    if (kind === 'updated' && !mayBeOpen) expect(after?.code).toBe(before?.code);
    if (kind === 'deleted') expect(isForeign(before)).toBe(false);
    if (after !== null && kind !== 'deleted') {
      expect(after.startDate).not.toBeNull();
      expect(after.endDate).not.toBeNull();
      // Codes made by hand have four digits in every scenario, and a booking keeps its PIN when it moves.
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
  return tag.kind === 'tagged' && typeof tag.claimId === 'number' ? tag.claimId : null;
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

/** What waits for the user, and what a lock that refuses everything leaves to the next run. */
function excusedBy({ problems, operations }: DoorRules['report'], kinds: ReadonlySet<ProblemKind>): ReadonlySet<number> {
  const isUnsent = (status: string): boolean => status === 'planned' && kinds.has('keypad-full');
  const byHand: readonly ProblemKind[] = [
    'deleted-again',
    'codes-vanished',
    'changed-by-hand',
    'shut-out-by-hand',
    'kept-by-hand',
    'switched-on',
  ];
  const waiting = operations.filter(({ status }) => status === 'held' || isUnsent(status)).flatMap(({ bookingId }) => bookingId ?? []);
  return new Set([...bookingsOf(problems, new Set([...kinds, ...byHand])), ...waiting]);
}

function bookingsOf(problems: readonly Problem[], kinds: ReadonlySet<ProblemKind>): ReadonlySet<number> {
  return new Set(problems.flatMap((problem) => (kinds.has(problem.kind) ? (problem.bookingId ?? []) : [])));
}
