import { expect, it } from 'vitest';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { RunChange, ShownRunRow } from '../../../shared/domain/run.ts';
import { aListedRun } from '../../../tests/support/app/run-rows.ts';
import { branded } from '../../../tests/support/ids.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
import { formats, t } from '../../../tests/support/stays.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { actText, rowText } from './row-text.ts';

const app = { snapshot: sampleSnapshot(), t, formats };
const change = (changes: Partial<Plain<RunChange>> = {}): RunChange =>
  branded<RunChange>({
    kind: 'create',
    status: 'done',
    bookingId: 7001,
    personId: null,
    name: 'Ines Abril',
    unitId: 31,
    days: null,
    lockIds: [501],
    fields: [],
    ...changes,
  });
const text = (run: Partial<ShownRunRow>) => rowText(app, aListedRun(run));
const lead = (changes: Partial<Plain<RunChange>>) => text({ lead: change(changes) });

it('says for whom, what and where', () => {
  expect(lead({})).toEqual({ who: 'Ines Abril', what: 'New code', where: 'Mill House door', rest: null });
  expect(lead({ kind: 'update', fields: ['start', 'end'] }).what).toBe('Code changed: start and end');
  expect(lead({ kind: 'update' }).what).toBe('New PIN');
  expect(lead({ lockIds: [501, 502, 503] }).where).toBe('3 doors');
});

it('names a guest whose name is not known by unit and days, and by number only where there is nothing else', () => {
  const days = { from: '2026-11-24' as LocalDate, to: '2026-11-27' as LocalDate };
  expect(lead({ name: '', days }).who).toBe('Mill House, 24\u2009–\u200927 Nov');
  expect(lead({ name: '' }).who).toBe('Mill House');
  expect(lead({ name: '', unitId: null }).who).toBe('Booking 7001');
  expect(lead({ name: '', bookingId: null }).who).toBe('Code without a name');
});

it('says what was to be done and what came of it where it was not carried out', () => {
  expect(lead({ status: 'failed' }).what).toBe('New code – failed');
  expect(lead({ status: 'held', kind: 'delete' }).what).toBe('Remove code – needs approval');
  expect(lead({ status: 'unverified', kind: 'update', fields: ['end'] }).what).toBe('Change code: end – not confirmed');
});

it('says of the other changes what they were and how they ended, so that none of them is taken for failed', () => {
  const failed = change({ status: 'failed' });
  expect(text({ lead: failed, more: { ...NO_COUNTS, created: 4, held: 1 } }).rest).toBe('also 4 new codes, 1 needs approval');
  expect(text({ lead: failed, more: { ...NO_COUNTS, failed: 2 } }).rest).toBe('also 2 did not work');
  expect(text({ lead: change(), more: { ...NO_COUNTS, updated: 3, deleted: 1 } }).rest).toBe('also 3 changed, 1 removed');
  expect(text({ lead: change(), more: NO_COUNTS }).rest).toBeNull();
});

it('calls an act of the user by its name, and says what came of it', () => {
  const act = { what: 'extend', name: 'Ines Abril', canUndo: true } as const;
  const later = change({ kind: 'update', fields: ['end'] });
  expect(text({ act, lead: later })).toEqual({ who: 'Ines Abril', what: 'Open longer', where: 'Mill House door', rest: null });
  expect(text({ act, lead: { ...later, status: 'failed' } }).what).toBe('Open longer – failed');
  expect(text({ act: { ...act, what: 'no-messages' } })).toEqual({ who: 'Ines Abril', what: 'No messages', where: null, rest: null });
  expect(actText(app, act)).toBe('Ines Abril, Open longer');
  expect(actText(app, { ...act, what: 'door-replaced', name: '' })).toBe('Door replaced');
});

it('says why a sync failed, and how many problems there are beside that', () => {
  const problem = 'Smoobu does not answer.';
  const failed = { outcome: 'failed', problem } as const;
  expect(text({ ...failed, problemCount: 1 })).toEqual({ who: null, what: problem, where: null, rest: null });
  expect(text({ ...failed, problemCount: 3 }).rest).toBe('2 more problems');
  const partly = text({ outcome: 'partial', problem, problemCount: 1, lead: change(), counts: { ...aListedRun().counts, created: 2 } });
  expect(partly).toMatchObject({ who: null, what: problem, rest: '2 new codes' });
});

it('says in counts what is left to say', () => {
  expect(text({ outcome: 'nothing-to-do', counts: { ...aListedRun().counts, unchanged: 34 } }).what).toBe('34 codes unchanged');
  expect(text({ outcome: 'interrupted' }).what).toBe('Interrupted · No code changed');
});
