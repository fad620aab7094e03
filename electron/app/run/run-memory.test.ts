/** What a run leaves to later ones: absences, holds, locks and lists that could not be read, and what the user released. */
import { describe, expect, it } from 'vitest';
import { booking, DOOR, input, NOW_MS, settings } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import { claimOf } from '../../../shared/domain/ids.ts';
import { create, remove, update } from '../../../tests/support/writes.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import type { Remembered } from '../../../shared/domain/memory.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { operationReport } from './report.ts';
import { countUnread, incompleteForADay, noSync, recordStatus, releasedKeys, rememberAbsences, rememberPlan } from './run-memory.ts';

/** Knows this, and logs what it is told. */
function history(remembered: Partial<Remembered> = {}, waiting: readonly string[] = []) {
  const told: unknown[] = [];
  const log =
    (name: string) =>
    (...given: readonly unknown[]): void => {
      told.push([name, ...given]);
    };
  const store = {
    memory: () => ({ remembered: { ...nothingRemembered(), ...remembered } }),
    listHolds: () => waiting.map((key) => ({ operation: { key } })),
    ...Object.fromEntries(
      ['forgetMissing', 'rememberMissing', 'putHolds', 'remember', 'dropHolds', 'recordOperations'].map((name) => [name, log(name)]),
    ),
  };
  return { store: store as unknown as HistoryStore, told };
}

describe('an absence', () => {
  const missing = { kind: 'missing' as const };
  const absences = (sinceMs: number | null, parts: InputParts, unreadable = false) => {
    const { store, told } = history();
    const memory = { missingSinceMs: new Map(sinceMs === null ? [] : [[12, sinceMs]]) };
    const read = input({ lookups: new Map([[12, missing]]), ...parts, memory: { ...memory, ...parts.memory } });
    rememberAbsences(store, unreadable ? { ...read, bookings: { ...read.bookings, unreadable: [bookingId(12)] } } : read);
    return told;
  };
  const forgotten = (...ids: readonly number[]) => ['forgetMissing', ids];
  it.each<[string, number | null, InputParts, readonly unknown[]]>([
    ['is remembered from now on', null, {}, [['rememberMissing', 12, NOW_MS], forgotten()]],
    ['stays as old as it is', NOW_MS - 1, {}, [forgotten()]],
    ['that began now stays', NOW_MS, {}, [forgotten()]],
    ['from ahead of now counts from now', NOW_MS + 1, {}, [forgotten(12), ['rememberMissing', 12, NOW_MS], forgotten()]],
    ['is not one while the booking is listed', null, { bookings: [booking()] }, [forgotten()]],
    ['is forgotten when the booking is listed', 0, { bookings: [booking()] }, [forgotten(12)]],
    ['is forgotten when it is found', 0, { lookups: new Map([[12, { kind: 'found', booking: booking() }]]) }, [forgotten(12)]],
    ['stands when it could not be read', 0, { lookups: new Map([[12, { kind: 'failed' }]]) }, [forgotten()]],
    ['is not one when it could not be read', null, { lookups: new Map([[12, { kind: 'failed' }]]) }, [forgotten()]],
    ['stands when it was not asked for', 0, { lookups: new Map() }, [forgotten()]],
    ['of another account is none', null, { accounts: { smoobu: null, 'the-keys': '1' } }, []],
  ])('%s', (_what, sinceMs, parts, expected) => expect(absences(sinceMs, parts)).toEqual(expected));
  it('is none, and is forgotten, while its row is listed but cannot be read', () => {
    expect(absences(0, {}, true)).toEqual([forgotten(12)]);
    expect(absences(null, {}, true)).toEqual([forgotten()]);
  });
});

describe('a plan', () => {
  it('leaves its holds first, then what it remembers; holds that are over go last', () => {
    const held = [remove(7, 500), remove(8, 501), remove(9, 502)].map((operation) => ({ ...operation, hold: 'too-many-deletes' as const }));
    const change = { kind: 'incomplete', key: 'bookings', value: null } as const;
    const planned = { operations: [create(6), remove(5, 499), ...held], remember: [change], settledHolds: ['over'] };
    const decision = { choice: 'keep', claimId: bookingId(8), lockId: DOOR.lockId, codeId: codeId(501) } as const;
    const { store, told } = history({ decision: new Map([['delete:501', decision]]) });
    rememberPlan(store, planned as unknown as Plan, NOW_MS);
    expect(told).toEqual([
      [
        'putHolds',
        [held[0], held[2]].flatMap((operation) => (operation === undefined ? [] : [operationReport(operation, 'held', null)])),
        NOW_MS,
      ],
      ['remember', [change]],
      ['dropHolds', ['over']],
    ]);
  });
});

