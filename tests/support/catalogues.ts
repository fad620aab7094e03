/** Every catalogue of the main process and the window, found by its file. */
import { readdirSync } from 'node:fs';
import type { Language } from '../../shared/i18n/languages.ts';
import type { Message, Section } from '../../shared/i18n/message.ts';

type Sections = ReadonlyMap<string, Section>;

/** Sections of a language by "file export". */
async function sectionsOf(language: Language): Promise<Sections> {
  const folder = new URL(`../../shared/i18n/${language}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const read = files.sort().map(async (file) => {
    const exports = (await import(new URL(file, folder).href)) as Readonly<Record<string, Section>>;
    return Object.entries(exports).map(([name, section]) => [`${file} ${name}`, section] as const);
  });
  return new Map((await Promise.all(read)).flat());
}
export function formsOf(message: Message): Readonly<Record<string, string>> {
  return typeof message === 'string' ? { text: message } : { ...message };
}

export const CATALOGUES = {
  en: await sectionsOf('en'),
  fr: await sectionsOf('fr'),
  de: await sectionsOf('de'),
  pl: await sectionsOf('pl'),
};
