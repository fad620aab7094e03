import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../time.ts';
import { refusedField } from './refused-field.ts';
import { isWaiting, learn, refusalNow, settled } from './refusals.ts';
import type { Refusal } from './refusals.ts';

const NOW_MS = 1_800_000_000_000;
const DRAW = { attempt: 0, length: 4 };
const NEXT = { pin: true, note: null, name: 1, start: 1, print: 7 };
const write = (said: string | undefined, next: typeof NEXT | Record<string, unknown> = {}) => ({
  pinDraw: DRAW,
  next: { ...NEXT, ...next },
  said,
});

describe('what a refusal is about', () => {
  it.each<readonly [string | undefined, string | null]>([
    ['Ce code existe déjà', 'pin'],
    ['code: Cette valeur est déjà utilisée', 'pin'],
    ['Le code ne doit contenir que des chiffres', 'pin'],
    ['This PIN is already in use', 'pin'],
    ['Der Code enthält eine Ziffer, die es nicht gibt', 'pin'],
    ['Kod jest już zajęty', 'pin'],
    ['Le nom du code est trop long', 'name'],
    ['nom: Cette chaîne est trop longue', 'name'],
    ['The name must be unique', 'name'],
    ['Nazwa kodu jest za długa', 'name'],
    ['La date de début du code est dans le passé', 'start'],
    ['date_debut: valeur non valide', 'start'],
    ...[
      'date de début',
      'DATE DE DEBUT',
      'heure de début',
      'dans le passé',
      'déjà passée',
      'start date',
      'starttime',
      'start_date',
      'start-time',
    ].map((said) => [`${said}: invalide`, 'start'] as const),
    ['Data jest w przeszłości', 'start'],
    ['Le nom contient des caractères interdits', 'name'],
    ['Imię jest za długie', 'name'],
    ['The code has an invalid length', 'pin'],
    ['Only one digit allowed', 'pin'],
    ['The start of the code is in the past', 'start'],
    ['Der Beginn liegt in der Vergangenheit', 'start'],
    ['La description du code est trop longue', 'note'],
    ['description: too long', 'note'],
    ['nom: too long; description: too long', 'note'],
    ['Die Beschreibung ist zu lang', 'note'],
    ['Opis jest za długi', 'note'],
    ['Le clavier est plein', 'full'],
    ['Nombre maximum de codes atteint', 'full'],
    ['The keypad is full', 'full'],
    ['Formulaire invalide', null],
    ['Nombre invalide', null],
    ['', null],
    [undefined, null],
  ])('%j is about %s', (said, field) => {
    expect(refusedField(said)).toBe(field);
  });
});

