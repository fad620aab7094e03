import { expect, it } from 'vitest';
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import { bookingId, lockId, unitId } from '../../../tests/support/ids.ts';
import { sampleSnapshot, sampleStay } from '../../../tests/support/snapshot.ts';
import { fixOf } from './fixes.ts';

const [ITEM] = sampleSnapshot().attention;
if (ITEM === undefined) throw new Error('The sample has an item.');
const item = (changes: Partial<AttentionItem>): AttentionItem => ({ ...ITEM, kind: 'problem', ...changes });
const at = (id: number) => item({ bookingId: bookingId(id), target: { view: 'today', bookingId: bookingId(id) } });
const because = (kind: ProblemKind, worst: 'code' | 'battery' = 'code') => {
  const stay = sampleStay();
  const stays = [{ ...stay, worst, because: stay.because === null ? null : { ...stay.because, kind, lockId: lockId(5) } }];
  return fixOf(at(7001), { ...sampleSnapshot(), stays });
};

it.each([
  ['write-failed', { kind: 'sync', label: 'sync' }],
  ['pin-refused', { kind: 'new-pin', bookingId: 7001 }],
  ['no-free-pin', { kind: 'go', label: 'settings' }],
  ['credentials-rejected', { kind: 'go', label: 'sign-in' }],
  ['overlap', { kind: 'go', label: 'calendar' }],
  ['code-kept', { kind: 'stay', bookingId: 7001 }],
  ['forbidden-lock', { kind: 'door', lockId: 5 }],
] as const)('%s of a stay is fixed by %j', (kind, fix) => {
  expect(because(kind)).toMatchObject(fix);
});

it('opens the stay where neither sync nor settings help, and for guests who are no stay', () => {
  expect(because('unverified', 'battery')).toMatchObject({ kind: 'stay' });
  expect(fixOf(at(7004), sampleSnapshot())).toMatchObject({ kind: 'stay', bookingId: 7004 });
  expect(fixOf(at(9999), sampleSnapshot())).toEqual({
    ...{ kind: 'go', label: 'history', target: { view: 'history', runId: null, bookingId: 9999 } },
  });
});

it('goes where the matter is about something else', () => {
  const to = (target: AttentionItem['target']) => fixOf(item({ bookingId: null, target }), sampleSnapshot());
  expect(to({ view: 'doors', unitId: unitId(31) })).toMatchObject({ kind: 'go', label: 'door' });
  expect(to({ view: 'doors', unitId: null })).toMatchObject({ kind: 'go', label: 'doors' });
  expect(to({ view: 'doors', unitId: null, lockId: lockId(5) })).toEqual({ kind: 'door', label: 'show-door', lockId: 5 });
  expect(to({ view: 'accounts', cloud: 'smoobu' })).toMatchObject({ kind: 'go', label: 'sign-in' });
  expect(to({ view: 'today', bookingId: null })).toEqual({
    ...{ kind: 'go', label: 'history', target: { view: 'history', runId: 'run-0001' } },
  });
});
