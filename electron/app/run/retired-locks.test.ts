/** A former door whose lock has left the account: when it is given up, and which codes the user is told to be left on it. */
import { describe, expect, it } from 'vitest';
import { DOOR, FORMER_DOOR, NOW_MS, settings } from '../../../tests/reconcile/fixtures.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { OperationReport, RunMode } from '../../../shared/domain/run.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { codesLeftOn, giveUp, watchRetired, withoutGivenUp } from './retired-locks.ts';

const RETIRED = FORMER_DOOR.lockId;
const since = (agoMs: number, isGivenUp = false) => ({ absentSinceMs: NOW_MS - agoMs, isGivenUp });
const remembering = (known: Readonly<Record<string, ReturnType<typeof since>>>, readAtMs?: number) => ({
  ...nothingRemembered(),
  'retired-lock': new Map(Object.entries(known)),
  discovery: new Map(readAtMs === undefined ? [] : [['the-keys', { readAtMs }]]),
});

describe('a lock that was given up', () => {
  it('is read no more', () => {
    const left = (known: Parameters<typeof remembering>[0]) => withoutGivenUp(settings(), remembering(known)).mapping.retired;
    expect(left({ '13': since(0, true) })).toEqual([]);
    expect(left({ '13': since(0), '11': since(0, true) })).toEqual([FORMER_DOOR]);
    expect(left({})).toEqual([FORMER_DOOR]);
    expect(giveUp(RETIRED, NOW_MS)).toEqual({ kind: 'retired-lock', key: '13', value: since(0, true) });
  });
  it('is read again with a door of a unit on it; nothing else of the settings changes', () => {
    const second = { ...FORMER_DOOR, keypadId: 'KpOther' as never };
    const made = settings({ units: [{ unitId: 101, name: 'Flat 1', doors: [second] }] });
    expect(withoutGivenUp(made, remembering({ '13': since(0, true) }))).toBe(made);
    expect(withoutGivenUp(settings(), remembering({ '13': since(0, true) })).mapping.units).toEqual(settings().mapping.units);
  });
  it('costs no other former door', () => {
    const made = settings();
    const two = { ...made, mapping: { ...made.mapping, retired: [FORMER_DOOR, { ...DOOR, lockId: lockId(14) }] } };
    expect(withoutGivenUp(two, remembering({ '13': since(0, true) })).mapping.retired.map((place) => place.lockId)).toEqual([14]);
  });
});

interface Watched {
  readonly mode?: RunMode;
  readonly clockIsWrong?: boolean;
  /** By lock: what its list answered. */
  readonly lists?: Readonly<Record<string, string>>;
  readonly known?: Parameters<typeof remembering>[0];
  readonly readAtMs?: number;
  /** null: the discovery fails. */
  readonly discovered?: readonly number[] | null;
  readonly runs?: readonly (readonly Partial<OperationReport>[])[];
  readonly isMapped?: boolean;
}
const LEFT_ON = { kind: 'create', status: 'done', bookingId: 7, lockId: 13, codeId: 900, changes: {} } as unknown as OperationReport;

async function watched({
  mode = 'live',
  clockIsWrong = false,
  lists = { '13': 'forbidden' },
  known = {},
  discovered = [11],
  ...given
}: Watched) {
  const told: string[] = [];
  const runs = given.runs ?? [];
  const history = {
    memory: () => ({ remembered: remembering(known, given.readAtMs) }),
    remember: (changes: readonly MemoryChange[]) =>
      told.push(...changes.map(({ kind, key, value }) => `${kind} ${key} ${value === null ? 'forgotten' : JSON.stringify(value)}`)),
    listRuns: () => runs.map((_, index) => ({ id: String(index) })),
    readRun: (id: string) => ({ run: { startedAt: id }, operations: runs[Number(id)] }),
  };
  let asked = 0;
  const doors = [DOOR, ...(given.isMapped === true ? [{ ...FORMER_DOOR, keypadId: 'KpOther' }] : [])];
  const problems = await watchRetired({
    history: history as unknown as HistoryStore,
    clock: { nowMs: () => NOW_MS } as never,
    locks: {
      discover: ({ signal }: { signal: unknown }) => {
        asked += signal instanceof AbortSignal ? 1 : 100;
        return Promise.resolve(discovered === null ? { ok: false, error: {} } : { ok: true, value: discovered.map((id) => ({ id })) });
      },
    } as never,
    signal: new AbortController().signal,
    settings: settings({ units: [{ unitId: 101, name: 'Flat 1', doors }] }),
    lists: new Map(
      Object.entries(lists).map(([id, kind]) => [
        lockId(Number(id)),
        kind === 'ok' ? { ok: true, value: [] } : { ok: false, error: { kind } },
      ]),
    ) as never,
    mode,
    clockIsWrong,
  });
  return { told, asked, problems };
}
const READ = `discovery the-keys {"readAtMs":${String(NOW_MS)}}`;
const ABSENT = (agoMs: number, isGivenUp = false) => `retired-lock 13 ${JSON.stringify(since(agoMs, isGivenUp))}`;

