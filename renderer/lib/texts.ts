/** The window's texts in the user's language: first those of the page that most windows open with, and the rest while nobody waits. */
import type { Appearance } from '../../shared/domain/app-state.ts';
import type { firstWords } from '../../shared/i18n/en/first-words.ts';
import type { windowCatalogue } from '../../shared/i18n/en/window.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import type { Translate, Translated } from '../../shared/i18n/message.ts';

type WindowCatalogue = typeof windowCatalogue;
export type WindowKey = keyof WindowCatalogue;
export type WindowTranslate = Translate<WindowCatalogue>;

interface Loaders {
  readonly first: () => Promise<{ readonly firstWords: Translated<typeof firstWords> }>;
  readonly all: () => Promise<{ readonly windowCatalogue: Translated<WindowCatalogue> }>;
}
const LOADERS: Readonly<Record<Language, Loaders>> = {
  en: { first: () => import('../../shared/i18n/en/first-words.ts'), all: () => import('../../shared/i18n/en/window.ts') },
  fr: { first: () => import('../../shared/i18n/fr/first-words.ts'), all: () => import('../../shared/i18n/fr/window.ts') },
  de: { first: () => import('../../shared/i18n/de/first-words.ts'), all: () => import('../../shared/i18n/de/window.ts') },
  pl: { first: () => import('../../shared/i18n/pl/first-words.ts'), all: () => import('../../shared/i18n/pl/window.ts') },
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
  const { windowCatalogue: words } = await LOADERS[language].all();
  return { language, locale, t: createTranslate<WindowCatalogue>(words, locale), areAll: true };
}
