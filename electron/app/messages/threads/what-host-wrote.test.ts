/** What follows from what the host wrote: it counts as told, or the user is asked. */
import { beforeEach, expect, test } from 'vitest';
import { messagesDue } from '../../../../shared/messages/due.ts';
import { openQuestions } from '../../../../shared/questions/registry.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { code, DOOR, pin, SECOND_DOOR } from '../../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { threadWorld } from '../../../../tests/support/thread-world.ts';
import type { Around, ThreadWorld } from '../../../../tests/support/thread-world.ts';
import { DIGESTS, doorToTell, stayToTell } from '../../../../tests/support/to-tell.ts';

const ID = bookingId(12);
let world: ThreadWorld;
beforeEach(() => {
  world = threadWorld();
});

test('the right PIN counts as told: no message says it again', async () => {
  world.guests.write(ID, 'Your code is 4711');
  await world.run();
  expect(world.toldBy('host')?.content.doors).toEqual([{ ...DOOR, prefix: '', pin: DIGESTS.digestPin(pin('4711')) }]);
  expect(world.asked()).toEqual([]);
  const [decision] = messagesDue({ ...world.due(), stays: [stayToTell()] });
  expect(decision?.state).toBe('confirmed');
  // Another PIN is corrected, as after any telling.
  const [changed] = messagesDue({ ...world.due(), stays: [stayToTell({ doors: [doorToTell({ pin: pin('9027') })] })] });
  expect([changed?.kind, changed?.state]).toEqual(['correction', 'due']);
});

test('about some doors only: the others are news', async () => {
  world.guests.write(ID, 'Front: 18 4711');
  const doors = [doorToTell({ prefix: '18' }), doorToTell({ ...SECOND_DOOR, prefix: '28' })];
  await world.run([stayToTell({ doors })], { prefix: '18' });
  expect(world.toldBy('host')?.content.doors.length).toBe(1);
  const [decision] = messagesDue({ ...world.due(), stays: [stayToTell({ doors })] });
  expect([decision?.kind, decision?.send?.content.doors.length]).toEqual(['correction', 2]);
});

test.each<[string, string, Around, string]>([
  ['a PIN that the user replaced', 'Code: 8233', { retired: pin('8233') }, 'earlier-pin'],
  [
    'the PIN of another stay of the door',
    'Code: 6044',
    { codes: [code({ id: 901, description: 'Smoobu#77', pin: pin('6044') })] },
    'other-stay',
  ],
  ['a prefix of another door', 'Code: 28 4711', { prefix: '18' }, 'wrong-prefix'],
])('%s is asked about, and the right one is sent when the user wants it', async (_what, text, around, fact) => {
  const stay = stayToTell({ doors: [doorToTell({ prefix: around.prefix ?? '' })] });
  world.guests.write(ID, text);
  await world.run([stay], around);
  expect(world.asked()).toEqual([['told-wrong-pin', `problem.told-wrong-pin.${fact}`, ['send-right-one', 'ignore']]]);
  world.answer('send-right-one');
  expect(world.asked()).toEqual([]);
  // Although messages are off.
  const [decision] = messagesDue({ ...world.due({ threads: true }), stays: [stay] });
  expect([decision?.kind, decision?.state]).toEqual(['correction', 'due']);
  expect(messagesDue({ ...world.due({ threads: true }), stays: [{ ...stay, isMuted: true }] })[0]?.reason).toBe('not-for-stay');
  world.later(6 * HOUR_MS);
  await world.run([stay], around);
  expect([world.guests.requests.reads, world.asked()]).toEqual([2, []]);
});

test('is not asked about again once ignored, unless something else is wrong', async () => {
  world.guests.write(ID, 'Code: 8233');
  const around = { retired: pin('8233'), codes: [code({ id: 901, description: 'Smoobu#77', pin: pin('6044') })] };
  await world.run([stayToTell()], around);
  world.answer('ignore');
  world.later(6 * HOUR_MS);
  await world.run([stayToTell()], around);
  expect([world.guests.requests.reads, world.asked()]).toEqual([2, []]);
  world.guests.write(ID, 'Code: 6044');
  world.later(6 * HOUR_MS);
  await world.run([stayToTell()], around);
  expect(world.asked()[0]?.[1]).toBe('problem.told-wrong-pin.other-stay');
  expect(messagesDue({ ...world.due({ threads: true }), stays: [stayToTell()] })[0]?.reason).toBe('not-started');
});

test('a guest who is sent nothing can only be told by the user', async () => {
  world.guests.write(ID, 'Code: 8233');
  await world.run([stayToTell({ isMuted: true })], { retired: pin('8233') });
  expect(world.asked()).toEqual([['told-wrong-pin', 'problem.told-wrong-pin.earlier-pin', ['ignore']]]);
});

test('what Latchkey told before the PIN changed is corrected without asking', async () => {
  world.guests.write(ID, 'Code: 4711');
  await world.run();
  const changed = stayToTell({ doors: [doorToTell({ pin: pin('9027') })] });
  await world.run([changed], { sending: { threads: true, message: true } });
  expect([world.row()?.verdict, world.asked()]).toEqual(['wrong', []]);
  world.later(6 * HOUR_MS);
  world.remember([{ kind: 'thread', key: '12', value: null }]);
  await world.run([changed]);
  expect(world.asked().length).toBe(1);
});

test('nothing of a text is remembered or logged', async () => {
  world.guests.write(ID, 'Hello Mateo, the code 8233 was wrong, it is 17 4711');
  world.guests.reads = ['failed', 'none'];
  await world.run([stayToTell({ id: 13 }), stayToTell({ doors: [doorToTell({ prefix: '18' })] })], { prefix: '18', retired: pin('8233') });
  const kept = `${JSON.stringify([...world.remembered().thread.values(), ...world.remembered().told.values(), openQuestions(world.facts())])}${world.logged.join('')}`;
  for (const secret of ['8233', '4711', '17', 'Mateo', 'Hello']) expect(kept.replaceAll(/"\w*Ms":\d+/g, '')).not.toContain(secret);
});
