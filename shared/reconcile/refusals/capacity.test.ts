import { describe, expect, it } from 'vitest';
import { DOOR, FORMER_DOOR, input, person, summaries, wishing } from '../../../tests/reconcile/fixtures.ts';
import { codeOf, creates, stay, world } from '../../../tests/reconcile/full-keypad.ts';
import type { Memory } from '../../../tests/reconcile/full-keypad.ts';
import { codeId } from '../../../tests/support/ids.ts';
import type { Code } from '../../domain/code.ts';
import { placeKey } from '../../domain/ids.ts';
import { DAY_MS, HOUR_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { observe } from '../observe.ts';
import { plan } from '../plan.ts';
import { freeAgain } from './capacity.ts';

describe('places below the known limit', () => {
  it('go to the nearest arrivals, and three stay free of those more than 14 days away', () => {
    const bookings = [stay(1, 3), stay(2, 13), stay(3, 14), stay(4, 20), stay(5, 30)];
    expect(creates({}, { bookings })).toEqual([1, 2, 3, 4, 5]);
    expect(creates({ limit: 6 }, { bookings })).toEqual([1, 2, 3]);
    expect(creates({ limit: 3 }, { bookings })).toEqual([1, 2]);
  });
  it('are told when there is none, with the number of codes', () => {
    const bookings = [stay(1, 3), stay(2, 4)];
    const result = plan(world({ limit: 1 }, { bookings, codes: [codeOf(stay(1, 3))] }));
    expect(summaries(result)).toEqual([]);
    expect(result.problems.map(({ kind, bookingId: id, text }) => [kind, id, text.parameters])).toEqual([
      ['keypad-full', 2, { codes: 1, limit: 1 }],
      ['keypad-nearly-full', undefined, { codes: 1, limit: 1 }],
    ]);
  });
  it('are tried for a guest who arrives within a day or is there, and once a day for the next one', () => {
    const full = [stay(1, 3), stay(2, 4)].map((entry) => codeOf(entry));
    const bookings = [stay(1, 3), stay(2, 4)];
    expect(creates({ limit: 2 }, { bookings: [...bookings, stay(3, 0), stay(4, -1, 3), stay(5, 2)], codes: full })).toEqual([4, 3]);
    expect(creates({ limit: 2, limitAgoMs: DAY_MS }, { bookings: [...bookings, stay(5, 2), stay(6, 3)], codes: full })).toEqual([5]);
    expect(creates({ limit: 2, limitAgoMs: -HOUR_MS }, { bookings: [...bookings, stay(5, 2)], codes: full })).toEqual([5]);
  });
  it('are tried for a guest who arrives within a day or is there, also where nothing can be removed', () => {
    const others = [30, 31].map((id) => codeOf(stay(id, 40), { description: 'Cleaner', name: String(id) }));
    expect(creates({ limit: 2 }, { bookings: [stay(3, 0), stay(4, -1, 3), stay(5, 2)], codes: others })).toEqual([4, 3]);
  });
  it('are those of one keypad, whatever others hold', () => {
    const elsewhere = [30, 31, 32].map((id) => codeOf(stay(id, 40), { ...FORMER_DOOR, description: 'Cleaner', name: String(id) }));
    const result = plan(world({ limit: 2 }, { bookings: [stay(1, 3)], codes: elsewhere }));
    expect([summaries(result), result.problems, result.remember.filter(({ kind }) => kind === 'keypad-limit')]).toEqual([
      ['create KpAlpha1'],
      [],
      [],
    ]);
  });
  it('are not tried on the day they were found, nor for an arrival behind the near ones', () => {
    const full = [stay(1, 3), stay(2, 4)];
    const codes = full.map((entry) => codeOf(entry));
    expect(creates({ limit: 2, limitAgoMs: 0 }, { bookings: [...full, stay(5, 2)], codes })).toEqual([]);
    expect(creates({ limit: 4, limitAgoMs: DAY_MS }, { bookings: [...full, stay(5, 20)], codes })).toEqual([]);
  });
  it('are tried where an ended code can go first, for as many as there are', () => {
    const bookings = [stay(1, 3), stay(2, 4)];
    expect(creates({ limit: 1 }, { bookings, codes: [codeOf(stay(20, -3))] })).toEqual([1]);
    expect(creates({ limit: 2 }, { bookings, codes: [codeOf(stay(20, -3)), codeOf(stay(21, -4))] })).toEqual([1, 2]);
  });
  it('are tried where the code of a distant arrival can go for now, three in a day', () => {
    const distant = [30, 40, 50, 60].map((day) => stay(day, day));
    const near = [1, 2, 3, 4].map((day) => stay(day, day + 2));
    const made = (count: number, memory: Memory = {}) =>
      creates(
        { limit: count, ...memory },
        { bookings: [...near, ...distant.slice(0, count)], codes: distant.slice(0, count).map((one) => codeOf(one)) },
      );
    expect([made(1), made(4)]).toEqual([[1], [1, 2, 3]]);
    expect(made(4, { madeRoom: [{ id: 90, agoMs: HOUR_MS }] })).toEqual([1, 2]);
    expect(made(4, { madeRoom: [91, 92, 93].map((id) => ({ id, agoMs: HOUR_MS })) })).toEqual([]);
  });
  it('are never tried for a person at the cost of a guest', () => {
    const planned = (codes: readonly Code[]) =>
      plan(world({ limit: 1 }, { bookings: [stay(30, 30)], codes, wishes: wishing(person()) })).operations.map(({ kind }) => kind);
    expect(planned([codeOf(stay(30, 30))])).toEqual([]);
    expect(planned([codeOf(stay(20, -3))])).toContain('create');
  });
  it('are forgotten when the keypad holds more', () => {
    const bookings = [stay(1, 3), stay(2, 4), stay(3, 5)];
    const result = plan(world({ limit: 1 }, { bookings, codes: bookings.slice(0, 2).map((entry) => codeOf(entry)) }));
    expect(summaries(result)).toEqual(['create KpAlpha1']);
    expect(result.remember).toContainEqual({ kind: 'keypad-limit', key: placeKey(DOOR), value: null });
  });
  it('are warned about at nine tenths, and ended codes no longer stay for a week', () => {
    const ended = codeOf(stay(20, -3));
    const codes = [
      ended,
      ...[30, 31, 32, 33, 34, 35, 36, 37].map((id) => codeOf(stay(id, 40), { description: 'Cleaner', name: String(id) })),
    ];
    const kinds = (limit: number) => plan(world({ limit }, { bookings: [stay(1, 60)], codes })).problems.map(({ kind }) => kind);
    expect([kinds(10), kinds(11)]).toEqual([['keypad-nearly-full', 'waits-for-place'], ['waits-for-place']]);
    expect(summaries(plan(world({ limit: 10 }, { bookings: [stay(1, 60)], codes })))).toContain('delete 920 ended');
    expect(summaries(plan(world({ limit: 11 }, { bookings: [stay(1, 60)], codes })))).not.toContain('delete 920 ended');
  });
  it('are told with the keypad, and not where it refused its first code', () => {
    expect(plan(world({ limit: 1 }, { bookings: [stay(1, 3)], codes: [codeOf(stay(1, 3))] })).problems).toEqual([
      {
        kind: 'keypad-nearly-full',
        text: { key: 'problem.keypad-nearly-full', parameters: { codes: 1, limit: 1 } },
        retryable: false,
        ...DOOR,
      },
    ]);
    expect(plan(world({ limit: 0 }, { bookings: [stay(1, 3)] })).problems.map(({ kind }) => kind)).toEqual(['keypad-full']);
  });
  it('are free again when the next of our codes there ends', () => {
    const free = (...codes: readonly Code[]) => freeAgain(observe(input({ codes })), DOOR, '2026-11-26T12:00' as LocalDateTime);
    const [first, second] = [codeOf(stay(1, 3)), codeOf(stay(2, 4))];
    expect(
      free(second, codeOf(stay(3, 2)), { ...first, endTime: 'unknown', ...FORMER_DOOR }, { ...codeOf(stay(5, 5)), id: codeId(1) }),
    ).toBe('2026-11-28T12:00');
    expect([free(first), free(codeOf(stay(3, 2))), free({ ...first, endDate: 'unknown' })]).toEqual(['2026-11-27T12:00', null, null]);
    expect(free({ ...first, description: 'Cleaner' })).toBeNull();
  });
});
