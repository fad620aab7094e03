import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  problemKinds,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { PlanWishes } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { bookingId, lockId } from '../../../tests/support/ids.ts';
import { plan } from '../plan.ts';

const wishing = (changes: Partial<PlanWishes> = {}, noCode = true): { wishes: PlanWishes } => ({
  wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), noCode }]]), ...changes },
});
const knowing = (...codeIds: readonly number[]) => ({
  memory: { remembered: { ...nothingRemembered(), 'no-code': new Map([['12', { codeIds }]]) } },
});
const remembered = (result: ReturnType<typeof plan>) => result.remember.filter(({ kind }) => kind === 'no-code');

describe('a stay that is to have no code', () => {
  it('gets none, and is no stay without a code either', () => {
    const result = plan(input({ bookings: [booking()], ...wishing() }));
    expect([summaries(result), problemKinds(result), result.stays]).toEqual([[], [], []]);
    expect(remembered(result)).toEqual([{ kind: 'no-code', key: '12', value: { codeIds: [] } }]);
    const unread = (...locks: readonly number[]) => new Map(locks.map((id) => [lockId(id), []]));
    const known = (...locks: readonly number[]) =>
      remembered(plan(input({ bookings: [booking()], ...wishing(), unread: unread(...locks) }))).length;
    expect([known(), known(11)]).toEqual([1, 0]);
  });

  it('loses the codes it has, on former doors too, without approval while its guest is staying', () => {
    const now = {
      bookings: [booking({ id: 11, unitId: null, state: 'cancelled' }), booking({ arrival: date('2026-11-22') })],
      codes: [code({ startDate: date('2026-11-22') }), code({ id: 901, ...FORMER_DOOR })],
    };
    const result = plan(input({ ...now, ...wishing() }));
    expect(summaries(result)).toEqual(['delete 900 no-code', 'delete 901 no-code']);
    expect(remembered(result)).toEqual([{ kind: 'no-code', key: '12', value: { codeIds: [900, 901] } }]);
    expect(result.operations).toMatchObject([{ unitId: 101 }, { unitId: 101 }]);
    // One that could not be removed is removed in the next run.
    expect(summaries(plan(input({ ...now, ...wishing(), ...knowing(900, 901) })))).toEqual(summaries(result));
    expect(summaries(plan(input({ ...now, ...wishing(), complete: false, clockStepped: true, clockIsWrong: true })))).toEqual(
      summaries(result),
    );
  });

  it('neither moves the brake nor is held by it', () => {
    const many = [12, 13, 14, 15, 16].map((id) => ({
      id,
      own: booking({ id, unitId: 100 + id, state: id === 12 ? 'live' : 'cancelled' }),
    }));
    const units = many.map(({ id }) => ({ unitId: 100 + id, doors: [{ lockId: 11, keypadId: `Kp${String(id)}` }] }));
    const codes = many.map(({ id }) =>
      code({ id, keypadId: `Kp${String(id)}`, description: `Smoobu#${String(id)}`, name: `G ${String(id)}` }),
    );
    const world = { settings: settings({ units }), bookings: many.map(({ own }) => own), codes };
    const deletes = summaries(plan(input({ ...world, ...wishing() })));
    expect(deletes).toContain('delete 12 no-code');
    expect(deletes.filter((line) => line.includes('held: too-many-deletes'))).toHaveLength(4);
    const wishes = { ...NO_WISHES, stays: new Map(many.map(({ id }) => [bookingId(id), { ...noStayWish(), noCode: true }])) };
    const all = plan(input({ ...world, wishes }));
    expect(summaries(all)).toEqual(many.map(({ id }) => `delete ${String(id)} no-code`));
    expect(all.remember.filter(({ kind }) => kind === 'removed')).toEqual([]);
  });

  it('has a code looked after that it keeps while the wishes may be old', () => {
    const longer = code({ endDate: date('2026-11-30') });
    const old = wishing({ recovery: 'copy' });
    expect(summaries(plan(input({ bookings: [booking()], codes: [longer], ...old })))).toEqual(['update 900']);
    expect(summaries(plan(input({ bookings: [booking()], ...old })))).toEqual([]);
  });

  it('keeps its codes while the wishes may be old, under another account, and on a lock that could not be read', () => {
    const world = { bookings: [booking()], codes: [code()] };
    for (const recovery of ['copy', 'lost'] as const) {
      const result = plan(input({ ...world, ...wishing({ recovery }) }));
      expect([summaries(result), remembered(result)]).toEqual([[], []]);
    }
    const account = { ...nothingRemembered(), account: new Map([['smoobu', { id: 'other' }]]) };
    expect(summaries(plan(input({ ...world, ...wishing(), memory: { remembered: account } })))).toEqual([]);
    const unread = plan(input({ bookings: [booking()], ...wishing(), failed: [11] }));
    expect([summaries(unread), remembered(unread)]).toEqual([[], []]);
    const inDoubt = new Map([[lockId(12), [{ codeId: null, keypadId: null, description: null }]]]);
    expect(remembered(plan(input({ bookings: [booking()], ...wishing(), unread: inDoubt })))).toEqual([]);
  });

  it('keeps a code that came back, and the user is told', () => {
    const result = plan(input({ bookings: [booking()], codes: [code()], ...wishing(), ...knowing() }));
    expect([summaries(result), problemKinds(result), remembered(result)]).toEqual([[], ['code-came-back'], []]);
    const problem = { kind: 'code-came-back', text: { key: 'problem.code-came-back', parameters: {} }, retryable: false };
    expect(result.problems).toEqual([{ ...problem, bookingId: 12, ...DOOR, codeId: 900 }]);
    const both = plan(input({ bookings: [booking()], codes: [code(), code({ id: 901 })], ...wishing(), ...knowing(900) }));
    expect([summaries(both), problemKinds(both)]).toEqual([['delete 900 no-code'], ['code-came-back']]);
  });

  it('keeps what keeps its guest out: codes that are off, and those of a blocked guest', () => {
    const off = { bookings: [booking()], codes: [code({ active: false })] };
    expect(summaries(plan(input({ ...off, ...wishing() })))).toEqual([]);
    const stays = new Map([[bookingId(12), { ...noStayWish(), noCode: true, blockedSinceMs: NOW_MS }]]);
    const blocked = plan(input({ bookings: [booking()], codes: [code()], wishes: { ...NO_WISHES, stays } }));
    expect([summaries(blocked), problemKinds(blocked)]).toEqual([['update 900'], ['blocked']]);
  });

  it('has codes as others do once the user wants them again', () => {
    const result = plan(input({ bookings: [booking()], ...wishing({}, false), ...knowing(900) }));
    expect(summaries(result)).toEqual(['create KpAlpha1']);
    expect(remembered(result)).toEqual([{ kind: 'no-code', key: '12', value: null }]);
    expect(remembered(plan(input({ bookings: [booking()], ...wishing({}, false) })))).toEqual([]);
  });

  it('is followed by nothing where its unit lost its doors', () => {
    const codes = [code({ ...FORMER_DOOR, endDate: date('2026-11-29') })];
    const result = plan(input({ settings: settings({ unit: { doors: [] } }), bookings: [booking()], codes, ...wishing() }));
    expect([summaries(result), problemKinds(result)]).toEqual([['delete 900 no-code'], []]);
  });
});
