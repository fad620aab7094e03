/** Whole runs with people: a plumber for two hours, and a cleaner between the stays of a unit. */
import { afterEach, describe, expect, it } from 'vitest';
import { personSchema } from '../../shared/domain/wishes.ts';
import type { Person } from '../../shared/domain/wishes.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { personId } from '../support/ids.ts';
import { portfolio } from './scenario.ts';
import { twoDoors } from './small-world.ts';
import { startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let installation: Installation;
afterEach(async () => {
  await world.close();
});

/** It is Monday, 23 November 2026, eleven o'clock. */
async function begin(...guests: Parameters<typeof twoDoors>[0]): Promise<void> {
  world = await twoDoors(guests);
  installation = world.install();
  await installation.run();
}
function doorsOfUnit() {
  const [unit] = world.settings.mapping.units;
  return (unit?.doors ?? []).map(({ lockId, keypadId }) => ({ lockId, keypadId }));
}
function wish(...people: readonly Person[]): void {
  installation.wishes.change((wishes) => ({ ...wishes, people }));
}
function person(changes: Partial<Record<keyof Person, unknown>>): Person {
  return personSchema.parse({ id: 'k3m9qa', name: 'Plumber', doors: doorsOfUnit(), createdOn: '2026-11-23', ...changes });
}
const plumber = (changes: Partial<Record<keyof Person, unknown>> = {}): Person =>
  person({ schedule: { kind: 'once', from: '2026-11-26T10:00', until: '2026-11-26T12:00' }, ...changes });
const cleaner = (): Person =>
  person({ name: 'Cleaner', schedule: { kind: 'between-stays', unitId: world.settings.mapping.units[0]?.unitId } });
/** As "lock start – end" in the order of the locks. */
const windows = (): readonly string[] => codes().map(({ lock, window }) => `${String(lock)} ${window}`);
const codes = () =>
  world.clouds.theKeys
    .codes()
    .filter(({ description }) => description?.includes('Latchkey#') === true)
    .map(({ lockId, code, name, startDate, startTime, endDate, endTime }) => ({
      lock: lockId,
      pin: code,
      name,
      window: `${String(startDate)}T${String(startTime)} – ${String(endDate)}T${String(endTime)}`,
    }));

describe('a plumber on Thursday from ten to twelve', () => {
  it('has one PIN on both doors, and the guests’ codes stay as they are', async () => {
    await begin('Ada');
    wish(plumber());
    const report = await installation.run({ claim: personId('k3m9qa'), trigger: 'act' });
    expect(report.operations.map(({ kind, status, personId: id }) => [kind, status, id])).toEqual([
      ['create', 'done', 'k3m9qa'],
      ['create', 'done', 'k3m9qa'],
    ]);
    expect(codes().map(({ name }) => name)).toEqual(['Plumber', 'Plumber']);
    expect(new Set(codes().map(({ pin }) => pin)).size).toBe(1);
    expect(report.people).toMatchObject([{ personId: 'k3m9qa', window: { start: '2026-11-26T10:00', end: '2026-11-26T12:00' } }]);
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it('also while Smoobu does not answer: the run has failed, and says so', async () => {
    await begin('Ada');
    wish(plumber());
    world.clouds.smoobu.faults.set({ all: { kind: 'forbidden' } });
    const report = await installation.run();
    expect(report.run.outcome).toBe('failed');
    expect(report.operations.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['create done', 'create done']);
    expect(report.problems.map(({ kind }) => kind)).toEqual(['cloud-failed']);
    world.clouds.smoobu.faults.set({ all: null });
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it('comes an hour later, and stays away: the codes follow at once', async () => {
    await begin('Ada');
    wish(plumber());
    await installation.run();
    const [{ pin } = { pin: '' }] = codes();
    wish(plumber({ schedule: { kind: 'once', from: '2026-11-26T11:00', until: '2026-11-26T13:00' } }));
    await installation.run();
    expect(new Set(codes().map((code) => code.pin))).toEqual(new Set([pin]));
    expect(new Set(codes().map(({ window }) => window))).toEqual(new Set(['2026-11-26T11:00 – 2026-11-26T13:00']));
    wish(plumber({ removedAtMs: world.clock.nowMs() }));
    expect((await installation.run()).operations.map(({ evidence, status }) => [evidence, status])).toEqual([
      ['person-removed', 'done'],
      ['person-removed', 'done'],
    ]);
    expect(codes()).toEqual([]);
  });

  it('leaves no code behind a week later', async () => {
    await begin('Ada');
    wish(plumber());
    await installation.run();
    world.clock.advance(9 * DAY_MS);
    expect((await installation.run()).operations.filter(({ personId: id }) => id !== undefined)).toHaveLength(0);
    world.clock.advance(2 * DAY_MS);
    expect((await installation.run()).operations.filter(({ evidence }) => evidence === 'ended')).toHaveLength(2);
    expect(codes()).toEqual([]);
  });

  it('of another computer keeps the codes that only that one knows', async () => {
    await begin('Ada');
    wish(plumber());
    await installation.run();
    const other = world.install();
    expect((await other.run()).operations).toEqual([]);
    expect(codes()).toHaveLength(2);
  });
});

describe('a cleaner between the stays', () => {
  it('gets in from one check-out to midnight, and after it is over from the next', async () => {
    await begin({ name: 'Ada', arrival: -1 }, { name: 'Ben', arrival: 5 });
    wish(cleaner());
    await installation.run();
    expect(new Set(codes().map(({ window }) => window))).toEqual(new Set(['2026-11-25T12:00 – 2026-11-26T00:00']));
    const [{ pin } = { pin: '' }] = codes();
    world.clock.advance(3 * DAY_MS);
    await installation.run();
    expect(new Set(codes().map(({ window }) => window))).toEqual(new Set(['2026-12-01T12:00 – 2026-12-02T00:00']));
    expect(codes().every((code) => code.pin === pin)).toBe(true);
  });

  it('gives way on both doors before the code of a guest who books late is written', async () => {
    await begin({ name: 'Ada', arrival: -2 }, { name: 'Ben', arrival: 5 });
    wish(cleaner());
    await installation.run();
    const [first] = world.clouds.smoobu.bookings();
    if (first === undefined) throw new Error('Ada has a booking.');
    world.clouds.smoobu.addBooking({ ...first, id: 90_050, guestName: 'Zoe', arrival: '2026-11-24', departure: '2026-11-26' });
    const seen = world.clouds.theKeys.requests().length;
    await installation.run();
    const writes = world.clouds.theKeys
      .requests()
      .slice(seen)
      .filter(({ path }) => /partage\/(create|accessoire)/.test(path));
    const isUpdate = writes.map(({ path }) => path.includes('update'));
    // Two updates, then two creates.
    expect(isUpdate).toEqual([true, true, false, false]);
    expect(windows().every((window) => window.endsWith('2026-11-24T12:00 – 2026-11-24T15:00'))).toBe(true);
  });

  it('that cannot give way keeps no guest out, and the run says so', async () => {
    await begin({ name: 'Ada', arrival: -2 }, { name: 'Ben', arrival: 5 });
    wish(cleaner());
    await installation.run();
    const [first] = world.clouds.smoobu.bookings();
    if (first === undefined) throw new Error('Ada has a booking.');
    world.clouds.smoobu.addBooking({ ...first, id: 90_050, guestName: 'Zoe', arrival: '2026-11-24', departure: '2026-11-26' });
    world.clouds.theKeys.faults.onRequest(({ path }) => (path.includes('update') ? { kind: 'server-error' } : null));
    const report = await installation.run();
    expect(report.operations.map(({ kind, status }) => `${kind} ${status}`)).toEqual(
      expect.arrayContaining(['create done', 'create done', 'update failed']),
    );
    expect(report.run.outcome).toBe('partial');
    world.clouds.theKeys.faults.onRequest(null);
    await installation.run();
    expect(windows().every((window) => window.endsWith('2026-11-24T12:00 – 2026-11-24T15:00'))).toBe(true);
  });

  it('does not get in on the day when the guest stays longer, and does the day after', async () => {
    await begin({ name: 'Ada', arrival: -2 });
    wish(cleaner());
    await installation.run();
    const [{ id } = { id: 0 }] = world.clouds.smoobu.bookings();
    world.clouds.smoobu.changeBooking(id, { departure: '2026-11-25' });
    world.clock.advance(15 * MINUTE_MS);
    await installation.run();
    expect(new Set(codes().map(({ window }) => window))).toEqual(new Set(['2026-11-25T12:00 – 2026-11-26T00:00']));
  });

  it('keeps the time that was given while the bookings cannot be read, and gets no other', async () => {
    await begin({ name: 'Ada', arrival: -2 }, { name: 'Ben', arrival: 5 });
    wish(cleaner());
    await installation.run();
    const before = windows();
    world.clouds.smoobu.faults.set({ all: { kind: 'forbidden' } });
    world.clock.advance(2 * DAY_MS + HOUR_MS);
    await installation.run();
    expect(windows()).toEqual(before);
  });
});

it('a cleaner of sixty doors has one PIN on all of them, and a second sync changes nothing', async () => {
  const count = 60;
  const locks = Array.from({ length: count }, (_, index) => index);
  const { seed, mapping } = portfolio({
    nowMs: Date.parse('2026-11-23T10:00:00Z'),
    layout: { zone: 'Europe/Paris', lockOfKeypad: locks, doorsOfUnit: locks.map((lock) => [lock]) },
    bookings: [],
    foreign: [],
  });
  world = await startWorld(seed, mapping, { nowMs: Date.parse('2026-11-23T10:00:00Z') });
  installation = world.install();
  const doors = world.settings.mapping.units.flatMap((unit) => unit.doors.map(({ lockId, keypadId }) => ({ lockId, keypadId })));
  wish(person({ name: 'Cleaner', doors, schedule: { kind: 'always' } }));
  expect((await installation.run()).counts).toMatchObject({ created: count });
  expect([codes().length, new Set(codes().map(({ pin }) => pin)).size]).toEqual([count, 1]);
  expect((await installation.run()).operations).toEqual([]);
}, 60_000);
