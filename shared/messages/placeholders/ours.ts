/** How a placeholder that Latchkey set is told from others: by what is remembered, or by what it says. Pure. */
import { parsePin } from '../../domain/code.ts';
import type { Pin } from '../../domain/code.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Remembered } from '../../domain/memory.ts';
import { toldKey, TOLD_WAYS } from '../../domain/told.ts';
import type { GuestLanguage, KeptPlaceholder, ToldContent } from '../../domain/told.ts';
import { replacedByHand, retiredPins } from '../../reconcile/stay/retired-pins.ts';
import type { Secret } from '../../secret.ts';
import type { Digests } from '../shown.ts';
import { foldText } from '../templates/fold-text.ts';

/** One of the account's placeholders. */
export interface ListedPlaceholder {
  readonly key: string;
  readonly owner: { readonly kind: 'booking'; readonly bookingId: BookingId } | { readonly kind: 'unit' } | null;
  readonly value: Secret;
  readonly hasTranslations: boolean;
}

/** What a placeholder says that cannot be deleted. Without digits. */
const NEUTRAL: Readonly<Record<'en' | 'fr' | 'de' | 'pl', string>> = {
  en: 'Please ask your host for the door code.',
  fr: 'Demandez le code de la porte à votre hôte.',
  de: 'Bitte fragen Sie Ihren Gastgeber nach dem Türcode.',
  pl: 'O kod do drzwi proszę zapytać gospodarza.',
};
const FOLDED_NEUTRAL: ReadonlySet<string> = new Set(Object.values(NEUTRAL).map(foldText));

export function neutralText(language: GuestLanguage | null): string {
  return language === 'fr' || language === 'de' || language === 'pl' ? NEUTRAL[language] : NEUTRAL.en;
}
export function isNeutral(value: Secret): boolean {
  return FOLDED_NEUTRAL.has(foldText(value.reveal()));
}

export function saysTheSame(value: Secret, text: string): boolean {
  return foldText(value.reveal()) === foldText(text);
}

/** Something that is long enough to be a PIN, and is not in the right text. */
export function saysOtherDigits(value: Secret, text: string): boolean {
  const right = new Set(text.match(PIN_LIKE));
  return (value.reveal().match(PIN_LIKE) ?? []).some((digits) => !right.has(digits));
}
const PIN_LIKE = /\d{4,}/g;

/** What one booking's PINs are, or were, and what may be typed before them. */
export interface KnownPins {
  readonly digests: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** The user or somebody at The Keys replaced it. */
  isReplaced(pin: Pin): boolean;
}

/** `present`: as its doors have them now. */
export function knownPins(
  bookingId: BookingId,
  { told }: Pick<Remembered, 'told'>,
  present: Iterable<{ readonly prefix: string; readonly pin: Pin | null }>,
  digests: Digests,
  isReplaced: KnownPins['isReplaced'],
): KnownPins {
  const records = TOLD_WAYS.flatMap((way) => told.get(toldKey(bookingId, way)) ?? []);
  const doors = records.flatMap(({ known, attempt }) => [known, attempt].flatMap((part) => part?.content.doors ?? []));
  const now = [...present];
  return {
    digests: new Set([
      ...doors.map(({ pin }) => pin),
      ...records.flatMap(({ earlier }) => earlier),
      ...now.flatMap(({ pin }) => (pin === null ? [] : (digests.digestPin(pin) ?? []))),
    ]),
    prefixes: new Set(['', ...doors.map(({ prefix }) => prefix), ...now.map(({ prefix }) => prefix)]),
    isReplaced,
  };
}

/** By what the wishes and the history say, whatever became of the register. */
export function replacedPins(id: BookingId, input: PlanInput): KnownPins['isReplaced'] {
  const [isRetired, isByHand] = [retiredPins({ id, former: null }, input), replacedByHand({ id }, input)];
  return (pin) => isRetired(pin) || isByHand(pin);
}

/** Digits alone, or lines that all name a PIN: what somebody else wrote around a PIN is theirs. */
function isOnlyPins(value: string, known: KnownPins, digests: Digests): boolean {
  const lines = value.split(/\n|<br\s*\/?>/i).filter((line) => line.trim() !== '');
  const isKnown = (digits: string): boolean =>
    [...known.prefixes].some((prefix) => {
      const pin = digits.startsWith(prefix) ? parsePin(digits.slice(prefix.length)) : null;
      return pin !== null && (known.digests.has(digests.digestPin(pin) ?? '') || (digests.keyed && known.isReplaced(pin)));
    });
  return lines.length > 0 && lines.every((line) => (/^\s*(?:.*?: )?(\d+)(?: – .*)?\s*$/u.exec(line)?.slice(1) ?? []).some(isKnown));
}

/**
 * Which of the placeholders of one booking under one key are ours: what says nothing but present or earlier PINs of the booking, or what we set;
 * else, where it is the only one, what the register names.
 */
export function oursOf<P extends ListedPlaceholder>(
  here: readonly P[],
  kept: KeptPlaceholder | undefined,
  known: KnownPins,
  digests: Digests,
): readonly P[] {
  const named = kept === undefined || kept.state === 'taken' ? null : kept;
  const saysOurs = ({ value }: P): boolean => {
    if (isNeutral(value) || isOnlyPins(value.reveal(), known, digests)) return true;
    return named?.text != null && named.text === digests.digestText(foldText(value.reveal()));
  };
  const ours = here.filter(saysOurs);
  return ours.length === 0 && here.length === 1 && named !== null && named.state !== 'setting' ? here : ours;
}

/** Whether what a placeholder says is certainly wrong at a door: where it is not known, it counts as right. */
export function isUntrue(
  { doors }: ToldContent,
  present: readonly { readonly lockId: number; readonly keypadId: string; readonly prefix: string; readonly pin: Pin | null }[],
  digests: Digests,
): boolean {
  return doors.some((said) => {
    const door = present.find(({ lockId, keypadId }) => lockId === said.lockId && keypadId === said.keypadId);
    if (door === undefined) return false;
    return door.prefix !== said.prefix || (door.pin !== null && digests.digestPin(door.pin) !== said.pin);
  });
}
