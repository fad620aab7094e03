/** Whatever guests, units, locks and codes are called: every place that shows them still does, and the second sync changes nothing. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decideNotices } from '../../electron/app/attention/notice-policy.ts';
import { viewAt } from '../../electron/app/desktop/view.ts';
import { csv } from '../../electron/app/reports/csv.ts';
import { historyRows } from '../../electron/app/reports/history-csv.ts';
import { supportReport } from '../../electron/app/reports/history-report.ts';
import { reduce } from '../../electron/app/status/app-state.ts';
import { trayModel } from '../../electron/app/tray/tray-model.ts';
import { codeDocument, renderCodes } from '../../electron/cli/render/codes.ts';
import { runDocument } from '../../electron/cli/render/run-json.ts';
import { renderRun } from '../../electron/cli/render/run.ts';
import { makeStyle } from '../../electron/cli/render/style.ts';
import { contract, events } from '../../shared/ipc/contract.ts';
import { hostileText } from '../support/hostile-text.ts';
import { CONTEXT, LOCALIZATION, hold, known, state, status } from '../support/app/state-fixtures.ts';
import { portfolio, STARTS } from './scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';
import type { WallTime } from '../../shared/time.ts';

const NOW_MS = STARTS[0] ?? 0;
const MISLEADING = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;
const style = makeStyle(80, false);

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

/** The window's answers, the tray, a notification: each checked against what it may be. */
function show(of: ReturnType<typeof state>, nowMs: number) {
  const { snapshot, matters } = viewAt(of, nowMs, CONTEXT);
  const whole = contract['snapshot.get'].output.parse({ revision: 1, ...snapshot });
  events['snapshot.changed'].parse({ since: 0, revision: 1, fields: snapshot });
  const tray = trayModel(snapshot, matters, { nowMs, localization: LOCALIZATION });
  const notices = decideNotices({
    matters,
    memory: {},
    notifications: of.settings.notifications,
    wallTime: '12:00' as WallTime,
    text: LOCALIZATION.text,
  }).show;
  const texts = [...tray.menu.flatMap((entry) => (entry.kind === 'item' ? [entry.label] : [])), tray.tooltip];
  for (const text of [...texts, ...notices.flatMap(({ title, body }) => [title, body])]) {
    expect(text).not.toMatch(MISLEADING);
    expect(text.isWellFormed()).toBe(true);
    expect(text.length).toBeLessThan(1_000);
  }
  return whole;
}

async function check(guests: readonly string[], unitName: string, lockName: string, note: string): Promise<void> {
  const bookings = guests.map((_name, index) => ({ unit: index % 3, arrival: 2 + 9 * index, nights: 2, guest: 0, checkIn: null }));
  const layout = { zone: 'Europe/Paris', lockOfKeypad: [0, 1, 2], doorsOfUnit: [[0], [1], [2]] };
  const { seed, mapping } = portfolio({
    nowMs: NOW_MS,
    layout,
    bookings,
    foreign: [{ keypad: 0, pin: '4711', description: note, guest: 0, start: 3 }],
  });
  const renamed = {
    smoobu: {
      ...seed.smoobu,
      apartments: seed.smoobu.apartments.map((unit) => ({ ...unit, name: unitName })),
      bookings: seed.smoobu.bookings.map((booking, index) => ({ ...booking, guestName: guests[index] ?? '' })),
    },
    theKeys: {
      ...seed.theKeys,
      locks: seed.theKeys.locks.map((lock) => ({ ...lock, name: lockName })),
      shares: seed.theKeys.shares.map((share) => ({ ...share, name: share.code === '4711' ? lockName : share.name })),
    },
  };
  world = await startWorld(renamed, mapping, { nowMs: NOW_MS });
  const { bookings: smoobu, locks } = world.install().clients();
  const installation = world.install();
  const units = await smoobu.listUnits();
  const discovered = await locks.discover();
  if (!units.ok || !discovered.ok) throw new Error('the accounts cannot be read');
  contract['accounts.discover'].output.parse({
    units: units.value.map(({ id, name }) => ({ unitId: id, name })),
    locks: discovered.value.map(({ id, name, timeZone, batteryMillivolts, keypads }) => ({
      ...{ lockId: id, name, timeZone, batteryMillivolts, keypads },
    })),
    suggestions: [],
    gates: [],
    houses: [],
    failures: [],
  });
  world.settings = {
    ...world.settings,
    mapping: {
      ...mapping,
      units: mapping.units.map((unit) => ({ ...unit, name: units.value.find(({ id }) => id === unit.unitId)?.name ?? '' })),
    },
  };

  const report = await installation.run();
  expect(report.stays).toHaveLength(guests.length);
  const shown = show(reduce(state({ settings: world.settings }), { kind: 'run-finished', report, atMs: NOW_MS }), NOW_MS);
  expect(shown.stays).toHaveLength(guests.length);
  for (const { stay: of } of shown.stays) expect(of.booking.guestName + of.unitName).not.toMatch(MISLEADING);

  JSON.parse(JSON.stringify(runDocument(report)));
  expect(renderRun(report, world.settings, style)).not.toMatch(/[^\P{C}\n]/u);
  const detail = installation.history.readRun(report.run.id);
  if (detail === null) throw new Error('the run is not in the history');
  contract['history.run'].output.parse({ ...detail, problems: [] });
  for (const row of csv(historyRows(detail, {}, shown.names, 'Europe/Paris')).split('\r\n')) expect(row).not.toMatch(/(?:^|,)"?[=+@]/u);
  supportReport(detail, { version: '0.1.0', isDemo: false, privateNames: guests });

  const lockId = world.settings.mapping.locks[0]?.lockId;
  const codes = lockId === undefined ? null : await locks.listCodes(lockId);
  if (codes?.ok !== true || lockId === undefined) throw new Error('the codes cannot be read');
  JSON.parse(JSON.stringify(codes.value.codes.map((code) => codeDocument(code, false))));
  expect(renderCodes(codes.value.codes, { lockId, reveal: false }, style)).not.toMatch(/[^\P{C}\n]/u);

  const again = await installation.run();
  expect(again.operations.filter(({ status }) => status !== 'held')).toEqual([]);
  await world.close();
  world = null;
}

describe('any text', () => {
  it('from both clouds is shown everywhere', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(), { minLength: 1, maxLength: 4 }), hostileText(), hostileText(), hostileText(), check),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('that an earlier version recorded is left out, and the user is told', () => {
    const long = 'x'.repeat(1_001);
    const told = { ...hold('delete 900'), changes: { name: { from: long, to: null } } };
    const unfit = status(13, NOW_MS, true);
    const of = state({
      holds: [told, hold('delete 901')],
      ...known(status(12, NOW_MS, true), { ...unfit, stay: { ...unfit.stay, unitName: long } }),
    });
    const shown = show(of, NOW_MS);
    expect([shown.stays.length, shown.holds.length]).toEqual([1, 1]);
    expect(shown.attention.find(({ kind }) => kind === 'left-out')?.title).toMatch(/^2 stays or removals/);
  });
});
