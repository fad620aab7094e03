/** Journeys of a user who acts on stays, with the command line as processes over a real folder and the demo clouds. */
import { afterEach, describe, expect, it } from 'vitest';
import { startJourney } from '../support/cli/journey.ts';
import type { Ended, Journey } from '../support/cli/journey.ts';

let journey: Journey;
afterEach(async () => {
  await journey.close();
});

const ANA = { name: 'Ana Ruiz', arrival: -1, nights: 3 };
const OTTO = { name: 'Otto Berg', arrival: 2, nights: 3 };
const stay = (index: number, ...words: string[]): Promise<Ended> =>
  journey.run('stay', String(journey.bookings[index]), ...words, '--json');
const codes = (index: number) =>
  journey.clouds.theKeys.shares().filter(({ description }) => description?.includes(`Smoobu#${String(journey.bookings[index])}`) === true);
const pinOf = (index: number): string | undefined => codes(index)[0]?.code;
const BOTH = [3101, 3102];
const operations = (ended: Ended) => ended.json().operations;

describe('a late check-out', () => {
  it('is extended by an hour, and given back', async () => {
    journey = await startJourney([{ ...ANA, nights: 2 }]);
    expect((await journey.run('sync')).code).toBe(0);
    const late = () => journey.opens(pinOf(0), 1, '12:59');
    expect(late()).toEqual([]);
    const extended = await stay(0, '--extend', '60');
    expect([extended.code, late(), journey.opens(pinOf(0), 1, '13:00')]).toEqual([0, BOTH, []]);
    expect(operations(extended)).toMatchObject([
      { kind: 'update', status: 'done', by: 'user', changes: { end: { to: `${journey.day(1)}T13:00` } } },
      { kind: 'update', status: 'done', by: 'user' },
    ]);
    expect((await stay(0)).json().stay).toMatchObject({ window: { source: 'user' }, verdict: 'on-its-way' });
    expect((await stay(0, '--reset-times')).json().counts).toMatchObject({ updated: 2 });
    expect([journey.opens(pinOf(0), 1, '11:59'), late()]).toEqual([BOTH, []]);
  }, 60_000);

  it('names the guest who arrives before, and needs a yes', async () => {
    journey = await startJourney([ANA, OTTO]);
    await journey.run('sync');
    const asked = await stay(0, '--until', '0+17:00');
    expect([asked.code, asked.error]).toMatchObject([2, expect.stringContaining('This crosses the stay of Otto Berg')]);
    expect(operations(await stay(0, '--until', '0+17:00', '--dry-run'))).toMatchObject([{ status: 'planned' }, { status: 'planned' }]);
    expect(journey.opens(pinOf(0), 2, '16:59')).toEqual([]);
    expect((await stay(0, '--until', '0+17:00', '--yes')).json().counts).toMatchObject({ updated: 2 });
    expect([journey.opens(pinOf(0), 2, '16:59'), journey.opens(pinOf(0), 2, '17:00')]).toEqual([BOTH, []]);
  }, 60_000);
});

describe('a unit that opens otherwise', () => {
  it('has no code, says so first, and gets the same PIN when it is to have one again', async () => {
    journey = await startJourney([ANA]);
    await journey.run('sync');
    const before = codes(0).map(({ code }) => code);
    const asked = await stay(0, '--no-code');
    expect([asked.code, asked.error]).toMatchObject([
      2,
      expect.stringContaining('Ana Ruiz is staying now. The PIN stops working at once.'),
    ]);
    expect(operations(await stay(0, '--no-code', '--yes'))).toMatchObject([
      { kind: 'delete', evidence: 'no-code', by: 'user' },
      { kind: 'delete' },
    ]);
    expect([codes(0), (await stay(0)).json().stay]).toMatchObject([[], { noCode: true, verdict: null, doors: [{ state: 'missing' }, {}] }]);
    expect((await journey.run('sync', '--json')).json().run).toMatchObject({ outcome: 'nothing-to-do' });
    expect((await stay(0, '--with-code')).json().counts).toMatchObject({ created: 2 });
    expect(codes(0).map(({ code }) => code)).toEqual(before);
  }, 60_000);
});

