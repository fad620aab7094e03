import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOOR, SECOND_DOOR, booking, code, date, pin, settings, wall } from '../../tests/reconcile/fixtures.ts';
import type { Code } from '../domain/code.ts';
import type { LockId } from '../domain/ids.ts';
import type { Settings } from '../domain/settings.ts';
import { callView, digitsToType, maskedDigits } from './call-view.ts';
import type { CallDoor, LockReading } from './call-view.ts';

const ZONE = 'Europe/Paris';
/** Half past nine in the morning in Paris, on a day in the stay. */
const NOW_MS = Date.parse('2026-11-25T08:30:00Z');
const UNIT = settings({ unit: { doors: [{ ...DOOR, prefix: '18' }, SECOND_DOOR] } }).mapping.units[0]!;

function call(
  codes: readonly Code[],
  nowMs = NOW_MS,
  unit: Settings['mapping']['units'][number] | null = UNIT,
  blocked = false,
): readonly CallDoor[] {
  const readings = new Map<LockId, LockReading>([[DOOR.lockId, { codes, unread: [], readAtMs: nowMs - 3_000 }]]);
  return callView({ booking: booking(), unit, isBlocked: blocked, readings, nowMs, zoneAt: () => ZONE });
}

describe('the call', () => {
  it.each<[string, Partial<Parameters<typeof code>[0]>, object]>([
    ['valid now', {}, { state: 'valid', minutes: null }],
    ['opens in 40 minutes', { startDate: date('2026-11-25'), startTime: wall('10:10') }, { state: 'opens-later', minutes: 40 }],
    ['ended two hours ago', { endDate: date('2026-11-25'), endTime: wall('07:30') }, { state: 'ended', minutes: 120 }],
    ['switched off', { active: false }, { state: 'blocked' }],
    ['not sure, where a part cannot be read', { active: 'unknown' }, { state: 'unsure' }],
    ['no code of this guest', { description: 'Smoobu#13' }, { state: 'no-code', code: null }],
    ['no code on this keypad', { keypadId: 'KpOther' }, { state: 'no-code', code: null }],
  ])('says %s', (_what, changes, expected) => {
    expect(call([code(changes)])[0]).toMatchObject({ ...expected, readAtMs: NOW_MS - 3_000 });
  });

  it('says of a lock without a list that it is not read, and has no doors for a unit that is not mapped', () => {
    expect(call([code()])[1]).toMatchObject({ ...SECOND_DOOR, state: 'not-read', code: null, readAtMs: null });
    expect(call([code()], NOW_MS, null)).toEqual([]);
  });

  it('opens early only what opens later today, from this minute on', () => {
    const from = (startDate: string, startTime: string, nowMs = NOW_MS) =>
      call([code({ startDate: date(startDate), startTime: wall(startTime) })], nowMs)[0]?.openEarly;
    expect(from('2026-11-25', '10:10')).toEqual({ day: 1, time: '09:30' });
    expect([from('2026-11-25', '09:30'), from('2026-11-26', '10:10')]).toEqual([null, null]);
    // Own times reach two days from the day of arrival.
    const dayMs = 86_400_000;
    expect(from('2026-11-26', '10:10', NOW_MS + dayMs)).toEqual({ day: 2, time: '09:30' });
    expect(from('2026-11-27', '10:10', NOW_MS + 2 * dayMs)).toBeNull();
    expect(call([code({ startDate: date('2026-11-25'), startTime: wall('10:10') })], NOW_MS, UNIT, true)[0]?.openEarly).toBeNull();
  });

  it('counts minutes as they pass, also in the night when clocks go back', () => {
    const night = Date.parse('2026-10-24T23:30:00Z');
    const later = code({ startDate: date('2026-10-25'), startTime: wall('04:00'), endDate: date('2026-10-26') });
    expect(call([later], night)[0]).toMatchObject({ state: 'opens-later', minutes: 210 });
  });

  it('hints first at what the user wrote for the door, else at the usual mistakes', () => {
    const written = settings({ unit: { doors: [{ ...DOOR, prefix: '18', hint: ' Pull the handle up\u202E\n first ' }] } }).mapping
      .units[0]!;
    expect(call([code()], NOW_MS, written)[0]?.hints).toEqual([{ kind: 'host', text: 'Pull the handle up first' }]);
    expect(call([code({ active: false })])[0]?.hints).toEqual([]);
    const [first, second] = call([code()]);
    expect(first?.hints).toEqual([{ kind: 'prefix', prefix: '18' }, { kind: 'confirm' }, { kind: 'wake' }]);
    expect(second?.hints.map(({ kind }) => kind)).toEqual(['confirm', 'wake']);
  });

  it.each<[string, readonly CallDoor[]]>([
    ['whose code is switched off', call([code({ active: false })])],
    ['whose code says so behind its tag, and reads as on', call([code({ description: 'Smoobu#12 blocked' })])],
    ['whom the user keeps out, although the code reads as on', call([code()], NOW_MS, UNIT, true)],
    ['whom the user keeps out, and who has no code', call([], NOW_MS, UNIT, true)],
  ])('has no digits for a guest %s', (_what, [door]) => {
    expect(door?.state).toBe('blocked');
    expect(digitsToType(door!, 4)).toBeNull();
  });
  it('takes the word elsewhere in a note for a note', () => {
    for (const note of ['Smoobu#12 street blocked', 'blocked Smoobu#12', 'Smoobu#12 blockedness'])
      expect(call([code({ description: note })])[0]?.state).toBe('valid');
  });

  it('groups the digits in twos, prefix included', () => {
    const typed = (changes: Partial<Parameters<typeof code>[0]>, prefix = '18') =>
      digitsToType({ ...call([code(changes)])[0]!, prefix }, 4);
    expect(typed({})).toBe('18 47 11');
    expect(typed({ pin: pin('47112') }, '')).toBe('47 11 2');
    expect(typed({ pin: pin('42'), pinMayLackZeros: true }, '7')).toBe('70 04 2');
    expect(typed({ pin: null })).toBeNull();
    expect(maskedDigits(call([code()])[0]!)).toBe('•• •• ••');
    expect(maskedDigits(call([code({ pin: null })])[0]!)).toBe('–');
  });

  const anyCode = fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    description: fc.constantFrom('Smoobu#12', 'Smoobu#13', ''),
    keypadId: fc.constantFrom('KpAlpha1', 'KpOther'),
    active: fc.constantFrom(true, false, 'unknown' as const),
    startDate: fc.constantFrom(null, 'unknown' as const, date('2026-11-20'), date('2026-11-26')),
    endDate: fc.constantFrom(null, 'unknown' as const, date('2026-11-24'), date('2026-11-30')),
    pin: fc.constantFrom(pin('1111'), pin('2222'), null),
  });
  const RANKS = ['valid', 'unsure', 'opens-later', 'ended', 'blocked'];

  it('shows only a code that the list has for this guest on this keypad, and none that is worse than another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCode, { maxLength: 6, selector: ({ id }) => id }), (rows) => {
        const codes = rows.map((row) => code(row));
        const [door] = call(codes);
        const own = codes.filter((one) => one.description === 'Smoobu#12' && one.keypadId === 'KpAlpha1');
        expect([...own, null]).toContain(door?.code);
        const states = own.map((one) => RANKS.indexOf(call([one])[0]!.state));
        expect(door?.state).toBe(own.length === 0 ? 'no-code' : RANKS[Math.min(...states)]);
      }),
    );
  });
});
