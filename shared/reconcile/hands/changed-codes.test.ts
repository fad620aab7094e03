/** Codes that another computer or a hand changed, whose booking has moved since they were written. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, NOW_MS, problemKinds, summaries, wall } from '../../../tests/reconcile/fixtures.ts';
import { sent, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { noStayWish } from '../../domain/wishes.ts';

describe('a booking that moved since its code was written', () => {
  const today = { arrival: date('2026-11-23'), departure: date('2026-11-26') };
  const parts = { bookings: [booking(today)] };
  it.each([
    ['longer', code({ endTime: wall('16:00') }), 'changed-by-hand'],
    ['shorter', code({ endDate: date('2026-11-25') }), 'kept-by-hand'],
    ['later', code({ startTime: wall('18:00') }), 'kept-by-hand'],
  ])('counts at once, though the code opens %s than it was written', (_name, after, told) => {
    const { plans, remembered } = syncs(sent([code()]), [{ codes: [after], parts }]);
    expect([plans[0]?.operations, problemKinds(plans[0]!)]).toMatchObject([[{ codeId: 900, record: { startDate: '2026-11-23' } }], [told]]);
    // The write that follows is not taken for a hand.
    const [operation] = plans[0]?.operations ?? [];
    const record = operation?.kind === 'update' ? operation.record : {};
    const written = code(record);
    const next = { ...remembered, 'read-back': sent([written])['read-back'] };
    expect(syncs(next, [{ codes: [written], parts }]).plans.flatMap(summaries)).toEqual([]);
  });
  it('has nothing by hand where another computer wrote it first, so that it can get shorter again', () => {
    const moved = { bookings: [booking({ departure: date('2026-11-28') })] };
    const after = code({ endDate: date('2026-11-28') });
    const { plans, remembered } = syncs(sent([code()]), [
      { codes: [after], parts: moved },
      { codes: [after], parts: moved },
      { codes: [after] },
    ]);
    expect(plans.map((one) => [summaries(one), problemKinds(one)])).toEqual([
      [[], []],
      [[], []],
      [['update 900'], []],
    ]);
    expect(plans[2]?.operations).toMatchObject([{ record: { endDate: '2026-11-27' } }]);
    expect(remembered['by-hand'].size).toBe(0);
  });
  it('does not say that a block is undone, which two syncs have to show', () => {
    const stays = new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]);
    const blocked = { ...parts, wishes: { ...WISHES, stays } };
    const { plans } = syncs(sent([code({ active: false })]), [{ codes: [code()], parts: blocked }]);
    expect(problemKinds(plans[0]!)).not.toContain('switched-on');
  });
});
