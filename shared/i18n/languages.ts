/** The supported languages, and how one is chosen. */

export const LANGUAGES = ['en', 'fr', 'de', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language, so that its readers recognise it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', de: 'Deutsch', pl: 'Polski' };

export interface ChosenLanguage {
  readonly language: Language;
  /** A BCP 47 tag for dates, times and numbers. It has the system's region when the system has the same language. */
  readonly locale: string;
}

/** `systemLocales`: BCP 47 tags in order of preference. English when none of their languages is supported. */
export function chooseLanguage(setting: Language | 'system', systemLocales: readonly string[]): ChosenLanguage {
  const spoken = systemLocales.filter(isLocale);
  if (setting !== 'system') return { language: setting, locale: spoken.find((tag) => languageOf(tag) === setting) ?? setting };
  for (const locale of spoken) {
    const language = LANGUAGES.find((candidate) => candidate === languageOf(locale));
    if (language !== undefined) return { language, locale };
  }
  return { language: 'en', locale: 'en' };
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}
function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
