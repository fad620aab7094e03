import { describe, expect, it } from 'vitest';
import { code, DOOR, pin, SECOND_DOOR } from '../../tests/reconcile/fixtures.ts';
import type { LocalDateTime } from '../time.ts';
import { choosePin, fullPin, isTrivialPin, PinRegister, possiblePins, samePin, sureFullPin } from './pins.ts';
import { bookingId } from '../../tests/support/ids.ts';

const WINDOW = { start: '2026-11-24T15:00' as LocalDateTime, end: '2026-11-27T12:00' as LocalDateTime };
const REQUEST = {
  bookingId: bookingId(12),
  doors: [{ ...DOOR, window: WINDOW }],
  places: [DOOR, SECOND_DOOR],
  length: 4,
  remembered: null,
};
const drawing =
  (...pins: readonly string[]) =>
  (_bookingId: number, attempt: number) =>
    pin(pins[attempt] ?? String(5_000 + attempt * 13));

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
  });
  it('are written only when their zeros are certain', () => {
    const draw = (): ReturnType<typeof pin> => pin('001234');
    const short = code({ pin: pin('1234'), pinMayLackZeros: true });
    expect(sureFullPin(number, 4, draw)).toBe('0042');
    expect(sureFullPin(short, 4, draw)).toBe('1234');
    expect(sureFullPin(short, 6, draw)).toBe('001234');
    expect(sureFullPin(number, 6, draw)).toBeNull();
    expect(sureFullPin(code({ pin: pin('1234') }), 6, draw)).toBe('1234');
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
  it('skips the PIN of another live booking anywhere, but not its own', () => {
    const register = new PinRegister();
    register.addOwner(bookingId(77), '4810');
    register.addOwner(bookingId(12), '9153');
    expect(choosePin(REQUEST, register, drawing('4810', '9153'))?.pin).toBe('9153');
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
  it('returns the booking’s earlier PIN, unless it is now taken or trivial', () => {
    const remembered = { attempt: 1, length: 4 };
    expect(choosePin({ ...REQUEST, remembered }, new PinRegister(), drawing('9153', '4810'))).toEqual({ pin: '4810', draw: remembered });
    expect(choosePin({ ...REQUEST, remembered }, new PinRegister(), drawing('9153', '1234'))?.pin).toBe('9153');
    const register = new PinRegister();
    register.addCode(code({ pin: pin('4810') }));
    expect(choosePin({ ...REQUEST, remembered }, register, drawing('9153', '4810'))?.pin).toBe('9153');
  });
  it('returns none when all are taken', () => {
    const register = new PinRegister();
    for (let number = 0; number < 10_000; number += 1) register.addCode(code({ pin: pin(String(number).padStart(4, '0')) }));
    expect(choosePin(REQUEST, register, drawing())).toBeNull();
  });
});
