/** All texts that the main process shows to the user, in every language. */
import { acts as deActs } from './de/main-acts.ts';
import { covered as deCovered } from './de/main-covered.ts';
import { doors as deDoors } from './de/main-doors.ts';
import { menu as deMenu } from './de/main-menu.ts';
import { readiness as deReadiness } from './de/main-readiness.ts';
import { tellingProblems as deTelling } from './de/main-telling.ts';
import { messageRefusals as deMessages } from './de/main-messages.ts';
import { templates as deTemplates } from './de/main-templates.ts';
import { main as de } from './de/main.ts';
import { problems as deProblems } from './de/main-problems.ts';
import { acts as enActs } from './en/main-acts.ts';
import { covered as enCovered } from './en/main-covered.ts';
import { doors as enDoors } from './en/main-doors.ts';
import { menu as enMenu } from './en/main-menu.ts';
import { readiness as enReadiness } from './en/main-readiness.ts';
import { tellingProblems as enTelling } from './en/main-telling.ts';
import { messageRefusals as enMessages } from './en/main-messages.ts';
import { templates as enTemplates } from './en/main-templates.ts';
import { main as en } from './en/main.ts';
import { problems as enProblems } from './en/main-problems.ts';
import { acts as frActs } from './fr/main-acts.ts';
import { covered as frCovered } from './fr/main-covered.ts';
import { doors as frDoors } from './fr/main-doors.ts';
import { menu as frMenu } from './fr/main-menu.ts';
import { readiness as frReadiness } from './fr/main-readiness.ts';
import { tellingProblems as frTelling } from './fr/main-telling.ts';
import { messageRefusals as frMessages } from './fr/main-messages.ts';
import { templates as frTemplates } from './fr/main-templates.ts';
import { main as fr } from './fr/main.ts';
import { problems as frProblems } from './fr/main-problems.ts';
import type { ChosenLanguage, Language } from './languages.ts';
import { createTranslate } from './message.ts';
import type { Translate, Translated } from './message.ts';
import { acts as plActs } from './pl/main-acts.ts';
import { covered as plCovered } from './pl/main-covered.ts';
import { doors as plDoors } from './pl/main-doors.ts';
import { menu as plMenu } from './pl/main-menu.ts';
import { readiness as plReadiness } from './pl/main-readiness.ts';
import { tellingProblems as plTelling } from './pl/main-telling.ts';
import { messageRefusals as plMessages } from './pl/main-messages.ts';
import { templates as plTemplates } from './pl/main-templates.ts';
import { main as pl } from './pl/main.ts';
import { problems as plProblems } from './pl/main-problems.ts';

const english = {
  ...en,
  ...enProblems,
  ...enTelling,
  ...enReadiness,
  ...enActs,
  ...enDoors,
  ...enTemplates,
  ...enMessages,
  ...enCovered,
  ...enMenu,
} as const;
export type MainCatalogue = typeof english;
export type MainText = Translate<MainCatalogue>;

const CATALOGUES: Readonly<Record<Language, Translated<MainCatalogue>>> = {
  en: english,
  fr: { ...fr, ...frProblems, ...frTelling, ...frReadiness, ...frActs, ...frDoors, ...frTemplates, ...frMessages, ...frCovered, ...frMenu },
  de: { ...de, ...deProblems, ...deTelling, ...deReadiness, ...deActs, ...deDoors, ...deTemplates, ...deMessages, ...deCovered, ...deMenu },
  pl: { ...pl, ...plProblems, ...plTelling, ...plReadiness, ...plActs, ...plDoors, ...plTemplates, ...plMessages, ...plCovered, ...plMenu },
};

export function mainCatalogue(language: Language): Translated<MainCatalogue> {
  return CATALOGUES[language];
}

export function mainText({ language, locale }: ChosenLanguage): MainText {
  return createTranslate<MainCatalogue>(mainCatalogue(language), locale);
}