describe('what the user releases', () => {
  it.each([
    [false, []],
    [true, ['shown', 'also shown']],
    [new Set(['shown', 'not shown']), ['shown']],
  ])('is only what was shown: %s', (applyHeld, expected) => {
    expect([...releasedKeys(applyHeld, history({}, ['shown', 'also shown']).store)]).toEqual(expected);
  });
});

describe('locks that could not be read', () => {
  const failed = { ok: false, error: { kind: 'timeout' } };
  const read = { ok: true, value: { codes: [] } };
  const count = (lists: readonly (readonly [number, object])[], mode: 'live' | 'dry-run' = 'live', runs = 2) => {
    const { store, told } = history({ 'unread-lock': new Map([['11', { runs }]]) });
    const result = countUnread(store, new Map(lists) as never, mode);
    return { runs: Object.fromEntries(result), told };
  };
  const change = (key: string, runs: number | null) => ({ kind: 'unread-lock', key, value: runs === null ? null : { runs } });
  it('are counted in runs', () => {
    expect(
      count([
        [11, failed],
        [12, failed],
        [13, read],
      ]),
    ).toEqual({ runs: { 11: 3, 12: 1 }, told: [['remember', [change('11', 3), change('12', 1)]]] });
  });
  it('are forgotten once they are read', () => {
    expect(
      count([
        [11, read],
        [12, read],
      ]),
    ).toEqual({ runs: {}, told: [['remember', [change('11', null)]]] });
    expect(count([[12, read]])).toEqual({ runs: {}, told: [] });
    expect(count([[11, read]], 'live', 0)).toEqual({ runs: {}, told: [] });
  });
  it('are not named when no lock could be read: the cloud is the cause', () => {
    expect(
      count([
        [11, failed],
        [12, failed],
      ]),
    ).toEqual({ runs: {}, told: [['remember', [change('11', 3), change('12', 1)]]] });
  });
  it('are not counted by a preview', () => {
    expect(
      count(
        [
          [11, failed],
          [13, read],
        ],
        'dry-run',
      ),
    ).toEqual({ runs: { 11: 3 }, told: [] });
  });
});

describe('a list of bookings that is incomplete', () => {
  const since = (sinceMs: number | null, isComplete: boolean, mode: 'live' | 'dry-run' = 'live') => {
    const { store, told } = history({ incomplete: new Map(sinceMs === null ? [] : [['bookings', { sinceMs }]]) });
    const problems = incompleteForADay({ history: store, clock: { nowMs: () => NOW_MS } }, isComplete, mode);
    return [problems.length, told];
  };
  const set = (sinceMs: number | null) => [
    'remember',
    [{ kind: 'incomplete', key: 'bookings', value: sinceMs === null ? null : { sinceMs } }],
  ];
  it.each<[string, number | null, boolean, 'live' | 'dry-run', readonly unknown[]]>([
    ['is remembered', null, false, 'live', [0, [set(NOW_MS)]]],
    ['is not remembered by a preview', null, false, 'dry-run', [0, []]],
    ['is told after a day', NOW_MS - DAY_MS, false, 'live', [1, []]],
    ['is told after a day by a preview', NOW_MS - DAY_MS, false, 'dry-run', [1, []]],
    ['is not told before', NOW_MS - DAY_MS + 1, false, 'live', [0, []]],
    ['that began now stays', NOW_MS, false, 'live', [0, []]],
    ['from ahead of now begins now', NOW_MS + 1, false, 'live', [0, [set(NOW_MS)]]],
    ['is over', NOW_MS - DAY_MS, true, 'live', [0, [set(null)]]],
    ['is not forgotten by a preview', NOW_MS - DAY_MS, true, 'dry-run', [0, []]],
    ['never was', null, true, 'live', [0, []]],
  ])('%s', (_what, sinceMs, isComplete, mode, expected) => expect(since(sinceMs, isComplete, mode)).toEqual(expected));
});

