/** How main speaks at the moment: its sentences, and its dates and times, in the host's language. */
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { chooseLanguage } from '../../../shared/i18n/languages.ts';
import type { ChosenLanguage } from '../../../shared/i18n/languages.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import type { MainText } from '../../../shared/i18n/main-texts.ts';

/** Times in the host's language, handed in. */
export interface Formats {
  /** Short, and without the day when it is today: "15:00", "Tue 15:00". */
  time(atMs: number): string;
  date(date: LocalDate): string;
  dateTime(at: LocalDateTime): string;
}
export interface Voice extends ChosenLanguage {
  readonly text: MainText;
  readonly formats: Formats;
}
export interface VoicePorts {
  /** BCP 47 tags, the best liked first. */
  readonly systemLocales: readonly string[];
  readonly formatsFor: (locale: string) => Formats;
}

/** Speaks the language of the settings handed in. The last voice is kept: it is asked for with every change of state. */
export function createVoices({ systemLocales, formatsFor }: VoicePorts): (settings: Pick<Settings, 'app'>) => Voice {
  let last: { readonly setting: Settings['app']['language']; readonly voice: Voice } | null = null;
  return ({ app: { language: setting } }) => {
    if (last?.setting !== setting) {
      const chosen = chooseLanguage(setting, systemLocales);
      last = { setting, voice: { ...chosen, text: mainText(chosen), formats: formatsFor(chosen.locale) } };
    }
    return last.voice;
  };
}
