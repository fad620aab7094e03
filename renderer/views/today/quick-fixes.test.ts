import { expect, it } from 'vitest';
import type { AttentionItem, WindowTarget } from '../../../shared/domain/app-state.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import { sampleSnapshot, sampleStay } from '../../../tests/support/snapshot.ts';
import { quickFixForAttention, quickFixForStay } from './quick-fixes.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';

const known = sampleSnapshot();
const item = (kind: AttentionItem['kind'], target: WindowTarget): AttentionItem => ({
  key: 'k',
  kind,
  severity: 'urgent',
  question: null,
  cloud: null,
  bookingId: null,
  unitId: null,
  lockId: null,
  message: '',
  target,
});

it('leads to the stay, to the hold, or to the history of a booking that has neither', () => {
  const of = (kind: AttentionItem['kind'], id: number | null) =>
    quickFixForAttention(item(kind, { view: 'today', bookingId: id === null ? null : bookingId(id) }), known);
  expect(of('arrival', 7001)).toEqual({ kind: 'go', label: 'stay', target: { view: 'today', bookingId: 7001 } });
  expect(of('held', 7002)).toEqual({ kind: 'hold', label: 'waiting', key: known.holds[0]?.key });
  expect(of('held', null)).toEqual({ kind: 'hold', label: 'waiting', key: null });
  expect(of('problem', 7002)).toMatchObject({ kind: 'hold' });
  expect(of('problem', 9)).toEqual({ kind: 'go', label: 'history', target: { view: 'history', runId: null, bookingId: 9 } });
  expect(quickFixForAttention(item('held', { view: 'today', bookingId: null }), { ...known, holds: [] })).toMatchObject({
    label: 'run',
    target: { view: 'history', runId: 'run-0001' },
  });
});
it('labels the button with where it leads', () => {
  const label = (kind: AttentionItem['kind'], target: WindowTarget) => quickFixForAttention(item(kind, target), known).label;
  expect(label('problem', { view: 'doors', unitId: unitId(31) })).toBe('map-unit');
  expect(label('settings-recovered', { view: 'doors', unitId: null })).toBe('mapping');
  expect(label('credentials', { view: 'accounts', cloud: 'smoobu' })).toBe('accounts');
  expect(label('first-steps', { view: 'first-steps' })).toBe('first-steps');
});
it('has a quick fix for every problem of a stay', () => {
  const { because, ...stay } = sampleStay();
  if (because === null) throw new Error('The sample needs the user.');
  for (const kind of PROBLEM_KINDS) expect(quickFixForStay({ ...stay, because: { ...because, kind } }), kind).not.toBeNull();
  expect(quickFixForStay({ ...stay, because: null })).toBeNull();
});
