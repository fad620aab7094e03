/** Journeys about who comes when: guests who arrive early or book again, people without a booking, and a gate that is replaced. */
import { afterEach, describe, expect, it } from 'vitest';
import { startJourney } from '../support/cli/journey.ts';
import type { Ended, Journey } from '../support/cli/journey.ts';

let journey: Journey;
afterEach(async () => {
  await journey.close();
});

const BOTH = [3101, 3102];
const ANA = { name: 'Ana Ruiz', arrival: 2, nights: 3, email: 'ana@demo.invalid' };
const OTTO = { name: 'Otto Berg', arrival: -1, nights: 3 };
const pinOf = (tag: string): string | undefined =>
  journey.clouds.theKeys.codes().find(({ description }) => description?.split(' ').includes(tag) === true)?.code;
const pinOfBooking = (index: number) => pinOf(`Smoobu#${String(journey.bookings[index])}`);
/** When the PIN opens on a day: these times in this order. */
const openAt = (pin: string | undefined, fromToday: number, ...times: readonly string[]): readonly boolean[] =>
  times.map((time) => journey.opens(pin, fromToday, time).length > 0);
async function synced(): Promise<Ended> {
  const ran = await journey.run('sync');
  expect([ran.code, ran.error]).toEqual([0, '']);
  return ran;
}

describe('an early arrival', () => {
  it('is let in on a day on which nobody leaves, as far as four hours', async () => {
    journey = await startJourney([{ ...ANA, checkIn: '10:00' }]);
    await synced();
    expect(openAt(pinOfBooking(0), 2, '10:59', '11:00')).toEqual([false, true]);
  }, 60_000);

  it('waits for the usual time on a day on which a guest leaves', async () => {
    journey = await startJourney([{ ...ANA, checkIn: '11:00' }, OTTO]);
    await synced();
    expect(openAt(pinOfBooking(0), 2, '14:59', '15:00')).toEqual([false, true]);
    expect(openAt(pinOfBooking(1), 2, '11:59', '12:00')).toEqual([true, false]);
  }, 60_000);
});

describe('a blocked guest', () => {
  it('stays out with another booking, until the user lets them in', async () => {
    journey = await startJourney([ANA]);
    await synced();
    const [first] = journey.clouds.smoobu.bookings();
    const before = pinOfBooking(0);
    await journey.run('stay', String(first?.id), '--block');
    journey.clouds.smoobu.cancelBooking(first?.id ?? 0);
    const again = journey.clouds.smoobu.addBooking({
      apartmentId: first?.apartmentId ?? null,
      arrival: journey.day(2),
      departure: journey.day(5),
      guestName: 'Ana Ruiz',
      email: ANA.email,
    });
    const asked = await journey.run('sync');
    const key = `blocked-guest:${String(again.id)}`;
    expect([asked.code, asked.out]).toEqual([5, expect.stringContaining(`latchkey answer ${key} let-in|keep-blocked`)]);
    const tag = `Smoobu#${String(again.id)}`;
    expect([journey.opens(before, 3, '12:00'), journey.opens(pinOf(tag), 3, '12:00')]).toEqual([[], []]);
    expect((await journey.run('answer', key, 'let-in')).code).toBe(0);
    await synced();
    expect([pinOf(tag), journey.opens(before, 3, '12:00')]).toEqual([before, BOTH]);
    expect((await synced()).out).not.toContain(key);
  }, 60_000);
});

describe('people without a booking', () => {
  it('the plumber gets in on Thursday from 10 to 12', async () => {
    journey = await startJourney([OTTO]);
    const days = [1, 2, 3, 4, 5, 6, 7];
    const thursday = days.find((day) => new Date(`${journey.day(day)}T12:00:00Z`).getUTCDay() === 4) ?? 0;
    const ran = await journey.run(
      ...['people', 'add', 'Plumber', '--door', '3101'],
      ...['--from', `${journey.day(thursday)}+10:00`, '--until', `${journey.day(thursday)}+12:00`],
    );
    expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/Plumber.*\n[^]*\nRun [0-9a-f-]{36}\n/)]);
    expect((await journey.run('people', 'list')).out).toMatch(/Plumber.* 10:00 to .* 12:00.*verified/);
    const pin = journey.clouds.theKeys.codes().find(({ name }) => name === 'Plumber')?.code;
    expect(openAt(pin, thursday, '09:59', '10:00', '11:59', '12:00')).toEqual([false, true, true, false]);
    expect(journey.opens(pin, thursday, '11:00')).toEqual([3101]);
  }, 60_000);

  it('the cleaner gets in after each check-out, for twelve hours, and never while a guest may be in', async () => {
    journey = await startJourney([OTTO, { ...ANA, arrival: 3 }]);
    await synced();
    await journey.run('people', 'add', 'Cleaner', '--door', '3101', '--door', '3102', '--between-stays', '501');
    const pin = (): string | undefined => journey.clouds.theKeys.codes().find(({ name }) => name === 'Cleaner')?.code;
    expect(openAt(pin(), 2, '11:59', '12:00', '23:59')).toEqual([false, true, true]);
    expect(openAt(pin(), 3, '00:00', '14:00', '15:00')).toEqual([false, false, false]);
    await journey.run('stay', String(journey.bookings[0]), '--until', '0+14:00');
    expect(openAt(pin(), 2, '13:59', '14:00')).toEqual([false, true]);
    journey.clouds.smoobu.changeBooking(journey.bookings[0] ?? 0, { departure: journey.day(3) });
    await journey.run('sync');
    expect(openAt(pin(), 2, '14:00', '23:59')).toEqual([false, false]);
    expect(openAt(pin(), 3, '14:30', '15:00')).toEqual([true, false]);
  }, 60_000);
});

describe('a gate that three units share', () => {
  it('is replaced once, and opens for everybody with the same PIN', async () => {
    const at = { arrival: 2, nights: 2 };
    const guests = ['Ana Ruiz', 'Otto Berg', 'Mia Frost'].map((name, unit) => ({
      ...at,
      name,
      unit,
      ...(unit === 1 ? { arrival: -1, nights: 4 } : {}),
    }));
    journey = await startJourney(guests, {
      lockOfKeypad: [0, 1, 2, 3, 4],
      doorsOfUnit: [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    });
    await synced();
    await journey.run('people', 'add', 'Cleaner', '--door', '3104', '--always');
    const pins = guests.map((_, index) => pinOfBooking(index));
    const ran = await journey.run('door', '3104', '--replace-by', '3105', '--yes');
    // Otto is staying: his code on the old gate waits for the user.
    expect([ran.code, ran.out]).toEqual([5, expect.stringContaining(`latchkey answer delete:${String(journey.bookings[1])}:3104/`)]);
    expect(pins.map((pin) => journey.opens(pin, 2, '20:00'))).toEqual([
      [3101, 3105],
      [3102, 3104, 3105],
      [3103, 3105],
    ]);
    const cleaner = journey.clouds.theKeys.codes(3105).find(({ name }) => name === 'Cleaner')?.code;
    expect(journey.opens(cleaner)).toEqual([3105]);
    expect((await journey.run('sync', '--apply-held')).code).toBe(0);
    expect(journey.opens(pins[1], 2, '20:00')).toEqual([3102, 3105]);
  }, 60_000);
});
