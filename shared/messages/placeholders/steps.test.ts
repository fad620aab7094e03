/** What is written at Smoobu: never to what is somebody else's, and once it is done, nothing more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pin } from '../../domain/code.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { KeptPlaceholder } from '../../domain/told.ts';
import { Secret } from '../../secret.ts';
import { DAY_MS, MINUTE_MS } from '../../time.ts';
import { DIGESTS, NO_DIGESTS, TELL_MS } from '../../../tests/support/to-tell.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { foldText } from '../templates/fold-text.ts';
import { knownPins, neutralText, oursOf } from './ours.ts';
import type { ListedPlaceholder } from './ours.ts';
import { isBackedOff, keptAfter, needsReading, stepFor, targetsOf } from './steps.ts';
import type { Step, Target } from './steps.ts';

const ID = bookingId(12);
const KEY = 'latchkeyPin';
interface Row extends ListedPlaceholder {
  readonly id: number;
}
function row(value: string, changes: Partial<Row> = {}): Row {
  return { id: 1, key: KEY, owner: { kind: 'booking', bookingId: ID }, value: new Secret(value), hasTranslations: false, ...changes };
}
function kept(changes: Partial<KeptPlaceholder> = {}): KeptPlaceholder {
  return { bookingId: ID, key: KEY, state: 'set', text: textDigest('284711'), untilMs: TELL_MS + DAY_MS, tries: 0, nextMs: 0, ...changes };
}
function textDigest(text: string): string {
  return DIGESTS.digestText(foldText(text)) ?? '';
}
type Rest = Parameters<typeof oursOf> extends [unknown, ...infer R] ? R : never;
const KNOWN = knownPins(
  ID,
  nothingRemembered(),
  ['4711', '5822'].map((pin) => ({ prefix: '28', pin: pin as Pin })),
  DIGESTS,
  (pin) => pin === '3344',
);
function isOurs(...[one, ...rest]: [Row, ...Rest]): boolean {
  return oursOf([one], ...rest).length > 0;
}
function target(text: string | null, one?: KeptPlaceholder): Target {
  const want = text === null ? null : { key: KEY, text, digest: textDigest(text) };
  return { bookingId: ID, key: KEY, want, kept: one, known: KNOWN, language: null, untilMs: TELL_MS + DAY_MS };
}

describe('ours', () => {
  test('is one of two only by what it says', () => {
    const [ours, other] = [row('284711'), row('Ask us', { id: 2 })];
    expect(oursOf([other, ours], kept(), KNOWN, DIGESTS)).toEqual([ours]);
    expect(oursOf([other, row('Ask them', { id: 3 })], kept(), KNOWN, DIGESTS)).toEqual([]);
  });

  test.each([
    ['284711', true],
    ['4711', true],
    [' 28 ', false],
    ['5822', true],
    ['6933', false],
    ['283344', true],
    ['Front: 284711\nFlat: 5822 – press ✓', true],
    ['Front: 284711<br>Flat: 6933', false],
    ['Your code is 284711', false],
    ['Tür 2: 284711 – zuerst 5 drücken', true],
    ['', false],
    [neutralText('pl'), true],
  ])('%j without a record: %s', (value, expected) => {
    expect(isOurs(row(value), undefined, KNOWN, DIGESTS)).toBe(expected);
  });

  test('also what the register names; but a name that is taken, or that was only tried, is none', () => {
    const isNamed = (state: KeptPlaceholder['state']) => isOurs(row('Ask us'), kept({ state }), KNOWN, DIGESTS);
    expect((['set', 'clearing', 'neutral', 'translated', 'taken', 'setting'] as const).map(isNamed)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isOurs(row('any text'), kept({ state: 'setting', text: textDigest('any  text') }), KNOWN, DIGESTS)).toBe(true);
    expect(isOurs(row('284711'), undefined, KNOWN, NO_DIGESTS)).toBe(false);
  });
});

const value = fc.constantFrom('284711', '4711', '285822', '6933', 'Ask us', neutralText('en'), neutralText('fr'));
const rows = fc.array(
  fc.record({
    value,
    key: fc.constantFrom(KEY, KEY, KEY, 'doorPin'),
    owner: fc.constantFrom<Row['owner'][]>(
      { kind: 'booking', bookingId: ID },
      { kind: 'booking', bookingId: ID },
      { kind: 'booking', bookingId: bookingId(13) },
      { kind: 'unit' },
      null,
    ),
    hasTranslations: fc.constantFrom(false, false, true),
  }),
  { maxLength: 4 },
);
const record = fc.option(fc.constantFrom(...(['setting', 'set', 'clearing', 'neutral', 'translated', 'taken'] as const)), { nil: null });

/** As if every request worked; `refusesDelete`: by a neutral text where there are no translations. */
function carriedOut(list: readonly Row[], step: Step<Row>, refusesDelete: boolean): readonly Row[] {
  const clears = 'clear' in step ? step.clear : [];
  const left = list.flatMap((one): readonly Row[] => {
    if (!clears.includes(one))
      return step.kind === 'update' && step.placeholder === one ? [{ ...one, value: new Secret(step.want.text) }] : [one];
    return refusesDelete ? [one.hasTranslations ? one : { ...one, value: new Secret(neutralText(null)) }] : [];
  });
  return step.kind === 'create' ? [...left, row(step.want.text, { id: 99 })] : left;
}

