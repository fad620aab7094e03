/** Compares all catalogues of the main process and the window: same keys and placeholders, all plural forms, nothing left in English. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';
import { placeholdersOf } from './message.ts';
import type { Section } from './message.ts';
import { CATALOGUES, formsOf } from '../../tests/support/catalogues.ts';

/** French uses `many` for millions only, which no count here reaches. */
function neededForms(language: Language): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.filter((category) => language !== 'fr' || category !== 'many').sort();
}

const ENGLISH = CATALOGUES.en;
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');

/** English texts that are the same in another language. */
const SAME_TEXTS: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  fr: [
    'Code',
    'Correction',
    'Ctrl',
    'Message',
    '{start} – {end}',
    '{volts} V',
    'Messages',
    'Services',
    'Codes',
    'Description',
    'description',
    'Latchkey, version {version}',
    'Licence',
    'Licences',
    'Notifications',
    'Pause',
    'Suggestion',
    'Urgent',
    'Version',
    'Version {version}',
  ],
  de: [
    'Code',
    'Text',
    'Esc',
    'Gateway',
    '{start} – {end}',
    '{volts} V',
    'Person',
    'Check-in',
    'Check-in {time}',
    'Check-out',
    'Check-out {time}',
    'Codes',
    'Details',
    'Import',
    'Name',
    'Pause',
    'Version',
    'Version {version}',
  ],
  pl: ['Import', '{count} problem', 'Ctrl', 'Shift', 'Esc', '{start} – {end}', '{volts} V'],
};
function mayBeSame(language: Exclude<Language, 'en'>, text: string): boolean {
  const ownWords = text
    .replace(/\{\w+\}/g, '')
    .replace(/\b(Latchkey|Smoobu|The Keys|CSV|JSON|PIN|PINs|YAML|cron|Debian|ID|id|h|min|s)\b/g, '');
  return SAME_TEXTS[language].includes(text) || !/\p{L}/u.test(ownWords);
}

it('all catalogues are found', () => {
  expect([...ENGLISH.keys()]).toEqual(expect.arrayContaining(['main.ts main', 'main-problems.ts problems', 'common.ts common']));
});

it('no key is in two sections of the main process or of the window', () => {
  for (const isMain of [true, false]) {
    const keys = [...ENGLISH]
      .filter(([name]) => name.startsWith('main-') === isMain && !/^(first|more)-words\.ts/.test(name))
      .flatMap(([, section]) => Object.keys(section));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
});

describe.each(LANGUAGES)('%s', (language) => {
  const sections = CATALOGUES[language];

  it('has the sections and keys of English', () => {
    expect([...sections.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    for (const [name, english] of ENGLISH)
      expect([name, Object.keys(sections.get(name) ?? {}).sort()]).toEqual([name, Object.keys(english).sort()]);
  });

  it('has the placeholders of English', () => {
    for (const [name, english] of ENGLISH) {
      const other = sections.get(name) ?? {};
      const placeholders = (section: Section) =>
        Object.fromEntries(Object.keys(english).map((key) => [key, placeholdersOf(section[key] ?? '').filter((name) => name !== 'count')]));
      expect(placeholders(other)).toEqual(placeholders(english));
    }
  });

  it('has every plural form it needs, and no other', () => {
    const needed = neededForms(language);
    for (const [name, section] of sections) {
      for (const [key, message] of Object.entries(section)) {
        if (typeof message === 'string') continue;
        const forms = Object.keys(message).filter((form) => language !== 'fr' || form !== 'many');
        expect([name, key, forms.sort()]).toEqual([name, key, needed]);
        // Only "one" may leave out the number, since it stands for a single number in most languages.
        for (const [form, text] of Object.entries(message)) {
          if (form !== 'one' && placeholdersOf(ENGLISH.get(name)?.[key] ?? '').includes('count'))
            expect([key, form, text]).toEqual([key, form, expect.stringContaining('{count}')]);
        }
      }
    }
  });

  it('has no empty text and none with spaces at its ends or in a row', () => {
    const odd = [...sections].flatMap(([name, section]) =>
      Object.entries(section).flatMap(([key, message]) =>
        Object.values(formsOf(message))
          .filter((text) => text === '' || text !== text.trim() || text.includes('  '))
          .map((text) => [name, key, text]),
      ),
    );
    expect(odd).toEqual([]);
  });
});

describe.each(TRANSLATIONS)('%s', (language) => {
  it('differs from English except for words that are the same', () => {
    const same = [...ENGLISH].flatMap(([name, english]) =>
      Object.entries(english).flatMap(([key, message]) => {
        const translated = CATALOGUES[language].get(name)?.[key];
        if (translated === undefined) return [];
        const texts = formsOf(translated);
        return Object.entries(formsOf(message))
          .filter(([form, text]) => texts[form] === text && !mayBeSame(language, text))
          .map(([, text]) => [key, text]);
      }),
    );
    expect(same).toEqual([]);
  });
});

it('French has a no-break space before its double punctuation', () => {
  const wrong = [...CATALOGUES.fr].flatMap(([name, section]) =>
    Object.entries(section).flatMap(([key, message]) =>
      Object.values(formsOf(message))
        .filter((text) => /[ \p{L}][:;?!»](\s|$)|« /u.test(text))
        .map((text) => [name, key, text]),
    ),
  );
  expect(wrong).toEqual([]);
});
