/** What a run leaves to the runs after it, and what a run for one stay, without bookings, or with a wrong clock leaves alone. */
import { afterEach, expect, it } from 'vitest';
import { knownCovered } from '../../electron/app/readiness/remember-covered.ts';
import type { RunProgress } from '../../shared/domain/run.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => world.close());

const idOf = (index: number) => bookingId(world.clouds.smoobu.bookings()[index]?.id ?? 0);
const missing = ({ history }: Installation) => [...history.memory().missingSinceMs.keys()];
const codes = () => world.clouds.theKeys.codes().length;
function later(installation: Installation, request: Parameters<Installation['run']>[0] = {}) {
  world.clock.advance(15 * MINUTE_MS);
  return installation.run(request);
}
/** How far this computer's clock is ahead of both clouds. */
function isAheadBy(ms: number): void {
  world.clock.stepWall(ms);
  for (const cloud of [world.clouds.smoobu, world.clouds.theKeys]) cloud.setSwitches({ clockOffsetMs: -ms });
}

it('counts a booking as gone from the first whole run with a right clock', async () => {
  world = await twoDoors(['Mara Lind', 'Otto Berg']);
  const installation = world.install();
  await installation.run();
  const [gone, other] = [idOf(0), idOf(1)];
  world.clouds.smoobu.removeBooking(gone);
  await later(installation, { trigger: 'act', claim: other });
  expect(missing(installation)).toEqual([]);
  isAheadBy(2 * DAY_MS);
  const wrong = await later(installation);
  expect([wrong.problems.map(({ kind }) => kind), missing(installation)]).toEqual([['clock-wrong', 'booking-missing'], []]);
  isAheadBy(-2 * DAY_MS);
  isAheadBy(0);
  await later(installation);
  expect(missing(installation)).toEqual([gone]);
});

it.each([2, -2])('keeps when codes were written and seen by the time of the clouds, with a clock %i days ahead', async (days) => {
  world = await twoDoors(['Ana Sol']);
  const installation = world.install();
  const nowMs = world.clock.nowMs();
  isAheadBy(days * DAY_MS);
  await installation.run();
  const reach = () => [...installation.history.memory().remembered['code-reach'].values()];
  expect(reach().map(({ writtenAtMs }) => Math.abs(writtenAtMs - nowMs) < MINUTE_MS)).toEqual([true, true]);
  const [removed] = world.clouds.theKeys.codes();
  world.clouds.theKeys.removeCode(removed?.id ?? 0);
  world.clouds.smoobu.cancelBooking(idOf(0));
  await later(installation);
  expect(installation.history.memory().remembered['code-reach'].has(String(removed?.id))).toBe(false);
});

it('no longer asks about a removal that the user approved, once it is carried out', async () => {
  world = await twoDoors([{ name: 'Mara Lind', arrival: -1 }, 'Otto Berg']);
  const installation = world.install();
  await installation.run();
  world.clouds.smoobu.cancelBooking(idOf(0));
  await later(installation);
  expect(installation.history.listHolds()).toHaveLength(2);
  world.clouds.theKeys.faults.set({ writes: { kind: 'server-error' } });
  await later(installation, { applyHeld: true });
  expect([codes(), installation.history.listHolds().length]).toEqual([4, 2]);
  world.clouds.theKeys.faults.clear();
  await later(installation, { applyHeld: true });
  expect([codes(), installation.history.listHolds()]).toEqual([2, []]);
});

it('knows until when doors are right from a whole run that could read the bookings, and from no other', async () => {
  world = await twoDoors(['Ana Sol', 'Ben Kai']);
  const installation = world.install();
  await installation.run();
  const known = knownCovered(installation.history);
  expect(known).not.toBeNull();
  await later(installation, { trigger: 'act', claim: idOf(1) });
  expect(knownCovered(installation.history)).toEqual(known);
  world.clouds.smoobu.faults.set({ all: { kind: 'bad-gateway' } });
  await later(installation);
  expect(knownCovered(installation.history)).toEqual(known);
});

it('keeps the health of doors, unless it only looks', async () => {
  world = await twoDoors(['Ana Sol']);
  const installation = world.install();
  const health = () => installation.history.memory().remembered['lock-health'].size;
  await installation.run({ mode: 'dry-run' });
  expect(health()).toBe(0);
  await installation.run();
  expect(health()).toBe(3);
});

it('says that the watchdog could not be told, but not beside what it does for one stay', async () => {
  world = await twoDoors(['Ana Sol']);
  const installation = world.install();
  const atMs = world.clock.nowMs();
  const value = { setAtMs: atMs, bad: 1, pingedAtMs: atMs, answeredAtMs: null, failure: 'timeout' } as const;
  installation.history.remember([{ kind: 'watchdog', key: 'ping', value }]);
  const kinds = async (request?: Parameters<Installation['run']>[0]) =>
    (await later(installation, request)).problems.map(({ kind }) => kind);
  expect(await kinds()).toEqual(['watchdog-unheard']);
  expect(await kinds({ trigger: 'act', claim: idOf(0) })).toEqual([]);
});

it('reads no booking one by one while the bookings cannot be listed', async () => {
  world = await twoDoors(['Ana Sol', 'Ben Kai']);
  const installation = world.install();
  await installation.run();
  world.clouds.smoobu.faults.set({ all: { kind: 'bad-gateway' } });
  const before = world.clouds.smoobu.requests().length;
  await later(installation);
  const paths = world.clouds.smoobu.requests().slice(before);
  expect(paths.filter(({ path }) => /\/reservations\/\d/.test(path))).toEqual([]);
});

it('says when The Keys rejects the credentials while codes are written', async () => {
  world = await twoDoors(['Ana Sol']);
  // The session ends with the first write, and nobody is let in again.
  let isOver = false;
  world.clouds.theKeys.faults.onRequest(({ isWrite }) => {
    if (isOver) return { kind: 'rejected' };
    isOver = isWrite;
    return isWrite ? { kind: 'expired-token' } : null;
  });
  const report = await world.install().run();
  expect(report.problems.at(-1)).toMatchObject({ kind: 'credentials-rejected', cloud: 'the-keys' });
  expect(report.operations.map(({ status }) => status)).toEqual(['failed', 'failed']);
});

it('counts no step at a door that is only read again', async () => {
  world = await twoDoors(['Ana Sol', 'Ben Kai', 'Eva Lund', 'Ida Holm']);
  let writes = 0;
  world.clouds.theKeys.faults.onRequest(({ isWrite }) => {
    writes += isWrite ? 1 : 0;
    return isWrite && writes > 2 ? { kind: 'server-error' } : null;
  });
  const steps: RunProgress[] = [];
  await world.install().run({ onProgress: (step) => steps.push(step) });
  const last = steps.findLast(({ phase }) => phase === 'verify');
  expect([last?.done, ...(last?.doors ?? []).map(({ done }) => done)]).toEqual([6, 3, 3]);
});
