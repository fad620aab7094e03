import type { ClaimId } from '../../domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { code, DOOR, pin, SECOND_DOOR } from '../../../tests/reconcile/fixtures.ts';
import type { LocalDateTime } from '../../time.ts';
import { choosePin, fullPin, isTrivialPin, PinRegister, possiblePins, samePin, sureFullPin } from './pins.ts';
import { bookingId } from '../../../tests/support/ids.ts';

const WINDOW = { start: '2026-11-24T15:00' as LocalDateTime, end: '2026-11-27T12:00' as LocalDateTime };
const REQUEST = {
  claimId: bookingId(12),
  doors: [{ ...DOOR, window: WINDOW }],
  places: [DOOR, SECOND_DOOR],
  length: 4,
  remembered: null,
};
const drawing =
  (...pins: readonly string[]) =>
  (_claimId: ClaimId, attempt: number) =>
    pin(pins[attempt] ?? String(5_000 + attempt * 13));

/** All of four digits that may be drawn. */
const pins = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0')).filter((text) => !isTrivialPin(text));

describe('trivial PINs', () => {
  it.each([
    '0000',
    '7777',
    '1234',
    '6789',
    '4321',
    '9876',
    '1212',
    '9090',
    '1221',
    '9009',
    '1900',
    '1987',
    '2026',
    '2099',
    '123456',
    '654321',
    '787878',
    '123321',
    '55555',
  ])('%s is trivial', (text) => {
    expect(isTrivialPin(text)).toBe(true);
  });
  it.each(['0042', '4711', '1235', '8901', '1112', '2100', '1899', '135792', '190042', '12321'])('%s is not', (text) => {
    expect(isTrivialPin(text)).toBe(false);
  });
});

describe('PINs sent as numbers', () => {
  const number = code({ pin: pin('42'), pinMayLackZeros: true });
  it('get back the zeros of their length', () => {
    expect([fullPin(number, 4), samePin(number, pin('0042')), samePin(number, pin('000042')), samePin(number, pin('0043'))]).toEqual([
      '0042',
      true,
      true,
      false,
    ]);
    expect(fullPin(code({ pin: pin('42') }), 4)).toBe('42');
  });
  it('reserve every PIN they could be', () => {
    expect(possiblePins(number)).toEqual(['0042', '00042', '000042', '0000042', '00000042']);
    expect(possiblePins(code({ pin: null }))).toEqual([]);
    expect(possiblePins(code({ pin: pin('4810') }))).toEqual(['4810']);
    expect(possiblePins(code({ pin: pin('481042'), pinMayLackZeros: true }))).toEqual(['481042', '0481042', '00481042']);
    expect(fullPin(code({ pin: null }), 4)).toBeNull();
    expect(fullPin(code({ pin: null, pinMayLackZeros: true }), 4)).toBeNull();
    expect(possiblePins(code({ pin: pin('4711'), pinMayLackZeros: true }))[0]).toBe('4711');
  });
  it('are written only when their zeros are certain', () => {
    const draw = (): ReturnType<typeof pin> => pin('001234');
    const short = code({ pin: pin('1234'), pinMayLackZeros: true });
    expect(sureFullPin(number, 4, draw)).toBe('0042');
    expect(sureFullPin(short, 4, draw)).toBe('1234');
    expect(sureFullPin(short, 6, draw)).toBe('001234');
    expect(sureFullPin(number, 6, draw)).toBeNull();
    expect(sureFullPin(code({ pin: pin('1234') }), 6, draw)).toBe('1234');
    expect(sureFullPin(code({ pin: pin('481042'), pinMayLackZeros: true }), 6, draw)).toBe('481042');
    expect(sureFullPin(code({ pin: null, pinMayLackZeros: true }), 4, draw)).toBeNull();
  });
});

