/**
 * Generated histories over the wire: whatever the services answer, whenever the program ends, and whatever changes meanwhile, no guest is told
 * anything untrue, nobody the same thing twice, nobody who must not be told; and in the end everybody has been told.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FaultKind } from '../../../electron/demo/http/faults.ts';
import { noStayWish, withAccess } from '../../../shared/domain/wishes.ts';
import { openQuestions } from '../../../shared/questions/registry.ts';
import { addDays, at, instantOf, localNow, MINUTE_MS, timeOf } from '../../../shared/time.ts';
import type { LocalDate, WallTime } from '../../../shared/time.ts';
import { bookingId } from '../../support/ids.ts';
import { Killed } from '../world.ts';
import type { Installation, World } from '../world.ts';
import { installMessaging, messaging, pinsOf, toldPins } from './messaging.ts';

const CASES = 40 * Number(process.env.LATCHKEY_SOAK_FACTOR ?? 1);

/** Some of them after the message was accepted; `forbidden` is a certain refusal. */
const FAULTS = [
  'drop-after',
  'server-error-after',
  'rate-limited-after',
  'html-after',
  'drop-before',
  'server-error',
  'forbidden',
] as const;
const CHANGES = ['prefix', 'extend', 'shorten', 'cancel', 'block', 'let-in', 'mute'] as const;

const step = fc.record({
  minutes: fc.constantFrom(6, 6, 15, 40, 360),
  change: fc.option(fc.record({ what: fc.constantFrom(...CHANGES), guest: fc.nat(1) }), { freq: 2 }),
  sends: fc.array(fc.option(fc.constantFrom(...FAULTS), { freq: 2 }), { maxLength: 3 }),
  kill: fc.option(fc.record({ at: fc.integer({ min: 3, max: 24 }), when: fc.constantFrom('before', 'after') }), { freq: 3 }),
  /** The program ends when it sends the next message. */
  killsAtSend: fc.option(fc.constantFrom('before', 'after'), { freq: 2 }),
  answers: fc.boolean(),
});
const history = fc.record({ steps: fc.array(step, { minLength: 2, maxLength: 8 }), threadLagMinutes: fc.constantFrom(0, 4, 12, 19) });