test('what is not ours is never written, and a step that was carried out leaves nothing to do', () => {
  fc.assert(
    fc.property(
      rows,
      record,
      fc.option(fc.constantFrom('284711', '285822'), { nil: null }),
      fc.boolean(),
      (found, state, want, refusesDelete) => {
        const list = found.map(({ value: text, ...one }, id) => row(text, { ...one, id }));
        const one = state === null ? undefined : kept({ state });
        const to = target(want, one);
        const ours = oursOf(
          list.filter(({ key, owner }) => key === KEY && owner?.kind === 'booking' && owner.bookingId === ID),
          one,
          KNOWN,
          DIGESTS,
        );
        const step = stepFor(to, list, { digests: DIGESTS });
        const touched = [...('clear' in step ? step.clear : []), ...(step.kind === 'update' ? [step.placeholder] : [])];
        for (const listed of touched) {
          expect(listed).toMatchObject({ key: KEY, owner: { kind: 'booking', bookingId: ID } });
          expect(ours).toContain(listed);
        }
        if (step.kind === 'update') expect(step.placeholder.hasTranslations).toBe(false);
        const isForeign = (listed: Row) =>
          listed.key === KEY && (listed.owner?.kind !== 'booking' || (listed.owner.bookingId === ID && !ours.includes(listed)));
        if (want !== null && list.some(isForeign)) expect(step.kind).toBe('taken');
        const after = carriedOut(list, step, refusesDelete);
        const left = want === null ? after.filter(({ id }) => touched.some((other) => other.id === id)) : after;
        const again = stepFor(to, left, { digests: DIGESTS });
        const isStuck = refusesDelete && touched.some(({ hasTranslations }) => hasTranslations);
        if (!isStuck && !(refusesDelete && want !== null && touched.length > 0))
          expect(['done', 'neutral', 'translated', 'taken']).toContain(again.kind);
        if (want === null && !isStuck) expect(['done', 'neutral']).toContain(again.kind);
      },
    ),
    { numRuns: 500 },
  );
});

describe('when the list is read', () => {
  const until = TELL_MS + DAY_MS;
  test.each([
    [true, '284711', undefined],
    [false, '284711', {}],
    [true, '285822', {}],
    [true, '284711', { state: 'setting' }],
    [false, '284711', { state: 'setting', tries: 1, nextMs: TELL_MS + 1 }],
    [true, '284711', { state: 'setting', tries: 1, nextMs: TELL_MS }],
    [false, '284711', { state: 'translated' }],
    [false, '284711', { state: 'taken', nextMs: until }],
    [true, '284711', { state: 'taken', nextMs: TELL_MS }],
    [true, '284711', { state: 'neutral' }],
    [true, '284711', { state: 'clearing' }],
    [true, null, { state: 'clearing' }],
    [true, null, { state: 'set' }],
    [false, null, { state: 'neutral' }],
    [false, null, { state: 'taken' }],
    [false, null, undefined],
  ] as const)('%s for %j with %j', (expected, want, one) => {
    expect(needsReading(target(want, one === undefined ? undefined : kept(one)), TELL_MS)).toBe(expected);
  });

  test('a value that was refused is tried again after longer and longer, another one at once', () => {
    let one = keptAfter(target('284711'), { kind: 'create', want: target('284711').want!, clear: [] }, TELL_MS);
    const waits = [one?.nextMs];
    for (let tries = 2; tries < 9; tries += 1) {
      one = keptAfter(target('284711', { ...one!, nextMs: 0 }), { kind: 'create', want: target('284711').want!, clear: [] }, TELL_MS);
      waits.push(one?.nextMs);
    }
    expect(waits.map((atMs) => ((atMs ?? 0) - TELL_MS) / MINUTE_MS)).toEqual([1, 5, 15, 60, 60, 60, 1_440, 1_440]);
    expect([isBackedOff(target('284711', one!), TELL_MS), isBackedOff(target('285822', one!), TELL_MS)]).toEqual([true, false]);
  });
});

describe('bookings that are no stays any more', () => {
  const remembered = { ...nothingRemembered(), placeholder: new Map([['12 latchkeyPin', kept()]]) };
  const settings = {} as never;
  const facts = {
    settings,
    nowMs: TELL_MS,
    remembered,
    isUnknown: false,
    isDoubtful: false,
    digests: DIGESTS,
    replacedPins: () => () => false,
  };
  test.each([
    ['cancelled', 1, { state: 'cancelled' as const }, true, true],
    ['live, in a unit without doors', 0, { state: 'live' as const }, false, true],
    ['gone and without a code', 1, null, false, true],
    ['gone, with a code', 0, null, true, true],
    ['gone from a list that is not whole', 0, null, false, false],
  ])('%s', (_name, count, booking, hasCode, isComplete) => {
    const bookings = new Map(booking === null ? [] : [[ID, booking] as const]);
    const scope = { claim: null, bookings, hasCode: () => hasCode, isComplete, replacedPins: () => () => false };
    expect(targetsOf([], facts, scope).map(({ want }) => want)).toEqual(Array.from({ length: count }, () => null));
    expect(targetsOf([], { ...facts, nowMs: TELL_MS + DAY_MS }, scope)).toHaveLength(1);
    expect(targetsOf([], facts, { ...scope, claim: bookingId(13) })).toEqual([]);
  });
});
