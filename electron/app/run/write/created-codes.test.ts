/** What is kept of creates while they are made: one that no list shows yet must not be made twice, nor forgotten before it is deleted. */
import { describe, expect, it } from 'vitest';
import { codeId } from '../../../../tests/support/ids.ts';
import { create, move, remove, update } from '../../../../tests/support/writes.ts';
import type { CreateOperation } from '../../../../shared/domain/plan.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import { createCreateLog } from './created-codes.ts';
import type { CreateLog } from './created-codes.ts';
import type { OldCode } from './writer.ts';

const KEY = '7@1/Kp1';
const WINDOW = { start: '2026-12-01T15:00', end: '2026-12-04T12:00' };
const known = (...creates: readonly { readonly codeId: number | null; readonly listed: boolean }[]) => ({
  claimId: 7,
  lockId: 1,
  keypadId: 'Kp1',
  window: WINDOW,
  creates: creates.map((one) => ({ atMs: 1, ...one })),
});

/** What is remembered, change by change. */
function logged(act: (log: CreateLog) => void, value?: ReturnType<typeof known>): readonly unknown[] {
  const told: (readonly [string, unknown])[] = [];
  const created = value === undefined ? new Map() : new Map([[KEY, value]]);
  const history = {
    memory: () => ({ remembered: { ...nothingRemembered(), 'created-codes': created } }),
    remember: (changes: readonly MemoryChange[]) =>
      told.push(...changes.map(({ kind, key, value }) => [kind === 'created-codes' ? key : kind, value] as const)),
  };
  act(createCreateLog(history as unknown as HistoryStore, { nowMs: () => 9 } as never));
  return told;
}
const made = create(7) as CreateOperation;
const old = (code: number): OldCode => {
  const { from, ...rest } = move(7, 1, 2, code);
  return { ...from, kind: 'old-code', key: 'old', after: [], move: { ...rest, from } };
};

describe('a create', () => {
  it('is kept with the code that it made, where and for how long', () => {
    expect(logged((log) => log.created(made, codeId(900)))).toEqual([
      [KEY, { ...known({ codeId: 900, listed: false }), creates: [{ codeId: 900, atMs: 9, listed: false }] }],
    ]);
  });
  it('that may have been made is kept without a code, beside earlier ones', () => {
    const told = logged((log) => log.created(made, null), known({ codeId: 899, listed: false }));
    expect(told).toMatchObject([[KEY, { creates: [{ codeId: 899 }, { codeId: null }] }]]);
  });
  it('is kept where a move makes it', () => {
    expect(logged((log) => log.created(move(7, 1, 2, 500), codeId(900)))).toMatchObject([
      ['7@2/Kp2', { lockId: 2, creates: [{ codeId: 900 }] }],
    ]);
  });
});

describe('a list', () => {
  it('that shows the code is noted once', () => {
    const twice = (log: CreateLog): void => {
      log.listed(update(7, 900), codeId(900));
      log.listed(update(7, 900), codeId(900));
    };
    expect(logged(twice, known({ codeId: 899, listed: true }, { codeId: 900, listed: false }))).toMatchObject([
      [KEY, { creates: [{ listed: true }, { listed: true }] }],
    ]);
  });
  it('that shows codes of which no create is known is not', () => {
    expect(logged((log) => log.listed(update(7, 900), codeId(900)))).toEqual([]);
  });
});

describe('a code that was deleted', () => {
  it('is forgotten, with the last one all of it', () => {
    const both = (log: CreateLog): void => {
      log.deleted(remove(7, 900), codeId(900));
      log.deleted(remove(7, 901), codeId(901));
      log.deleted(remove(7, 901), codeId(901));
    };
    expect(logged(both, known({ codeId: 900, listed: true }, { codeId: 901, listed: false }))).toMatchObject([
      [KEY, { creates: [{ codeId: 901 }] }],
      [KEY, null],
    ]);
  });
  it('is forgotten where a move took it away', () => {
    expect(logged((log) => log.deleted(old(900), codeId(900)), known({ codeId: 900, listed: true }))).toEqual([[KEY, null]]);
  });
  it('changes nothing where no create of it is known', () => {
    expect(logged((log) => log.deleted(remove(7, 901), codeId(901)), known({ codeId: 900, listed: false }))).toEqual([]);
    expect(logged((log) => log.deleted(remove(7, 901), codeId(901)))).toEqual([]);
  });
});