describe('the next free draw', () => {
  it('skips trivial PINs', () => {
    expect(choosePin(REQUEST, new PinRegister(), drawing('1234', '7777', '4810'))).toEqual({
      pin: '4810',
      draw: { attempt: 2, length: 4 },
    });
  });
  it.each([
    ['in use', code({ pin: pin('4810') })],
    ['inactive', code({ pin: pin('4810'), active: false })],
    ['expired', code({ pin: pin('4810'), endDate: '2020-01-01' as never })],
    ['foreign', code({ pin: pin('4810'), description: 'cleaner' })],
    ['on another keypad of the booking', code({ pin: pin('4810'), ...SECOND_DOOR })],
  ])('skips a PIN %s', (_what, taken) => {
    const register = new PinRegister();
    register.addCode(taken);
    expect(choosePin(REQUEST, register, drawing('4810', '9153'))?.pin).toBe('9153');
  });
  it('prefers a PIN that no other live booking of the account has, but not over having one', () => {
    const register = new PinRegister();
    register.addOwner(bookingId(77), '4810');
    register.addOwner(bookingId(12), '9153');
    expect(choosePin(REQUEST, register, drawing('4810', '9153'))?.pin).toBe('9153');
    expect(choosePin(REQUEST, register, () => pin('4810'))?.pin).toBe('4810');
  });
  it('rather resembles a code on the keypad than has the PIN of another booking', () => {
    const register = new PinRegister();
    register.addCode(code({ pin: pin('9154') }));
    register.addOwner(bookingId(77), '4810');
    expect(choosePin(REQUEST, register, (_id, attempt) => pin(attempt % 2 === 0 ? '4810' : '9153'))?.pin).toBe('9153');
  });
  it('needs no search for a PIN of its own once all of the account are taken', () => {
    const register = new PinRegister();
    for (let number = 0; number < 10_000; number += 1) register.addOwner(bookingId(77), String(number).padStart(4, '0'));
    let draws = 0;
    const chosen = choosePin(REQUEST, register, (_id, attempt) => {
      draws += 1;
      return pin(['1234', '4810'][attempt] ?? '9153');
    });
    expect([chosen?.pin, draws]).toEqual(['4810', 2]);
  });
  it('leaves out a PIN that is kept for another booking on that keypad', () => {
    const register = new PinRegister();
    register.keepFor(bookingId(77), DOOR, '4810');
    expect(choosePin(REQUEST, register, drawing('4810', '9153'))?.pin).toBe('9153');
    const own = new PinRegister();
    own.keepFor(bookingId(12), DOOR, '4810');
    expect(choosePin(REQUEST, own, drawing('4810', '9153'))?.pin).toBe('4810');
  });
  it('prefers PINs that differ by more than a digit from one valid at the same time', () => {
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4811') }));
    expect(choosePin(REQUEST, register, drawing('4810', '9153'))?.pin).toBe('9153');
    const elsewhen = new PinRegister();
    elsewhen.addCode(code({ pin: pin('4811'), startDate: '2026-12-24' as never, endDate: '2026-12-27' as never }));
    expect(choosePin(REQUEST, elsewhen, drawing('4810', '9153'))?.pin).toBe('4810');
  });
  it('takes a similar one when no other is left', () => {
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4811') }));
    expect(choosePin(REQUEST, register, () => pin('4810'))?.pin).toBe('4810');
  });
  it('finds similar PINs among many codes as well as among few', () => {
    const register = new PinRegister();
    for (let number = 0; number < 60; number += 1) register.addCode(code({ id: number, pin: pin(String(6_000 + number)) }));
    register.addCode(code({ pin: pin('4811') }));
    expect(register.hasNeighbour(DOOR, '4810', WINDOW)).toBe(true);
    expect(register.hasNeighbour(DOOR, '4811', WINDOW)).toBe(false);
    expect(register.hasNeighbour(DOOR, '4800', WINDOW)).toBe(false);
  });
  it.each([
    ['first digit', '5810', true],
    ['second digit', '4110', true],
    ['third digit', '4890', true],
    ['two digits that make one more', '4900', false],
    ['a digit more in front', '14810', false],
    ['last digit', '4819', true],
    ['no digit', '4810', false],
    ['two digits', '4801', false],
    ['a digit less', '481', false],
    ['a digit more at the end', '48100', false],
    ['a digit more inside', '48101', false],
  ])('resembles one that differs in one digit: %s', (_what, taken, expected) => {
    const register = new PinRegister();
    register.give(bookingId(77), DOOR, pin(taken), WINDOW);
    expect(register.hasNeighbour(DOOR, '4810', WINDOW)).toBe(expected);
    expect(register.hasNeighbour(SECOND_DOOR, '4810', WINDOW)).toBe(false);
    expect(register.hasNeighbour(DOOR, '4810', { start: WINDOW.end, end: '2026-12-01T00:00' as LocalDateTime })).toBe(false);
  });
  it('resembles one of several codes with a PIN, whichever works at the same time', () => {
    const later = { start: '2027-01-01T15:00' as LocalDateTime, end: '2027-01-03T12:00' as LocalDateTime };
    for (const windows of [
      [WINDOW, later],
      [later, WINDOW],
    ]) {
      const register = new PinRegister();
      for (const window of windows) register.give(bookingId(77), DOOR, pin('4811'), window);
      expect(register.hasNeighbour(DOOR, '4810', WINDOW)).toBe(true);
    }
    const zeros = new PinRegister();
    zeros.give(bookingId(77), DOOR, pin('9000'), WINDOW);
    expect(zeros.hasNeighbour(DOOR, '0000', WINDOW)).toBe(true);
  });
  it('is left out where it resembles a code at one of the doors', () => {
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4811'), ...SECOND_DOOR }));
    const doors = [DOOR, SECOND_DOOR].map((door) => ({ ...door, window: WINDOW }));
    expect(choosePin({ ...REQUEST, doors }, register, drawing('4810', '9153'))?.pin).toBe('9153');
  });
  it('resembles a code whose times cannot be read, always', () => {
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4811'), startDate: 'unknown', endDate: 'unknown' }));
    for (const year of ['1999', '2999'])
      expect(register.hasNeighbour(DOOR, '4810', { start: `${year}-01-01T00:00` as never, end: `${year}-01-02T00:00` as never })).toBe(
        true,
      );
  });
  it('searches two hundred draws for a PIN of its own, and two thousand for any', () => {
    const draws = (register: PinRegister, parts: Partial<Parameters<typeof choosePin>[0]>) => {
      let count = 0;
      const chosen = choosePin({ ...REQUEST, ...parts }, register, () => {
        count += 1;
        return pin('4810');
      });
      return [chosen?.pin, chosen?.draw.attempt, count];
    };
    const others = new PinRegister();
    others.addOwner(bookingId(77), '4810');
    expect(draws(others, {})).toEqual(['4810', 0, 200]);
    const taken = new PinRegister();
    taken.addCode(code({ pin: pin('4810') }));
    expect(draws(taken, {})).toEqual([undefined, undefined, 2_000]);
    expect(draws(new PinRegister(), { isUsable: () => false })).toEqual([undefined, undefined, 2_000]);
    expect(draws(new PinRegister(), { isUsable: () => true })).toEqual(['4810', 0, 1]);
  });
  it('has one owner for each PIN, or several that share it', () => {
    const register = new PinRegister();
    register.addOwner(bookingId(12), '4810');
    register.addOwner(bookingId(12), '4810');
    expect([register.isOthers(bookingId(12), '4810'), register.isOthers(bookingId(77), '4810')]).toEqual([false, true]);
    expect(register.isOthers(bookingId(12), '9153')).toBe(false);
    register.addOwner(bookingId(77), '4810');
    expect([register.isOthers(bookingId(12), '4810'), register.isOthers(bookingId(77), '4810')]).toEqual([true, true]);
  });
  it('keeps a PIN for the first that asks, there only', () => {
    const register = new PinRegister();
    register.keepFor(bookingId(12), DOOR, '4810');
    register.keepFor(bookingId(12), DOOR, '9153');
    register.keepFor(bookingId(77), DOOR, '4810');
    const free = (id: number, text: string, place = DOOR) => register.isFreeAt(bookingId(id), place, text);
    expect([free(12, '4810'), free(77, '4810'), free(77, '9153'), free(77, '4810', SECOND_DOOR)]).toEqual([true, false, false, true]);
  });
  it('returns the booking’s earlier PIN, unless it is now taken or trivial', () => {
    const remembered = { attempt: 1, length: 4 };
    expect(choosePin({ ...REQUEST, remembered }, new PinRegister(), drawing('9153', '4810'))).toEqual({ pin: '4810', draw: remembered });
    expect(choosePin({ ...REQUEST, remembered }, new PinRegister(), drawing('9153', '1234'))?.pin).toBe('9153');
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4810') }));
    expect(choosePin({ ...REQUEST, remembered }, register, drawing('9153', '4810'))?.pin).toBe('9153');
  });
  it('returns the booking’s earlier PIN although another booking of the account has it by now', () => {
    const register = new PinRegister();
    register.addOwner(bookingId(77), '4810');
    const remembered = { attempt: 1, length: 4 };
    expect(choosePin({ ...REQUEST, remembered }, register, drawing('9153', '4810'))?.pin).toBe('4810');
  });
  it('counts when every PIN is taken that is not trivial, instead of trying', () => {
    const register = new PinRegister();
    // Half on one keypad of the booking and half on the other: none is free on both.
    for (const [number, text] of pins.entries())
      register.addCode(code({ id: number, pin: pin(text), ...(number % 2 === 0 ? {} : SECOND_DOOR) }));
    let draws = 0;
    const draw = (): ReturnType<typeof pin> => {
      draws += 1;
      return pin('4711');
    };
    const nearly = new PinRegister();
    for (const text of [...pins.filter((one) => one !== '4711'), '1111', '2222', '1234', '47112'])
      nearly.give(bookingId(77), DOOR, pin(text), WINDOW);
    expect(nearly.isFull([DOOR], 4)).toBe(false);
    nearly.give(bookingId(77), DOOR, pin('4711'), WINDOW);
    expect(nearly.isFull([DOOR], 4)).toBe(true);
    expect(choosePin(REQUEST, register, draw)).toBeNull();
    expect(draws).toBe(0);
    expect(choosePin({ ...REQUEST, places: [DOOR] }, register, drawing(pins[1] ?? ''))?.pin).toBe(pins[1]);
  });
});
