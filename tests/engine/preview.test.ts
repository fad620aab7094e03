/** Setting up and changing the mapping with the demo clouds: a run does exactly what the preview listed, and a preview writes nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_RUN_LOCK } from '../../electron/app/ports/system.ts';
import { Previews } from '../../electron/app/run/look/preview.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { unitMappingSchema } from '../../shared/domain/mapping.ts';
import type { UnitMapping } from '../../shared/domain/mapping.ts';
import type { OperationReport, RunReport } from '../../shared/domain/run.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import { desktopHost } from '../support/app/desktop-host.ts';
import { NOW_MS } from '../support/app/state-fixtures.ts';
import { neverReached, SILENT, startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

let world: World;
let installation: Installation;
let host: ReturnType<typeof desktopHost>;
let reports: RunReport[];
let whole: readonly UnitMapping[];

beforeEach(async () => {
  const { seed, mapping } = demoPortfolio(NOW_MS);
  whole = mapping.units;
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  installation = world.install();
  reports = [];
  const { history, pins } = installation;
  const { bookings, locks } = installation.clients();
  const [bookingCloud, lockCloud] = [async () => ok(bookings), async () => ok(locks)];
  const { clock } = world;
  const more = { startDeadline: neverReached, runLock: NO_RUN_LOCK, newRunId: () => 'preview' };
  const previews = new Previews(async () => ok({ bookings, locks, pins, history, clock, log: SILENT, ...more }), clock);
  const { accounts } = desktopHost().ports;
  const empty = { ...defaultSettings(), stored: { smoobu: true, theKeys: true, pinKey: true, watchdog: false, theKeysUser: null } };
  host = desktopHost(empty, {
    history,
    accounts: { ...accounts, bookingCloud, lockCloud },
    preview: (settings) => previews.preview(settings),
    async run({ settings, trigger, applyHeld }) {
      previews.forget();
      const report = await installation.run({ settings, trigger, applyHeld });
      previews.forget();
      reports.push(report);
      return ok(report);
    },
  });
  host.desktop.start();
});
afterEach(async () => {
  await world.close();
});

const summary = ({ key, kind, hold }: OperationReport): string => `${kind} ${key} ${hold ?? ''}`;
const summaries = (operations: readonly OperationReport[]) => operations.map(summary).sort();
const draft = (units: readonly UnitMapping[]) => unitMappingSchema.array().parse(units);

async function preview(units: readonly UnitMapping[] | null = null): Promise<CallOutput<'plan.preview'>> {
  const answer = await host.calls['plan.preview'](units === null ? { of: 'current' } : { of: 'draft', units: draft(units) });
  if (!answer.ok) throw new Error(answer.error.message);
  return contract['plan.preview'].output.parse(answer.value);
}
/** The run that follows a saved mapping. */
async function runAfter(saving: Promise<unknown>): Promise<RunReport | undefined> {
  const before = reports.length;
  await saving;
  await host.world.advance(2_000);
  await host.desktop.whenIdle();
  return reports[before];
}
const save = (units: readonly UnitMapping[]) => Promise.resolve(host.calls['mapping.save']({ units: draft(units) }));
const writes = (): number => world.clouds.theKeys.requests().filter(({ isWrite }) => isWrite).length;

describe('from nothing to the first codes', () => {
  it('discovery, draft and preview write nothing; completing the setup does what the preview listed', async () => {
    const found = await host.calls['accounts.discover'](null);
    const discovery = found.ok ? contract['accounts.discover'].output.parse(found.value) : null;
    expect(discovery?.failures).toEqual([]);
    expect(discovery?.units).toHaveLength(7);
    expect(discovery?.locks).toHaveLength(8);
    expect(discovery?.suggestions.length).toBeGreaterThan(2);
    const before = world.clouds.theKeys.shares();

    const unnamed = whole.map((unit) => ({ ...unit, name: '' }));
    const seen = await preview(unnamed);
    expect(seen.counts.created).toBeGreaterThan(10);
    expect(seen.bookings.length).toBeGreaterThan(10);
    expect(seen.bookings.every(({ guestName, unitName }) => guestName !== '' && unitName !== '')).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/"pin"/);

    expect(await runAfter(save(unnamed))).toBeUndefined();
    expect(world.clouds.theKeys.shares()).toEqual(before);
    expect([writes(), installation.history.listRuns({ limit: 5 }), installation.history.listHolds()]).toEqual([0, [], []]);
    expect([installation.history.clockMark(), installation.history.memory().pinDraws.size]).toEqual([null, 0]);
    const { mapping } = host.desktop.settings();
    expect(mapping.units.map(({ name }) => name)).toEqual(whole.map(({ name }) => name));
    expect(mapping.locks.every(({ name, timeZone, keypads }) => name !== '' && timeZone !== null && keypads.length > 0)).toBe(true);
    expect(host.desktop.snapshot().attention).toMatchObject([{ key: 'first-steps:apply' }]);

    await host.calls['setup.finish'](null);
    await host.desktop.whenIdle();
    expect(summaries(reports[0]?.operations ?? [])).toEqual(summaries(seen.operations));
    expect(reports[0]?.counts).toEqual(seen.counts);
    expect(writes()).toBeGreaterThan(10);
  });
});

