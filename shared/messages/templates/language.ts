/** Which language a guest is written to in. */
import { GUEST_LANGUAGES } from '../../domain/told.ts';
import type { GuestLanguage, MessageSettings, Template, TemplateName } from '../../domain/told.ts';
import type { UnitId } from '../../domain/ids.ts';
import type { StayToTell } from '../stay-to-tell.ts';

const COMPLETE: readonly GuestLanguage[] = ['en', 'fr', 'de', 'pl'];

export interface TextSettings {
  readonly messages: MessageSettings;
  readonly templates: readonly Template[];
}

/** A built-in text that is used only after the user has looked at it. */
export function isDraft(language: GuestLanguage, { approvedDrafts }: Pick<MessageSettings, 'approvedDrafts'>): boolean {
  return !COMPLETE.includes(language) && !approvedDrafts.includes(language);
}

/** The user's text for this unit, else the user's text for all units; undefined: the built-in one. */
export function ownTemplate(
  templates: readonly Template[],
  name: TemplateName,
  language: GuestLanguage,
  unitId: UnitId | null,
): Template | undefined {
  const fitting = templates.filter((one) => one.name === name && one.language === language);
  return fitting.find((one) => one.unitId === unitId) ?? fitting.find((one) => one.unitId === null);
}

/**
 * The guest's, as Smoobu or else the phone number says; where that is none of ours, or a draft that the user has neither approved nor
 * replaced, the default of the settings; and where that is such a draft too, English.
 */
export function languageOf(
  { language, phone, unitId }: Pick<StayToTell, 'language' | 'phone' | 'unitId'>,
  name: TemplateName,
  { messages, templates }: TextSettings,
): GuestLanguage {
  const guests = foldLanguage(language ?? '') ?? languageOfPhone(phone?.reveal() ?? '');
  const usable = [guests, messages.language].find(
    (one) => one !== null && (!isDraft(one, messages) || ownTemplate(templates, name, one, unitId) !== undefined),
  );
  return usable ?? 'en';
}

/** "FR", "de-AT" and "pt_br", and countries' codes where Smoobu has them instead. null: none of ours. */
function foldLanguage(text: string): GuestLanguage | null {
  const [code = ''] = text.trim().toLowerCase().split(/[-_]/);
  const language = { ua: 'uk', cz: 'cs' }[code] ?? code;
  return GUEST_LANGUAGES.find((one) => one === language) ?? null;
}

/** Countries where nearly everybody reads one of our languages. */
const COUNTRIES: Readonly<Record<GuestLanguage, string>> = {
  en: '1 44 353 61 64',
  fr: '33 262 377 590 594 596 687 689',
  de: '49 43 423',
  pl: '48',
  es: '34 51 52 53 54 56 57 58 502 503 504 505 506 507 591 593 595 598 1787 1809 1829 1849 1939',
  it: '39',
  nl: '31',
  pt: '351 55',
  cs: '420',
  uk: '380',
};
const LANGUAGE_OF_PREFIX: ReadonlyMap<string, GuestLanguage> = new Map(
  GUEST_LANGUAGES.flatMap((language) => COUNTRIES[language].split(' ').map((prefix) => [prefix, language] as const)),
);

function languageOfPhone(phone: string): GuestLanguage | null {
  const digits = phone.replace(/\D/g, '');
  for (const length of [4, 3, 2, 1]) {
    const language = LANGUAGE_OF_PREFIX.get(digits.slice(0, length));
    if (language !== undefined) return language;
  }
  return null;
}
