/** The probe as a user runs it: the built command line, a real folder, and what is left after it was killed. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { spawnBuilt, startJourney } from '../support/cli/journey.ts';
import type { Journey } from '../support/cli/journey.ts';

let journey: Journey;
let lock: string;
beforeAll(async () => {
  journey = await startJourney([{ name: 'Ada Exemplar', arrival: 1, nights: 3, email: 'ada@example.com' }]);
  lock = String(journey.clouds.theKeys.locks()[0]?.id);
  expect((await journey.run('sync')).code).toBe(0);
});
afterAll(async () => journey.close());

const codes = () => journey.clouds.theKeys.codes();
const tested = () => codes().filter(({ description }) => description?.startsWith('Latchkey-probe#') === true);
const writes = () => journey.clouds.theKeys.requests().filter(({ isWrite }) => isWrite).length;

/** Ended by a signal once The Keys got so many writes. */
async function interrupted(signal: NodeJS.Signals, afterWrites: number): Promise<number | null> {
  journey.clouds.theKeys.resetCounters();
  journey.clouds.theKeys.setLatency(100);
  try {
    const child = spawnBuilt(['doctor', '--probe', lock, '--yes'], journey);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.resume();
    child.stderr.resume();
    await vi.waitFor(() => expect(writes()).toBeGreaterThanOrEqual(afterWrites), { timeout: 15_000, interval: 5 });
    child.kill(signal);
    return await ended;
  } finally {
    journey.clouds.theKeys.setLatency(0);
  }
}

it('settles the facts, changes no code, and writes a file with nothing of anybody', { timeout: 60_000 }, async () => {
  const before = codes();
  const probed = await journey.run('doctor', '--probe', lock, '--placeholders', String(journey.bookings[0]), '--yes', '--json');
  expect(probed).toMatchObject({ code: 0 });
  const { probe } = probed.json() as { probe: { facts: { id: string; shows: string }[]; left: unknown[]; file: string } };
  expect(probe.left).toEqual([]);
  expect(probe.facts).toContainEqual(expect.objectContaining({ id: 'K17.times', shows: 'HH:MM' }));
  expect(probe.facts).toContainEqual(expect.objectContaining({ id: 'S36.delete', shows: 'works' }));
  expect([codes(), journey.clouds.smoobu.placeholders()]).toEqual([before, []]);
  const file = readFileSync(probe.file, 'utf8');
  expect(file).toMatch(/\| K17\.times \| How times read back \| HH:MM +\|/);
  const secrets = [
    lock,
    String(journey.bookings[0]),
    'Ada',
    'example',
    ...codes().flatMap(({ id, code, name }) => [String(id), code, name]),
  ];
  for (const secret of secrets) expect(file.includes(secret) ? secret : null).toBeNull();
  // A sync after it has nothing to do.
  expect((await journey.run('sync', '--json')).json()).toMatchObject({ run: { outcome: 'nothing-to-do' } });
});

it('cleans up when the user stops it', { timeout: 60_000 }, async () => {
  const before = codes();
  expect(await interrupted('SIGINT', 2)).toBe(1);
  expect([codes(), existsSync(join(journey.home, 'probe.json'))]).toEqual([before, false]);
});

it('killed in between, leaves what the next doctor removes, and no PIN in a file', { timeout: 60_000 }, async () => {
  const before = codes();
  await interrupted('SIGKILL', 3);
  const left = tested();
  expect(left.length).toBeGreaterThan(0);
  expect(readFileSync(join(journey.home, 'probe.json'), 'utf8')).toContain(left[0]?.description?.split(' ')[0]);
  for (const { code } of left) expect(journey.files().filter((text) => new RegExp(`\\b${code}\\b`).test(text))).toEqual([]);
  const { out } = await journey.run('doctor');
  expect(out).toContain('A probe did not end.');
  expect([codes(), existsSync(join(journey.home, 'probe.json'))]).toEqual([before, false]);
});
