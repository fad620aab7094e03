/** What is kept of writes for later comparisons: a change by hand is told only from what a list has shown. */
import { describe, expect, it } from 'vitest';
import { codeFrom } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, move, record, update } from '../../../../tests/support/writes.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import { createSentLog } from './sent-codes.ts';
import type { SentLog } from './sent-codes.ts';
import type { WriteOperation } from './writer.ts';

/** What is remembered, change by change. */
function logged(act: (log: SentLog) => void, known: readonly string[] = []): readonly (readonly [string, unknown])[] {
  const told: (readonly [string, unknown])[] = [];
  const history = {
    remember: (changes: readonly MemoryChange[]) => {
      for (const { kind, key, value } of changes) {
        expect(kind).toBe('read-back');
        told.push([key, value]);
      }
    },
  };
  const remembered = { ...nothingRemembered(), 'read-back': new Map(known.map((key) => [key, {}])) };
  const read = { memory: { remembered }, wishes: NO_WISHES };
  act(createSentLog(history, read as never));
  return told;
}
const off = codeFrom(codeId(900), place(1, 'Kp1'), { ...record(7), active: false });
const on = codeFrom(codeId(900), place(1, 'Kp1'), record(7));
const updated = (changes: object = {}): WriteOperation => ({ ...update(7, 900), changes });

describe('a write', () => {
  it.each([
    ['an update', updated(), [['900', true]]],
    ['an update that switches on', updated({ active: { from: false, to: true } }), [['900', false]]],
    ['an adopted code', { ...updated(), kind: 'adopt' } as WriteOperation, [['900', true]]],
    ['a create, whose code has no number yet', create(7) as WriteOperation, []],
    ['a move, whose code has no number yet', move(7, 1, 2, 500), []],
  ] as const)('is kept before it is sent: %s', (_, operation, expected) => {
    const told = logged((log) => log.sending(operation));
    expect(told.map(([key, value]) => [key, (value as { wasOn: boolean }).wasOn])).toEqual(expected);
  });
  it('is not verified by being sent', () => {
    expect(logged((log) => log.sending(updated()))).toMatchObject([['900', { claimId: 7, lockId: 1, isVerified: false }]]);
  });
});

describe('a list that shows the code', () => {
  it.each<[string, WriteOperation, typeof on, boolean]>([
    ['a create', create(7) as WriteOperation, off, false],
    ['a create that reads as on', create(7) as WriteOperation, on, true],
    ['a move', move(7, 1, 2, 500), off, false],
    ['an update of a code that was on', updated(), off, true],
    ['an update that switches on', updated({ active: { from: false, to: true } }), off, false],
    ['an adopted code', { ...updated(), kind: 'adopt' } as WriteOperation, off, true],
  ])('says whether it was on since: %s', (_, operation, code, wasOn) => {
    expect(logged((log) => log.readBack(operation, code, true))).toMatchObject([['900', { isVerified: true, wasOn }]]);
    expect(logged((log) => log.readBack(operation, code, false))).toMatchObject([['900', { isVerified: false, wasOn }]]);
  });
});

describe('a code that is gone', () => {
  it('is forgotten once', () => {
    const twice = (log: SentLog): void => {
      log.gone(codeId(900));
      log.gone(codeId(900));
    };
    expect(logged(twice, ['900', '901'])).toEqual([['900', null]]);
  });
  it('is forgotten when it was written in the same run', () => {
    const both = (log: SentLog): void => {
      log.readBack(create(7) as WriteOperation, on, true);
      log.gone(codeId(900));
    };
    expect(logged(both)).toMatchObject([
      ['900', {}],
      ['900', null],
    ]);
  });
});
