/** What hinders several guests is one matter with the nearest named; a door in trouble that hinders nobody is a warning of its own. */
import { describe, expect, it } from 'vitest';
import { arrival, arrivalDoor, lockHealth, problemText, reachOf } from '../../../../tests/support/readiness.ts';
import { CONTEXT, NOW_MS, settings, state } from '../../../../tests/support/app/state-fixtures.ts';
import { DOOR } from '../../../../tests/reconcile/fixtures.ts';
import { bookingId, lockId } from '../../../../tests/support/ids.ts';
import type { Arrival, KnownLockHealth } from '../../../../shared/domain/readiness.ts';
import { NO_DOORS } from '../../../../shared/readiness/facts.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/time.ts';
import { UNKNOWN_HEALTH } from '../../status/cloud-health.ts';
import type { AppState } from '../../status/app-state.ts';
import { viewAt } from '../../desktop/view.ts';

const MISSING = { state: 'waiting', codeId: null, verifiedAtMs: null } as const;
const WRITTEN_MS = NOW_MS - HOUR_MS;
/** Each an hour after the other, at its own lock where that is said. */
const eight = (door: Parameters<typeof arrivalDoor>[0], isOwnLock = false): readonly Arrival[] =>
  Array.from({ length: 8 }, (_, index) =>
    arrival({
      bookingId: index + 1,
      unitName: `Flat ${String(index + 1)}`,
      startMs: NOW_MS + (index + 2) * HOUR_MS,
      doors: [arrivalDoor({ ...door, ...(isOwnLock ? { lockId: 100 + index } : {}) })],
    }),
  );
const locks = [{ lockId: DOOR.lockId, name: 'Gate', timeZone: null, keypads: [] }];
function viewOf(arrivals: readonly Arrival[], changes: Partial<AppState> = {}) {
  const base = settings();
  const known = new Map(arrivals.map((one) => [one.bookingId, one]));
  const of = { settings: { ...base, mapping: { ...base.mapping, locks } }, arrivals: known, staysReadAtMs: NOW_MS, ...changes };
  return viewAt(state(of), NOW_MS, CONTEXT);
}
const listed = (...given: Parameters<typeof viewOf>) =>
  viewOf(...given).snapshot.attention.map(({ severity, key, title, message }) => `${severity} ${key}: ${title}. ${message}`);
const doorsWith = (health: Partial<KnownLockHealth>, reachedAtMs: number | null) => ({
  ...NO_DOORS,
  health: new Map([[String(DOOR.lockId), lockHealth(health)]]),
  reach: new Map([['900', reachOf({ writtenAtMs: WRITTEN_MS, reachedAtMs })]]),
});
const SILENT = { seenAtMs: WRITTEN_MS - MINUTE_MS, readAtMs: NOW_MS };

