import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booking, code, date, input } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { LocalDate } from '../../time.ts';
import { cleanName, comparableName, foldName, isKeptForm, nameInForm, nextNameForm, tellApart } from './names.ts';
import { plan } from '../plan.ts';
import { isNameOf, keptName } from './stay-names.ts';
import type { Claim } from '../claims.ts';

describe('the name on the lock', () => {
  it.each([
    ['Anna Müller', 'Anna Müller'],
    ['  Anna \t\n Müller ', 'Anna Müller'],
    ['Anna\u0000\u0007 Müller', 'Anna Müller'],
    ['Anna\u0000Müller', 'Anna Müller'],
    ['🌟 Zoë 🇫🇷👩‍👩‍👧👍🏽', 'Zoë'],
    ['Room #3 * 7', 'Room #3 * 7'],
    ['Mül\u00adler', 'Müller'],
    ['A\u200bnna', 'Anna'],
    ['', 'Guest'],
    ['   ', 'Guest'],
    ['🌟', 'Guest'],
    ['\u0000', 'Guest'],
    ['\u0301\u0327', 'Guest'],
    ['???', 'Guest'],
    ['李 伟', '李 伟'],
    ['broken \ud800 half', 'broken half'],
  ])('%j is written %j', (name, expected) => {
    expect(cleanName(name)).toBe(expected);
  });
  it('is the same where nothing is to be cleaned, and where everything is looked at', () => {
    const letters = ['a', 'B', '7', ' ', '.', '-', '\t', '©', 'É', 'ß', 'ł', 'ǅ', 'ɏ', '\u00a0'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), (name) => {
        expect(cleanName(name)).toBe(cleanName(`${name}\u200b`));
        expect(`${foldName(name)}e`).toBe(foldName(`${name}é`));
      }),
    );
  });

  it('is cut to fifty characters, never inside one', () => {
    expect(cleanName('x'.repeat(70))).toBe('x'.repeat(50));
    expect([...cleanName('𠮷'.repeat(70))]).toHaveLength(50);
    expect(cleanName(`${'x'.repeat(49)} y`)).toBe('x'.repeat(49));
    expect(cleanName(` ${'x'.repeat(50)}`)).toBe('x'.repeat(50));
  });
});

describe('the name of a code made by hand', () => {
  it.each([
    'anna muller',
    'ANNA MÜLLER',
    'AnnaMüller',
    'Smoobu Anna Müller',
    'smoobu: Anna Müller',
    'Anna  Mu\u0308ller',
    '🌟 Anna Müller',
  ])('%j is Anna Müller', (name) => {
    expect(comparableName(name)).toBe(comparableName('Anna Müller'));
  });
  it.each(['Łukasz Groß', 'Lukasz Groß', 'Łukasz Gross'])('%j keeps letters that are not accents', (name) => {
    expect(comparableName(name)).toBe(name.replace(' ', '').toLowerCase());
  });
  it.each(['Anna', 'Anna Müllers', 'Anna-Müller', 'Hanna Müller', 'Anna Müller 2', 'Anna Smoobu Müller'])('%j is another guest', (name) => {
    expect(comparableName(name)).not.toBe(comparableName('Anna Müller'));
  });
  it.each(['', 'Guest', 'guest', 'Smoobu', 'smoobu guest', '🌟', '???', ' - '])('%j never matches', (name) => {
    expect(comparableName(name)).toBe('');
  });
});

describe('names of several stays', () => {
  const stay = (id: number, guestName: string, arrival = '2026-12-12') => booking({ id, guestName, arrival: date(arrival) });
  const named = (...stays: readonly ReturnType<typeof booking>[]): readonly string[] => [...tellApart(stays).values()];
  it.each([
    ['one guest', [stay(1, 'Anna Müller')], ['Anna Müller']],
    ['two of one name', [stay(1, 'Anna Müller'), stay(2, 'anna muller', '2026-12-02')], ['Anna Müller 12 Dec', 'anna muller 2 Dec']],
    ['two of one name and day', [stay(1, 'Anna'), stay(2, 'Anna')], ['Anna 12 Dec 1', 'Anna 12 Dec 2']],
    ['a nameless guest', [stay(1, '')], ['Guest 12 Dec']],
    ['marks only', [stay(1, '\u0301\u0308'), stay(2, '🌟', '2026-12-03')], ['Guest 12 Dec', 'Guest 3 Dec']],
    [
      'long names',
      [stay(1, 'x'.repeat(60)), stay(2, 'x'.repeat(60), '2026-12-03')],
      [`${'x'.repeat(43)} 12 Dec`, `${'x'.repeat(44)} 3 Dec`],
    ],
  ] as const)('can be told apart: %s', (_case, stays, expected) => {
    expect(named(...stays)).toEqual(expected);
  });
});

