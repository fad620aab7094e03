/** All that the main process says to the host, in every language: tray, notifications, attention, problems and refusals. */
import { failures as deFailures } from './de/main-failures.ts';
import { notices as deNotices } from './de/main-notices.ts';
import { problems as deProblems } from './de/main-problems.ts';
import { program as deProgram } from './de/main-program.ts';
import { refusals as deRefusals } from './de/main-refusals.ts';
import { setupRefusals as deSetup } from './de/main-setup.ts';
import { tray as deTray } from './de/main-tray.ts';
import { failures as enFailures } from './en/main-failures.ts';
import { notices as enNotices } from './en/main-notices.ts';
import { problems as enProblems } from './en/main-problems.ts';
import { program as enProgram } from './en/main-program.ts';
import { refusals as enRefusals } from './en/main-refusals.ts';
import { setupRefusals as enSetup } from './en/main-setup.ts';
import { tray as enTray } from './en/main-tray.ts';
import { failures as frFailures } from './fr/main-failures.ts';
import { notices as frNotices } from './fr/main-notices.ts';
import { problems as frProblems } from './fr/main-problems.ts';
import { program as frProgram } from './fr/main-program.ts';
import { refusals as frRefusals } from './fr/main-refusals.ts';
import { setupRefusals as frSetup } from './fr/main-setup.ts';
import { tray as frTray } from './fr/main-tray.ts';
import type { ChosenLanguage, Language } from './languages.ts';
import { createTranslate } from './message.ts';
import type { Translate, Translated } from './message.ts';
import { failures as plFailures } from './pl/main-failures.ts';
import { notices as plNotices } from './pl/main-notices.ts';
import { problems as plProblems } from './pl/main-problems.ts';
import { program as plProgram } from './pl/main-program.ts';
import { refusals as plRefusals } from './pl/main-refusals.ts';
import { setupRefusals as plSetup } from './pl/main-setup.ts';
import { tray as plTray } from './pl/main-tray.ts';

const english = { ...enTray, ...enNotices, ...enProblems, ...enFailures, ...enRefusals, ...enSetup, ...enProgram } as const;
export type MainCatalogue = typeof english;
export type MainText = Translate<MainCatalogue>;

const CATALOGUES: Readonly<Record<Language, Translated<MainCatalogue>>> = {
  en: english,
  fr: { ...frTray, ...frNotices, ...frProblems, ...frFailures, ...frRefusals, ...frSetup, ...frProgram },
  de: { ...deTray, ...deNotices, ...deProblems, ...deFailures, ...deRefusals, ...deSetup, ...deProgram },
  pl: { ...plTray, ...plNotices, ...plProblems, ...plFailures, ...plRefusals, ...plSetup, ...plProgram },
};

export function mainCatalogue(language: Language): Translated<MainCatalogue> {
  return CATALOGUES[language];
}

export function mainText({ language, locale }: ChosenLanguage): MainText {
  return createTranslate<MainCatalogue>(mainCatalogue(language), locale);
}
