/** The sentences of the main process and its date formats, in the user's language. */
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { chooseLanguage } from '../../../shared/i18n/languages.ts';
import type { ChosenLanguage } from '../../../shared/i18n/languages.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import type { MainText } from '../../../shared/i18n/main-texts.ts';

/** Dates and times in the user's language. */
export interface Formats {
  /** Short, and without the day when it is today: "15:00", "Tue 15:00". */
  time(atMs: number): string;
  /** A time on a door's clock. */
  wallTime(time: WallTime): string;
  /** "Thu 26 Nov"; with its year where it is most of a year away. */
  date(date: LocalDate): string;
  dateTime(at: LocalDateTime): string;
  /** "today" and "tomorrow" where it is. */
  nearDate(date: LocalDate): string;
}
export interface Localization extends ChosenLanguage {
  readonly text: MainText;
  readonly formats: Formats;
}
export interface LocalizationPorts {
  /** BCP 47 tags, the preferred one first. */
  readonly systemLocales: readonly string[];
  readonly formatsFor: (locale: string) => Formats;
}

/** The localization for the given settings. The last one is cached, since every change of state asks for it. */
export function createLocalizations({ systemLocales, formatsFor }: LocalizationPorts): (settings: Pick<Settings, 'app'>) => Localization {
  let last: { readonly setting: Settings['app']['language']; readonly localization: Localization } | null = null;
  return ({ app: { language: setting } }) => {
    if (last?.setting !== setting) {
      const chosen = chooseLanguage(setting, systemLocales);
      last = { setting, localization: { ...chosen, text: mainText(chosen), formats: formatsFor(chosen.locale) } };
    }
    return last.localization;
  };
}
