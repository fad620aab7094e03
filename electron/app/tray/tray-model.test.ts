import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUEST, NOW_MS, LOCALIZATION, hold, report, settings, snapshot, state, status } from '../../../tests/support/app/state-fixtures.ts';
import type { Activity, AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { UNKNOWN_HEALTH } from '../status/cloud-health.ts';
import { trayModel } from './tray-model.ts';
import type { TrayEntry, TrayModel } from './tray-types.ts';

const CONTEXT = { startAtLogin: false, canStartAtLogin: true, localization: LOCALIZATION };
type Item = Extract<TrayEntry, { kind: 'item' }>;
function items(entries: readonly TrayEntry[]): readonly Item[] {
  return entries.flatMap((entry) => (entry.kind === 'item' ? [entry, ...items(entry.submenu)] : []));
}
function find(model: TrayModel, id: string): Item {
  const found = items(model.menu).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const labels = (model: TrayModel) => model.menu.map((entry) => (entry.kind === 'item' ? entry.label : '–'));
const UNTIL: Pause = { kind: 'until', untilMs: NOW_MS + HOUR_MS };
const urgent = state({ keychain: { kind: 'keychain-locked', message: 'Unlock the keychain.' } });
const { run, counts, problems, requests } = report();
const lastRun = { run, counts: { ...counts, created: 2 }, problems, requests };

describe('the icon', () => {
  it.each<[string, Partial<AppSnapshot>, string]>([
    ['at rest', {}, 'idle'],
    ['starting', { activity: 'starting' }, 'idle'],
    ['syncing', { activity: 'syncing' }, 'syncing'],
    ['offline', { isOnline: false }, 'offline'],
    ['paused before offline', { pause: UNTIL, isOnline: false }, 'paused'],
    ['syncing before paused', { pause: UNTIL, activity: 'syncing' }, 'syncing'],
  ])('%s', (_name, changes, icon) => {
    expect(trayModel(snapshot(state(), NOW_MS, changes), CONTEXT).icon).toBe(icon);
    expect(trayModel(snapshot(urgent, NOW_MS, changes), CONTEXT).icon).toBe('attention');
  });
});

describe('the menu', () => {
  it('in short', () => {
    const model = trayModel(snapshot(state({ lastRun, nextRunAtMs: NOW_MS + HOUR_MS }), NOW_MS), CONTEXT);
    expect(labels(model)).toEqual([
      ...['All in order', 'Next run 11:00', '–', 'Sync now', 'Pause', '–'],
      ...['Open Latchkey', 'Start at login', 'Quit'],
    ]);
    expect(model.tooltip).toBe('Latchkey: All in order. Last run 10:00: 2 changes');
  });
  it.each<[string, Partial<AppSnapshot>, string, string]>([
    ['paused', { pause: UNTIL }, 'Paused until 11:00', 'No run while paused'],
    ['paused for good', { pause: { kind: 'until-resumed' } }, 'Paused', 'No run while paused'],
    ['offline', { isOnline: false }, 'Offline', 'Next run when the network is back'],
    ['syncing', { activity: 'syncing', progress: { phase: 'codes', done: 3, total: 12 } }, 'Syncing… 3 of 12', 'No run scheduled'],
    ['new', {}, 'No run yet', 'No run scheduled'],
  ])('says when it is %s', (_name, changes, status, next) => {
    expect(labels(trayModel(snapshot(state(), NOW_MS, changes), CONTEXT)).slice(0, 2)).toEqual([status, next]);
  });
  it('names the first five that need the user, each with its place, and how many more there are', () => {
    const stays = [1, 2, 3, 4, 5, 6, 7].map((id) => status(id, NOW_MS + id * HOUR_MS, false));
    const model = trayModel(snapshot(state({ stays }), NOW_MS), CONTEXT);
    expect(labels(model).slice(0, 9)).toEqual([
      '7 things need you',
      'No run scheduled',
      '–',
      ...[11, 12, 13, 14, 15].map((hour) => `Flat 1, ${String(hour)}:00: code not confirmed`),
      'and 2 more',
    ]);
    expect(find(model, 'attention:arrival:2').action).toEqual({ kind: 'open', target: { view: 'arrivals', bookingId: 2 } });
  });
  it('pauses when awake, resumes when paused', () => {
    const pause = (changes: Partial<AppSnapshot>) =>
      find(trayModel(snapshot(state(), NOW_MS, changes), CONTEXT), 'pause').submenu.flatMap((entry) =>
        entry.kind === 'item' ? entry.id : [],
      );
    expect(pause({})).toEqual(['pause-hour', 'pause-tomorrow', 'pause-until-resumed']);
    expect(pause({ pause: UNTIL })).toEqual(['resume', 'pause-hour', 'pause-tomorrow', 'pause-until-resumed']);
  });
  it('the tick tells what is, the click asks for the other', () => {
    const login = (startAtLogin: boolean) => find(trayModel(snapshot(state(), NOW_MS), { ...CONTEXT, startAtLogin }), 'start-at-login');
    expect([login(true).checked, login(true).action]).toEqual([true, { kind: 'start-at-login', enabled: false }]);
    expect([login(false).checked, login(false).action]).toEqual([false, { kind: 'start-at-login', enabled: true }]);
    const cannot = trayModel(snapshot(state(), NOW_MS), { ...CONTEXT, canStartAtLogin: false });
    expect(find(cannot, 'start-at-login').enabled).toBe(false);
  });
  it('a run in hand is not asked for again', () => {
    const enabled = (['idle', 'starting', 'syncing', 'quitting'] satisfies Activity[]).map(
      (activity) => find(trayModel(snapshot(state(), NOW_MS, { activity }), CONTEXT), 'sync-now').enabled,
    );
    expect(enabled).toEqual([true, true, false, false]);
  });
});

describe('whatever the state', () => {
  const problem = fc.record({
    kind: fc.constantFrom(...PROBLEM_KINDS),
    bookingId: fc.integer({ min: 1000, max: 99_999_999 }),
    unitId: fc.integer({ min: 1000, max: 999_999 }),
    lockId: fc.integer({ min: 1000, max: 999_999 }),
    retryable: fc.boolean(),
  });
  const anyState = fc.record({
    problems: fc.array(problem, { maxLength: 8 }),
    arrivals: fc.array(fc.record({ hours: fc.integer({ min: -30, max: 60 }), isVerified: fc.boolean() }), { maxLength: 8 }),
    unitName: fc.oneof(fc.constant(''), fc.constant('Lakeside apartment on the very top floor with a view of the harbour'), fc.string()),
    holds: fc.integer({ min: 0, max: 3 }),
    unreachableRuns: fc.integer({ min: 0, max: 4 }),
    isRejected: fc.boolean(),
    isLocked: fc.boolean(),
    activity: fc.constantFrom<Activity>('starting', 'idle', 'syncing', 'quitting'),
    pause: fc.constantFrom<Pause>({ kind: 'none' }, UNTIL, { kind: 'until-resumed' }),
    isOnline: fc.boolean(),
    isDemo: fc.boolean(),
    outcome: fc.option(fc.constantFrom(...(['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const))),
    recovered: fc.subarray(['settings', 'history'] as const),
    firstStepsDone: fc.boolean(),
  });
  function build(made: typeof anyState extends fc.Arbitrary<infer T> ? T : never): AppSnapshot {
    const told = made.problems.map((entry): Problem => ({
      ...entry,
      message: `Booking ${String(entry.bookingId)} of ${GUEST}, PIN 4711.`,
    }));
    const base = settings();
    const stays = made.arrivals.map(({ hours, isVerified }, index) => {
      const arrival = status(20_000 + index, NOW_MS + hours * HOUR_MS, isVerified);
      return { ...arrival, stay: { ...arrival.stay, unitName: made.unitName.replaceAll(/\d/g, '') } };
    });
    return snapshot(
      state({
        settings: { ...base, app: { ...base.app, firstStepsDone: made.firstStepsDone } },
        planProblems: told,
        stays,
        holds: Array.from({ length: made.holds }, (_unused, index) => hold(`hold-${String(index)}`)),
        health: { smoobu: { ...UNKNOWN_HEALTH, ...made }, 'the-keys': UNKNOWN_HEALTH },
        keychain: made.isLocked ? { kind: 'keychain-locked', message: 'Unlock the keychain.' } : null,
        activity: made.activity,
        pause: made.pause,
        isOnline: made.isOnline,
        isDemo: made.isDemo,
        lastRun: made.outcome === null ? null : { ...lastRun, run: { ...run, outcome: made.outcome }, problems: told },
        recovered: made.recovered,
      }),
      NOW_MS,
    );
  }
  it('the tray is whole, short, and tells nothing about guests', () => {
    fc.assert(
      fc.property(anyState, (made) => {
        const of = build(made);
        const model = trayModel(of, CONTEXT);
        const all = items(model.menu);
        expect([find(model, 'open').enabled, find(model, 'quit').enabled]).toEqual([true, true]);
        expect(new Set(all.map((entry) => entry.id)).size).toBe(all.length);
        for (const { label } of all) {
          expect(label.length).toBeGreaterThan(0);
          expect(label.length).toBeLessThan(60);
        }
        expect(model.tooltip.length).toBeLessThanOrEqual(127);
        const words = [model.tooltip, ...all.map((entry) => entry.label)].join('\n');
        expect(words).not.toMatch(/\d{4,}/);
        expect(words).not.toContain(GUEST);
        expect(model.icon === 'attention').toBe(of.attention.some((entry) => entry.severity === 'urgent'));
        const shown = all.filter((entry) => entry.id.startsWith('attention:'));
        expect(shown.length).toBe(Math.min(5, of.attention.length));
        expect(all.some((entry) => entry.id === 'attention-more')).toBe(of.attention.length > 5);
        // Text alone does nothing; everything else does something or opens further.
        for (const entry of all)
          expect(entry.action === null && entry.submenu.length === 0).toBe(['status', 'next-run'].includes(entry.id));
      }),
      { numRuns: 300 },
    );
  });
});
