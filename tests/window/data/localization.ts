/** Main's sentences and dates, by the app's own functions, as its users in each region have them. */
import { createLocalizations } from '../../../electron/app/status/localization.ts';
import type { Localization } from '../../../electron/app/status/localization.ts';
import { createFormats } from '../../../electron/compose/formats.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { NOW_MS, ZONE } from './clock.ts';

/** `locale`: whose dates are shown, where it is of the language. */
export function localizationOf(language: Language, locale: string): Localization {
  const localizations = createLocalizations({
    systemLocales: [locale],
    formatsFor: (chosen) => createFormats(chosen, ZONE, () => NOW_MS),
  });
  const { app } = defaultSettings();
  return localizations({ app: { ...app, language } });
}
export const ENGLISH = localizationOf('en', 'en-GB');
