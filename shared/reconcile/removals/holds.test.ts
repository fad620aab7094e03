/** When a hold and a decision are over: only when what was read shows that the question is settled, or that another one is asked. */
import { describe, expect, it } from 'vitest';
import { code, input } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, branded } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { PlannedOperation } from '../../domain/plan.ts';
import type { Observation } from '../observe.ts';
import { settle } from './holds.ts';

const KEY = 'asked';
interface Situation extends InputParts {
  /** Of the question: about code 900 of booking 12 on lock 11. */
  readonly codeId?: number | null;
  readonly isDecided?: boolean;
  readonly operations?: readonly object[];
  readonly isOnLock?: boolean;
  readonly isLive?: boolean;
  readonly unread?: ReadonlyMap<never, never>;
}
const observation = (parts: object): Observation => parts as Observation;
const PRESENT = observation({ ids: new Set([900]), hidden: new Map() });
const ABSENT = observation({ ids: new Set([7]), hidden: new Map([[12, [code({ id: 8 })]]]) });

function settled(kind: 'hold' | 'decision', situation: Situation, seen?: Observation): boolean {
  const { codeId = 900, isDecided = false, operations = [], isOnLock = true, isLive = false, ...parts } = situation;
  const about = { key: KEY, bookingId: 12, claimId: 12, lockId: 11, codeId: codeId as number };
  const decision = new Map(kind === 'decision' || isDecided ? [[KEY, { ...about, choice: 'keep' as const }]] : []);
  const waiting = new Map(kind === 'hold' ? [[KEY, { ...about, hold: 'too-many-deletes' as const }]] : []);
  const remembered = branded<Remembered>({ ...nothingRemembered(), decision });
  const result = settle(
    input({ ...parts, memory: { waiting: waiting as never, remembered } }),
    operations as readonly PlannedOperation[],
    seen ?? (isOnLock ? PRESENT : ABSENT),
    (id) => isLive && id === bookingId(12),
  );
  expect(result.holds).toEqual(result.holds.length === 0 ? [] : [KEY]);
  if (kind === 'hold') return result.holds.length === 1;
  expect(result.remember).toEqual(result.remember.length === 0 ? [] : [{ kind: 'decision', key: KEY, value: null }]);
  return result.remember.length === 1;
}
const operation = (kind: string, parts: object = {}) => ({ kind, key: 'other', codeId: 900, evidence: 'cancelled', hold: null, ...parts });

describe.each(['hold', 'decision'] as const)('a %s whose operation is not planned any more', (kind) => {
  it.each<[string, Situation, boolean]>([
    ['the code is on the lock, and the booking is not live', {}, false],
    ['the code is gone from the lock', { isOnLock: false }, true],
    ['the lock could not be read', { isOnLock: false, failed: [11] }, false],
    ['another lock could not be read', { isOnLock: false, failed: [12] }, true],
    ['rows of the lock could not be read', { isOnLock: false, unread: new Map([[11, []]]) as never }, false],
    ['rows of another lock could not be read', { isOnLock: false, unread: new Map([[12, []]]) as never }, true],
    ['it is about no code', { isOnLock: false, codeId: null }, false],
    ['it is about no code, and something is created', { codeId: null, operations: [operation('create', { codeId: undefined })] }, false],
    ['the booking is live again', { isLive: true }, true],
    ['the booking is live again, in a list that is not whole', { isLive: true, complete: false }, false],
    ['the code gets another update', { operations: [operation('update')] }, true],
    ['another code gets an update', { operations: [operation('update', { codeId: 901 })] }, false],
    ['the code is deleted for another reason', { operations: [operation('delete')] }, true],
    ['the code has ended', { operations: [operation('delete', { evidence: 'ended' })] }, false],
    ['the code is adopted', { operations: [operation('adopt')] }, false],
    ['a run that only lets in plans less', { isOnLock: false, clockIsWrong: true }, false],
  ])('%s: over %s', (_what, situation, over) => expect(settled(kind, situation)).toBe(over));
  it('stands while the code is among ours', () => {
    expect(settled(kind, {}, observation({ ids: new Set(), hidden: new Map([[12, [code()]]]) }))).toBe(false);
  });
});

describe('a hold', () => {
  const planned = (hold: string | null) => [operation('delete', { key: KEY, hold })];
  it.each<[string, Situation, boolean]>([
    ['stands while its operation waits', { operations: planned('too-many-deletes') }, false],
    ['stands while its operation waits, whatever else is seen', { operations: planned('too-many-deletes'), isOnLock: false }, false],
    ['is over when nothing holds its operation', { operations: planned(null) }, true],
    ['stands until what the user approved is done', { operations: planned(null), released: new Set([KEY]) }, false],
    ['is over once it is decided', { operations: planned('too-many-deletes'), isDecided: true }, true],
    ['is over once it is decided, and its operation is not planned', { isDecided: true }, true],
  ])('%s', (_what, situation, over) => expect(settled('hold', situation)).toBe(over));
});

describe('a decision', () => {
  it('stands while its operation is planned', () => {
    const operations = [operation('delete', { key: KEY })];
    expect(settled('decision', { operations, isOnLock: false })).toBe(false);
    expect(settled('decision', { operations })).toBe(false);
  });
});

it('both stand while their lock is not read at all', () => {
  const about = { key: KEY, bookingId: 12, claimId: 12, lockId: 99, codeId: 900 };
  const decision = new Map([[KEY, { ...about, choice: 'keep' as const }]]);
  const memory = { waiting: new Map([['held', { ...about, key: 'held', hold: 'too-many-deletes' }]]) as never };
  const remembered = branded<Remembered>({ ...nothingRemembered(), decision });
  expect(settle(input({ memory: { ...memory, remembered } }), [], ABSENT, () => false)).toEqual({ holds: [], remember: [] });
});