describe('the forms of a name', () => {
  const DAY = '2026-12-12' as LocalDate;
  function forms(name: string): readonly string[] {
    const found = [nameInForm(name, 0, DAY)];
    for (let form = nextNameForm(name, 0, DAY); form !== null; form = nextNameForm(name, form, DAY))
      found.push(nameInForm(name, form, DAY));
    return found;
  }
  it.each([
    ['Ada', ['Ada', 'Ada 12 Dec', 'Guest 12 Dec']],
    ['Zoë O’Brien', ['Zoë O’Brien', 'Zoe O’Brien', 'Zoe O Brien', 'Zoe O Brien 12 Dec', 'Guest 12 Dec']],
    [
      'Maximiliane von Beispielhausen-Musterfeld',
      [
        'Maximiliane von Beispielhausen-Musterfeld',
        'Maximiliane von Beispielhausen',
        'Maximiliane von Beis',
        'Maximiliane v 12 Dec',
        'Guest 12 Dec',
      ],
    ],
    ['李 伟', ['李 伟', '李 伟 12 Dec', 'Guest 12 Dec']],
    ['Zoë - Ann!', ['Zoë - Ann!', 'Zoe - Ann!', 'Zoe Ann', 'Zoe Ann 12 Dec', 'Guest 12 Dec']],
    ['Zoë Nowak 12 Dec', ['Zoë Nowak 12 Dec', 'Zoe Nowak 12 Dec', 'Guest 12 Dec']],
  ])('of %j, each plainer than the one before', (name, expected) => {
    expect(forms(name)).toEqual(expected);
  });
});

describe('the name that a cloud keeps', () => {
  it.each([
    ['Zoë O’Brien & Łukasz', 'ZOË O’BRIEN & ŁUKASZ'],
    ['Zoë O’Brien & Łukasz', 'Zoe\u0308 O’Brien & Łukasz'],
    ['Zoë O’Brien & Łukasz', 'Zoe OBrien Lukasz'],
    ['Zoë O’Brien & Łukasz', 'Zo&euml; O&#8217;Brien &amp; &#x141;ukasz'],
    ["Zoë O'Brien", "Zo&euml; O\\'Brien"],
    ['Maximiliane von Beispielhausen', 'Maximiliane von Beis'],
    ['Maximiliane von Beispielhausen', 'Maximiliane von B'],
    ['Anna Müller', 'Anna M&#9999999;&#x10FFFF;üller'],
    ['???', ' ??? '],
  ])('is recognised: %j as %j', (wanted, kept) => {
    expect(isKeptForm(kept, wanted)).toBe(true);
  });
  it.each([
    ['Anna Müller', 'Anna'],
    ['Anna Müller', 'Hanna Müller'],
    ['Anna Müller', ''],
    ['李 伟', '? ?'],
    ['!!', '??'],
    ['Maximiliane von Beispielhausen', 'Maximiliane von'],
  ])('is another name: %j and %j', (wanted, kept) => {
    expect(isKeptForm(kept, wanted)).toBe(false);
  });
  it('is no difference, whatever else there is to change', () => {
    const kept = code({ name: 'ANNA MULLER' });
    expect(plan(input({ bookings: [booking()], codes: [kept] })).operations).toEqual([]);
    const [operation] = plan(input({ bookings: [booking({ departure: date('2026-11-28') })], codes: [kept] })).operations;
    expect(Object.keys(operation?.changes ?? {})).toEqual(['end']);
  });
  it('is that of any form in which it may have been sent', () => {
    const stay = {
      fullName: 'Maximiliane von Beispielhausen',
      firstDay: '2026-12-12',
      name: 'Maximiliane von Beispielhausen',
    } as unknown as Claim;
    const isKept = (name: string) => isNameOf(stay, code({ name }), nothingRemembered());
    expect(['Maximiliane v 12 Dec', 'MAXIMILIANE V 12 DEC', 'Guest 12 Dec'].map(isKept)).toEqual([true, true, true]);
    expect(['Maximiliane v 13 Dec', 'Guest'].map(isKept)).toEqual([false, false]);
  });
  it('is remembered where folding does not explain it, without the name', () => {
    const stay = { fullName: '李 伟', firstDay: '2026-11-24', name: '李 伟' } as unknown as Claim;
    const kept = code({ name: '? ?' });
    expect(isNameOf(stay, kept, nothingRemembered())).toBe(false);
    const change = keptName(kept, '李 伟');
    expect(change).toMatchObject({ kind: 'kept-name', key: '900' });
    expect(keptName(code({ name: ' ? ? ' }), '李 伟')).toEqual(change);
    expect(JSON.stringify(change)).not.toMatch(/李|伟/);
    const remembered = { ...nothingRemembered(), 'kept-name': new Map(change?.value == null ? [] : [[change.key, change.value]]) };
    expect([isNameOf(stay, kept, remembered), isNameOf(stay, code({ name: ' ? ? ' }), remembered)]).toEqual([true, true]);
    expect(isNameOf(stay, code({ name: '! !' }), remembered)).toBe(false);
    expect(keptName(code({ name: 'ANNA MULLER' }), 'Anna Müller')).toBeNull();
  });
});