describe('a former door whose list is refused', () => {
  it.each<[string, Watched, readonly string[]]>([
    ['has left the account: from now on', {}, [READ, ABSENT(0)]],
    ['has left it before', { known: { '13': since(DAY_MS) } }, [READ, ABSENT(DAY_MS)]],
    ['has left it later than now, by a clock that was ahead', { known: { '13': since(-1) } }, [READ, ABSENT(0)]],
    ['left it nearly seven days ago', { known: { '13': since(7 * DAY_MS - 1) } }, [READ, ABSENT(7 * DAY_MS - 1)]],
    ['left it seven days ago: it is given up', { known: { '13': since(7 * DAY_MS) } }, [READ, ABSENT(7 * DAY_MS, true)]],
    ['is not found', { lists: { '13': 'not-found' } }, [READ, ABSENT(0)]],
    ['is still in the account', { discovered: [11, 13], known: { '13': since(9 * DAY_MS) } }, [READ, 'retired-lock 13 forgotten']],
    ['and the discovery fails', { discovered: null, known: { '13': since(9 * DAY_MS) } }, [READ]],
    ['and the discovery shows no door of the mapping', { discovered: [99], known: { '13': since(9 * DAY_MS) } }, [READ]],
    ['and the account was looked at an hour ago', { readAtMs: NOW_MS - HOUR_MS }, [READ, ABSENT(0)]],
    ['and the account was looked at by a clock that was ahead', { readAtMs: NOW_MS + 1 }, [READ, ABSENT(0)]],
  ])('%s', async (_, parts, expected) => {
    expect(await watched(parts)).toMatchObject({ told: expected, asked: 1 });
  });

  it.each<[string, Watched, readonly string[]]>([
    ['in a preview', { mode: 'dry-run' }, []],
    ['by a clock that is wrong', { clockIsWrong: true }, []],
    ['within an hour', { readAtMs: NOW_MS - HOUR_MS + 1 }, []],
    ['just now', { readAtMs: NOW_MS }, []],
    ['for another reason', { lists: { '13': 'timeout' } }, []],
    ['of another lock', { lists: { '11': 'forbidden', '13': 'timeout' } }, []],
    ['of a lock that was not read', { lists: {}, known: { '13': since(9 * DAY_MS) } }, []],
    ['of none: it can be read again', { lists: { '13': 'ok' }, known: { '13': since(9 * DAY_MS) } }, ['retired-lock 13 forgotten']],
    ['of a lock that has a door again', { isMapped: true, known: { '13': since(9 * DAY_MS) } }, ['retired-lock 13 forgotten']],
  ])('is no reason to look at the account %s', async (_, parts, expected) => {
    expect(await watched(parts)).toEqual({ told: expected, asked: 0, problems: [] });
  });

  it('is told once it is given up, with the bookings whose codes may be left on it', async () => {
    const parts = { known: { '13': since(7 * DAY_MS) } };
    expect((await watched(parts)).problems).toEqual([
      { kind: 'lock-given-up', text: { key: 'problem.lock-given-up', parameters: {} }, retryable: false, lockId: 13 },
    ]);
    const left = [LEFT_ON, { ...LEFT_ON, codeId: 901 }, { ...LEFT_ON, codeId: 902, bookingId: 8 }] as readonly OperationReport[];
    expect((await watched({ ...parts, runs: [left] })).problems).toMatchObject([
      { text: { key: 'problem.lock-given-up-left', parameters: { bookings: '7, 8' } } },
    ]);
    const endsToday = { ...LEFT_ON, changes: { end: { from: null, to: '2026-11-23T00:30' } } } as OperationReport;
    expect((await watched({ ...parts, runs: [[endsToday]] })).problems).toMatchObject([{ text: { key: 'problem.lock-given-up-left' } }]);
    expect((await watched({})).problems).toEqual([]);
  });
});

