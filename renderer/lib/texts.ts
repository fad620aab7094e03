/** The window's texts in the user's language: first those of the page that most windows open with, and the rest while nobody waits. */
import type { Appearance } from '../../shared/domain/app-state.ts';
import type { firstWords } from '../../shared/i18n/en/first-words.ts';
import type { moreWords } from '../../shared/i18n/en/more-words.ts';
import type { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import type { Translate, Translated } from '../../shared/i18n/message.ts';

type WindowCatalogue = typeof windowCatalogue;
export type WindowKey = keyof WindowCatalogue;
export type WindowTranslate = Translate<WindowCatalogue>;

interface Loaders {
  readonly first: () => Promise<{ readonly firstWords: Translated<typeof firstWords> }>;
  /** In a file that needs none of the others: the bundler would put the first words into two files, one after the other. */
  readonly more: () => Promise<{ readonly moreWords: Translated<typeof moreWords> }>;
}
const LOADERS: Readonly<Record<Language, Loaders>> = {
  en: { first: () => import('../../shared/i18n/en/first-words.ts'), more: () => import('../../shared/i18n/en/more-words.ts') },
  fr: { first: () => import('../../shared/i18n/fr/first-words.ts'), more: () => import('../../shared/i18n/fr/more-words.ts') },
  de: { first: () => import('../../shared/i18n/de/first-words.ts'), more: () => import('../../shared/i18n/de/more-words.ts') },
  pl: { first: () => import('../../shared/i18n/pl/first-words.ts'), more: () => import('../../shared/i18n/pl/more-words.ts') },
};

export interface Words extends Pick<Appearance, 'language' | 'locale'> {
  readonly t: WindowTranslate;
  /** False: those of the frame and of Today only. */
  readonly areAll: boolean;
}

/** Of the frame and of Today. A test makes sure that they use no others. */
export async function loadFirstWords({ language, locale }: Pick<Appearance, 'language' | 'locale'>): Promise<Words> {
  const { firstWords: words } = await LOADERS[language].first();
  return { language, locale, t: createTranslate<WindowCatalogue>(words as Translated<WindowCatalogue>, locale), areAll: false };
}

export async function loadWords({ language, locale }: Pick<Appearance, 'language' | 'locale'>): Promise<Words> {
  const { first, more } = LOADERS[language];
  const [firsts, others] = await Promise.all([first(), more()]);
  const words: Translated<WindowCatalogue> = { ...firsts.firstWords, ...others.moreWords };
  return { language, locale, t: createTranslate<WindowCatalogue>(words, locale), areAll: true };
}