describe('the next try', () => {
  it.each([
    ['code: déjà utilisé', {}, { draws: [DRAW], name: 0, start: 0 }],
    ['nom: trop long', {}, { draws: [], name: 1, start: 0 }],
    ['date de début dans le passé', {}, { draws: [], name: 0, start: 1 }],
    ['Non', {}, { draws: [DRAW], name: 0, start: 0 }],
    ['Non', { pin: false }, { draws: [], name: 1, start: 0 }],
    ['description: trop longue', { note: 2 }, { draws: [], note: 2, name: 0, start: 0 }],
    ['Non', { pin: false, note: 1 }, { draws: [], note: 1, name: 0, start: 0 }],
    ['Non', { pin: false, name: null }, { draws: [], name: 0, start: 1 }],
  ])('after %j with %j', (said, next, expected) => {
    const lesson = learn(null, write(said, next), NOW_MS);
    expect(lesson).toMatchObject({ hasNext: true, refusal: { ...expected, tries: 0, said } });
  });

  it.each([
    ['code: déjà utilisé', { pin: false }, true],
    ['nom: trop long', { name: null }, false],
    ['description: trop longue', {}, false],
    ['date de début dans le passé', { start: null }, false],
    ['Le clavier est plein', {}, false],
    ['Non', { pin: false, name: null, start: null }, false],
  ])('there is none after %j with %j', (said, next, isKeptPin) => {
    expect(learn(null, write(said, next), NOW_MS)).toMatchObject({ hasNext: false, refusal: { tries: 1, nextMs: 0, isKeptPin } });
  });

  it('comes at a growing distance once everything was tried', () => {
    let known: Refusal | null = null;
    const pauses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      known = learn(known, write('Non', { pin: false, name: null, start: null }), NOW_MS).refusal;
      pauses.push(known.nextMs === 0 ? 0 : known.nextMs - NOW_MS);
      expect(isWaiting(known, NOW_MS)).toBe(known.nextMs !== 0);
      expect(isWaiting(known, known.nextMs)).toBe(false);
    }
    expect(pauses).toEqual([0, 0, HOUR_MS, 6 * HOUR_MS, DAY_MS, DAY_MS]);
    // The clock was ahead when it was recorded.
    expect(known !== null && isWaiting(known, NOW_MS - 2 * DAY_MS)).toBe(false);
    expect(known !== null && isWaiting(settled(known), NOW_MS)).toBe(false);
  });

  it('starts again when something else is wanted, without the PINs that were refused', () => {
    const { refusal } = learn(null, write('code'), NOW_MS);
    const { refusal: later } = learn(refusal, write('Non', { pin: false, name: null, start: null }), NOW_MS);
    expect(refusalNow(later, 7)).toBe(later);
    expect(refusalNow(later, 8)).toMatchObject({ draws: [DRAW], tries: 0, name: 0, start: 0, said: null });
  });

  it('ends, whatever is said', () => {
    const said = fc.constantFrom('code', 'nom', 'date de début', 'Non', 'plein', undefined);
    fc.assert(
      fc.property(fc.array(said, { minLength: 200, maxLength: 200 }), (answers) => {
        let known: Refusal | null = null;
        let tries = 0;
        for (const [attempt, answer] of answers.entries()) {
          const name = known === null || known.name < 6 ? (known?.name ?? 0) + 1 : null;
          const start = known === null || known.start < 2 ? (known?.start ?? 0) + 1 : null;
          const lesson = learn(
            known,
            { pinDraw: { attempt, length: 4 }, next: { pin: true, note: null, name, start, print: 1 }, said: answer },
            NOW_MS,
          );
          known = lesson.refusal;
          tries += 1;
          if (!lesson.hasNext) break;
        }
        expect(tries).toBeLessThanOrEqual(60 + 6 + 2 + 1);
        expect(known?.draws.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a lesson', () => {
  const none = { pinDraw: null, next: null };
  it('without anything left to try is that the write waits', () => {
    for (const said of ['code', 'nom', 'date de début', 'Non', undefined]) {
      const { refusal, hasNext } = learn(null, { ...none, said }, NOW_MS);
      expect([hasNext, refusal.tries, refusal.print, refusal.draws]).toEqual([false, 1, 0, []]);
    }
  });
  it('about a PIN needs one that was drawn', () => {
    const next = { pin: true, note: null, name: null, start: null, print: 1 };
    expect(learn(null, { pinDraw: null, next, said: 'code' }, NOW_MS).hasNext).toBe(false);
  });
  it.each([
    ['code', 60],
    [undefined, 3],
  ])('is at most so many PINs, when %s is said: %d', (said, most) => {
    const next = { pin: true, note: null, name: null, start: null, print: 1 };
    let known: Refusal | null = null;
    let draws = 0;
    for (; draws < 99; draws += 1) {
      const lesson = learn(known, { pinDraw: { attempt: draws, length: 4 }, next, said }, NOW_MS);
      known = lesson.refusal;
      if (!lesson.hasNext) break;
    }
    expect(draws).toBe(most);
  });
  it('keeps the form that worked', () => {
    const known = { ...learn(null, { ...none, said: 'code' }, NOW_MS).refusal, name: 2, nextMs: NOW_MS + 1 };
    expect(known.isKeptPin).toBe(true);
    expect(settled(known)).toEqual({ ...known, isKeptPin: false, tries: 0, nextMs: 0, said: null });
    expect([isWaiting(known, NOW_MS), isWaiting({ ...known, tries: 0 }, NOW_MS)]).toEqual([true, false]);
  });
});
