import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, GUEST, known, NOW_MS, hold, report, settings, state, status } from '../../../tests/support/app/state-fixtures.ts';
import type { Activity } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { viewAt } from '../desktop/view.ts';
import type { View } from '../desktop/view.ts';
import type { AppState } from '../status/app-state.ts';
import { UNKNOWN_HEALTH } from '../status/cloud-health.ts';
import { trayModel } from './tray-model.ts';
import type { TrayContext } from './tray-model.ts';
import type { TrayEntry, TrayModel } from './tray-types.ts';
import { branded } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

function trayOf({ snapshot, matters }: View, changes: Partial<TrayContext> = {}): TrayModel {
  const { localization } = CONTEXT;
  return trayModel(snapshot, matters, { nowMs: NOW_MS, localization, ...changes });
}
function tray(changes: Partial<AppState> = {}, context: Partial<TrayContext> = {}): TrayModel {
  return trayOf(viewAt(state(changes), NOW_MS, CONTEXT), context);
}
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
const { text } = CONTEXT.localization;
const SYNCING: Partial<AppState> = { activity: 'syncing', progress: { phase: 'codes', done: 3, total: 12 } };
const UNTIL: Pause = { kind: 'until', untilMs: NOW_MS + HOUR_MS };
const PAUSED: Partial<AppState> = { settings: settings({ pause: UNTIL }) };
const URGENT = { keychain: { kind: 'keychain-locked', message: 'Unlock the keychain.' } } as const;
const { run, counts, problems, requests } = report();
const lastRun = { run, counts: { ...counts, created: 2 }, problems, requests };

describe('the icon', () => {
  it.each<[string, Partial<AppState>, string]>([
    ['at rest', {}, 'idle'],
    ['starting', { activity: 'starting' }, 'idle'],
    ['syncing', { activity: 'syncing' }, 'syncing'],
    ['offline', { isOnline: false }, 'offline'],
    ['paused before offline', { ...PAUSED, isOnline: false }, 'paused'],
    ['syncing before paused', { ...PAUSED, activity: 'syncing' }, 'syncing'],
  ])('%s', (_name, changes, icon) => {
    expect(tray(changes).icon).toBe(icon);
    expect(tray({ ...URGENT, ...changes }).icon).toBe('attention');
  });
});

describe('the menu', () => {
  it('with nothing to do', () => {
    const model = tray({ lastRun, nextRunAtMs: NOW_MS + HOUR_MS });
    expect(labels(model)).toEqual([
      ...[text('tray.idle'), '–', text('tray.call'), text('tray.sync-now'), text('tray.pause'), '–'],
      ...[text('tray.open'), text('tray.settings'), text('tray.quit')],
    ]);
    const last = text('tray.last-run', { time: '10:00', what: text('tray.changes', { count: 2 }) });
    const next = text('tray.next-run', { time: '11:00' });
    expect(model.tooltip).toBe(`${text('tray.tooltip', { status: text('tray.idle') })}. ${last}. ${next}`);
  });
  it.each<[string, Partial<AppState>, string]>([
    ['paused', PAUSED, text('tray.paused-until', { time: '11:00' })],
    ['paused until resumed', { settings: settings({ pause: { kind: 'until-resumed' } }) }, text('tray.paused')],
    ['offline', { isOnline: false }, text('tray.offline')],
    ['syncing', SYNCING, text('tray.syncing-of', { done: 3, total: 12 })],
    ['new', {}, text('tray.not-yet')],
  ])('says when it is %s, and no next sync where none comes', (_name, changes, status) => {
    const model = tray({ nextRunAtMs: NOW_MS + HOUR_MS, ...changes });
    expect(labels(model)[0]).toBe(status);
    const isPromised = changes.isOnline !== false && changes.settings === undefined;
    expect(model.tooltip.includes(text('tray.next-run', { time: '11:00' }))).toBe(isPromised);
  });
  it('has who arrives and leaves today, those in trouble first, each opening the stay', () => {
    const leaving = status(2, NOW_MS - 3 * DAY_MS, true);
    const model = tray(
      known(status(1, NOW_MS + 5 * HOUR_MS, true), leaving, status(3, NOW_MS + 8 * HOUR_MS, false), status(4, NOW_MS + DAY_MS, true)),
    );
    const own = items(model.menu).filter(({ id }) => /^(arrives|leaves):/.test(id));
    expect(own.map(({ id, label }) => [id, label])).toEqual([
      ['arrives:3', text('tray.arrives', { mark: '!', time: '18:00', guest: GUEST, unit: 'Flat 1' })],
      ['leaves:2', text('tray.leaves', { mark: '✓', time: '12:00', guest: GUEST, unit: 'Flat 1' })],
      ['arrives:1', text('tray.arrives', { mark: '✓', time: '15:00', guest: GUEST, unit: 'Flat 1' })],
    ]);
    expect(own.map(({ action }) => action)).toEqual([
      { kind: 'open', target: { view: 'today', bookingId: 3 } },
      { kind: 'open', target: { view: 'today', bookingId: 2, extend: true } },
      { kind: 'open', target: { view: 'today', bookingId: 1 } },
    ]);
  });
  it('has at most five of them', () => {
    const model = tray(known(...[1, 2, 3, 4, 5, 6, 7].map((id) => status(id, NOW_MS + id * HOUR_MS, true))));
    expect(items(model.menu).filter(({ id }) => id.startsWith('arrives:'))).toHaveLength(5);
    expect(find(model, 'today-more').label).toBe(text('tray.more', { more: 2 }));
  });
  it('names the first five that need the user, each with its place, and how many more there are', () => {
    const stays = [1, 2, 3, 4, 5, 6, 7].map((id) => status(id, NOW_MS + id * HOUR_MS, false));
    const model = tray(known(...stays));
    expect(labels(model).slice(0, 8)).toEqual([
      text('tray.urgent-to-do', { count: 7 }),
      '–',
      ...[11, 12, 13, 14, 15].map((hour) =>
        text('tray.arrival', { unit: 'Flat 1', time: `${String(hour)}:00`, what: text('arrival.what-code') }),
      ),
      text('tray.more', { more: 2 }),
    ]);
    expect(find(model, 'attention:arrival:code:2').action).toEqual({ kind: 'open', target: { view: 'today', bookingId: 2 } });
  });
  it('offers pauses, and resuming when paused', () => {
    const pause = (changes: Partial<AppState>) =>
      find(tray(changes), 'pause').submenu.flatMap((entry) => (entry.kind === 'item' ? entry.id : []));
    expect(pause({})).toEqual(['pause-hour', 'pause-tomorrow', 'pause-until-resumed']);
    expect(pause(PAUSED)).toEqual(['resume', 'pause-hour', 'pause-tomorrow', 'pause-until-resumed']);
  });
  it('a sync cannot be started during another one', () => {
    const enabled = (['idle', 'starting', 'syncing', 'quitting'] satisfies Activity[]).map(
      (activity) => find(tray({ activity }), 'sync-now').enabled,
    );
    expect(enabled).toEqual([true, true, false, false]);
  });
});

