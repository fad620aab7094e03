import { describe, expect, it } from 'vitest';
import { readTag, tagFor, withTag } from './tag.ts';
import { bookingId } from '../../tests/support/ids.ts';

describe('the tag standing alone', () => {
  it.each([
    'Smoobu#12',
    'Smoobu#12 back door',
    'back door Smoobu#12',
    'x\nSmoobu#12\ny',
    '(Smoobu#12)',
    'Smoobu#12, Smoobu#12',
    'Smoobu#12.',
  ])('finds 12 in %j', (text) => {
    expect(readTag(text)).toEqual({ kind: 'tagged', bookingId: 12 });
  });
  it.each([
    '',
    'Smoobu',
    'Smoobu#',
    'Smoobu#x',
    'smoobu#12',
    'SMOOBU#12',
    'xSmoobu#12',
    'Smoobu#12x',
    'Smoobu#12_',
    '#Smoobu#12',
    'Smoobu# 12',
    'éSmoobu#12',
    'Smoobu#12é',
    'Smoobu#0',
    'Smoobu#012',
  ])('finds nothing in %j', (text) => {
    expect(readTag(text)).toEqual({ kind: 'none' });
  });
  it('tells Smoobu#123 from Smoobu#12', () => {
    expect(readTag('Smoobu#123')).toEqual({ kind: 'tagged', bookingId: 123 });
  });
  it('is ambiguous with two bookings', () => {
    expect(readTag('Smoobu#12 Smoobu#13')).toEqual({ kind: 'ambiguous', bookingIds: [12, 13] });
  });
  it('reads what it writes', () => {
    expect(readTag(tagFor(bookingId(987_654_321)))).toEqual({ kind: 'tagged', bookingId: 987_654_321 });
  });
});

describe('adding the tag to a description', () => {
  it.each([
    ['', 'Smoobu#12'],
    ['Smoobu#12', 'Smoobu#12'],
    ['late arrival', 'Smoobu#12 late arrival'],
    ['late Smoobu#12 arrival', 'Smoobu#12 late arrival'],
    ['Smoobu#12 line one\n  line two', 'Smoobu#12 line one\n  line two'],
    ['smoobu#12', 'Smoobu#12 smoobu#12'],
  ])('%j becomes %j, which stays', (present, expected) => {
    expect(withTag(bookingId(12), present)).toBe(expected);
    expect(withTag(bookingId(12), expected)).toBe(expected);
  });
});
