import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { GuestContact } from '../../../shared/domain/booking.ts';
import { commonContact, contactOf } from './contact.ts';

const NONE = { email: null, phone: null, guestId: null };
const told = ({ contact }: { readonly contact?: GuestContact }) => [
  contact?.email?.reveal() ?? null,
  contact?.phone?.reveal() ?? null,
  contact?.guestId ?? null,
];

describe('contactOf', () => {
  it.each([
    [' Mara.Lind@Demo.invalid ', 'mara.lind@demo.invalid'],
    ['no address', null],
    ['two@at@demo.invalid', null],
    [`${'a'.repeat(300)}@demo.invalid`, null],
  ])('reads the address %j as %j', (email, expected) => {
    expect(told(contactOf({ ...NONE, email }))).toEqual([expected, null, null]);
  });

  it.each([
    ['+33 6 00 00 01 23', '33600000123'],
    ['0033-600000123', '33600000123'],
    ['+33 (0)600000123', '33600000123'],
    ['06 00 00 01 23', '0600000123'],
    ['12345', null],
    ['ask at 0600000123', null],
    ['1'.repeat(60), null],
  ])('reads the number %j as %j', (phone, expected) => {
    expect(told(contactOf({ ...NONE, phone }))).toEqual([null, expected, null]);
  });

  it('has no field where nothing is known', () => {
    expect(contactOf(NONE)).toEqual({});
    expect(told(contactOf({ ...NONE, guestId: 7 }))).toEqual([null, null, 7]);
  });

  it('says nothing when it is copied as text', () => {
    const read = contactOf({ email: 'mara@demo.invalid', phone: '+33600000123', guestId: 7 });
    for (const text of [JSON.stringify(read), inspect(read, { depth: 9 }), String(read.contact?.email)])
      expect(text).not.toMatch(/mara|0123/u);
  });
});

it('of rows of one booking, keeps what none contradicts', () => {
  const one = contactOf({ email: 'mara@demo.invalid', phone: '+33600000123', guestId: null });
  const other = contactOf({ email: 'MARA@demo.invalid', phone: '+33600000124', guestId: 7 });
  expect(told(commonContact([one, {}, other]))).toEqual(['mara@demo.invalid', null, 7]);
  expect(told(commonContact([other, one]))).toEqual(['mara@demo.invalid', null, 7]);
  expect(commonContact([{}, {}])).toEqual({});
});