describe('a guest who is not wanted', () => {
  it('is blocked and let in again', async () => {
    journey = await startJourney([ANA]);
    await journey.run('sync');
    expect((await stay(0, '--block')).json().counts).toMatchObject({ updated: 2 });
    expect((await stay(0)).json().stay).toMatchObject({ blocked: true, doors: [{ state: 'off' }, { state: 'off' }] });
    expect(journey.opens(pinOf(0))).toEqual([]);
    expect(operations(await stay(0, '--unblock', '--dry-run'))).toMatchObject([{ kind: 'update' }, { kind: 'update' }]);
    expect((await stay(0, '--unblock')).json().counts).toMatchObject({ updated: 2 });
    expect((await stay(0)).json().stay).toMatchObject({ blocked: false, verdict: 'on-its-way' });
    expect(journey.opens(pinOf(0))).toEqual(BOTH);
  }, 60_000);
});

describe('a code that leaked', () => {
  it('gets another PIN on every door, in place, and the former one never comes back', async () => {
    journey = await startJourney([ANA]);
    await journey.run('sync');
    const before = codes(0);
    const asked = await stay(0, '--new-pin');
    expect([asked.code, asked.error]).toMatchObject([
      2,
      expect.stringContaining('Ana Ruiz is staying now. The present PIN stops working at once.'),
    ]);
    const renewed = await stay(0, '--new-pin', '--yes');
    expect(operations(renewed)).toMatchObject([
      { kind: 'update', status: 'done', by: 'user' },
      { kind: 'update', status: 'done', by: 'user' },
    ]);
    const after = codes(0);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect([journey.opens(before[0]?.code), journey.opens(after[0]?.code)]).toEqual([[], BOTH]);
    for (const { id } of after) journey.clouds.theKeys.removeCode(id);
    expect((await journey.run('sync', '--json')).json().counts).toMatchObject({ created: 2 });
    expect(codes(0).map(({ code }) => code)).toEqual(after.map(({ code }) => code));
  }, 60_000);
});

describe('a PIN of one’s own', () => {
  it('is on every door, and readable nowhere here', async () => {
    journey = await startJourney([ANA]);
    await journey.run('sync');
    const typed = '482615';
    const shown: string[] = [];
    for (const words of [['--pin', typed, '--dry-run'], ['--pin', typed], []]) {
      const ran = await stay(0, ...words);
      expect(ran.code).toBe(0);
      shown.push(ran.out, ran.error);
    }
    expect(journey.opens(typed)).toEqual(BOTH);
    for (const words of [
      ['history', '--json'],
      ['history', '--booking', String(journey.bookings[0])],
      ['status', '--json'],
      ['sync', '--verbose'],
    ]) {
      const ran = await journey.run(...words);
      shown.push(ran.out, ran.error);
    }
    expect(journey.files().length).toBeGreaterThan(3);
    for (const text of [...shown, ...journey.files()]) expect(text).not.toContain(typed);
    expect((await stay(0, '--pin', typed.slice(0, 4), '--verbose')).error).not.toContain(typed.slice(0, 4));
  }, 60_000);
});

it('what makes no sense is refused before anything is read', async () => {
  journey = await startJourney([ANA]);
  for (const words of [
    ['--from', '3+10:00'],
    ['--until', '0+25:00'],
    ['--extend', 'x'],
    ['--block', '--new-pin'],
    ['--yes'],
    ['--pin', '1234'],
    ['--pin', 'secret1'],
  ])
    expect((await stay(0, ...words)).code, words.join(' ')).toBe(2);
  expect((await stay(0, '--pin', 'secret1')).error).not.toContain('secret1');
}, 60_000);
