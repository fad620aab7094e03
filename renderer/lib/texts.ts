/** The window's texts: the catalogue of the user's language, loaded on demand. */
import type { Appearance } from '../../shared/domain/app-state.ts';
import type { windowCatalogue } from '../../shared/i18n/en/window.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import type { Translate, Translated } from '../../shared/i18n/message.ts';

type WindowCatalogue = typeof windowCatalogue;
export type WindowKey = keyof WindowCatalogue;
export type WindowTranslate = Translate<WindowCatalogue>;

const LOADERS: Readonly<Record<Language, () => Promise<{ windowCatalogue: Translated<WindowCatalogue> }>>> = {
  en: () => import('../../shared/i18n/en/window.ts'),
  fr: () => import('../../shared/i18n/fr/window.ts'),
  de: () => import('../../shared/i18n/de/window.ts'),
  pl: () => import('../../shared/i18n/pl/window.ts'),
};

export async function loadTexts({ language, locale }: Pick<Appearance, 'language' | 'locale'>): Promise<WindowTranslate> {
  const { windowCatalogue } = await LOADERS[language]();
  return createTranslate<WindowCatalogue>(windowCatalogue, locale);
}
