import { beforeEach, describe, expect, it } from 'vitest';
import type { BookingFetch } from '../../../../shared/domain/booking.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { booking, code, date } from '../../../../tests/reconcile/fixtures.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { BookingCloud } from '../../ports/clouds.ts';
import { REUSE_MS, ReadMemory } from './preview-clouds.ts';
import { bookingId, lockId } from '../../../../tests/support/ids.ts';

const RANGE = { departureFrom: date('2026-11-20'), arrivalTo: date('2027-02-01') };
const FAILURE: CloudFailure = { kind: 'unreachable', cloud: 'smoobu', message: 'No answer.', certain: true };

let nowMs: number;
let fetches: number;
let answer: Result<BookingFetch, CloudFailure>;
let locks: FakeLocks;
let bookings: BookingCloud;
let memory: ReadMemory;

beforeEach(() => {
  nowMs = 1_000;
  fetches = 0;
  answer = ok({ complete: true, bookings: [booking()], incompleteBecause: null });
  locks = createFakeLocks([code()]);
  memory = new ReadMemory({ nowMs: () => 5_000_000 + nowMs, uptimeMs: () => nowMs });
  const never = () => Promise.reject(new Error('Not called.'));
  bookings = {
    async fetchBookings() {
      fetches += 1;
      return answer;
    },
    readBooking: async (id) => ok({ kind: 'found', booking: booking({ id, guestName: 'Bob Martin' }) }),
    listUnits: never,
    readUnit: never,
    readAccount: never,
    requestCount: () => fetches,
    clockOffsetMs: () => null,
    close: never,
  };
});
const read = async () => {
  const clouds = memory.look(bookings, locks);
  const fetched = await clouds.bookings.fetchBookings(RANGE);
  const listed = await clouds.locks.listCodes(lockId(11));
  return { clouds, fetched, listed };
};

