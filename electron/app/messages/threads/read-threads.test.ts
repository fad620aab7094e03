/** Reading threads: whose, how often, and what follows from failures. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import { toldKey } from '../../../../shared/domain/told.ts';
import type { StayToTell } from '../../../../shared/messages/stay-to-tell.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { pin, SECOND_DOOR } from '../../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { threadWorld } from '../../../../tests/support/thread-world.ts';
import type { ThreadWorld } from '../../../../tests/support/thread-world.ts';
import { DIGESTS, doorToTell, NO_DIGESTS, stayToTell, TELL_MS, windowOf } from '../../../../tests/support/to-tell.ts';
import { readThreads, toldInThreads } from './read-threads.ts';

const ID = bookingId(12);
let world: ThreadWorld;
beforeEach(() => {
  world = threadWorld();
});

describe('whose threads are read', () => {
  test('nobody’s without the user’s mandate, or a PIN key', async () => {
    await world.run([stayToTell()], { sending: { message: true } });
    const without = { input: world.read(), stays: [stayToTell()], only: null, signal: new AbortController().signal };
    await readThreads(world.ports(NO_DIGESTS), without);
    expect(world.guests.requests.reads).toBe(0);
  });

  test('arrivals of the next 72 hours, twenty a run, the earliest first, each every six hours', async () => {
    const ids: BookingId[] = [];
    const readThread = world.guests.readThread.bind(world.guests);
    world.guests.readThread = async (id, options) => {
      ids.push(id);
      return readThread(id, options);
    };
    const stays = Array.from({ length: 30 }, (_, index) => {
      const window = windowOf(`2026-11-${String(24 + (index % 2))}T15:00`, '2026-11-29T11:00');
      return stayToTell({ id: 100 + index, window });
    });
    const far = stayToTell({ id: 200, window: windowOf('2026-11-26T15:00', '2026-11-29T11:00') });
    await world.run([far, ...stays.toReversed()]);
    expect(ids.slice(0, 16)).toEqual([...Array.from({ length: 15 }, (_, index) => 100 + 2 * index), 101]);
    expect(ids.length).toBe(20);
    await world.run([far, ...stays]);
    expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
    await world.run([far, ...stays]);
    world.later(6 * HOUR_MS - 1);
    await world.run([far, ...stays]);
    // By now, 72 hours before its arrival have begun for the last one.
    expect(ids.slice(30)).toEqual([200]);
    world.later(1);
    await world.run(stays);
    expect(ids.length).toBe(51);
  });

  test.each<[string, Partial<StayToTell>, number]>([
    ['one whose guest is shut out', { access: 'off' }, 0],
    ['one with a door that is not verified', { doors: [doorToTell(), doorToTell({ ...SECOND_DOOR, isVerified: false })] }, 0],
    ['one whose PIN is not certain', { doors: [doorToTell({ pin: null })] }, 0],
    ['one whose guest is sent nothing', { isMuted: true }, 1],
    ['one that began two days ago', { window: windowOf('2026-11-21T09:00', '2026-11-29T11:00'), startMs: TELL_MS - 48 * HOUR_MS }, 0],
    ['one that began yesterday', { window: windowOf('2026-11-22T15:00', '2026-11-29T11:00'), startMs: TELL_MS - 19 * HOUR_MS }, 1],
  ])('%s', async (_what, changes, reads) => {
    await world.run([stayToTell(changes)]);
    expect(world.guests.requests.reads).toBe(reads);
  });

  test('again at once when the booking or its code changed, and a verdict about other digits is one no longer', async () => {
    world.guests.write(ID, 'Code 4711#');
    await world.run();
    expect(world.row()?.verdict).toBe('agrees');
    const changed = stayToTell({ doors: [doorToTell({ pin: pin('9027') })] });
    await world.run([changed]);
    expect([world.guests.requests.reads, world.row()?.verdict, world.row()?.fact]).toEqual([2, 'wrong', 'earlier-pin']);
    await world.run([stayToTell({ window: windowOf('2026-11-24T16:00', '2026-11-26T11:00') })]);
    expect(world.guests.requests.reads).toBe(3);
  });

  test('those whose placeholder changed, although they arrive later', async () => {
    const window = windowOf('2026-11-29T15:00', '2026-11-30T11:00');
    const former = {
      bookingId: ID,
      way: 'placeholder' as const,
      known: null,
      attempt: null,
      agreed: null,
      asked: null,
      wanted: null,
      readTo: null,
    };
    await world.run([stayToTell({ window })]);
    expect(world.guests.requests.reads).toBe(0);
    const earlier = [DIGESTS.digestPin(pin('8233')) ?? ''];
    world.remember([{ kind: 'told', key: toldKey(ID, 'placeholder'), value: { ...former, earlier } }]);
    world.guests.write(ID, 'Code 8233#', { hasSubject: true });
    await world.run([stayToTell({ window })]);
    expect(world.asked()).toEqual([['told-wrong-pin', 'problem.told-wrong-pin.earlier-pin', ['send-right-one', 'ignore']]]);
  });

  test('none of an account that is another one than before', async () => {
    world.remember([{ kind: 'account', key: 'smoobu', value: { id: '2' } }]);
    await world.run();
    expect(world.guests.requests.reads).toBe(0);
  });

  test('in a run for one stay, only that one’s', async () => {
    await world.run([stayToTell(), stayToTell({ id: 13 })], { only: bookingId(13) });
    expect([...world.remembered().thread.keys()]).toEqual(['13']);
  });

  test('a stay that is over is forgotten, unless the list of bookings is incomplete', async () => {
    await world.run();
    await world.run([], { complete: false });
    expect(world.remembered().thread.size).toBe(1);
    await world.run([]);
    expect(world.remembered().thread.size).toBe(0);
  });
});

describe('readings that fail', () => {
  test('one that fails alone is tried again after an hour, and the others are read', async () => {
    world.guests.reads = ['failed'];
    const stays = [stayToTell(), stayToTell({ id: 13 })];
    await world.run(stays);
    expect([world.row()?.readMs, world.row(bookingId(13))?.readMs]).toEqual([null, TELL_MS]);
    await world.run(stays);
    world.later(HOUR_MS);
    await world.run(stays);
    expect([world.guests.requests.reads, world.row()?.readMs]).toEqual([3, world.nowMs()]);
  });

  test('a service that cannot be reached is not asked for the next one', async () => {
    world.guests.reads = ['unreached'];
    await world.run([stayToTell(), stayToTell({ id: 13 })]);
    expect([world.guests.requests.reads, world.remembered().thread.size]).toEqual([1, 0]);
  });

  test('a booking without a thread is not asked for more often', async () => {
    world.guests.reads = ['no-thread'];
    await world.run();
    await world.run();
    expect([world.guests.requests.reads, world.row()?.verdict]).toEqual([1, 'cannot-tell']);
  });
});

test('starting to send reads each thread once, with progress, and says where the right PIN is', async () => {
  const stays = Array.from({ length: 25 }, (_, index) => stayToTell({ id: 100 + index }));
  world.guests.write(bookingId(103), 'PIN: 4711');
  world.guests.write(bookingId(104), 'PIN: 4712');
  const seen: string[] = [];
  const progress = (done: number, total: number) => seen.push(`${String(done)}/${String(total)}`);
  const asking = { input: world.read(), stays, signal: new AbortController().signal, onProgress: progress };
  const told = await toldInThreads(world.ports(), asking);
  expect([told.ok && [...told.value], world.guests.requests.reads, seen.at(-1)]).toEqual([[103], 25, '25/25']);
  world.guests.reads = ['unreached'];
  expect(await toldInThreads(world.ports(), asking)).toEqual({ ok: false, error: 'unreachable' });
});
