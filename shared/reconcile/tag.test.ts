import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAST_CUT_NOTE_FORM, nextNoteForm, noteInForm, readTag, tagFor, withTag } from './tag.ts';
import { bookingId, personId } from '../../tests/support/ids.ts';

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
    expect(readTag(text)).toEqual({ kind: 'tagged', claimId: 12 });
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
    expect(readTag('Smoobu#123')).toEqual({ kind: 'tagged', claimId: 123 });
  });
  it('is ambiguous with two bookings', () => {
    expect(readTag('Smoobu#12 Smoobu#13')).toEqual({ kind: 'ambiguous', claimIds: [12, 13] });
  });
  it('reads what it writes', () => {
    expect(readTag(tagFor(bookingId(987_654_321)))).toEqual({ kind: 'tagged', claimId: 987_654_321 });
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
    ['Smoobu#12 Smoobu#13 late', 'Smoobu#12 late'],
    ['Smoobu#12, late arrival', 'Smoobu#12 , late arrival'],
    ['late (Smoobu#13)arrival', 'Smoobu#12 late ( )arrival'],
    ['late (Smoobu#13 blocked)arrival', 'Smoobu#12 blocked late ( )arrival'],
  ])('%j becomes %j, which stays', (present, expected) => {
    expect(withTag(bookingId(12), present)).toBe(expected);
    expect(withTag(bookingId(12), expected)).toBe(expected);
  });
});

describe('a note that does not fit', () => {
  const id = bookingId(12);
  const lengths = (note: string): readonly number[] => {
    const description = withTag(id, note);
    return [0, 1, 2, 3].map((form) => noteInForm(id, description, form).length);
  };

  it.each([
    ['', [9, 9, 9, 9]],
    ['late', [14, 14, 14, 9]],
    ['n'.repeat(110), [120, 120, 120, 9]],
    ['n'.repeat(111), [121, 121, 120, 9]],
    ['n'.repeat(300), [310, 255, 120, 9]],
  ])('%j is cut behind the tag', (note, expected) => {
    expect(lengths(note)).toEqual(expected);
  });
  it('has a next form only where that is another text', () => {
    const next = (note: string) => [0, 1, 2, 3].map((form) => nextNoteForm(id, withTag(id, note), form));
    expect(next('')).toEqual([null, null, null, null]);
    expect(next('late')).toEqual([3, 3, 3, null]);
    expect(next('n'.repeat(200))).toEqual([2, 2, 3, null]);
    expect(next('n'.repeat(300))).toEqual([1, 2, 3, null]);
    const keptLength = noteInForm(id, withTag(id, 'n'.repeat(300)), LAST_CUT_NOTE_FORM).length;
    expect([keptLength, noteInForm(id, withTag(id, 'n'.repeat(300)), LAST_CUT_NOTE_FORM + 1)]).toEqual([120, 'Smoobu#12']);
  });
  it('says that it was cut, and is never cut into the tag of another booking', () => {
    expect(noteInForm(id, withTag(id, `${'n'.repeat(240)} and more`), 1)).toBe(`Smoobu#12 ${'n'.repeat(240)} and…`);
    const note = `${'n'.repeat(234)} Smoobu#34a`;
    expect(readTag(withTag(id, note))).toEqual({ kind: 'tagged', claimId: 12 });
    expect(noteInForm(id, withTag(id, `${note} and more`), 1)).toBe('Smoobu#12');
  });
  it('fits any limit in the end, with the tag of its booking in every form', () => {
    const part = fc.constantFrom('n', ' ', '\n', 'Smoobu#12', 'Smoobu#34', 'Smoobu#34a', 'é', '👩‍👩‍👧', 'e\u0301', '…', '#', '1');
    const note = fc.array(part, { maxLength: 300 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(note, fc.integer({ min: tagFor(id).length, max: 400 }), (present, limit) => {
        const description = withTag(id, present);
        let form: number | null = 0;
        while (form !== null && noteInForm(id, description, form).length > limit) {
          const tried = noteInForm(id, description, form);
          expect(readTag(tried)).toEqual({ kind: 'tagged', claimId: 12 });
          form = nextNoteForm(id, description, form);
        }
        expect(form).not.toBeNull();
        expect(readTag(noteInForm(id, description, form ?? 0))).toEqual({ kind: 'tagged', claimId: 12 });
      }),
    );
  });
});

describe('the tag of a person', () => {
  it.each(['Latchkey#k3m9qa', 'Latchkey#k3m9qa cleaner', 'cleaner (Latchkey#k3m9qa)'])('is found in %j', (text) => {
    expect(readTag(text)).toEqual({ kind: 'tagged', claimId: 'k3m9qa' });
  });
  it.each(['Latchkey#k3m9q', 'Latchkey#k3m9qab', 'Latchkey#K3m9qa', 'Latchkey#33m9qa', 'xLatchkey#k3m9qa', 'Smoobu#k3m9qa', 'Latchkey#12'])(
    'is not in %j',
    (text) => {
      expect(readTag(text)).toEqual({ kind: 'none' });
    },
  );
  it('makes a code ambiguous beside another tag, and is replaced by one that is written', () => {
    const id = personId('k3m9qa');
    expect(readTag(`${tagFor(id)} ${tagFor(bookingId(12))}`)).toEqual({ kind: 'ambiguous', claimIds: ['k3m9qa', 12] });
    expect(withTag(bookingId(12), `${tagFor(id)} back door`)).toBe('Smoobu#12 back door');
    expect(withTag(id, 'Smoobu#12 back door')).toBe('Latchkey#k3m9qa back door');
  });
});