test('messages over the wire', { timeout: 180_000 * Math.max(1, CASES / 40) }, async () => {
  const quiet: History['steps'][number] = { minutes: 6, change: null, sends: [], kill: null, killsAtSend: null, answers: false };
  // The program ends after the message was accepted, and the thread does not show it yet.
  const killed: History = { steps: [{ ...quiet, killsAtSend: 'after' }, quiet], threadLagMinutes: 19 };
  await fc.assert(fc.asyncProperty(history, play), { numRuns: CASES, examples: [[killed]] });
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
async function play({ steps, threadLagMinutes }: History): Promise<void> {
  const world = await messaging(['Ana', { name: 'Björk', arrival: 6 }], { threadLagMinutes });
  const computer = installMessaging(world);
  const judge = judgeOf(world, computer);
  try {
    for (const { minutes, change, sends, kill, killsAtSend, answers } of steps) {
      world.clock.advance(minutes * MINUTE_MS);
      if (change !== null) apply(change.what, idOfGuest(world, change.guest), world, computer);
      answerSends(world, sends, () => {
        if (killsAtSend !== null) computer.killAt(1, killsAtSend);
      });
      if (kill !== null) computer.killAt(kill.at, kill.when);
      await runUnlessKilled(computer);
      judge();
      if (answers) answerAll(world, computer);
    }
    world.clouds.smoobu.faults.clear();
    for (let round = 0; round < 8 || isNight(world); round += 1) {
      world.clock.advance((round % 2 === 0 ? 20 : 120) * MINUTE_MS);
      await computer.run();
      judge();
      answerAll(world, computer);
    }
    for (const guest of [0, 1]) {
      const id = idOfGuest(world, guest);
      if (!mayBeTold(world, computer, id)) continue;
      const pins = toldPins(arrivedOf(world, id).at(-1)?.text ?? '');
      expect(new Set(pins)).toEqual(typedFor(world, id));
    }
  } finally {
    await world.close();
  }
}

function apply(what: (typeof CHANGES)[number], id: number, world: World, { wishes }: Installation): void {
  const booking = bookingOf(world, id);
  const departsAfter = (days: number): void =>
    void world.clouds.smoobu.changeBooking(id, { departure: addDays(booking.departure as LocalDate, days) });
  switch (what) {
    case 'prefix': {
      const { mapping } = world.settings;
      const next = (prefix: string): string => (prefix === '27' ? '18' : '27');
      const units = mapping.units.map((unit) => ({ ...unit, doors: unit.doors.map((door) => ({ ...door, prefix: next(door.prefix) })) }));
      world.settings = { ...world.settings, mapping: { ...mapping, units } };
      return;
    }
    case 'extend':
      departsAfter(1);
      return;
    case 'shorten':
      departsAfter(-1);
      return;
    case 'cancel':
      return void world.clouds.smoobu.cancelBooking(id);
    case 'block':
    case 'let-in':
      return void wishes.change((known) => withAccess(known, bookingId(id), what === 'block' ? 'blocked' : 'let-in', world.clock.nowMs()));
    case 'mute':
      return void wishes.change((known) => {
        const wish = known.stays.find((one) => one.bookingId === id)?.wish ?? noStayWish();
        const others = known.stays.filter((one) => one.bookingId !== id);
        return { ...known, stays: [...others, { bookingId: bookingId(id), wish: { ...wish, noMessages: true } }] };
      });
  }
}

/** The next sends get these answers; null: the right one. */
function answerSends({ clouds: { smoobu } }: World, kinds: readonly (FaultKind | null)[], onRead: () => void): void {
  const left = [...kinds];
  smoobu.faults.onRequest(({ path }) => {
    // What follows a reading is most often a send.
    if (path.endsWith('/messages')) onRead();
    const kind = path.endsWith('/send-message-to-guest') ? (left.shift() ?? null) : null;
    return kind === null ? null : { kind };
  });
}

async function runUnlessKilled(computer: Installation): Promise<void> {
  await computer.run().catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

/** The user looks in Smoobu. */
function answerAll(world: World, computer: Installation): void {
  const memory = computer.history.memory();
  const wishes = computer.wishes.read();
  for (const { question, bookingId: id } of openQuestions({ memory, settings: world.settings, wishes })) {
    if (id === undefined || !question.key.startsWith('told-unclear:')) continue;
    const sinceMs = memory.remembered.told.get(`${String(id)} message`)?.attempt?.sinceMs ?? 0;
    const hasArrived = arrivedOf(world, id).some(({ atMs }) => atMs >= sinceMs);
    expect(computer.answer(question.key, hasArrived ? 'arrived' : 'send-again')).toBe(true);
  }
}

/** Judges what arrived since the last time; the locks are as they were when it was sent. */
function judgeOf(world: World, computer: Installation): () => void {
  let seen = 0;
  return () => {
    const sent = world.clouds.smoobu.sentMessages();
    for (const { bookingId: id, text, arrived, atMs } of sent.slice(seen)) {
      if (!arrived) continue;
      expect(mayBeTold(world, computer, id)).toBe(true);
      expect(new Set(toldPins(text))).toEqual(typedFor(world, id));
      expect(text).toMatch(new RegExp(`until \\w+ ${String(Number(bookingOf(world, id).departure.slice(8)))} `));
      // Within three hours of the arrival a doubled text is better than none.
      if (instantOf(at(bookingOf(world, id).arrival as LocalDate, '12:00' as WallTime), 'Europe/Paris') <= atMs) continue;
      const [former, last] = arrivedOf(world, id)
        .slice(-2)
        .map((one) => gist(one.text));
      expect(former, 'the same thing twice').not.toBe(last ?? null);
    }
    seen = sent.length;
  };
}
/** The lines about doors and times. */
function gist(text: string): string {
  return text
    .split('\n')
    .filter((line) => /^(?:\d|Valid|.*: \d)/.test(line))
    .join('|');
}

/** Message quiet hours, and a while after them in which what they held back is sent and confirmed. */
function isNight(world: World): boolean {
  const time = timeOf(localNow('Europe/Paris', world.clock.nowMs()));
  return time >= '22:00' || time < '12:00';
}

function idOfGuest(world: World, index: number): number {
  const booking = world.clouds.smoobu.bookings()[index];
  if (booking === undefined) throw new Error('There is no such guest.');
  return booking.id;
}
function bookingOf(world: World, id: number) {
  const booking = world.clouds.smoobu.booking(id);
  if (booking === null) throw new Error('There is no such booking.');
  return booking;
}
function arrivedOf(world: World, id: number) {
  return world.clouds.smoobu.sentMessages(id).filter(({ arrived, to }) => arrived && to === 'guest');
}
function mayBeTold(world: World, { wishes }: Installation, id: number): boolean {
  const wish = wishes.read().stays.find((one) => one.bookingId === id)?.wish;
  return bookingOf(world, id).type !== 'cancellation' && (wish?.blockedSinceMs ?? null) === null && wish?.noMessages !== true;
}
/** At every door of the first unit, where both guests stay. */
function typedFor(world: World, id: number): ReadonlySet<string> {
  const doors = world.settings.mapping.units[0]?.doors ?? [];
  return new Set([...pinsOf(world, id)].flatMap((pin) => doors.map(({ prefix }) => `${prefix}${pin}`)));
}