describe('in any state', () => {
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
  function build(made: typeof anyState extends fc.Arbitrary<infer T> ? T : never): View {
    const problems = made.problems.map((entry) =>
      branded<Problem>({ ...entry, text: recordedText(`Booking ${String(entry.bookingId)} of ${GUEST}, PIN 4711.`) }),
    );
    const base = settings();
    const stays = made.arrivals.map(({ hours, isVerified }, index) => {
      const arrival = status(20_000 + index, NOW_MS + hours * HOUR_MS, isVerified);
      return { ...arrival, stay: { ...arrival.stay, unitName: made.unitName.replaceAll(/\d/g, '') } };
    });
    return viewAt(
      state({
        settings: { ...base, pause: made.pause, setup: { done: made.firstStepsDone, sinceMs: 0 } },
        planProblems: problems,
        ...known(...stays),
        holds: Array.from({ length: made.holds }, (_unused, index) => hold(`hold-${String(index)}`)),
        health: { smoobu: { ...UNKNOWN_HEALTH, ...made }, 'the-keys': UNKNOWN_HEALTH },
        keychain: made.isLocked ? { kind: 'keychain-locked', message: 'Unlock the keychain.' } : null,
        activity: made.activity,
        isOnline: made.isOnline,
        isDemo: made.isDemo,
        lastRun: made.outcome === null ? null : { ...lastRun, run: { ...run, outcome: made.outcome }, problems },
        recovered: made.recovered,
      }),
      NOW_MS,
      CONTEXT,
    );
  }
  it('the tray is complete and short, and says no number of a booking and no PIN', () => {
    fc.assert(
      fc.property(anyState, (made) => {
        const view = build(made);
        const model = trayOf(view);
        const { attention } = view.snapshot;
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
        expect(model.icon === 'attention').toBe(attention.some((entry) => entry.severity === 'urgent'));
        const shown = all.filter((entry) => entry.id.startsWith('attention:'));
        expect(shown.length).toBe(Math.min(5, attention.length));
        expect(all.some((entry) => entry.id === 'attention-more')).toBe(attention.length > 5);
        // Text alone does nothing; everything else does something or opens further.
        for (const entry of all) expect(entry.action === null && entry.submenu.length === 0).toBe(entry.id === 'status');
      }),
      { numRuns: 300 },
    );
  });
});

it('Quit says until when codes are in place, where that is known', () => {
  expect(find(tray(), 'quit').label).toBe('Quit');
  const quitLabel = 'Quit (codes until 24 Feb 2027, 15:00; 12 messages would wait)';
  expect(find(tray({}, { quitLabel }), 'quit').label).toBe(quitLabel);
  expect(find(tray({}, { quitLabel: null }), 'quit').label).toBe('Quit');
});
