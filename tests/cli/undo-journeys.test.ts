/** Taking back what was done, forgetting a guest, and pausing: over the demo clouds, with processes over a real folder. */
import { afterEach, describe, expect, it } from 'vitest';
import { startJourney } from '../support/cli/journey.ts';
import type { Ended, Journey } from '../support/cli/journey.ts';

let journey: Journey;
afterEach(async () => {
  await journey.close();
});

const ANA = { name: 'Ana Ruiz', arrival: -1, nights: 3 };
const stay = (...words: string[]): Promise<Ended> => journey.run('stay', String(journey.bookings[0]), ...words, '--yes', '--json');
const runOf = (ended: Ended) => (ended.json().run as { readonly id: string }).id;
const codes = () =>
  journey.clouds.theKeys
    .codes()
    .map(({ code, active, startDate, startTime, endDate, endTime }) => ({ code, active, startDate, startTime, endDate, endTime }));

describe('undo', () => {
  it.each([
    ['a block', ['--block']],
    ['own times', ['--until', '0+19:00']],
    ['an extension', ['--extend', '30']],
    ['a PIN of one’s own', ['--pin', '482615']],
    ['no code', ['--no-code']],
  ])(
    'takes back %s, once, with all doors',
    async (_what, words) => {
      journey = await startJourney([ANA]);
      await journey.run('sync');
      const before = codes();
      const done = await stay(...words);
      expect(done.code).toBe(0);
      expect(codes()).not.toEqual(before);
      const run = runOf(done);
      expect((await journey.run('undo', run)).code).toBe(2);
      const [operation] = done.json().operations as readonly { readonly id: string }[];
      const undone = await journey.run('undo', operation?.id ?? run, '--yes', '--json');
      expect([undone.code, undone.json().operations]).toMatchObject([
        0,
        [
          { by: 'user', status: 'done' },
          { by: 'user', status: 'done' },
        ],
      ]);
      expect(codes()).toEqual(before);
      expect((await journey.run('undo', run, '--yes', '--json')).json().error).toMatchObject({ kind: 'act-unknown' });
      expect((await journey.run('sync', '--json')).json().run).toMatchObject({ outcome: 'nothing-to-do' });
    },
    60_000,
  );

  it('brings a PIN back that cannot be drawn, and is refused where the stay was changed since, and for a new PIN and a sync', async () => {
    journey = await startJourney([ANA]);
    const synced = await journey.run('sync', '--json');
    // As if made by another installation, with another PIN key.
    for (const { id } of journey.clouds.theKeys.codes()) journey.clouds.theKeys.changeCode(id, { code: '739184' });
    const gone = await stay('--no-code');
    expect(codes()).toEqual([]);
    expect((await journey.run('undo', runOf(gone), '--yes')).code).toBe(0);
    expect(codes().map(({ code }) => code)).toEqual(['739184', '739184']);
    for (const text of journey.files()) expect(text).not.toContain('739184');
    const first = await stay('--block');
    await stay('--unblock');
    const refusals = [runOf(first), runOf(await stay('--new-pin')), runOf(synced), 'nothing'].map(async (run) => {
      const ended = await journey.run('undo', run, '--yes', '--json');
      return [ended.code, (ended.json().error as { readonly kind: string }).kind];
    });
    expect(await Promise.all(refusals)).toEqual([
      [2, 'act-changed'],
      [2, 'act-new-pin'],
      [2, 'act-is-sync'],
      [2, 'act-unknown'],
    ]);
  }, 60_000);

  it('takes back that a person was added, or removed', async () => {
    journey = await startJourney([ANA]);
    await journey.run('sync');
    const lock = String(journey.clouds.theKeys.codes()[0]?.lockId);
    const added = await journey.run('people', 'add', 'Cleaner', '--door', lock, '--always', '--json');
    expect([added.code, codes().length]).toEqual([0, 3]);
    const removed = await journey.run('people', 'remove', 'Cleaner', '--yes', '--json');
    expect([removed.code, codes().length]).toEqual([0, 2]);
    expect((await journey.run('undo', runOf(removed), '--yes')).code).toBe(0);
    expect(codes()).toHaveLength(3);
    expect((await journey.run('undo', runOf(added), '--yes')).code).toBe(0);
    expect(codes()).toHaveLength(2);
  }, 60_000);
});

it('a past guest is forgotten, and one who is staying is not', async () => {
  journey = await startJourney([{ name: 'Zebulon Quist', arrival: -3, nights: 2 }, ANA]);
  const [past = 0, present = 0] = journey.bookings;
  await journey.run('sync');
  expect((await stay('--note', 'forgot a hat')).code).toBe(0);
  expect((await journey.run('forget', String(present), '--yes', '--json')).json().error).toMatchObject({ kind: 'stay-not-over' });
  expect((await journey.run('forget', String(past))).code).toBe(2);
  expect((await journey.run('forget', String(past), '--dry-run')).out).toContain('This cannot be undone.');
  expect(journey.files().some((text) => text.includes('forgot a hat'))).toBe(true);
  expect((await journey.run('forget', String(past), '--yes', '--json')).json()).toEqual({ ok: true });
  expect(journey.files().some((text) => text.includes('forgot a hat'))).toBe(false);
}, 60_000);

it('a pause stops what Latchkey does by itself, and what the user asks for goes on', async () => {
  journey = await startJourney([ANA]);
  expect((await journey.run('pause', 'soon')).code).toBe(2);
  expect((await journey.run('pause', '2', '--json')).json()).toEqual({ ok: true });
  expect((await stay('--extend', '30')).json().counts).toMatchObject({ created: 2 });
  expect((await journey.run('status')).out).toMatch(/Next run +none while paused, until 20/);
  expect((await journey.run('resume', '--json')).json()).toEqual({ ok: true });
  expect((await journey.run('status')).out).not.toContain('paused');
}, 60_000);
