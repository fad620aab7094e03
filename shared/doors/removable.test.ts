import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, person, personCode, SECOND_DOOR, settings } from '../../tests/reconcile/fixtures.ts';
import { codeId } from '../../tests/support/ids.ts';
import type { Code } from '../domain/code.ts';
import type { LocalDateTime } from '../time.ts';
import type { Known } from './code-owner.ts';
import { findRemovable } from './removable.ts';

const NOW = '2026-11-25T10:00' as LocalDateTime;
const KNOWN: Known = { bookings: new Map([[booking().id, booking()]]), people: [person()], units: settings().mapping.units };
const find = (one: Code, others: readonly Code[] = [], known: Known = KNOWN) => findRemovable(one.id, [...others, one], known, NOW);
const byHand = (changes: Parameters<typeof code>[0] = {}): Code =>
  code({ id: 902, description: 'Neighbour', name: 'Neighbour', ...changes });

describe('a code that the user wants to remove', () => {
  it('of a guest or a person goes with the stay or the person', () => {
    expect(find(code())).toEqual({ ok: false, error: { kind: 'guest-code', bookingId: 12 } });
    expect(find(code({ active: false }))).toMatchObject({ ok: false, error: { kind: 'guest-code' } });
    const always = personCode({ endDate: date('2036-11-20') });
    expect(find(always)).toEqual({ ok: false, error: { kind: 'person-code', personId: 'k3m9qa' } });
  });

  it('of a booking that is not known counts as a guest’s', () => {
    expect(find(code(), [], { ...KNOWN, bookings: new Map() })).toMatchObject({ ok: false, error: { kind: 'guest-code' } });
  });

  it('made by hand may go, and can come back when all of it is known', () => {
    expect(find(byHand())).toMatchObject({ ok: true, value: { owner: 'by-hand', opensNow: true, canComeBack: true } });
    const limitless = byHand({ startDate: null, startTime: null, endDate: null, endTime: null });
    expect(find(limitless)).toMatchObject({ ok: true, value: { opensNow: true, canComeBack: true } });
  });

  it.each<[string, Parameters<typeof code>[0]]>([
    ['without its PIN', { pin: null }],
    ['with zeros that may be lost', { pinMayLackZeros: true }],
    ['with a weekly schedule', { hasSchedule: true }],
    ['that is off', { active: false }],
    ['with an unknown end', { endTime: 'unknown' }],
    ['that is over', { startDate: date('2026-11-20'), endDate: date('2026-11-21') }],
  ])('cannot come back %s', (_what, changes) => {
    expect(find(byHand(changes))).toMatchObject({ ok: true, value: { canComeBack: false } });
  });

  it.each<[string, Code, Known]>([
    ['of a cancelled booking', code(), { ...KNOWN, bookings: new Map([[booking().id, booking({ state: 'cancelled' })]]) }],
    ['on a door that the stay does not use', code(SECOND_DOOR), KNOWN],
    ['of a person who was removed', personCode({ endDate: date('2036-11-20') }), { ...KNOWN, people: [person({ removedAtMs: 1 })] }],
  ])('%s may go, and does not come back', (_what, one, known) => {
    expect(find(one, [], known)).toMatchObject({ ok: true, value: { canComeBack: false } });
  });

  it('of a person who is not known here may go, and come back', () => {
    expect(find(personCode({ endDate: date('2036-11-20') }), [], { ...KNOWN, people: [] })).toMatchObject({
      ok: true,
      value: { owner: 'unknown-person', canComeBack: true },
    });
  });

  it('may be a guest’s double: not the one that is kept, and not one of which the other is off', () => {
    const kept = code();
    const double = code({ id: 905 });
    expect(find(double, [kept])).toMatchObject({ ok: true, value: { owner: 'guest', canComeBack: false } });
    expect(find(kept, [double])).toMatchObject({ ok: false });
    expect(find(double, [code({ active: false })])).toMatchObject({ ok: false });
    expect(find(double, [code(SECOND_DOOR)])).toMatchObject({ ok: false });
    expect(find(double, [code({ description: 'Smoobu#13' })])).toMatchObject({ ok: false });
  });

  it('is not there', () => {
    expect(findRemovable(codeId(999), [code(DOOR)], KNOWN, NOW)).toEqual({ ok: false, error: { kind: 'no-such-code' } });
  });
});
