import { describe, expect, it } from 'vitest';
import { code, date, DOOR, pin, SECOND_DOOR, wall } from '../../tests/reconcile/fixtures.ts';
import { isPresent, verifyCode } from './verify.ts';
import { bookingId, codeId } from '../../tests/support/ids.ts';

const RECORD = {
  name: 'Anna Müller',
  pin: pin('0042'),
  startDate: date('2026-11-24'),
  startTime: wall('15:00'),
  endDate: date('2026-11-27'),
  endTime: wall('12:00'),
  active: true,
  description: 'Smoobu#12',
  notificationEnabled: false,
};
const WANTED = { claimId: bookingId(12), place: DOOR, codeId: null, record: RECORD };
const right = code({ pin: pin('0042') });

describe('reading back', () => {
  it('finds the code by its tag, on its keypad', () => {
    expect(verifyCode([right], WANTED)).toEqual({ kind: 'verified', codeId: 900 });
    expect(verifyCode([code({ pin: pin('42'), pinMayLackZeros: true })], WANTED)).toEqual({ kind: 'verified', codeId: 900 });
  });
  it.each([
    ['no code', []],
    ['on another keypad', [code({ ...right, ...SECOND_DOOR })]],
    ['of another booking', [code({ ...right, description: 'Smoobu#123' })]],
    ['without its tag', [code({ ...right, description: '' })]],
  ])('does not find it: %s', (_what, codes) => {
    expect(verifyCode(codes, WANTED)).toEqual({ kind: 'missing' });
  });
  it.each([{ pin: pin('0043') }, { pin: null }, { endDate: null }, { startTime: wall('16:00') }, { active: false }] as const)(
    'differs with %j',
    (changes) => {
      expect(verifyCode([code({ ...right, ...changes })], WANTED)).toEqual({ kind: 'differs', codeId: 900 });
    },
  );
  it.each(['Anna', 'ANNA MULLER', 'somebody else', ''])('is verified whatever the name is: %j', (name) => {
    expect(verifyCode([code({ ...right, name })], WANTED)).toEqual({ kind: 'verified', codeId: 900 });
  });
  it('names the first code of several wrong ones, and finds a right one among them', () => {
    const wrong = (id: number) => code({ ...right, id, active: false });
    expect(verifyCode([wrong(903), wrong(901)], WANTED)).toEqual({ kind: 'differs', codeId: 901 });
    expect(verifyCode([wrong(903), code({ ...right, id: 902 }), wrong(901)], WANTED)).toEqual({ kind: 'verified', codeId: 902 });
    expect(verifyCode([code({ ...right, description: 'Smoobu#12 Smoobu#13' })], WANTED)).toEqual({ kind: 'missing' });
  });
  it('only checks the code with the given id, if there is one', () => {
    const codes = [code({ ...right, id: 901 }), code({ id: 900 })];
    expect(verifyCode(codes, WANTED)).toEqual({ kind: 'verified', codeId: 901 });
    expect(verifyCode(codes, { ...WANTED, codeId: codeId(900) })).toEqual({ kind: 'differs', codeId: 900 });
    expect([isPresent(codes, codeId(900)), isPresent(codes, codeId(902))]).toEqual([true, false]);
  });
});
