/** What hosts write by hand, read by whole runs over the wire: a wrong PIN is found and corrected, and the right one is not told again. */
import { afterEach, expect, test } from 'vitest';
import { answerQuestion } from '../../../electron/app/questions/answer-question.ts';
import { bookingId } from '../../support/ids.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Installation, World } from '../world.ts';
import { installMessaging, messaging, pinsOf, textsTo } from './messaging.ts';

let world: World;
afterEach(() => world.close());

function idOf(name: string): number {
  const booking = world.clouds.smoobu.bookings().find(({ guestName }) => guestName === name);
  if (booking === undefined) throw new Error(`There is no ${name}.`);
  return booking.id;
}
function switchTo(sending: { readonly message: boolean; readonly threads: boolean }): void {
  world.settings = { ...world.settings, sending: { ...world.settings.sending, ...sending } };
}
const pinOf = (name: string): string => [...pinsOf(world, idOf(name))].join();
function answer({ history, wishes }: Installation, key: string, choice: string): void {
  const settings = { read: () => world.settings, write: () => undefined };
  expect(answerQuestion({ history, wishes, settings }, key, choice, world.clock.nowMs())).toMatchObject({ ok: true });
}

test('a wrong PIN that the host wrote is found, asked about, and corrected once the user wants that', async () => {
  world = await messaging(['Ana', 'Björk']);
  switchTo({ message: false, threads: true });
  const computer = installMessaging(world);
  await computer.run();
  world.clouds.smoobu.addMessage({ bookingId: idOf('Ana'), from: 'guest', text: `Is it ${pinOf('Björk')}?` });
  world.clouds.smoobu.addMessage({
    bookingId: idOf('Ana'),
    from: 'host',
    text: `Hello Ana, your code is ${pinOf('Björk')}. The deposit is 1500 €.`,
  });
  world.clock.advance(HOUR_MS);
  const quiet = await computer.run();
  expect(quiet.problems).toEqual([]);
  world.clock.advance(6 * HOUR_MS);
  const found = await computer.run();
  // Björk arrives in four days.
  expect(found.requests.smoobu - quiet.requests.smoobu).toBe(1);
  expect(found.problems).toMatchObject([
    { kind: 'told-wrong-pin', bookingId: idOf('Ana'), text: { key: 'problem.told-wrong-pin.other-stay' } },
  ]);
  const [problem] = found.problems;
  const kept = JSON.stringify([[...computer.history.memory().remembered.thread.values()], found.problems]);
  for (const secret of [pinOf('Björk'), pinOf('Ana'), 'deposit', 'Hello']) expect(kept).not.toContain(secret);
  answer(computer, problem?.question?.key ?? '', 'send-right-one');
  expect((await computer.run()).told).toMatchObject([{ bookingId: idOf('Ana'), kind: 'correction', state: 'sent' }]);
  expect(textsTo(world, idOf('Ana')).map((text) => [text.includes(pinOf('Ana')), text.includes(pinOf('Björk'))])).toEqual([[true, false]]);
  for (let run = 0; run < 30; run += 1) {
    world.clock.advance(30 * MINUTE_MS);
    const later = await computer.run();
    expect([later.told, later.problems]).toEqual([undefined, []]);
  }
  expect(computer.history.memory().remembered.thread.get(String(idOf('Ana')))?.verdict).toBe('agrees');
  expect(textsTo(world, idOf('Björk'))).toEqual([]);
});

test('what the host has told is not told again', async () => {
  world = await messaging(['Ana']);
  switchTo({ message: false, threads: true });
  const computer = installMessaging(world);
  await computer.run();
  const id = bookingId(idOf('Ana'));
  const [unit] = world.settings.mapping.units;
  const digits = unit?.doors.map(({ prefix }) => `${prefix} ${pinOf('Ana')}#`) ?? [];
  world.clouds.smoobu.addMessage({ bookingId: id, from: 'host', text: `Ana, the doors: ${digits.join(', ')}` });
  world.clock.advance(6 * HOUR_MS);
  switchTo({ message: true, threads: true });
  expect((await computer.run()).told).toBeUndefined();
  expect(computer.history.memory().remembered.told.get(`${String(id)} host`)).toMatchObject({ known: { state: 'confirmed' } });
  world.clock.advance(MINUTE_MS);
  expect([(await computer.run()).told, textsTo(world, id)]).toEqual([undefined, []]);
});

test('a prefix that changes is told, though the message with the former one has digits that are right at another door now', async () => {
  world = await messaging(['Ana']);
  switchTo({ message: true, threads: true });
  const computer = installMessaging(world);
  const { mapping } = world.settings;
  const [unit, ...others] = mapping.units;
  const withFirst = (prefix: string): void => {
    const doors = (unit?.doors ?? []).map((door, index) => ({ ...door, prefix: index === 0 ? prefix : '18' }));
    world.settings = { ...world.settings, mapping: { ...mapping, units: unit === undefined ? [] : [{ ...unit, doors }, ...others] } };
  };
  withFirst('');
  await computer.run();
  world.clock.advance(HOUR_MS);
  withFirst('18');
  expect((await computer.run()).told).toMatchObject([{ bookingId: idOf('Ana'), kind: 'correction', state: 'sent' }]);
  expect(textsTo(world, idOf('Ana'))).toHaveLength(2);
});
