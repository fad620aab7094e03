import { describe, expect, it } from 'vitest';
import { FINE, keys, noticesOverTime } from '../../../tests/support/app/notices-over-time.ts';
import type { Moment } from '../../../tests/support/app/notices-over-time.ts';
import { wall } from '../../../tests/reconcile/fixtures.ts';
import { GUEST, LOCALIZATION, NOW_MS, hold, state, status } from '../../../tests/support/app/state-fixtures.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { AppState } from '../status/app-state.ts';
import type { UNKNOWN_HEALTH } from '../status/cloud-health.ts';
import { isQuiet } from './notice-policy.ts';

const { text } = LOCALIZATION;
const NIGHT = { enabled: true, from: wall('22:00'), to: wall('07:00') };
const smoobu = (health: Partial<typeof UNKNOWN_HEALTH>) => ({ health: { smoobu: { ...FINE, ...health }, 'the-keys': FINE } });
const DOWN = { unreachableRuns: 3, unreachableSinceMs: NOW_MS };

describe('credentials', () => {
  it('rejected: at once, once, and again for other ones', () => {
    const tell = noticesOverTime();
    expect(tell({ state: smoobu({ isRejected: true }) })).toMatchObject([
      { key: 'credentials:smoobu', category: 'credentials', isUrgent: true, target: { view: 'accounts', cloud: 'smoobu' } },
    ]);
    expect(tell({ state: smoobu({ isRejected: true }) })).toEqual([]);
    expect(keys(tell({ state: smoobu({ isRejected: true, credentialsRevision: 1 }) }))).toEqual(['credentials:smoobu']);
  });
  it('stored again but not tried yet, they are not told as mended', () => {
    const tell = noticesOverTime();
    tell({ state: smoobu({ isRejected: true }) });
    const { connections } = state();
    expect(tell({ state: { ...smoobu({ credentialsRevision: 1, lastSuccessMs: null }), connections } })).toEqual([]);
    expect(tell()).toMatchObject([{ category: 'recovered', body: text('notice.recovered-credentials', { cloud: 'Smoobu' }) }]);
  });
  it('a keychain that cannot be used is told with its guidance, and when it can', () => {
    const tell = noticesOverTime();
    const keychain = { kind: 'keychain-locked', message: '' } as const;
    expect(tell({ state: { keychain } })).toMatchObject([{ key: 'keychain', body: text('keychain-locked.linux') }]);
    expect(keys(tell())).toEqual(['recovered:keychain']);
  });
});

