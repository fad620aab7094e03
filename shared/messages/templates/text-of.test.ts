/** What guests read: exactly the digits to type, the times, and nothing that is left over from a template. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GUEST_LANGUAGES, messageSettingsSchema, templateSchema } from '../../domain/told.ts';
import type { GuestLanguage } from '../../domain/told.ts';
import type { LocalDateTime } from '../../time.ts';
import type { DoorToTell, StayToTell } from '../stay-to-tell.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { pin as pinOf } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, keypadId, lockId, unitId } from '../../../tests/support/ids.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { previewText } from './preview-text.ts';
import { textOf } from './text-of.ts';
import type { WhatToTell } from './text-of.ts';
import type { TextSettings } from './language.ts';
import { BUILT_IN } from './texts/built-in.ts';
import { CHANGES } from '../../domain/told.ts';
import type { Change } from '../../domain/told.ts';
import { validateTemplate } from './validate-template.ts';

const CODE: WhatToTell = { kind: 'code' };
const WINDOW = { start: '2026-11-24T15:00' as LocalDateTime, end: '2026-12-01T01:30' as LocalDateTime };
const PLACE = { lockId: lockId(11), keypadId: keypadId('k') };

function door({
  pin = '4711',
  ...parts
}: Partial<Record<'name' | 'prefix' | 'hint', string>> & { readonly pin?: string | null } = {}): DoorToTell {
  return {
    ...{ ...PLACE, name: 'Front door', prefix: '', hint: '', isVerified: true, isPinByHand: false, window: WINDOW },
    ...parts,
    pin: pin === null ? null : pinOf(pin),
  };
}
function stay(parts: Partial<StayToTell> = {}): StayToTell {
  return {
    ...{ bookingId: bookingId(12), unitId: unitId(5), unitName: 'Vieux Lyon', address: '1 Rue X', guestName: 'Mateo Álvarez' },
    ...{ reference: 'HM123', channelId: null, language: 'en', phone: null, access: 'open', isMuted: false, doors: [door()] },
    ...{ window: WINDOW, startMs: 0, endMs: 0, zone: 'Europe/Paris', now: '2026-11-20T10:00' as LocalDateTime },
    ...parts,
  };
}
function settings(messages: object = {}, templates: readonly object[] = []): TextSettings {
  return {
    messages: messageSettingsSchema.parse({ approvedDrafts: [...GUEST_LANGUAGES], hostName: 'Camille', ...messages }),
    templates: templates.map((one) => templateSchema.parse({ name: 'code', language: 'en', unitId: null, version: 3, ...one })),
  };
}
function text(of: StayToTell, what: WhatToTell = CODE, using: TextSettings = settings()): string {
  const made = textOf(of, what, using);
  return made.ok ? made.value.text.reveal() : made.error;
}

test('an English text is whole, and without what is not known', () => {
  const hint = door({ prefix: '18', hint: 'Press ✓ after the digits' });
  expect(text(stay({ doors: [hint, door({ name: 'Flat' })] }))).toBe(
    [
      'Hello Mateo Álvarez,\n\nHere is your door code:\n\nFront door: 184711 – Press ✓ after the digits\nFlat: 4711',
      'Valid from Tuesday 24 November, 15:00 until Tuesday 1 December, 01:30.',
      'Vieux Lyon\n1 Rue X\n\nHave a pleasant stay!\nCamille\n\nRef. HM123',
    ].join('\n\n'),
  );
  const bare = stay({ guestName: '', address: '', unitName: ' ', doors: [door({ name: '' })] });
  expect(text(bare, CODE, settings({ hostName: '' }))).toBe(
    [
      'Hello,\n\nHere is your door code:\n\n4711\n\nValid from Tuesday 24 November, 15:00 until Tuesday 1 December, 01:30.',
      'Have a pleasant stay!\n\nRef. HM123',
    ].join('\n\n'),
  );
});

test('several doors without names are told apart by their number', () => {
  const doors = [door({ name: '' }), door({ name: 'Flat' }), door({ name: ' ', prefix: '18' })];
  const own = { language: 'de' as const, text: '{doors}' };
  expect(text(stay({ doors, language: 'de' }), CODE, settings({}, [own]))).toBe('Tür 1: 4711\nFlat: 4711\nTür 3: 184711\n\nRef. HM123');
});

test.each<readonly [GuestLanguage, string, string]>([
  ['en', 'Tuesday 24 November, 15:00', 'Tuesday 1 December, 01:30'],
  ['fr', 'mardi 24 novembre à 15h00', 'mardi 1er décembre à 01h30'],
  ['de', 'Dienstag, 24. November, 15:00 Uhr', 'Dienstag, 1. Dezember, 01:30 Uhr'],
  ['pl', 'wtorek, 24 listopada, godz. 15:00', 'wtorek, 1 grudnia, godz. 01:30'],
  ['es', 'martes 24 de noviembre a las 15:00', 'martes 1 de diciembre a la 01:30'],
  ['it', 'martedì 24 novembre, ore 15:00', 'martedì 1 dicembre, ore 01:30'],
  ['nl', 'dinsdag 24 november om 15:00 uur', 'dinsdag 1 december om 01:30 uur'],
  ['pt', 'terça-feira, 24 de novembro, às 15:00', 'terça-feira, 1 de dezembro, à 01:30'],
  ['cs', 'úterý 24. listopadu, 15:00', 'úterý 1. prosince, 01:30'],
  ['uk', 'вівторок, 24 листопада, 15:00', 'вівторок, 1 грудня, 01:30'],
])('in %s, the times are as people write them there', (language, from, until) => {
  const own = { language, text: '{from} / {until} / {pin}' };
  expect(text(stay({ language }), CODE, settings({}, [own]))).toBe(`${from} / ${until} / 4711\n\nRef. HM123`);
});

const digits = (min: number, max: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^\\d{${String(min)},${String(max)}}$`));
const anyDoors = fc.uniqueArray(fc.record({ prefix: digits(0, 4), pin: digits(4, 8), name: hostileText(), hint: hostileText() }), {
  minLength: 1,
  maxLength: 4,
});
const anyWhat: fc.Arbitrary<WhatToTell> = fc.oneof(
  fc.constant(CODE),
  fc
    .subarray([...CHANGES], { minLength: 1 })
    .map(([first = 'pin', ...others]): WhatToTell => ({ kind: 'correction', changes: [first, ...others] })),
);

test('whatever guests, units, doors and hosts are called, a built-in text says each door’s digits and the reference, and has no gaps', () => {
  fc.assert(
    fc.property(
      fc.record({
        ...{ language: fc.constantFrom(...GUEST_LANGUAGES), what: anyWhat, doors: anyDoors, hostName: hostileText() },
        ...{ guestName: hostileText(), unitName: hostileText(), address: hostileText(), reference: hostileText() },
      }),
      ({ language, what, doors, hostName, ...names }) => {
        const made = text(stay({ ...names, language, doors: doors.map(door) }), what, settings({ hostName: hostName.slice(0, 100) }));
        const lines = made.split('\n');
        expect(made).not.toMatch(/[{}<>\r\t\0\u202E\u2028]| {2}|\n\n\n|^\s|\s$/u);
        expect(lines.filter((line) => /\s$|^\s/u.test(line))).toEqual([]);
        const first = lines.indexOf('', lines.indexOf('') + 1);
        expect(first).toBeGreaterThan(0);
        const said = doors.map(({ prefix, pin }) => `${prefix}${pin}`);
        const doorLines = lines.filter((line) => said.some((one) => new RegExp(`(?:^|: )${one}(?: – |$)`, 'u').test(line)));
        expect(doorLines.length).toBeGreaterThanOrEqual(doors.length);
        for (const [index, one] of said.entries()) expect(doorLines[index]).toContain(one);
        expect(lines.at(-1)).toMatch(/^Ref\. \S/u);
        if (what.kind === 'correction') for (const change of what.changes) expect(made).toContain(BUILT_IN[language].changes[change]);
      },
    ),
  );
});

test('what is not known leaves no gap in any language', () => {
  const known = fc.constantFrom('', 'Anna B');
  fc.assert(
    fc.property(
      fc.constantFrom(...GUEST_LANGUAGES),
      anyWhat,
      fc.record({ guestName: known, unitName: known, address: known }),
      fc.record({ name: known, hint: known }),
      known,
      (language, what, names, parts, hostName) => {
        const made = text(stay({ ...names, language, doors: [door(parts)] }), what, settings({ hostName }));
        expect(made.split('\n').filter((line) => /^[\s,;:–-]|[\s–-]$| [,.;]|, ?[!,.]|\( ?\)/u.test(line))).toEqual([]);
        expect(made).not.toMatch(/\n\n\n/);
      },
    ),
  );
});

test('whatever the user writes around them, and whatever is empty, the digits of every door and the reference are in the text', () => {
  const piece = fc.constantFrom(
    ...PLACEHOLDERS.filter((name) => name !== 'change').map((name) => `{${name}}`),
    ...['Code', ':', ', ', ' ', '\n', '\n\n', '. ', '–', '!', '(', ')', 'Hi', '\t', '🙂'],
  );
  const written = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
  const known = fc.constantFrom('', 'Anna B', ':');
  fc.assert(
    fc.property(
      fc.tuple(written, fc.constantFrom('{pin}', '{doors}'), written).map((parts) => parts.join('').trim()),
      fc.record({ guestName: known, unitName: known, address: known }),
      fc.record({ name: known, hint: known, prefix: digits(0, 3) }),
      fc.record({ hostName: known }),
      (own, names, parts, messages) => {
        const made = text(stay({ ...names, doors: [door(parts)] }), CODE, settings(messages, [{ text: own }]));
        expect(made).toContain(`${parts.prefix}4711`);
        expect(made).toContain('HM123');
      },
    ),
  );
});

test('the reference is the last line, or where the template has it', () => {
  const own = { text: '{reference}: {pin}' };
  expect(text(stay(), CODE, settings({}, [own]))).toBe('HM123: 4711');
  expect(text(stay({ reference: '\u0000 ' }), CODE, settings({}, [own]))).toBe('12: 4711');
});

test('a guest’s name is only a name', () => {
  const own = { text: 'Hello {guest}, {pin}' };
  expect(text(stay({ guestName: '{pin} {doors}\n<b>$&$1&lt;' }), CODE, settings({}, [own]))).toBe(
    'Hello pin doors b $&$1 lt;, 4711\n\nRef. HM123',
  );
  expect(text(stay({ guestName: 'x'.repeat(500) }), CODE, settings({}, [own]))).toHaveLength(80 + 'Hello , 4711\n\nRef. HM123'.length);
});

test('the unit’s own text comes before the user’s for all units, and that before the built-in one', () => {
  const all = { text: 'All {pin}' };
  const unit = { text: 'Unit {pin}', unitId: 5, version: 9 };
  expect(text(stay(), CODE, settings({}, [all, unit]))).toMatch(/^Unit 4711/);
  expect(text(stay(), CODE, settings({}, [all, { ...unit, unitId: 6 }]))).toMatch(/^All 4711/);
  const made = (templates: readonly object[]): unknown => {
    const result = textOf(stay(), CODE, settings({}, templates));
    return result.ok && [result.value.language, result.value.version];
  };
  expect(made([all, unit])).toEqual(['en', 9]);
  expect(made([])).toEqual(['en', 0]);
});

test('nothing is said of a door without a PIN, and {pin} not where doors differ', () => {
  expect(text(stay({ doors: [door(), door({ pin: null })] }))).toBe('not-verified');
  expect(text(stay({ doors: [] }))).toBe('not-verified');
  const own = settings({}, [{ text: 'Code {pin}' }]);
  expect(text(stay({ doors: [door(), door()] }), CODE, own)).toMatch(/^Code 4711/);
  expect(text(stay({ doors: [door(), door({ prefix: '9' })] }), CODE, own)).toBe('different-pins');
  expect(text(stay({ doors: [door(), door({ pin: '4712' })] }), CODE, own)).toBe('different-pins');
  // Typed alike, although the locks have different prefixes and PINs.
  expect(text(stay({ doors: [door({ prefix: '47', pin: '1122' }), door({ prefix: '4', pin: '71122' })] }), CODE, own)).toMatch(
    /^Code 471122/,
  );
});

test('a text with mistakes is not sent', () => {
  for (const broken of ['Code {pn} {pin}', 'Code', '{pin', '{change} {pin}']) {
    expect(text(stay(), CODE, settings({}, [{ text: broken }]))).toBe('template-broken');
  }
  const correction: WhatToTell = { kind: 'correction', changes: ['pin'] };
  expect(text(stay(), correction, settings({}, [{ name: 'correction', text: '{pin}' }]))).toBe('template-broken');
});

test('a preview shows dots instead of PINs, also of codes that are not made yet', () => {
  const preview = (parts: Partial<StayToTell>, written: string, name: 'code' | 'correction' = 'code'): string | null =>
    previewText(stay(parts), { name, language: 'en', text: written }, 'Camille');
  const doors = [door({ prefix: '18' }), door({ pin: null })];
  expect(preview({ doors }, '{doors}\n{host}')).toBe('Front door: 18••••\nFront door: ••••\nCamille\n\nRef. HM123');
  expect(preview({ doors: [door(), door({ pin: null })] }, '{pin}')).toBe('••••\n\nRef. HM123');
  expect(preview({ doors }, '{pin}')).toBeNull();
  expect(preview({}, '{change} {pin}', 'correction')).toMatch(/^Your door code has changed\. ••••/);
});

test('the built-in texts have no mistakes, nothing that channels reject, and one sentence for each change', () => {
  for (const { templates, changes } of Object.values(BUILT_IN)) {
    for (const name of ['code', 'correction'] as const) {
      expect(validateTemplate(templates[name], { name, unitId: null, unlike: [{ unitId: 5, name: 'Flat' }] })).toEqual({
        errors: [],
        warnings: [],
      });
    }
    const sentences = CHANGES.map((change: Change) => changes[change]);
    expect(new Set(sentences).size).toBe(CHANGES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^.{}]+\.$/u);
  }
});
