/** What a run reports of itself: what was done, what was not, and how it ended. */
import { describe, expect, it } from 'vitest';
import { create, move, remove, update } from '../../../tests/support/writes.ts';
import { bookingId, codeId, lockId } from '../../../tests/support/ids.ts';
import { input } from '../../../tests/reconcile/fixtures.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { Plan, PlannedOperation } from '../../../shared/domain/plan.ts';
import type { OperationStatus } from '../../../shared/domain/run.ts';
import { plan } from '../../../shared/reconcile/plan.ts';
import { buildReport, operationReport, outcomeOf, waitsForUser } from './report.ts';
import type { ReportParts } from './report.ts';
import { clockWrongProblem, steppedProblem } from './run-problems.ts';

const planned = (operations: readonly PlannedOperation[], changes: Partial<Plan> = {}): Plan => ({
  ...plan(input()),
  ...{ operations, heldBecause: null },
  ...changes,
});
const HELD = { ...remove(9, 502), hold: 'too-many-deletes' as const };
const ALL: readonly PlannedOperation[] = [
  create(7),
  move(8, 1, 2, 500),
  update(9, 501),
  { ...update(9, 503), kind: 'adopt' },
  remove(9, 504),
  HELD,
];
const statusesOf = (operations: readonly PlannedOperation[], status: OperationStatus) =>
  new Map(operations.map(({ key }) => [key, status] as const));

const RUN = { id: 'r', mode: 'live', trigger: 'manual', outcome: 'ok', startedAtMs: 0, finishedAtMs: 1_000 } as const;
const parts = (changes: Partial<ReportParts> = {}): ReportParts => ({
  ...{ run: RUN, plan: planned(ALL), statuses: new Map(), codeIds: new Map(), problems: [], requests: { smoobu: 1, theKeys: 2 } },
  ...changes,
});

describe('an operation', () => {
  it('has the number of its code as it became known, else as it was', () => {
    expect([create(7), move(8, 1, 2, 500), update(9, 501), remove(9, 504)].map((one) => operationReport(one, 'done', null).codeId)).toEqual(
      [null, null, 501, 504],
    );
    expect(operationReport(update(9, 501), 'done', codeId(9)).codeId).toBe(9);
  });
  it('says what it is about', () => {
    expect(operationReport(HELD, 'held', null)).toEqual({
      ...{ key: 'delete:502', kind: 'delete', status: 'held', bookingId: 9, unitId: 1, lockId: 1, keypadId: 'Kp1' },
      ...{ codeId: 502, changes: {}, evidence: 'cancelled', hold: 'too-many-deletes' },
    });
    expect(operationReport(create(7), 'done', null)).toMatchObject({ evidence: null, hold: null });
    expect('replacedCodeId' in operationReport(create(7), 'done', null)).toBe(false);
    expect(operationReport(move(8, 1, 2, 500), 'done', null)).toMatchObject({ replacedCodeId: 500 });
  });
});