describe('codes that are left on a lock', () => {
  type Change = Partial<Record<keyof OperationReport, unknown>>;
  const one = (changes: Change = {}): OperationReport => ({ ...LEFT_ON, ...changes }) as OperationReport;
  const left = (...runs: readonly (readonly OperationReport[])[]): readonly number[] => {
    const asked: unknown[] = [];
    const history = {
      listRuns: (options: unknown) => {
        asked.push(options);
        return runs.map((_, index) => ({ id: String(index) })).toSorted((one, other) => (Number(one.id) % 2) - (Number(other.id) % 2));
      },
      readRun: (id: string) => (runs[Number(id)]?.length === 0 ? null : { run: { startedAt: id }, operations: runs[Number(id)] }),
    };
    const found = codesLeftOn(RETIRED, history as unknown as HistoryStore, '2026-11-23');
    expect(asked).toEqual(['create', 'adopt', 'move', 'update', 'delete'].map((kind) => ({ limit: 300, filter: { kind } })));
    expect(found.every(({ claimId }) => claimId === 7 || claimId === ('k3m9qa' as never))).toBe(true);
    return found.map(({ codeId }) => codeId);
  };
  const ends = (to: unknown): Change => ({ changes: { end: { from: null, to } } });

  it.each<[string, readonly OperationReport[][], readonly number[]]>([
    ['one that was made', [[one()]], [900]],
    ['one that may have been made', [[one({ status: 'unverified' })]], [900]],
    ['one that failed', [[one({ status: 'failed' })]], []],
    ['one on another lock', [[one({ lockId: 11 })]], []],
    ['one without a number', [[one({ codeId: null })]], []],
    ['one that was deleted', [[one()], [one({ kind: 'delete' })]], []],
    ['one that may have been deleted', [[one()], [one({ kind: 'delete', status: 'unverified' })]], [900]],
    ['one that was deleted before it was made again', [[one({ kind: 'delete' })], [one()]], [900]],
    ['one that was made after another was deleted', [[one()], [one({ kind: 'delete' })], [one({ codeId: 950 })]], [950]],
    ['one that moved away', [[one()], [one({ kind: 'move', lockId: 11, codeId: 950, replacedCodeId: 900 })]], []],
    [
      'one that may have moved away',
      [[one()], [one({ kind: 'move', lockId: 11, codeId: 950, replacedCodeId: 900, status: 'unverified' })]],
      [900],
    ],
    ['one that moved here', [[one({ kind: 'move', codeId: 950, replacedCodeId: 900 })]], [950]],
    ['one that replaced another by no move', [[one()], [one({ kind: 'update', lockId: 11, replacedCodeId: 900 })]], [900]],
    ['one that was made by hand', [[one({ bookingId: null })]], []],
    ['one of a person', [[one({ bookingId: null, personId: 'k3m9qa' })]], [900]],
    ['one that ended yesterday', [[one(ends('2026-11-22T23:59'))]], []],
    ['one that ends today', [[one(ends('2026-11-23T00:00'))]], [900]],
    ['one that never ends', [[one(ends(null))]], [900]],
    ['one that ended before, and was changed in another way since', [[one(ends('2026-11-22T12:00'))], [one({ kind: 'update' })]], []],
    [
      'one that ended, and was extended',
      [[one()], [one({ kind: 'update', ...ends('2026-11-22T12:00') })], [one(ends('2026-11-24T12:00'))]],
      [900],
    ],
    ['one that ended, and ends no more', [[one(ends('2026-11-22T12:00'))], [one({ kind: 'update', ...ends(null) })]], [900]],
    ['one of a run that is not kept any more', [[]], []],
  ])('%s', (_, runs, expected) => expect(left(...runs)).toEqual(expected));
});
