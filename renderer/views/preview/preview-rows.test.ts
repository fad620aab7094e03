import { describe, expect, it } from 'vitest';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import { t } from '../../../tests/support/stays.ts';
import { changesNothing, previewRows, summaryOf, summaryText } from './preview-rows.ts';
import type { PlanPreviewAnswer } from './preview-rows.ts';
import { bookingId, branded, place } from '../../../tests/support/ids.ts';

function operation(key: string, kind: OperationReport['kind'], further: Partial<Plain<OperationReport>> = {}): OperationReport {
  const { hold = null } = further;
  return branded<OperationReport>({
    key,
    kind,
    status: hold === null ? 'planned' : 'held',
    bookingId: 1,
    unitId: 10,
    ...place(5, 'Kp1'),
    codeId: null,
    changes: {},
    evidence: null,
    hold,
    ...further,
  });
}
function plan(operations: readonly OperationReport[], further: Partial<PlanPreviewAnswer> = {}): PlanPreviewAnswer {
  return { counts: NO_COUNTS, operations: [...operations], problems: [], bookings: [], readAtMs: 0, ...further };
}
const named = (unitId: number): string => ({ 10: 'Mill House', 11: 'Attic' })[unitId] ?? 'Unit';
const rows = (preview: PlanPreviewAnswer): readonly string[] =>
  previewRows(preview, named, (one, other) => one.localeCompare(other)).map((row) =>
    row.kind === 'heading'
      ? `# ${row.group.kind}${row.group.kind === 'unit' ? ` ${String(row.group.unitId)}` : ''} ${String(row.count)}`
      : row.key,
  );

describe('the rows of a preview', () => {
  it('shows removals first, then held removals, then units by name, then problems', () => {
    const preview = plan(
      [
        operation('mill', 'create'),
        operation('attic', 'update', { unitId: 11 }),
        operation('waits', 'delete', { hold: 'someone-may-be-inside' }),
        operation('goes', 'delete'),
      ],
      { problems: [{ kind: 'unmapped-unit', message: 'No door.', retryable: false }] },
    );
    expect(rows(preview)).toEqual([
      '# removed 1',
      'goes',
      '# waiting 1',
      'waits',
      '# unit 11 1',
      'attic',
      '# unit 10 1',
      'mill',
      '# problems 1',
      'problem 0',
    ]);
  });
  it('sorts the stays of a unit by arrival', () => {
    const booking = (id: number, arrival: string) => ({
      bookingId: bookingId(id),
      guestName: '',
      unitName: '',
      arrival: arrival as LocalDate,
      departure: '2026-12-30' as LocalDate,
    });
    const preview = plan([operation('later', 'create', { bookingId: 1 }), operation('sooner', 'create', { bookingId: 2 })], {
      bookings: [booking(1, '2026-12-05'), booking(2, '2026-12-01')],
    });
    expect(rows(preview)).toEqual(['# unit 10 2', 'sooner', 'later']);
  });
});

describe('the summary of a preview', () => {
  it('counts held removals apart from the others', () => {
    const summary = summaryOf(
      plan(
        [operation('a', 'delete'), operation('b', 'delete', { hold: 'no-bookings' }), operation('c', 'create'), operation('d', 'create')],
        {
          counts: { ...NO_COUNTS, unchanged: 40 },
        },
      ),
    );
    expect(summary).toMatchObject({ created: 2, removed: 1, waiting: 1, unchanged: 40 });
    expect(summaryText(t, summary)).toBe('2 new codes, 1 code removed, 1 needs your approval; 40 stay as they are.');
  });
  it('says when nothing would change', () => {
    const summary = summaryOf(plan([], { counts: { ...NO_COUNTS, unchanged: 3 } }));
    expect(changesNothing(summary)).toBe(true);
    expect(summaryText(t, summary)).toBe('No code would change.');
    expect(changesNothing(summaryOf(plan([operation('a', 'delete', { hold: 'no-bookings' })])))).toBe(false);
  });
});
