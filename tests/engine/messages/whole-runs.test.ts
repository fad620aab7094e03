/** Messages by whole runs over the wire: what guests read is what the locks have. */
import { afterEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { World } from '../world.ts';
import { installMessaging, messaging, pinsOf, textsTo, toldPins } from './messaging.ts';

let world: World;
afterEach(() => world.close());

function idOf(name: string): number {
  const booking = world.clouds.smoobu.bookings().find(({ guestName }) => guestName === name);
  if (booking === undefined) throw new Error(`There is no ${name}.`);
  return booking.id;
}

test('guests are told in the run that made their codes, once, and quiet runs ask nothing', async () => {
  world = await messaging(['Ana', 'Björk']);
  const computer = installMessaging(world);
  const first = await computer.run();
  expect(first.told?.map(({ bookingId, kind, state }) => [bookingId, kind, state])).toEqual([
    [idOf('Ana'), 'code', 'sent'],
    [idOf('Björk'), 'code', 'sent'],
  ]);
  for (const name of ['Ana', 'Björk']) {
    const [text = '', ...others] = textsTo(world, idOf(name));
    expect(others).toEqual([]);
    expect(new Set(toldPins(text).map((digits) => digits.slice(-4)))).toEqual(pinsOf(world, idOf(name)));
    expect(text).toContain(name);
  }
  world.clock.advance(15 * MINUTE_MS);
  const second = await computer.run();
  world.clock.advance(15 * MINUTE_MS);
  const third = await computer.run();
  expect([second.told, third.told]).toEqual([undefined, undefined]);
  expect(second.requests.smoobu - third.requests.smoobu).toBe(2);
  expect(third.problems).toEqual([]);
});

test('a message whose answer is lost is looked for, and sent once', async () => {
  world = await messaging(['Ana'], { threadLagMinutes: 10 });
  const computer = installMessaging(world);
  world.clouds.smoobu.faults.onRequest(({ path }) => (path.endsWith('send-message-to-guest') ? { kind: 'drop-after' } : null));
  const { told } = await computer.run();
  expect(told).toMatchObject([{ state: 'unclear', reason: 'reading-thread' }]);
  world.clouds.smoobu.faults.clear();
  for (let run = 0; run < 4; run += 1) {
    world.clock.advance(15 * MINUTE_MS);
    await computer.run();
  }
  expect(textsTo(world, idOf('Ana'))).toHaveLength(1);
  expect([...computer.history.memory().remembered.told.values()]).toMatchObject([{ known: { state: 'confirmed' }, attempt: null }]);
});

test('another computer with its own texts sees that the guest was told', async () => {
  world = await messaging(['Ana']);
  const computer = installMessaging(world);
  await computer.run();
  const text = 'Hi {guest}, {doors} from {from} to {until}';
  world.settings = { ...world.settings, templates: [{ name: 'code', language: 'en', unitId: null, version: 1, text }] };
  world.clock.advance(MINUTE_MS);
  const other = installMessaging(world);
  expect((await other.run()).told).toBeUndefined();
  expect(textsTo(world, idOf('Ana'))).toHaveLength(1);
});

test('a prefix that changes to one that another door had is corrected; a booking that is cancelled is told nothing more', async () => {
  world = await messaging(['Ana', 'Björk']);
  const computer = installMessaging(world);
  await computer.run();
  world.clouds.smoobu.cancelBooking(idOf('Björk'));
  const { mapping } = world.settings;
  const units = mapping.units.map((unit) => ({ ...unit, doors: unit.doors.map((door) => ({ ...door, prefix: '18' })) }));
  world.settings = { ...world.settings, mapping: { ...mapping, units } };
  world.clock.advance(15 * MINUTE_MS);
  expect((await computer.run()).told).toMatchObject([{ bookingId: idOf('Ana'), kind: 'correction', state: 'sent' }]);
  const [, correction = ''] = textsTo(world, idOf('Ana'));
  expect(new Set(toldPins(correction))).toEqual(new Set([...pinsOf(world, idOf('Ana'))].map((pin) => `18${pin}`)));
  expect(textsTo(world, idOf('Björk'))).toHaveLength(1);
});