describe('syncs that fail', () => {
  const HOURS_MS = 3_600_000;
  const told = (failures: number | null, ageMs: number, hasWorked = false, mode: 'live' | 'dry-run' = 'live') => {
    const value = { sinceMs: NOW_MS - ageMs, failures: failures ?? 0 };
    const log = history({ 'no-sync': new Map(failures === null ? [] : [['sync', value]]) });
    const request = { mode, settings: settings() };
    const problems = noSync({ history: log.store, clock: { nowMs: () => NOW_MS } }, hasWorked, request);
    return [problems.map(({ kind, text }) => [kind, text.parameters]), log.told];
  };
  const set = (ageMs: number, failures: number) => [
    ['remember', [{ kind: 'no-sync', key: 'sync', value: { sinceMs: NOW_MS - ageMs, failures } }]],
  ];
  const problem = [['no-sync', { since: '2026-11-23T08:00' }]];
  it('are told from the third on, after two hours', () => {
    expect(told(2, 2 * HOURS_MS)).toEqual([problem, set(2 * HOURS_MS, 3)]);
    expect(told(1, 2 * HOURS_MS)).toEqual([[], set(2 * HOURS_MS, 2)]);
    expect(told(2, 2 * HOURS_MS - 1)).toEqual([[], set(2 * HOURS_MS - 1, 3)]);
    expect(told(9, 2 * HOURS_MS, false, 'dry-run')).toEqual([problem, []]);
  });
  it('are counted from the first on, and forgotten when one works', () => {
    expect(told(null, 0)).toEqual([[], set(0, 1)]);
    expect(told(9, 9 * HOURS_MS, true)).toEqual([[], set(0, 0)]);
  });
});

describe('a code that is written has yet to reach its lock, and the window of one that does not say which it has', () => {
  const seen = { ...update(7, 500), isUnseen: true, changes: { end: { from: null, to: 'x' } } };
  const record = (changes: object, status: 'done' | 'planned' | 'failed' | 'unverified' = 'done') => {
    const { store, told } = history();
    const operation = { ...seen, ...changes } as never;
    recordStatus(store, 'run', operation, operationReport(operation, status, codeId(500)), NOW_MS);
    return told.flatMap((entry) => {
      const [call, changes] = entry as readonly [string, readonly { readonly kind: string }[]];
      return call === 'remember' ? changes.map(({ kind }) => kind) : [];
    });
  };
  const written = {
    kind: 'code-reach',
    key: '500',
    value: { claimId: claimOf(seen), lockId: seen.lockId, keypadId: seen.keypadId, writtenAtMs: NOW_MS, reachedAtMs: null },
  };
  const window = { start: '2026-12-01T15:00', end: '2026-12-04T12:00', isChanged: true };
  it('is not remembered without its number', () => {
    const { store, told } = history();
    const report = { ...operationReport(seen, 'done', null), codeId: null };
    recordStatus(store, 'run', seen, report, NOW_MS);
    expect(told).toEqual([['recordOperations', 'run', [report]]]);
  });
  it('is not in the history again before it is sent', () => {
    const { store, told } = history();
    recordStatus(store, 'run', seen, operationReport(seen, 'planned', codeId(500)), NOW_MS);
    expect(told).toEqual([]);
  });
  it('is remembered once it is written', () => {
    const { store, told } = history();
    const report = operationReport(seen, 'done', codeId(500));
    recordStatus(store, 'run', seen, report, NOW_MS);
    expect(told).toEqual([
      ['recordOperations', 'run', [report]],
      ['remember', [written, { kind: 'last-written', key: '500', value: window }]],
    ]);
    expect(record({ changes: { start: { from: null, to: 'x' } } })).toEqual(['code-reach', 'last-written']);
  });
  it.each<[string, object, 'done' | 'planned' | 'failed' | 'unverified', readonly string[]]>([
    ['not written yet', {}, 'planned', []],
    ['refused', {}, 'failed', []],
    ['not verified', {}, 'unverified', ['code-reach']],
    ['its times are the same', { changes: { name: { from: 'a', to: 'b' } } }, 'done', ['code-reach']],
    ['it says them', { isUnseen: false }, 'done', ['code-reach']],
    ['it is another write', { kind: 'adopt' }, 'done', ['code-reach']],
    ['it is removed', remove(7, 500), 'done', []],
  ])('is not when %s', (_what, changes, status, expected) => expect(record(changes, status)).toEqual(expected));
});
