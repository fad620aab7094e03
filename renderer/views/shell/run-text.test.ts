import { expect, it } from 'vitest';
import type { AppSnapshot, LastRun } from '../../../shared/domain/app-state.ts';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
import { formats, NOW_MS, snapshotOf, stayOf, t } from '../../../tests/support/stays.ts';
import { lastRunText, nextRunText, progressText } from './run-text.ts';
import { bookingId } from '../../../tests/support/ids.ts';

const ready = stayOf({ id: 1, start: '2026-11-20T15:00', end: '2026-11-24T12:00' });
const context = (snapshot: AppSnapshot) => ({ snapshot, t, formats, nowMs: NOW_MS });
function after(outcome: LastRun['run']['outcome'], fields: Partial<LastRun> = {}, rest: Partial<AppSnapshot> = {}) {
  const snapshot = snapshotOf({ stays: [ready], ...rest });
  if (snapshot.lastRun === null) return '';
  const lastRun = { ...snapshot.lastRun, ...fields, run: { ...snapshot.lastRun.run, outcome } };
  return lastRunText(context({ ...snapshot, lastRun })).text;
}
const counts = (fields: Partial<LastRun['counts']>): Partial<LastRun> => ({
  counts: { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 0, held: 0, skipped: 0, failed: 0, ...fields },
});
const unread = (cloud: 'smoobu' | 'the-keys') => ({ kind: 'cloud-unreachable' as const, message: '', retryable: true, cloud });

it('says what a sync means', () => {
  expect(after('nothing-to-do')).toBe('Every code is in place');
  expect(after('ok', counts({ created: 1, updated: 1, deleted: 1 }))).toBe('3 codes changed, every code is in place');
  expect(after('partial', counts({ failed: 1 }))).toBe('1 change did not work');
  expect(after('partial')).toBe('Not everything could be read');
  expect(after('held', {}, { holds: sampleSnapshot().holds })).toBe('1 removal needs your approval');
  expect(after('failed', { problems: [unread('smoobu')] })).toBe('Could not read Smoobu');
  expect(after('failed', { problems: [unread('the-keys'), unread('smoobu')] })).toBe('Could not read Smoobu and The Keys');
  expect(after('failed', { problems: [{ ...unread('smoobu'), kind: 'credentials-rejected' }] })).toBe(
    'Smoobu does not accept the credentials',
  );
  expect(after('failed')).toBe('The last sync failed');
  expect(lastRunText(context(snapshotOf({ lastRun: null }))).text).toBe('Not synced yet');
});
it('never says that every code is in place where one is not, or may not be', () => {
  const needsYou = stayOf({ id: 2, start: '2026-12-20T15:00', end: '2026-12-24T12:00', verdict: 'action-needed' });
  expect(after('nothing-to-do', {}, { stays: [ready, needsYou] })).toBe('Nothing had to change');
  expect(after('ok', counts({ created: 1 }), { stays: [needsYou] })).toBe('1 code changed');
  expect(after('nothing-to-do', { problems: [{ kind: 'unmapped-unit', message: '', retryable: false, bookingId: bookingId(9) }] })).toBe(
    'Nothing had to change',
  );
  expect(after('nothing-to-do', {}, { staysReadAtMs: null, stays: [] })).toBe('Nothing had to change');
});
it('does not count holds that the user has decided since', () => {
  expect(after('held', counts({ held: 2 }))).toBe('Nothing had to change');
});
it('says when the next sync comes, or why none does', () => {
  const next = (fields: Partial<AppSnapshot>) => nextRunText(context(snapshotOf(fields))).text;
  expect(next({ nextRunAtMs: NOW_MS + 900_000 })).toBe('Next sync 10:15');
  expect(next({ nextRunAtMs: null })).toBe('No sync is scheduled');
  expect(next({ pause: { kind: 'until', untilMs: NOW_MS + 3_600_000 } })).toContain('Paused until 11:00');
  expect(next({ pause: { kind: 'until-resumed' } })).toContain('Paused until you resume');
  expect(next({ isOnline: false, nextRunAtMs: null })).toContain('Offline');
});
it('says how far a sync is', () => {
  const at = (progress: AppSnapshot['progress']) => progressText(context(snapshotOf({ progress })));
  expect(at({ phase: 'codes', done: 1, total: 3 })).toBe('Reading the codes on the locks: 1 of 3');
  expect(at({ phase: 'plan', done: 0, total: 0 })).toBe('Comparing bookings and codes');
  expect(at({ phase: 'plan', done: 0, total: 1 })).toBe('Comparing bookings and codes');
  expect(at(null)).toBe('Syncing');
});
