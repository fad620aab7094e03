import { describe, expect, it } from 'vitest';
import { maskPhone } from './mask.ts';

describe('maskPhone', () => {
  it.each([
    ['+33600000042', '+33 •••••••42'],
    ['+33 6 00 00 00 42', '+33 •••••••42'],
    ['0600000042', '••••••••42'],
    ['', ''],
  ])('shows %j as %j', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});
