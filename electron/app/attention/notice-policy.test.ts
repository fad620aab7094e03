import { describe, expect, it } from 'vitest';
import { FINE, keys, noticesOverTime } from '../../../tests/support/app/notices-over-time.ts';
import type { Moment } from '../../../tests/support/app/notices-over-time.ts';
import { wall } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { GUEST, known, LOCALIZATION, NOW_MS, hold, state, status } from '../../../tests/support/app/state-fixtures.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { AppState } from '../status/app-state.ts';
import type { UNKNOWN_HEALTH } from '../status/cloud-health.ts';
import { isQuiet } from './notice-policy.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';

const { text } = LOCALIZATION;
const NIGHT = { enabled: true, from: wall('22:00'), to: wall('07:00') };
const smoobu = (health: Partial<typeof UNKNOWN_HEALTH>) => ({ health: { smoobu: { ...FINE, ...health }, 'the-keys': FINE } });
const DOWN = { unreachableRuns: 3, unreachableSinceMs: NOW_MS };

describe('credentials', () => {
  it('rejected: notified at once, once, and again for other credentials', () => {
    const notify = noticesOverTime();
    expect(notify({ state: smoobu({ isRejected: true }) })).toMatchObject([
      { key: 'credentials:smoobu', category: 'credentials', isUrgent: true, target: { view: 'accounts', cloud: 'smoobu' } },
    ]);
    expect(notify({ state: smoobu({ isRejected: true }) })).toEqual([]);
    expect(keys(notify({ state: smoobu({ isRejected: true, credentialsRevision: 1 }) }))).toEqual(['credentials:smoobu']);
  });
  it('stored again but not yet used: not reported as resolved', () => {
    const notify = noticesOverTime();
    notify({ state: smoobu({ isRejected: true }) });
    const { connections } = state();
    expect(notify({ state: { ...smoobu({ credentialsRevision: 1, lastSuccessMs: null }), connections } })).toEqual([]);
    expect(notify()).toMatchObject([{ category: 'recovered', body: text('notice.recovered-credentials', { cloud: 'Smoobu' }) }]);
  });
  it('an unusable keychain is notified with advice, and again when it works', () => {
    const notify = noticesOverTime();
    const keychain = { kind: 'keychain-locked', message: '' } as const;
    expect(notify({ state: { keychain } })).toMatchObject([{ key: 'keychain', body: text('keychain-locked.linux') }]);
    expect(keys(notify())).toEqual(['recovered:keychain']);
  });
});

describe('a cloud that refuses everything', () => {
  const refused = (refusedRuns: number) => smoobu({ refusedRuns, refusedAs: 'forbidden' });
  it('is notified after three runs, and when it answers again', () => {
    const notify = noticesOverTime();
    expect(keys(notify({ state: refused(2) }))).toEqual([]);
    expect(notify({ state: refused(3) })).toMatchObject([{ key: 'refused:smoobu', body: text('failure.forbidden', { cloud: 'Smoobu' }) }]);
    expect(notify({ state: refused(4) })).toEqual([]);
    expect(keys(notify())).toEqual(['recovered:refused:smoobu']);
  });
  it('is notified after one run when somebody arrives within a day', () => {
    const stays = [status(1, NOW_MS + 20 * HOUR_MS, true)];
    expect(keys(noticesOverTime()({ state: { ...refused(1), ...known(...stays) } }))).toEqual(['refused:smoobu']);
  });
});

