/** What a sync asks Smoobu for guests: nothing where nothing is due, whatever is switched on. */
import { afterEach, expect, test } from 'vitest';
import { planStart } from '../../../electron/app/messages/start-sending.ts';
import { lookAtMessages } from '../../../electron/app/messages/look-at-messages.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { Sending } from '../../../shared/domain/told.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { twoDoors } from '../small-world.ts';
import type { Installation, World } from '../world.ts';

let world: World;
afterEach(() => world.close());

/** Paths at Smoobu that a sync asks for guests. */
async function askedBy(computer: Installation): Promise<readonly string[]> {
  world.clouds.smoobu.resetCounters();
  await computer.run();
  return world.clouds.smoobu.requests().flatMap(({ method, path }) => (/messages|placeholders/.test(path) ? `${method} ${path}` : []));
}

async function start(computer: Installation, sending: Partial<Sending>): Promise<void> {
  const read: PlanInput[] = [];
  const report = await computer.run({ mode: 'dry-run', onRead: (input) => read.push(input) });
  const [input] = read;
  if (input === undefined) throw new Error('The clouds could not be read.');
  const { facts } = lookAtMessages(input, report, computer.vault);
  computer.history.remember(planStart(facts, { alreadyTold: { kind: 'usual' }, inThreads: new Set() }).remember);
  computer.history.remember([{ kind: 'way-started', key: 'placeholder', value: { sinceMs: world.clock.nowMs() } }]);
  const { messages } = world.settings;
  world.settings = {
    ...world.settings,
    messages: { ...messages, placeholder: { ...messages.placeholder, doorsKey: 'latchkeyDoors' } },
    sending: { ...world.settings.sending, ...sending },
  };
}

test('a look, a start and a dry run ask nothing of a guest’s messages', async () => {
  world = await twoDoors(['Ana', 'Björk']);
  const computer = world.install();
  expect(await askedBy(computer)).toEqual([]);
  world.clouds.smoobu.resetCounters();
  await start(computer, { message: true, placeholder: true, threads: true, host: true });
  await computer.run({ mode: 'dry-run' });
  expect(world.clouds.smoobu.requests().filter(({ path }) => /messages|placeholders/.test(path))).toEqual([]);
});

test.each<Partial<Sending>>([
  { message: true },
  { placeholder: true },
  { threads: true },
  { host: true },
  { message: true, placeholder: true, threads: true, host: true },
])('a sync with nothing due costs no request more with %j', async (sending) => {
  world = await twoDoors(['Ana', 'Björk']);
  const computer = world.install();
  await computer.run();
  world.clock.advance(15 * MINUTE_MS);
  await computer.run();
  world.clouds.smoobu.resetCounters();
  world.clock.advance(15 * MINUTE_MS);
  const plain = await computer.run();
  await start(computer, sending);
  world.clock.advance(15 * MINUTE_MS);
  const asked = await askedBy(computer);
  expect(asked.length > 0).toBe(sending.host !== true || sending.message === true);
  world.clock.advance(15 * MINUTE_MS);
  await computer.run();
  world.clock.advance(15 * MINUTE_MS);
  const quiet = await computer.run();
  expect(quiet.requests).toEqual(plain.requests);
  world.clock.advance(15 * MINUTE_MS);
  expect(await askedBy(computer)).toEqual([]);
});

test('a thread is read again after six hours, and not before', async () => {
  world = await twoDoors(['Ana']);
  const computer = world.install();
  await computer.run();
  await start(computer, { threads: true });
  expect(await askedBy(computer)).toHaveLength(1);
  world.clock.advance(5 * HOUR_MS);
  expect(await askedBy(computer)).toEqual([]);
  world.clock.advance(HOUR_MS);
  expect(await askedBy(computer)).toHaveLength(1);
});