describe('a report', () => {
  it('of a run that planned nothing is empty', () => {
    expect(buildReport(parts({ plan: null }))).toEqual({
      run: {
        id: 'r',
        mode: 'live',
        trigger: 'manual',
        outcome: 'ok',
        startedAt: '1970-01-01T00:00:00Z',
        finishedAt: '1970-01-01T00:00:01Z',
      },
      counts: { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 0, held: 0, skipped: 0, failed: 0 },
      ...{ operations: [], problems: [], requests: { smoobu: 1, theKeys: 2 }, stays: [], people: [] },
    });
  });
  it('counts what was done', () => {
    const codeIds = new Map([['create:7:1', codeId(77)]]);
    const done = buildReport(
      parts({ plan: planned(ALL, { unchanged: 3, skipped: 2 }), statuses: statusesOf(ALL.slice(0, 5), 'done'), codeIds }),
    );
    expect(done.counts).toEqual({ created: 1, updated: 1, adopted: 1, moved: 1, deleted: 1, unchanged: 3, held: 1, skipped: 2, failed: 0 });
    expect(done.operations.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done', 'done', 'held']);
    expect(done.operations[0]?.codeId).toBe(77);
    const failed = new Map<string, OperationStatus>([
      ['create:7:1', 'failed'],
      ['move:8', 'unverified'],
    ]);
    expect(buildReport(parts({ statuses: failed })).counts).toMatchObject({ created: 0, updated: 0, failed: 2, held: 1 });
  });
  it('of a preview counts what would be done', () => {
    expect(buildReport(parts({ run: { ...RUN, mode: 'dry-run' } })).counts).toMatchObject({
      created: 1,
      updated: 1,
      adopted: 1,
      moved: 1,
      deleted: 1,
      held: 1,
    });
    const failed = statusesOf(ALL, 'failed');
    expect(buildReport(parts({ run: { ...RUN, mode: 'dry-run' }, statuses: failed })).counts).toMatchObject({ created: 0, failed: 6 });
  });
  it('has of the rest what there is', () => {
    const told = [{ bookingId: 7 }] as never;
    const more = { claim: bookingId(7), told, tellings: told, listsReadAtMs: new Map([[lockId(1), 5]]) };
    expect(buildReport(parts(more))).toMatchObject({ ...more, blockedPeriods: [] });
    expect(buildReport(parts({ told: [], tellings: null, claim: undefined }))).toEqual(buildReport(parts()));
    const { stays, people, ...keys } = buildReport(parts());
    expect([stays, people, 'claim' in keys, 'told' in keys, 'tellings' in keys, 'listsReadAtMs' in keys]).toEqual([
      [],
      [],
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('how a run ended', () => {
  type Facts = Parameters<typeof outcomeOf>[0];
  const outcome = (changes: Partial<Facts> = {}) =>
    outcomeOf({
      ...{ mode: 'live', hasFailed: false, isStopped: false, isPartial: false, plan: planned([create(7)]), problems: [] },
      ...{ statuses: statusesOf([create(7)], 'done') },
      ...changes,
    });
  const withStatus = (status: OperationStatus): Partial<Facts> => ({ statuses: statusesOf([create(7)], status) });
  const waiting = { ...clockWrongProblem(), question: { key: 'mapping' } as never };
  it.each<[string, Partial<Facts>]>([
    ['ok', {}],
    ['ok', { problems: [steppedProblem()] }],
    ['nothing-to-do', { plan: planned([]) }],
    ['nothing-to-do', { plan: planned([]), mode: 'dry-run' }],
    ['interrupted', { isStopped: true, hasFailed: true, isPartial: true }],
    ['failed', { hasFailed: true, isPartial: true }],
    ['failed', { hasFailed: true, plan: null }],
    ['partial', { isPartial: true, ...withStatus('held') }],
    ['partial', withStatus('planned')],
    ['partial', { statuses: new Map() }],
    ['partial', withStatus('failed')],
    ['partial', withStatus('unverified')],
    ['ok', { mode: 'dry-run', statuses: new Map() }],
    ['held', { plan: planned([HELD]), statuses: new Map() }],
    ['held', { plan: planned([], { heldBecause: 'too-many-deletes' }) }],
    ['held', { problems: [waiting] }],
    ['held', { plan: null }],
  ])('%s: %o', (expected, facts) => expect(outcome(facts)).toBe(expected));
  it('waits for the user where a question is open, or something is to be put right elsewhere', () => {
    expect(waitsForUser(waiting)).toBe(true);
    expect(waitsForUser(steppedProblem())).toBe(false);
    expect(waitsForUser({ ...steppedProblem(), kind: 'times-asked' })).toBe(true);
  });
});

it('tells of guests who are no stay, without the codes that the run removed, and not of those whose last code it removed', () => {
  const other = (id: number, why: OtherStay['why'], ...codes: readonly number[]): OtherStay => ({
    ...{
      bookingId: bookingId(id),
      why,
      guestName: 'Rosalind',
      unitId: null,
      unitName: '',
      start: null,
      end: null,
      startMs: null,
      endMs: null,
    },
    codes: codes.map((code) => ({
      lockId: lockId(11),
      keypadId: 'KpAlpha1' as OtherStay['codes'][number]['keypadId'],
      codeId: codeId(code),
    })),
  });
  const others = [other(1, 'cancelled', 504), other(2, 'cancelled', 504, 505), other(3, 'left', 504), other(4, 'gone', 502)];
  const changed = [other(5, 'gone', 504), other(6, 'over', 504), other(7, 'left', 501)];
  const codesAfter = (statuses: ReportParts['statuses'], of = others) =>
    buildReport(parts({ plan: planned(ALL, { others: of }), statuses })).others?.map(({ bookingId: id, codes }) => [id, codes.length]);
  const removed = ALL.filter(({ kind }) => kind === 'delete').slice(0, 1);
  expect(codesAfter(statusesOf(ALL.slice(0, 5), 'done'), changed)).toEqual([[7, 1]]);
  expect(codesAfter(statusesOf(removed, 'done'))).toEqual([
    [2, 1],
    [3, 0],
    [4, 1],
  ]);
  expect(codesAfter(statusesOf(removed, 'failed'))?.map(([id]) => id)).toEqual([1, 2, 3, 4]);
});