describe('an unreachable cloud', () => {
  const soon = known(status(1, NOW_MS + 20 * HOUR_MS, true));
  it.each([
    [1, {}, []],
    [2, {}, []],
    [3, {}, ['unreachable:smoobu']],
    [1, soon, ['unreachable:smoobu']],
    [1, known(status(1, NOW_MS + 25 * HOUR_MS, true)), []],
    [1, known(status(1, NOW_MS - HOUR_MS, true)), []],
    [0, soon, []],
    [3, { isOnline: false }, []],
    [3, { ...soon, isOnline: false }, []],
  ])('after %i runs, %j', (unreachableRuns, changes, expected) => {
    expect(keys(noticesOverTime()({ state: { ...smoobu({ unreachableRuns }), ...changes } }))).toEqual(expected);
  });
  it('is notified once until it answers, also when this computer goes offline and online', () => {
    const notify = noticesOverTime();
    expect(keys(notify({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
    expect(notify({ state: { ...smoobu({ ...DOWN, unreachableRuns: 4 }), isOnline: false } })).toEqual([]);
    expect(notify({ state: smoobu({ ...DOWN, unreachableRuns: 5 }) })).toEqual([]);
    expect(keys(notify())).toEqual(['recovered:unreachable:smoobu']);
    expect(notify()).toEqual([]);
    expect(keys(notify({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
  });
  it('notified for a near arrival, it is not resolved when the guest has arrived', () => {
    const notify = noticesOverTime();
    notify({ state: { ...smoobu({ unreachableRuns: 1 }), ...soon } });
    expect(notify({ state: smoobu({ unreachableRuns: 2 }) })).toEqual([]);
    expect(keys(notify())).toEqual(['recovered:unreachable:smoobu']);
  });
  it('is not resolved when it answers with a rejection', () => {
    const notify = noticesOverTime();
    notify({ state: smoobu(DOWN) });
    expect(keys(notify({ state: smoobu({ isRejected: true }) }))).toEqual(['credentials:smoobu']);
  });
  it('is not resolved before it was asked, as after a restart', () => {
    const notify = noticesOverTime();
    notify({ state: smoobu(DOWN) });
    expect(notify({ state: smoobu({ lastSuccessMs: null }) })).toEqual([]);
    expect(keys(notify())).toEqual(['recovered:unreachable:smoobu']);
  });
});

describe('held operations', () => {
  const held = (...names: string[]): Moment => ({ state: { holds: names.map(hold) } });
  it('are notified once, again when one is added, and not when one goes or the user decides', () => {
    const notify = noticesOverTime();
    expect(notify(held('a', 'b'))).toMatchObject([{ key: 'held', title: text('notice.held-title', { count: 2 }) }]);
    expect(notify(held('b', 'a'))).toEqual([]);
    expect(notify(held('a'))).toEqual([]);
    expect(keys(notify(held('a', 'c')))).toEqual(['held']);
    expect(notify()).toEqual([]);
    expect(notify(held('a'))).toMatchObject([{ target: { view: 'today', bookingId: 12 } }]);
  });
  it('a held run without holds is notified', () => {
    const planProblems = [{ kind: 'no-bookings', text: problemText('problem.no-bookings'), retryable: true }] as const;
    expect(noticesOverTime()({ state: { planProblems } })).toMatchObject([{ key: 'held', title: text('notice.run-held-title') }]);
  });
});

describe('arrivals', () => {
  const startMs = NOW_MS + 30 * HOUR_MS;
  const coming = (hoursBefore: number, isVerified = false, id = 12): Moment => ({
    atMs: startMs - hoursBefore * HOUR_MS,
    state: known(status(id, startMs, isVerified)),
  });
  it('are notified within 24, 6 and 1 hours, each once', () => {
    const notify = noticesOverTime();
    const notified = [30, 24, 23, 7, 6, 5, 2, 1, 0.5, 0, -1, -5].filter((hours) => notify(coming(hours)).length > 0);
    expect(notified).toEqual([24, 6, 1]);
  });
  it('first seen when near: one notification, not three', () => {
    const notify = noticesOverTime();
    expect(notify(coming(0.5))).toMatchObject([{ key: 'arrival:code:12', isUrgent: true, target: { view: 'today', bookingId: 12 } }]);
    expect(notify(coming(0.4))).toEqual([]);
  });
  it('are notified up to six hours after check-in', () => {
    expect(noticesOverTime()(coming(-5))).toMatchObject([{ title: 'Anna Müller arrived at 16:00: code not confirmed' }]);
    expect(noticesOverTime()(coming(-7))).toEqual([]);
  });
  it('are resolved once when confirmed, and not when the stay is gone', () => {
    const notify = noticesOverTime();
    notify(coming(20));
    expect(notify(coming(19, true))).toMatchObject([{ key: 'recovered:arrival:code:12', target: { view: 'today', bookingId: 12 } }]);
    expect(notify(coming(18, true))).toEqual([]);
    expect(keys(notify(coming(17)))).toEqual(['arrival:code:12']);
    expect(notify()).toEqual([]);
  });
  it('are notified offline too', () => {
    expect(keys(noticesOverTime()({ state: { isOnline: false, ...known(status(12, NOW_MS + HOUR_MS, false)) } }))).toEqual([
      'arrival:code:12',
    ]);
  });
  it('are notified again when moved to another day', () => {
    const notify = noticesOverTime();
    const moved = (hoursBefore: number): Moment => {
      const laterMs = startMs + 3 * DAY_MS;
      return { atMs: laterMs - hoursBefore * HOUR_MS, state: known(status(12, laterMs, false)) };
    };
    notify(coming(20));
    expect(notify({ ...moved(90), atMs: startMs - 19 * HOUR_MS })).toEqual([]);
    expect(notify(moved(24))).toHaveLength(1);
  });
  it('with one cause are notified once for it, by the nearest', () => {
    const notify = noticesOverTime();
    const at = (id: number, hours: number) => ({ ...status(id, NOW_MS + hours * HOUR_MS, false) });
    const both = known(at(12, 5), at(13, 7));
    const sameLock = new Map(
      [...both.arrivals].map(([id, one]) => [id, { ...one, doors: known(at(12, 5)).arrivals.get(bookingId(12))?.doors ?? [] }]),
    );
    const state = { ...both, arrivals: sameLock };
    expect(notify({ state })).toMatchObject([{ key: 'arrival:code:12', target: { bookingId: 12 } }]);
    expect(notify({ state, atMs: NOW_MS + 2 * HOUR_MS })).toEqual([]);
    expect(notify({ state, atMs: NOW_MS + 4 * HOUR_MS })).toHaveLength(1);
  });
  it('are one notification together, without guests’ names', () => {
    const stays = [1, 2, 3, 4, 5].map((id) => {
      const arrival = status(id, NOW_MS + id * HOUR_MS, false);
      return { ...arrival, stay: { ...arrival.stay, unitName: `Flat ${String(id)}` } };
    });
    const [notice, ...others] = noticesOverTime()({ state: known(...stays) });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ key: 'arrivals:1,2,3,4,5', isUrgent: true, target: { view: 'today', bookingId: null } });
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
  it('delay notifications until they end; what is over by then is never notified', () => {
    const notify = noticesOverTime();
    expect(notify(night(MIDNIGHT, { ...smoobu(DOWN), holds: [hold('a')] }))).toEqual([]);
    expect(keys(notify(night(MORNING, { holds: [hold('a')] })))).toEqual(['held']);
  });
  it('a matter notified before them and resolved in them is reported as resolved after them', () => {
    const notify = noticesOverTime();
    notify(night(EVENING, smoobu(DOWN)));
    expect(notify(night(MIDNIGHT))).toEqual([]);
    expect(keys(notify(night(MORNING)))).toEqual(['recovered:unreachable:smoobu']);
  });
  it('a matter resolved in them that is back when they end is not notified again', () => {
    const notify = noticesOverTime();
    notify(night(EVENING, { ...smoobu(DOWN), holds: [hold('a')] }));
    expect(notify(night(MIDNIGHT))).toEqual([]);
    expect(notify(night(MORNING, { ...smoobu(DOWN), holds: [hold('a')] }))).toEqual([]);
  });
  it('are broken by arrivals within six hours, and by nothing else', () => {
    const midnight = Date.parse(MIDNIGHT);
    const stays = [status(1, midnight + 6 * HOUR_MS, false), status(2, midnight + 7 * HOUR_MS, false)];
    const notify = noticesOverTime();
    expect(keys(notify(night(MIDNIGHT, { holds: [hold('a')], ...known(...stays) })))).toEqual(['arrival:code:1']);
    expect(notify(night(MIDNIGHT, known(...stays)))).toEqual([]);
    expect(keys(notify(night(MORNING, known(...stays.slice(1)))))).toEqual(['arrival:code:2']);
  });
});

describe('categories', () => {
  it('that are switched off are silent; switched on again, they are notified', () => {
    const notify = noticesOverTime();
    expect(notify({ state: smoobu(DOWN), notifications: { unreachable: false } })).toEqual([]);
    expect(keys(notify({ state: smoobu(DOWN) }))).toEqual(['unreachable:smoobu']);
    expect(notify({ notifications: { recovered: false } })).toEqual([]);
    expect(notify()).toEqual([]);
  });
});