describe('eight guests without a code', () => {
  it('on one lock are one matter', () =>
    expect(listed(eight(MISSING))).toEqual([
      'urgent arrival:code:11: Code not confirmed (Gate): 8 guests affected, the next is Anna Müller today 13:00. Flat 1: No code of this guest is confirmed on lock “Gate”. Sync now; if that does not help, make a code in The Keys app, or have a spare code ready.',
    ]));
  it('on eight locks are one matter while a cloud does not answer, and the cloud is not urgent beside it', () => {
    const health = { smoobu: UNKNOWN_HEALTH, 'the-keys': { ...UNKNOWN_HEALTH, unreachableRuns: 3, unreachableSinceMs: NOW_MS } };
    const found = listed(eight({ ...MISSING, state: 'unread' }, true), { health });
    expect(found.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual(['urgent arrival:sync', 'warning unreachable:the-keys']);
    expect(found.join()).toContain('Call the guest');
  });
  it('are one matter while syncs are paused, which says so', () => {
    const [line, ...others] = listed(eight(MISSING, true), { settings: settings({ pause: { kind: 'until-resumed' } }) });
    expect([line?.includes('Syncs are paused'), others]).toEqual([true, []]);
  });
});

describe('a gateway that falls silent', () => {
  it('is urgent for guests whose code it has not passed on, as one matter, in the same words everywhere', () => {
    const { matters } = viewOf(eight({}), { doors: doorsWith(SILENT, null) });
    const [matter, ...others] = matters.filter(({ item }) => item !== null);
    expect(others).toEqual([]);
    expect(matter).toMatchObject({ key: 'arrival:gateway:11', item: { severity: 'urgent', bookingId: 1 } });
    const { item, notice } = matter ?? {};
    expect(item?.trayLabel).toBe('Flat 1, 12:00: code not at the lock yet');
    expect(item?.title).toBe('Code not at the lock yet (Gate): 8 guests affected, the next is Anna Müller today 13:00');
    expect(item?.bookings).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(notice).toMatchObject({
      status: 'due',
      title: item?.title,
      body: item?.message,
      facets: ['24', '6'],
      breaksQuietHours: true,
    });
  });
  it('after it has passed on every code is a warning of the door, told once', () => {
    const { matters } = viewOf(eight({}), { doors: doorsWith(SILENT, WRITTEN_MS + MINUTE_MS) });
    expect(matters.filter(({ item }) => item !== null)).toMatchObject([
      {
        key: 'door:gateway:11',
        item: { severity: 'warning', lockId: lockId(11), bookings: [] },
        notice: { status: 'due', facets: ['known'], isUrgent: false },
      },
    ]);
  });
});

it('a door whose lock has no name, as after an import, has its warning too; a lock that is no door has none', () => {
  const mapping = { ...settings().mapping, locks: [] };
  const doors = { ...NO_DOORS, health: new Map([DOOR.lockId, 99].map((id) => [String(id), lockHealth({ batteryMillivolts: 6_640 })])) };
  expect(listed([], { settings: settings({ mapping }), doors })).toEqual([
    'warning door:battery:11: The battery of lock 11 is low. Change it soon.',
  ]);
});

it('a battery that is low is a warning of the door, with the guests who come through it', () => {
  const { matters } = viewOf(eight({}), { doors: doorsWith({ batteryMillivolts: 6_640 }, NOW_MS) });
  const found = matters.flatMap(({ item }) => item ?? []);
  expect(found).toMatchObject([{ severity: 'warning', lockId: lockId(11), message: 'The battery of lock “Gate” is low. Change it soon.' }]);
  expect(found[0]?.bookings).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('a battery that is nearly empty is one urgent matter of the guests who come through that door', () =>
  expect(listed(eight({}), { doors: doorsWith({ batteryMillivolts: 6_300 }, NOW_MS) }).map((line) => line.split(',')[0])).toEqual([
    'urgent arrival:battery:11: Battery nearly empty (Gate): 8 guests affected',
  ]));

describe('before the first sync', () => {
  const stored = (changes: Partial<AppState>) =>
    viewOf([arrival({ bookingId: 9, doors: [arrivalDoor(MISSING)] })], { staysReadAtMs: null, ...changes });
  it('what earlier runs remember needs the user; the notification waits for the sync, for a minute', () => {
    const { snapshot, matters } = stored({});
    expect(snapshot.stays).toEqual([]);
    expect(snapshot.attention).toMatchObject([{ key: 'arrival:code:11', bookingId: bookingId(9) }]);
    expect(matters[0]?.notice?.status).toBe('ongoing');
    const silence = { ...state().silence, countedAtMs: NOW_MS };
    expect(stored({ silence }).matters[0]?.notice?.status).toBe('due');
    expect(stored({ silence, activity: 'syncing' }).matters[0]?.notice?.status).toBe('ongoing');
  });
});

it('a lock that refuses access is one urgent matter of its guests, and a matter of its own where none of them is near', () => {
  const problem = {
    ...({ kind: 'forbidden-lock', text: problemText('forbidden-lock'), retryable: false, cloud: 'the-keys' } as const),
    lockId: lockId(11),
  };
  const kinds = (near: readonly Arrival[]) =>
    listed(near, { doors: doorsWith({ isRefused: true }, NOW_MS), planProblems: [problem] }).map((line) => line.split(':')[0]);
  expect(kinds(eight({}))).toEqual(['urgent arrival']);
  expect(kinds([])).toEqual(['warning problem']);
});
