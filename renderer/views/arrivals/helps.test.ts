import { expect, it } from 'vitest';
import type { AttentionItem, WindowTarget } from '../../../shared/domain/app-state.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import { sampleSnapshot, sampleStay } from '../../../tests/support/snapshot.ts';
import { doorCode, hasOwnTimes } from './doors.ts';
import { emptinessOf } from './empty-words.ts';
import { helpForAttention, helpForStay } from './helps.ts';
import { groupHolds, guestOf, nextHold } from './holds-model.ts';
import { NOW_MS, snapshotOf, stayOf, TODAY } from '../../../tests/support/stays.ts';

const known = sampleSnapshot();
const item = (kind: AttentionItem['kind'], target: WindowTarget): AttentionItem => ({
  key: 'k',
  kind,
  severity: 'urgent',
  cloud: null,
  bookingId: null,
  unitId: null,
  lockId: null,
  message: '',
  target,
});

it('leads to the stay, to what waits, or to the history of a booking that is neither', () => {
  const of = (kind: AttentionItem['kind'], bookingId: number | null) =>
    helpForAttention(item(kind, { view: 'arrivals', bookingId }), known);
  expect(of('arrival', 7001)).toEqual({ kind: 'go', word: 'stay', target: { view: 'arrivals', bookingId: 7001 } });
  expect(of('held', 7002)).toEqual({ kind: 'hold', word: 'waiting', key: known.holds[0]?.key });
  expect(of('held', null)).toEqual({ kind: 'hold', word: 'waiting', key: null });
  expect(of('problem', 7002)).toMatchObject({ kind: 'hold' });
  expect(of('problem', 9)).toEqual({ kind: 'go', word: 'history', target: { view: 'history', runId: null, bookingId: 9 } });
  expect(helpForAttention(item('held', { view: 'arrivals', bookingId: null }), { ...known, holds: [] })).toMatchObject({
    word: 'run',
    target: { view: 'history', runId: 'run-0001' },
  });
});
it('names the button by what it leads to', () => {
  const word = (kind: AttentionItem['kind'], target: WindowTarget) => helpForAttention(item(kind, target), known).word;
  expect(word('problem', { view: 'mapping', unitId: 31 })).toBe('map-unit');
  expect(word('settings-recovered', { view: 'mapping', unitId: null })).toBe('mapping');
  expect(word('credentials', { view: 'accounts', cloud: 'smoobu' })).toBe('accounts');
  expect(word('first-steps', { view: 'first-steps' })).toBe('first-steps');
});
it('has something that helps for every reason a stay may have', () => {
  const { because, ...stay } = sampleStay();
  if (because === null) throw new Error('The sample needs the user.');
  for (const kind of PROBLEM_KINDS) expect(helpForStay({ ...stay, because: { ...because, kind } }), kind).not.toBeNull();
  expect(helpForStay({ ...stay, because: null })).toBeNull();
});

it('tells a code from one that is to come and one nobody knows', () => {
  const status = { ...sampleStay(), verifiedPlaces: [] };
  const [door] = status.stay.doors;
  if (door === undefined) throw new Error('The sample has a door.');
  expect(doorCode(status, door)).toBe('unknown');
  expect(doorCode(status, { ...door, state: 'planned' })).toBe('coming');
  expect(doorCode(status, { ...door, codeId: 1 })).toBe('code');
  expect(doorCode({ ...status, verifiedPlaces: [door] }, { ...door, state: 'planned' })).toBe('code');
  expect(hasOwnTimes(status, door)).toBe(false);
});

it('puts what waits together by its reason, and the focus on what is next', () => {
  const [hold] = known.holds;
  if (hold === undefined) throw new Error('The sample has a hold.');
  const two = [hold, { ...hold, key: 'other', hold: 'no-bookings' as const }, { ...hold, key: 'third' }];
  expect(groupHolds(two).map(({ reason, holds }) => [reason, holds.length])).toEqual([
    ['someone-may-be-inside', 2],
    ['no-bookings', 1],
  ]);
  const keys = ['a', 'b', 'c'];
  expect(nextHold(keys, new Set(['b']), 'b')).toBe('c');
  expect(nextHold(keys, new Set(['c']), 'c')).toBe('b');
  expect(nextHold(keys, new Set(keys), 'c')).toBeNull();
  expect(guestOf(known, hold)).toBeNull();
  expect(guestOf(known, { ...hold, changes: { name: { from: 'Ines Abril', to: null } } })).toBe('Ines Abril');
  expect(guestOf(known, { ...hold, bookingId: 7001 })).toBe('Ines Abril');
});

it('knows why there is no stay', () => {
  const unread = { staysReadAtMs: null, lastRun: null } as const;
  const why = (fields: Parameters<typeof snapshotOf>[0]) => emptinessOf(snapshotOf(fields), NOW_MS, TODAY);
  expect(why({ stays: [stayOf({ id: 1, start: '2026-11-23T15:00', end: '2026-11-24T12:00' })] })).toBeNull();
  expect(why({})).toBe('none');
  expect(why({ ...unread, firstStepsDone: false })).toBe('first-steps');
  expect(why({ ...unread, activity: 'starting' })).toBe('loading');
  expect(why(unread)).toBe('first-run');
  expect(why({ ...unread, pause: { kind: 'until-resumed' } })).toBe('paused');
  expect(why({ ...unread, isOnline: false })).toBe('offline');
});
