import { describe, expect, it } from 'vitest';
import { branded } from '../../tests/support/ids.ts';
import type { Plain } from '../../tests/support/ids.ts';
import { alike, changeCounts, isAbout, runChange } from './run-changes.ts';
import type { About, OperationReport } from './run.ts';

const runChanges = (operations: readonly OperationReport[]) => alike(operations).map(runChange);

function operation(changes: Partial<Plain<OperationReport>>): OperationReport {
  return branded<OperationReport>({
    key: 'k',
    kind: 'create',
    status: 'done',
    bookingId: 11,
    unitId: 1,
    lockId: 501,
    keypadId: 'Kp1',
    codeId: null,
    changes: { name: { from: null, to: 'Ada Example' } },
    evidence: null,
    hold: null,
    ...changes,
  });
}

describe('what a run changed', () => {
  it('is one line for all doors on which the same was done for the same guest', () => {
    const later = { kind: 'update', changes: { end: { from: 'a', to: 'b' } } } as const;
    const changes = runChanges([
      operation({}),
      operation({ lockId: 502 }),
      operation({ ...later, lockId: 501 }),
      operation({ bookingId: 12 }),
    ]);
    expect(changes.map(({ kind, bookingId, lockIds, fields, name }) => [kind, bookingId, lockIds, fields, name])).toEqual([
      ['create', 11, [501, 502], ['name'], 'Ada Example'],
      ['update', 11, [501], ['end'], ''],
      ['create', 12, [501], ['name'], 'Ada Example'],
    ]);
  });
  it('tells what worked from what did not, and codes of nobody from each other', () => {
    expect(runChanges([operation({}), operation({ lockId: 502, status: 'failed' })])).toHaveLength(2);
    const ofNobody = { kind: 'delete', bookingId: null } as const;
    expect(runChanges([operation({ ...ofNobody, codeId: 1 }), operation({ ...ofNobody, codeId: 2 })])).toHaveLength(2);
  });
});

it('is counted in codes; what a dry run would do counts as done', () => {
  const operations = [operation({}), operation({ lockId: 502 }), operation({ kind: 'delete', status: 'held' })];
  expect(changeCounts(operations, false)).toEqual({ created: 2, updated: 0, adopted: 0, moved: 0, deleted: 0, held: 1, failed: 0 });
  expect(changeCounts([operation({ status: 'unverified' })], false)).toMatchObject({ created: 0, failed: 1 });
  expect([true, false].map((isDry) => changeCounts([operation({ status: 'planned' })], isDry).created)).toEqual([1, 0]);
});

it('is about whoever and whatever is looked for, by the name on the code too', () => {
  const nobody = { bookingIds: [], personIds: [], lockIds: [], unitIds: [], name: '' };
  const about = (one: OperationReport, wanted: Partial<Plain<About>>) => isAbout(one, branded<About>({ ...nobody, ...wanted }));
  const one = operation({ personId: 'k3m9qa' });
  expect(
    [{ bookingIds: [11] }, { personIds: ['k3m9qa'] }, { lockIds: [501] }, { unitIds: [1] }, { name: 'ada' }].map((w) => about(one, w)),
  ).toEqual([true, true, true, true, true]);
  expect([{}, { bookingIds: [12] }, { name: 'bob' }, { lockIds: [502], unitIds: [2] }].map((w) => about(one, w))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
