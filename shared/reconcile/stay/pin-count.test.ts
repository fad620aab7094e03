/** How many PINs there are to choose from, and when they run out. */
import { describe, expect, it } from 'vitest';
import { bookingId } from '../../../tests/support/ids.ts';
import { isTrivialPin, pinCount, PinRegister } from './pins.ts';

/** All of four digits that may be drawn. */
const pins = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0')).filter((text) => !isTrivialPin(text));

describe('the number of PINs to choose from', () => {
  it.each([7, 8])('leaves out repeated pairs, runs up and down, and mirrored halves of %i digits', (length) => {
    const digits = '0123456789';
    const pairs = Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0').repeat(length).slice(0, length));
    const ups = Array.from({ length: 11 - length }, (_, first) => digits.slice(first, first + length));
    const reversed = (text: string): string => [...text].toReversed().join('');
    const halves = length % 2 === 1 ? [] : Array.from({ length: 10 ** (length / 2) }, (_, half) => String(half).padStart(length / 2, '0'));
    const trivial = new Set([...pairs, ...ups, ...ups.map(reversed), ...halves.map((half) => half + reversed(half))]);
    expect(pinCount(length)).toBe(10 ** length - trivial.size);
  });
  it.each([4, 5, 6])('is counted exactly: %i digits', (length) => {
    const all = Array.from({ length: 10 ** length }, (_, number) => String(number).padStart(length, '0'));
    expect(pinCount(length)).toBe(all.filter((text) => !isTrivialPin(text)).length);
  });
  it('is nearly used up when live bookings have nineteen of twenty', () => {
    const register = new PinRegister();
    const enough = Math.ceil(pins.length * 0.95);
    for (const text of pins.slice(0, enough - 1)) register.addOwner(bookingId(1), text);
    expect([register.isAccountFull(4), register.isAccountFull(5)]).toEqual([false, false]);
    register.addOwner(bookingId(1), pins[enough] ?? '');
    expect(register.isAccountFull(4)).toBe(true);
  });
  it('is two thirds used when that share of it belongs to live bookings', () => {
    const register = new PinRegister();
    const enough = Math.ceil((pins.length * 2) / 3);
    for (const [number, text] of pins.slice(0, enough - 1).entries()) register.addOwner(bookingId(number + 1), text);
    register.addOwner(bookingId(99_999), '1234');
    register.addOwner(bookingId(99_999), pins[0] ?? '');
    expect(register.isRunningOut(4)).toBe(false);
    register.addOwner(bookingId(99_998), pins[enough] ?? '');
    expect(register.isRunningOut(4)).toBe(true);
    expect(register.isRunningOut(5)).toBe(false);
  });
});
