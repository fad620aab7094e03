/** Held removals: one item for each cause, which asks by name, and one notification for all. */
import { expect, it } from 'vitest';
import { facts, hold, operation } from '../../../tests/support/app/state-fixtures.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import type { Facts } from '../status/facts.ts';
import { attentionItems, mattersOf } from './index.ts';

const inside = (key: string, changes: Partial<OperationReport> = {}): OperationReport => ({
  ...operation(key, 'held', { kind: 'delete', evidence: 'cancelled', hold: 'someone-may-be-inside', codeId: codeId(9) }),
  ...changes,
});
const listed = (changes: Partial<Facts>) => attentionItems(mattersOf(facts(changes)));
const ROSALIND = new Map([[bookingId(12), 'Rosalind Achterberg']]);

it('asks once for all doors of a guest, by name', () => {
  const items = listed({ holds: [inside('one'), inside('two')], guests: ROSALIND });
  expect(items).toMatchObject([
    {
      key: 'held:someone-may-be-inside:booking:12',
      title: 'Remove Rosalind Achterberg’s code from 2 doors?',
      bookingId: 12,
      holds: ['one', 'two'],
      target: { view: 'today', bookingId: 12 },
    },
  ]);
  expect(listed({ holds: [inside('one')], guests: ROSALIND })[0]?.title).toBe('Remove Rosalind Achterberg’s code?');
});

it('says the number where no name is known, and that a code ends where it is not removed', () => {
  expect(listed({ holds: [inside('one')] })[0]?.title).toContain('booking 12');
  const ends = inside('one', { kind: 'update', hold: 'no-longer-booked' });
  expect(listed({ holds: [ends], guests: ROSALIND })[0]?.title).toBe('End Rosalind Achterberg’s code now?');
});

it('asks once for what waits for the same other reason, about all guests', () => {
  const items = listed({ holds: [hold('a'), { ...hold('b'), bookingId: bookingId(13) }, inside('c')], guests: ROSALIND });
  expect(items.map(({ title, bookingId: of }) => [title, of])).toEqual([
    ['Remove the codes of 2 guests?', null],
    ['Remove Rosalind Achterberg’s code?', 12],
  ]);
});

it('notifies of all of them at once', () => {
  const matters = mattersOf(facts({ holds: [hold('a'), inside('c')] })).filter(({ notice }) => notice !== null);
  expect(matters.map(({ key }) => key)).toContain('held');
  expect(matters.filter(({ kind }) => kind === 'held')).toHaveLength(1);
});
