/** Two computers on which the user gave one stay different times: they agree on one window for its code, and never write in turns. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Booking } from '../../shared/domain/booking.ts';
import type { Code } from '../../shared/domain/code.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { Remembered } from '../../shared/domain/memory.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import type { DayTime } from '../../shared/domain/wishes.ts';
import { readBack, sending } from '../../shared/reconcile/hands/sent-codes.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { unitWindows } from '../../shared/reconcile/stay-window.ts';
import { windowsOverlap } from '../../shared/reconcile/windows.ts';
import { addDays, at } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { assure, timeLimitMs } from './assure.ts';
import { booking, code, date, input, settings, wall } from './fixtures.ts';
import { WISHES } from './hand-syncs.ts';

const CASES = 150;
const MOST_SYNCS = 16;
interface Times {
  readonly from: DayTime | null;
  readonly until: DayTime | null;
}
interface Computer {
  readonly times: Times;
  memory: Remembered;
}
interface World {
  readonly nights: number;
  readonly one: Times;
  readonly other: Times;
  readonly hasFormer: boolean;
  readonly hasNext: boolean;
  /** After so many syncs the other computer writes for the first time. */
  readonly headStart: number;
}

const moment = fc.option(
  fc.record({ day: fc.integer({ min: -2, max: 2 }), time: fc.constantFrom('02:30', '08:00', '12:00', '16:00', '21:00').map(wall) }),
);
const times = fc.record({ from: moment, until: moment });
const worlds: fc.Arbitrary<World> = fc.record({
  nights: fc.integer({ min: 1, max: 4 }),
  one: times,
  other: times,
  hasFormer: fc.boolean(),
  hasNext: fc.boolean(),
  headStart: fc.integer({ min: 1, max: 3 }),
});

const ARRIVAL = date('2026-11-28');
function bookingsOf({ nights, hasFormer, hasNext }: World): readonly Booking[] {
  const departure = addDays(ARRIVAL, nights);
  return [
    booking({ arrival: ARRIVAL, departure }),
    ...(hasFormer ? [booking({ id: 11, guestName: 'Otto Berg', arrival: addDays(ARRIVAL, -3), departure: ARRIVAL })] : []),
    ...(hasNext ? [booking({ id: 13, guestName: 'Lena Holm', arrival: departure, departure: addDays(departure, 3) })] : []),
  ];
}

/** The code of booking 12 after one sync of that computer, and whether it was written. */
function sync(
  computer: Computer,
  present: Code | null,
  bookings: readonly Booking[],
): { readonly code: Code | null; readonly wrote: boolean } {
  const wishes = { ...WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), ...computer.times }]]) };
  const codes = present === null ? [] : [present];
  const planned = plan(input({ bookings, codes, wishes, memory: { remembered: computer.memory } }));
  const memory = Object.fromEntries(Object.entries(computer.memory).map(([kind, values]) => [kind, new Map<string, unknown>(values)]));
  for (const { kind, key, value } of planned.remember) {
    if (value === null) memory[kind]?.delete(key);
    else memory[kind]?.set(key, value);
  }
  const operation = planned.operations.find((one) => one.bookingId === 12 && one.kind !== 'delete');
  const record = operation === undefined || operation.kind === 'delete' ? null : operation.record;
  const after = record === null ? present : code({ ...record, pin: record.pin });
  if (record !== null && after !== null) {
    const read = readBack(sending(after, bookingId(12), record, true, wishes), after, true, wishes);
    memory['read-back']?.set(String(after.id), read);
  }
  computer.memory = memory as unknown as Remembered;
  return { code: after, wrote: record !== null };
}

function settle(world: World): { readonly code: Code | null; readonly writes: readonly boolean[] } {
  const one: Computer = { times: world.one, memory: nothingRemembered() };
  const other: Computer = { times: world.other, memory: nothingRemembered() };
  const bookings = bookingsOf(world);
  let present: Code | null = null;
  const writes: boolean[] = [];
  const step = (computer: Computer): void => {
    const { code: next, wrote } = sync(computer, present, bookings);
    present = next;
    writes.push(wrote);
  };
  for (let index = 0; index < world.headStart; index += 1) step(one);
  for (let index = 0; index < MOST_SYNCS; index += 1) {
    step(other);
    step(one);
  }
  return { code: present, writes };
}

const windowOf = ({ startDate, startTime, endDate, endTime }: Code) => ({
  start: `${String(startDate)}T${String(startTime)}` as LocalDateTime,
  end: `${String(endDate)}T${String(endTime)}` as LocalDateTime,
});

it('agree, and open the door during no other stay that the user did not choose to cross', { timeout: 2 * timeLimitMs(CASES) }, () => {
  assure(
    CASES,
    fc.property(worlds, (world) => {
      const { code: last, writes } = settle(world);
      if (last === null) return expect.fail('no code');
      expect(writes.slice(-6)).toEqual([false, false, false, false, false, false]);
      const found = windowOf(last);
      expect(found.start < found.end).toBe(true);
      const bookings = bookingsOf(world);
      const unit = settings().mapping.units[0] ?? null;
      const own = [world.one, world.other, { from: null, until: null }].map(
        (given) => unitWindows(unit, bookings, settings(), new Map([[bookingId(12), given]])).get(bookingId(12))?.window ?? found,
      );
      for (const { id, arrival, departure } of bookings) {
        const stay = { start: at(arrival, wall('15:00')), end: at(departure, wall('12:00')) };
        if (id !== 12 && !own.some((window) => windowsOverlap(window, stay))) expect(windowsOverlap(found, stay)).toBe(false);
      }
    }),
  );
});

it('settle at the usual times where theirs have nothing in common', () => {
  const before = { from: { day: -2, time: wall('08:00') }, until: { day: -2, time: wall('12:00') } };
  const after = { from: { day: 2, time: wall('16:00') }, until: { day: 2, time: wall('21:00') } };
  const { code: last } = settle({ nights: 1, one: before, other: after, hasFormer: true, hasNext: true, headStart: 2 });
  expect(last).toMatchObject({ startDate: '2026-11-28', startTime: '15:00', endDate: '2026-11-29', endTime: '12:00' });
});
