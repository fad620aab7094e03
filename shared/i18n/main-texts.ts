/** All that the main process says to the host, in every language: tray, notifications, attention, problems and refusals. */
import { refusals as deRefusals } from './de/main-refusals.ts';
import { setupRefusals as deSetup } from './de/main-setup.ts';
import { refusals as enRefusals } from './en/main-refusals.ts';
import { setupRefusals as enSetup } from './en/main-setup.ts';
import { refusals as frRefusals } from './fr/main-refusals.ts';
import { setupRefusals as frSetup } from './fr/main-setup.ts';
import type { ChosenLanguage, Language } from './languages.ts';
import { createTranslate } from './message.ts';
import type { Translate, Translated } from './message.ts';
import { refusals as plRefusals } from './pl/main-refusals.ts';
import { setupRefusals as plSetup } from './pl/main-setup.ts';

const english = { ...enRefusals, ...enSetup } as const;
export type MainCatalogue = typeof english;
export type MainText = Translate<MainCatalogue>;

const CATALOGUES: Readonly<Record<Language, Translated<MainCatalogue>>> = {
  en: english,
  fr: { ...frRefusals, ...frSetup },
  de: { ...deRefusals, ...deSetup },
  pl: { ...plRefusals, ...plSetup },
};

export function mainCatalogue(language: Language): Translated<MainCatalogue> {
  return CATALOGUES[language];
}

export function mainText({ language, locale }: ChosenLanguage): MainText {
  return createTranslate<MainCatalogue>(mainCatalogue(language), locale);
}