describe('what a preview has read', () => {
  it('is reused for a minute, with the time when it was read', async () => {
    await read();
    nowMs += REUSE_MS - 1;
    const { clouds, fetched } = await read();
    expect([fetches, locks.calls]).toEqual([1, ['list 11']]);
    expect(fetched).toEqual(answer);
    expect(clouds.seen.readAtMs()).toBe(5_001_000);
    nowMs += 1;
    await read();
    expect([fetches, locks.calls]).toEqual([2, ['list 11', 'list 11']]);
  });
  it('is as old as the first of what it was read with', async () => {
    await memory.look(bookings, locks).bookings.fetchBookings(RANGE);
    nowMs += 10;
    const { clouds } = await read();
    expect([clouds.seen.readAtMs(), fetches]).toEqual([5_001_000, 1]);
    nowMs += 10;
    const more = memory.look(bookings, locks);
    await more.locks.listCodes(lockId(11));
    expect(more.seen.readAtMs()).toBe(5_001_010);
    await more.locks.listCodes(lockId(12));
    await more.bookings.fetchBookings(RANGE);
    expect(more.seen.readAtMs()).toBe(5_001_000);
    nowMs += 10;
    await more.locks.listCodes(lockId(13));
    expect(more.seen.readAtMs()).toBe(5_001_000);
  });
  it('is kept apart for each booking and account', async () => {
    const clouds = memory.look(bookings, locks);
    const [one, other] = [await clouds.bookings.readBooking(bookingId(98)), await clouds.bookings.readBooking(bookingId(99))];
    expect([one, other]).toMatchObject([{ value: { booking: { id: 98 } } }, { value: { booking: { id: 99 } } }]);
    bookings.readAccount = async () => ok({ id: 'A' } as never);
    locks.readAccount = async () => ok({ id: 'B' } as never);
    expect([await clouds.bookings.readAccount(), await clouds.locks.readAccount()]).toEqual([ok({ id: 'A' }), ok({ id: 'B' })]);
  });
  it('has no guest of a booking that is not there, or could not be read', async () => {
    bookings.readBooking = async () => ok({ kind: 'missing' });
    const { clouds } = await read();
    await clouds.bookings.readBooking(bookingId(99));
    bookings.readBooking = async () => err(FAILURE);
    await clouds.bookings.readBooking(bookingId(100));
    expect([...clouds.seen.bookings.keys()]).toEqual([12]);
  });
  it('does not answer for what is always asked', async () => {
    const asked: string[] = [];
    const note = (name: string) => async () => {
      asked.push(name);
      return ok(name as never);
    };
    const [bookingCalls, lockCalls] = [
      ['listUnits', 'readUnit'],
      ['signIn', 'discover', 'readGateway', 'readLog'],
    ];
    for (const name of bookingCalls) Object.assign(bookings, { [name]: note(name) });
    for (const name of lockCalls) Object.assign(locks, { [name]: note(name) });
    Object.assign(bookings, { requestCount: () => 5, clockOffsetMs: () => 7 });
    Object.assign(locks, { requestCount: () => 6, clockOffsetMs: () => 8 });
    const clouds = memory.look(bookings, locks) as unknown as Record<'bookings' | 'locks', Record<string, (id: number) => unknown>>;
    for (const name of bookingCalls) expect(await clouds.bookings[name]?.(1)).toEqual(ok(name));
    for (const name of lockCalls) expect(await clouds.locks[name]?.(1)).toEqual(ok(name));
    expect(asked).toEqual([...bookingCalls, ...lockCalls]);
    const numbers = ['requestCount', 'clockOffsetMs'].flatMap((name) => [clouds.bookings[name]?.(1), clouds.locks[name]?.(1)]);
    expect(numbers).toEqual([5, 6, 7, 8]);
  });
  it('is read again for another range, after a run, and for other clients', async () => {
    await read();
    await memory.look(bookings, locks).bookings.fetchBookings({ ...RANGE, arrivalTo: date('2027-03-01') });
    expect(fetches).toBe(2);
    memory.forget();
    await read();
    expect(fetches).toBe(3);
    await memory.look({ ...bookings }, locks).bookings.fetchBookings(RANGE);
    expect(fetches).toBe(4);
    await memory.look(bookings, { ...locks }).bookings.fetchBookings(RANGE);
    await memory.look(bookings, { ...locks }).bookings.fetchBookings(RANGE);
    expect(fetches).toBe(6);
  });
  it('is not kept when a run has started meanwhile', async () => {
    const clouds = memory.look(bookings, locks);
    const reading = clouds.bookings.fetchBookings(RANGE);
    memory.forget();
    await reading;
    await read();
    expect(fetches).toBe(2);
  });
  it('is not kept when it failed or was incomplete, and the failure is returned', async () => {
    answer = err(FAILURE);
    const failed = await read();
    expect(failed.clouds.seen.bookingsFailure()).toEqual(FAILURE);
    answer = ok({ complete: false, bookings: [], incompleteBecause: 'a page came twice' });
    await read();
    answer = ok({ complete: true, bookings: [booking()], incompleteBecause: null });
    const { clouds } = await read();
    expect(fetches).toBe(3);
    expect([clouds.seen.bookingsFailure(), clouds.seen.codesFailure()]).toEqual([null, null]);
    locks.fault = () => ({ when: 'before', kind: 'forbidden', certain: true });
    const again = memory.look(bookings, locks);
    await again.locks.listCodes(lockId(12));
    expect(again.seen.codesFailure()?.kind).toBe('forbidden');
  });
  it('includes the guests of listed and looked-up bookings', async () => {
    const { clouds } = await read();
    await clouds.bookings.readBooking(bookingId(99));
    expect([...clouds.seen.bookings].map(([id, { guestName }]) => [id, guestName])).toEqual([
      [12, 'Anna Müller'],
      [99, 'Bob Martin'],
    ]);
  });
});

it('writing throws, and sends no request', async () => {
  const { locks: readOnly } = memory.look(bookings, locks);
  const { id, lockId, keypadId, ...rest } = code();
  const record = { ...rest, pin: code().pin! } as unknown as Parameters<typeof locks.createCode>[2];
  await expect(readOnly.createCode(lockId, keypadId, record)).rejects.toThrow(/only reads/);
  await expect(readOnly.updateCode(id, record)).rejects.toThrow(/only reads/);
  await expect(readOnly.deleteCode(id)).rejects.toThrow(/only reads/);
  expect(locks.calls).toEqual([]);
});