describe('a changed mapping', () => {
  beforeEach(async () => {
    await host.calls['accounts.discover'](null);
    await save(whole);
    await host.calls['setup.finish'](null);
    await host.desktop.whenIdle();
    world.clouds.theKeys.resetCounters();
  });

  /** Units one and two exchange their doors, and the third gets another check-in time. */
  const changed = (): readonly UnitMapping[] => {
    const [one, two, three, ...rest] = whole;
    if (one === undefined || two === undefined || three === undefined) throw new Error('too few units');
    return [
      { ...one, doors: two.doors },
      { ...two, doors: one.doors },
      { ...three, checkIn: unitMappingSchema.shape.checkIn.parse('17:30') },
      ...rest,
    ];
  };

  it('is applied as previewed, and so is its undo', async () => {
    const seen = await preview(changed());
    expect(seen.operations.length).toBeGreaterThan(0);
    expect(writes()).toBe(0);
    const run = await runAfter(save(changed()));
    expect(run?.run.trigger).toBe('settings');
    expect(summaries(run?.operations ?? [])).toEqual(summaries(seen.operations));
    expect(summaries((await preview()).operations.filter(({ hold }) => hold === null))).toEqual([]);

    const back = await preview(whole);
    const undone = await runAfter(Promise.resolve(host.calls['mapping.undo'](null)));
    expect(summaries(undone?.operations ?? [])).toEqual(summaries(back.operations));
    expect(host.desktop.settings().mapping.units).toEqual(whole);
    expect(await host.calls['mapping.get'](null)).toMatchObject({ ok: true, value: { before: null } });
    expect(await host.calls['mapping.undo'](null)).toMatchObject({ ok: false, error: { detail: 'nothing-to-undo' } });
    const quiet = await preview();
    expect(summaries(quiet.operations.filter(({ hold }) => hold === null))).toEqual([]);
  });

  it('that is undone still reads its doors, so that no code is left there', async () => {
    const [one, ...rest] = whole;
    const spare = whole.find(({ doors }) => doors.every(({ lockId }) => one?.doors.every((door) => door.lockId !== lockId)))?.doors[0];
    if (one === undefined || spare === undefined) throw new Error('too few units');
    await runAfter(save(rest));
    await runAfter(save([{ ...one, doors: [spare] }, ...rest]));
    await host.calls['mapping.undo'](null);
    const { units, retired } = host.desktop.settings().mapping;
    const known = new Set([...units.flatMap(({ doors }) => doors), ...retired].map(({ lockId }) => lockId));
    for (const { doors } of whole) for (const { lockId } of doors) expect(known.has(lockId)).toBe(true);
  });

  it('is previewed again without requests within a minute, and read again after a run', async () => {
    await preview();
    const requests = () => world.clouds.smoobu.requestCount() + world.clouds.theKeys.requestCount();
    const before = requests();
    const first = await preview(changed());
    const second = await preview(changed().slice(1));
    expect(requests()).toBe(before);
    expect(second.readAtMs).toBe(first.readAtMs);
    host.desktop.syncNow();
    const after = await preview();
    expect(reports).toHaveLength(2);
    expect(requests()).toBeGreaterThan(before + 2);
    expect(after.operations.filter(({ hold }) => hold === null)).toEqual([]);
  });

  it('cannot be previewed while a cloud fails, and the error says why', async () => {
    world.clouds.smoobu.faults.set({ all: { kind: 'html' } });
    const refused = await host.calls['plan.preview']({ of: 'current' });
    expect(refused).toMatchObject({ ok: false, error: { detail: 'unreachable' } });
    world.clouds.smoobu.faults.clear();
    expect((await preview()).problems).toEqual((await preview()).problems);
  });
});
