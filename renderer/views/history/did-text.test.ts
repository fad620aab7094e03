import { expect, it } from 'vitest';
import type { RunChange } from '../../../shared/domain/run.ts';
import { branded } from '../../../tests/support/ids.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import { sampleSnapshot } from '../../../tests/support/snapshot.ts';
import { formats, t } from '../../../tests/support/stays.ts';
import { changesText, changeText } from './did-text.ts';

const app = { snapshot: sampleSnapshot(), t, formats };
const change = (changes: Partial<Plain<RunChange>> = {}): RunChange =>
  branded<RunChange>({
    kind: 'create',
    status: 'done',
    bookingId: 7001,
    personId: null,
    name: 'On the code',
    lockIds: [501],
    fields: [],
    ...changes,
  });
const text = (changes: Partial<Plain<RunChange>>): string => changeText(app, change(changes));

it('names the guest as in the booking, else as on the code, else by number', () => {
  expect(text({})).toBe('New code for Ines Abril on Mill House door');
  expect(text({ bookingId: 9 })).toBe('New code for On the code on Mill House door');
  expect(text({ bookingId: 9, name: '' })).toBe('New code for Booking 9 on Mill House door');
  expect(text({ bookingId: null, name: '', kind: 'delete' })).toBe('Code of Code without a name removed from Mill House door');
});

it('says what changed, on which doors, and what did not come of it', () => {
  expect(text({ kind: 'update', fields: ['start', 'end'] })).toBe('Ines Abril: start and end changed on Mill House door');
  expect(text({ kind: 'update' })).toBe('Ines Abril: new PIN on Mill House door');
  expect(text({ lockIds: [501, 502, 503] })).toBe('New code for Ines Abril on 3 doors');
  expect(text({ status: 'failed' })).toBe('Did not work: New code for Ines Abril on Mill House door');
  expect(text({ status: 'held', kind: 'delete' })).toBe('Needs approval: Code of Ines Abril removed from Mill House door');
});

it('puts a run into one line', () => {
  const line = changesText(app, { changes: [change(), change({ kind: 'move' })], moreChanges: 4 });
  expect(line).toBe('New code for Ines Abril on Mill House door · Code of Ines Abril moved to Mill House door · 4 more');
  expect(changesText(app, { changes: [], moreChanges: 0 })).toBeNull();
});
