/** All texts that the main process shows to the user, in every language. */
import { main as de } from './de/main.ts';
import { problems as deProblems } from './de/main-problems.ts';
import { main as en } from './en/main.ts';
import { problems as enProblems } from './en/main-problems.ts';
import { main as fr } from './fr/main.ts';
import { problems as frProblems } from './fr/main-problems.ts';
import type { ChosenLanguage, Language } from './languages.ts';
import { createTranslate } from './message.ts';
import type { Translate, Translated } from './message.ts';
import { main as pl } from './pl/main.ts';
import { problems as plProblems } from './pl/main-problems.ts';

const english = { ...en, ...enProblems } as const;
export type MainCatalogue = typeof english;
export type MainText = Translate<MainCatalogue>;

const CATALOGUES: Readonly<Record<Language, Translated<MainCatalogue>>> = {
  en: english,
  fr: { ...fr, ...frProblems },
  de: { ...de, ...deProblems },
  pl: { ...pl, ...plProblems },
};

export function mainCatalogue(language: Language): Translated<MainCatalogue> {
  return CATALOGUES[language];
}

export function mainText({ language, locale }: ChosenLanguage): MainText {
  return createTranslate<MainCatalogue>(mainCatalogue(language), locale);
}
