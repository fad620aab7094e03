/** When a run tells guests: before its first write, and after its read-back, with what the locks have then. */
import { afterEach, expect, test } from 'vitest';
import type { GuestTelling, RunToTell } from '../../electron/app/messages/guest-telling.ts';
import { staysToTell } from '../../electron/app/messages/stays-to-tell.ts';
import { steppedProblem } from '../../electron/app/run/run-problems.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => world.close());

function codesOfGuests() {
  return world.clouds.theKeys.shares().filter(({ description }) => (description ?? '').startsWith('Smoobu#'));
}

/** Records what it is given, and how many codes guests had before the first write. */
function recorder() {
  const before: number[] = [];
  const after: RunToTell[] = [];
  const telling: GuestTelling = {
    due: () => [],
    beforeWrites: async (planned) => {
      before.push(planned.operations.length, codesOfGuests().length);
      return [steppedProblem()];
    },
    afterWrites: async (run) => {
      after.push(run);
      return {
        told: [
          { bookingId: run.stays[0]!.stay.booking.id, way: 'message', kind: 'code', state: 'sent', atMs: run.input.nowMs, reason: null },
        ],
        problems: [],
        lines: [
          { bookingId: run.stays[0]!.stay.booking.id, way: 'message', kind: 'code', state: 'sent', atMs: run.input.nowMs, reason: null },
        ],
      };
    },
  };
  return { before, after, telling };
}

test('guests are told what the read-back shows, and the report says so', async () => {
  world = await twoDoors(['Ana Sol']);
  const { before, after, telling } = recorder();
  const computer = world.install({ telling });
  const report = await computer.run();
  expect(computer.history.listEvents(5)).toMatchObject([{ kind: 'told', way: 'message', what: 'code', state: 'sent', by: 'latchkey' }]);
  expect(before).toEqual([2, 0]);
  expect(report.told).toMatchObject([{ way: 'message', state: 'sent' }]);
  expect(report.tellings).toEqual(report.told);
  expect(report.problems.map(({ kind }) => kind)).toEqual(['clock-stepped']);
  const [run] = after;
  const [stay] = run === undefined ? [] : staysToTell(run.input, run.stays);
  const onLocks = codesOfGuests().map(({ code }) => code);
  expect(onLocks).toHaveLength(2);
  expect(stay?.doors.map(({ pin, isVerified }) => [pin, isVerified])).toEqual(onLocks.map((digits) => [digits, true]));
});

test('a code that is not on its lock after all is not told', async () => {
  world = await twoDoors(['Ana Sol']);
  const { after, telling } = recorder();
  world.clouds.theKeys.faults.set({ writes: { kind: 'unavailable' } });
  await world.install({ telling }).run();
  const [run] = after;
  expect((run === undefined ? [] : staysToTell(run.input, run.stays)).flatMap(({ doors }) => doors)).toMatchObject([
    { pin: null, isVerified: false },
    { pin: null, isVerified: false },
  ]);
});

test('nobody is told by a dry run, without the bookings, and after a stop', async () => {
  world = await twoDoors(['Ana Sol']);
  const { before, after, telling } = recorder();
  const computer = world.install({ telling });
  await computer.run({ mode: 'dry-run' });
  world.clouds.smoobu.faults.set({ all: { kind: 'unavailable' } });
  await computer.run();
  world.clouds.smoobu.faults.clear();
  expect([...before, ...after]).toEqual([]);
  computer.killAt(4, 'stop');
  await computer.run();
  expect(after).toEqual([]);
});
