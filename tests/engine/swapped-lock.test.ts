/** A lock that was swapped: the old one left the account and is refused for ever. It is given up after seven days, and not before. */
import { afterEach, expect, it } from 'vitest';
import { placeKey } from '../../shared/domain/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { lockId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

/** The first door of the unit is replaced by none; its lock left the account. */
async function swapped(answer: 'forbidden' | 'not-found'): Promise<Installation> {
  world = await twoDoors([{ name: 'Ada', arrival: 20 }], { theKeysSwitches: { foreignLock: answer } });
  const installation = world.install();
  await installation.run();
  const { mapping } = world.settings;
  const [unit] = mapping.units;
  const [old] = unit?.doors ?? [];
  if (unit === undefined || old === undefined) throw new Error('There is a door.');
  const units = mapping.units.map((one) => ({ ...one, doors: one.doors.filter((door) => placeKey(door) !== placeKey(old)) }));
  world.settings = { ...world.settings, mapping: { ...mapping, units, retired: [{ lockId: old.lockId, keypadId: old.keypadId }] } };
  world.clouds.theKeys.setForeign(3101, true);
  return installation;
}
let syncs = 0;
async function after(installation: Installation, ms: number) {
  world.clock.advance(ms);
  syncs += 1;
  const { run, problems } = await installation.run();
  return [run.outcome, ...problems.map(({ kind }) => kind)];
}
/** Each sync asks once whose account it is, at the same address. */
const discoveries = () => world.clouds.theKeys.requests().filter(({ path }) => path.includes('utilisateur/get')).length - syncs;

it.each(['forbidden', 'not-found'] as const)(
  '%s: told for seven days, given up once with what may be left on it, then read no more',
  async (answer) => {
    const installation = await swapped(answer);
    expect(await after(installation, MINUTE_MS)).toEqual(['partial', 'forbidden-lock']);
    expect(await after(installation, 7 * DAY_MS - MINUTE_MS)).toEqual(['partial', 'forbidden-lock']);
    world.clock.advance(HOUR_MS);
    const report = await installation.run();
    const given = report.problems.find(({ kind }) => kind === 'lock-given-up');
    expect(given).toMatchObject({ lockId: 3101, text: { key: 'problem.lock-given-up-left', parameters: { bookings: '90001' } } });
    expect(await after(installation, MINUTE_MS)).toEqual(['nothing-to-do']);
  },
);

it('discovery is read once an hour', async () => {
  const installation = await swapped('forbidden');
  const before = discoveries();
  for (const minutes of [1, 30, 29]) await after(installation, minutes * MINUTE_MS);
  expect(discoveries()).toBe(before + 1);
  await after(installation, 2 * MINUTE_MS);
  expect(discoveries()).toBe(before + 2);
});

it('a lock that is seen again, or that can be read again, counts from the start', async () => {
  const installation = await swapped('forbidden');
  await after(installation, MINUTE_MS);
  world.clouds.theKeys.setForeign(3101, false);
  expect((await after(installation, 6 * DAY_MS))[0]).not.toBe('partial');
  world.clouds.theKeys.setForeign(3101, true);
  expect(await after(installation, 2 * DAY_MS)).toEqual(['partial', 'forbidden-lock']);
});

it('a lock that is still in the account and only refuses stays told', async () => {
  const installation = await swapped('forbidden');
  world.clouds.theKeys.setForeign(3101, false);
  world.clouds.theKeys.faults.onRequest((request) => (request.path.endsWith('/partage/all/serrure/3101') ? { kind: 'forbidden' } : null));
  for (const days of [1, 8, 8]) expect(await after(installation, days * DAY_MS)).toContain('forbidden-lock');
});

it('a discovery without a lock of the mapping says nothing', async () => {
  const installation = await swapped('forbidden');
  world.clouds.theKeys.setForeign(3102, true);
  world.clouds.theKeys.setForeign(3103, true);
  world.clouds.theKeys.faults.onRequest(() => null);
  await after(installation, MINUTE_MS);
  expect(installation.history.memory().remembered['retired-lock'].has(String(lockId(3101)))).toBe(false);
});