describe('a cloud out of reach', () => {
  const soon = { stays: [status(1, NOW_MS + 20 * HOUR_MS, true)] };
  it.each([
    [1, {}, []],
    [2, {}, []],
    [3, {}, ['unreachable:smoobu']],
    [1, soon, ['unreachable:smoobu']],
    [1, { stays: [status(1, NOW_MS + 25 * HOUR_MS, true)] }, []],
    [1, { stays: [status(1, NOW_MS - HOUR_MS, true)] }, []],
    [0, soon, []],
    [3, { isOnline: false }, []],
    [3, { ...soon, isOnline: false }, []],
  ])('after %i runs, %j', (unreachableRuns, changes, expected) => {
    expect(keys(noticesOverTime()({ state: { ...smoobu({ unreachableRuns }), ...changes } }))).toEqual(expected);
  });
  it('once, until it answers; back and forth between online and offline is no news', () => {
    const tell = noticesOverTime();
    expect(keys(tell({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
    expect(tell({ state: { ...smoobu({ ...DOWN, unreachableRuns: 4 }), isOnline: false } })).toEqual([]);
    expect(tell({ state: smoobu({ ...DOWN, unreachableRuns: 5 }) })).toEqual([]);
    expect(keys(tell())).toEqual(['recovered:unreachable:smoobu']);
    expect(tell()).toEqual([]);
    expect(keys(tell({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
  });
  it('told for a near arrival, it is not mended when the guest has arrived', () => {
    const tell = noticesOverTime();
    tell({ state: { ...smoobu({ unreachableRuns: 1 }), ...soon } });
    expect(tell({ state: smoobu({ unreachableRuns: 2 }) })).toEqual([]);
    expect(keys(tell())).toEqual(['recovered:unreachable:smoobu']);
  });
  it('that answers with a rejection has not recovered', () => {
    const tell = noticesOverTime();
    tell({ state: smoobu(DOWN) });
    expect(keys(tell({ state: smoobu({ isRejected: true }) }))).toEqual(['credentials:smoobu']);
  });
  it('is not called mended after a restart before anyone has asked it', () => {
    const tell = noticesOverTime();
    tell({ state: smoobu(DOWN) });
    expect(tell({ state: smoobu({ lastSuccessMs: null }) })).toEqual([]);
    expect(keys(tell())).toEqual(['recovered:unreachable:smoobu']);
  });
});

describe('held operations', () => {
  const held = (...names: string[]): Moment => ({ state: { holds: names.map(hold) } });
  it('told once; one more is told, one less is not, and what the user decided is no recovery', () => {
    const tell = noticesOverTime();
    expect(tell(held('a', 'b'))).toMatchObject([{ key: 'held', title: text('notice.held-title', { count: 2 }) }]);
    expect(tell(held('b', 'a'))).toEqual([]);
    expect(tell(held('a'))).toEqual([]);
    expect(keys(tell(held('a', 'c')))).toEqual(['held']);
    expect(tell()).toEqual([]);
    expect(tell(held('a'))).toMatchObject([{ target: { view: 'arrivals', bookingId: 12 } }]);
  });
  it('a run that is held without any hold', () => {
    const planProblems = [{ kind: 'no-bookings', message: '', retryable: true }] as const;
    expect(noticesOverTime()({ state: { planProblems } })).toMatchObject([{ key: 'held', title: text('notice.run-held-title') }]);
  });
});

describe('arrivals', () => {
  const startMs = NOW_MS + 30 * HOUR_MS;
  const coming = (hoursBefore: number, isVerified = false, id = 12): Moment => ({
    atMs: startMs - hoursBefore * HOUR_MS,
    state: { stays: [status(id, startMs, isVerified)] },
  });
  it('within 24, 6 and 1 hours, each once', () => {
    const tell = noticesOverTime();
    const told = [30, 24, 23, 7, 6, 5, 2, 1, 0.5, 0, -1, -5].filter((hours) => tell(coming(hours)).length > 0);
    expect(told).toEqual([24, 6, 1]);
  });
  it('the first look at a near one tells it once, not three times', () => {
    const tell = noticesOverTime();
    expect(tell(coming(0.5))).toMatchObject([{ key: 'arrival:12', isUrgent: true, target: { view: 'arrivals', bookingId: 12 } }]);
    expect(tell(coming(0.4))).toEqual([]);
  });
  it('a guest who may be at the door already is told, one who has long arrived is not', () => {
    expect(noticesOverTime()(coming(-5))).toMatchObject([{ title: text('notice.arrival-now-title') }]);
    expect(noticesOverTime()(coming(-7))).toEqual([]);
  });
  it('confirmed later: in order again, once; cancelled meanwhile: no word', () => {
    const tell = noticesOverTime();
    tell(coming(20));
    expect(tell(coming(19, true))).toMatchObject([{ key: 'recovered:arrival:12', target: { view: 'arrivals', bookingId: 12 } }]);
    expect(tell(coming(18, true))).toEqual([]);
    expect(keys(tell(coming(17)))).toEqual(['arrival:12']);
    expect(tell()).toEqual([]);
  });
  it('are told offline too', () => {
    expect(keys(noticesOverTime()({ state: { isOnline: false, stays: [status(12, NOW_MS + HOUR_MS, false)] } }))).toEqual(['arrival:12']);
  });
  it('moved to another day it is another arrival', () => {
    const tell = noticesOverTime();
    tell(coming(20));
    expect(tell({ atMs: startMs - 20 * HOUR_MS, state: { stays: [status(12, startMs + HOUR_MS, false)] } })).toHaveLength(1);
  });
  it('several are one notification, without guests’ names', () => {
    const stays = [1, 2, 3, 4, 5].map((id) => {
      const arrival = status(id, NOW_MS + id * HOUR_MS, false);
      return { ...arrival, stay: { ...arrival.stay, unitName: `Flat ${String(id)}` } };
    });
    const [notice, ...others] = noticesOverTime()({ state: { stays } });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ key: 'arrivals:1,2,3,4,5', isUrgent: true, target: { view: 'arrivals', bookingId: null } });
    expect(notice?.body).toContain('Flat 1, Flat 2, Flat 3 and 2 more');
    expect(JSON.stringify(notice)).not.toContain(GUEST);
  });
});

describe('quiet hours', () => {
  it.each([
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '22:00', true],
    ['22:00', '07:00', '06:59', true],
    ['22:00', '07:00', '07:00', false],
    ['12:00', '14:00', '13:00', true],
    ['12:00', '14:00', '11:59', false],
    ['12:00', '12:00', '12:00', false],
  ])('from %s to %s, at %s', (from, to, at, expected) => {
    expect(isQuiet({ enabled: true, from: wall(from), to: wall(to) }, wall(at))).toBe(expected);
    expect(isQuiet({ enabled: false, from: wall(from), to: wall(to) }, wall(at))).toBe(false);
  });
  const night = (at: string, changes: Partial<AppState> = {}): Moment => ({
    atMs: Date.parse(at),
    state: changes,
    notifications: { quietHours: NIGHT },
  });
  const [EVENING, MIDNIGHT, MORNING] = ['2026-11-23T20:00:00Z', '2026-11-23T23:00:00Z', '2026-11-24T06:00:00Z'] as const;
  it('hold back until they end; what has passed by then is never told', () => {
    const tell = noticesOverTime();
    expect(tell(night(MIDNIGHT, { ...smoobu(DOWN), holds: [hold('a')] }))).toEqual([]);
    expect(keys(tell(night(MORNING, { holds: [hold('a')] })))).toEqual(['held']);
  });
  it('what was told before them and mended in them is told as mended after them', () => {
    const tell = noticesOverTime();
    tell(night(EVENING, smoobu(DOWN)));
    expect(tell(night(MIDNIGHT))).toEqual([]);
    expect(keys(tell(night(MORNING)))).toEqual(['recovered:unreachable:smoobu']);
  });
  it('what was mended and broke again in them is no news', () => {
    const tell = noticesOverTime();
    tell(night(EVENING, { ...smoobu(DOWN), holds: [hold('a')] }));
    expect(tell(night(MIDNIGHT))).toEqual([]);
    expect(tell(night(MORNING, { ...smoobu(DOWN), holds: [hold('a')] }))).toEqual([]);
  });
  it('give way to arrivals within six hours, and to nothing else', () => {
    const midnight = Date.parse(MIDNIGHT);
    const stays = [status(1, midnight + 6 * HOUR_MS, false), status(2, midnight + 7 * HOUR_MS, false)];
    const tell = noticesOverTime();
    expect(keys(tell(night(MIDNIGHT, { ...smoobu({ ...DOWN, isRejected: true }), stays })))).toEqual(['arrival:1']);
    expect(tell(night(MIDNIGHT, { stays }))).toEqual([]);
    expect(keys(tell(night(MORNING, { stays: stays.slice(1) })))).toEqual(['arrival:2']);
  });
});

describe('categories', () => {
  it('switched off are not told, and switched on again they are', () => {
    const tell = noticesOverTime();
    expect(tell({ state: smoobu(DOWN), notifications: { unreachable: false } })).toEqual([]);
    expect(keys(tell({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
    expect(tell({ notifications: { recovered: false } })).toEqual([]);
    expect(tell()).toEqual([]);
  });
});
