import { describe as section, expect, it } from 'vitest';
import { describe, readTag, tagFor } from './tag.ts';
import { bookingId } from '../../tests/support/ids.ts';

section('the tag standing alone', () => {
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
  it('does not take Smoobu#123 for Smoobu#12', () => {
    expect(readTag('Smoobu#123')).toEqual({ kind: 'tagged', bookingId: 123 });
  });
  it('gives a code with two bookings to neither', () => {
    expect(readTag('Smoobu#12 Smoobu#13')).toEqual({ kind: 'ambiguous', bookingIds: [12, 13] });
  });
  it('reads what it writes', () => {
    expect(readTag(tagFor(bookingId(987_654_321)))).toEqual({ kind: 'tagged', bookingId: 987_654_321 });
  });
});

section('the description', () => {
  it.each([
    ['', 'Smoobu#12'],
    ['Smoobu#12', 'Smoobu#12'],
    ['late arrival', 'Smoobu#12 late arrival'],
    ['late Smoobu#12 arrival', 'Smoobu#12 late arrival'],
    ['Smoobu#12 line one\n  line two', 'Smoobu#12 line one\n  line two'],
    ['smoobu#12', 'Smoobu#12 smoobu#12'],
  ])('of %j becomes %j, and stays so', (present, expected) => {
    expect(describe(bookingId(12), present)).toBe(expected);
    expect(describe(bookingId(12), expected)).toBe(expected);
  });
});
