/** Settings that guests would feel, as they are typed: what differs from the saved ones, and whether it can be saved. Pure. */
import type { UserSettings } from '../../../../shared/domain/settings.ts';
import { LIMITS, readTime, readWholeNumber } from '../../../lib/limits.ts';
import type { Limits } from '../../../lib/limits.ts';

export const TIME_KEYS = ['checkIn', 'checkOut', 'checkInMode', 'checkOutMode', 'maxEarlyMinutes', 'cleaningMinutes', 'timeZone'] as const;
export const CODE_KEYS = ['pinLength', 'horizonDays', 'keepDays', 'betweenStaysHours'] as const;
type TimeKey = (typeof TIME_KEYS)[number];
type CodeKey = (typeof CODE_KEYS)[number];
export type DraftKey = TimeKey | CodeKey;
/** Only what was typed. */
export type Draft = Readonly<Partial<Record<DraftKey, string>>>;

type Guests = Pick<UserSettings, 'times' | 'codes'>;
export interface DraftReading {
  readonly changed: readonly DraftKey[];
  /** Typed values that cannot be saved. */
  readonly wrong: readonly DraftKey[];
  /** The changed fields alone, so that nothing else is overwritten. */
  readonly change: { readonly times?: Partial<UserSettings['times']>; readonly codes?: Partial<UserSettings['codes']> };
  /** Both sections with the changes. */
  readonly next: Guests;
}

/** `''` stands for no cleaning time. */
export function savedText({ times, codes }: Guests, key: DraftKey): string {
  const value = isTimeKey(key) ? times[key] : codes[key];
  return value === null ? '' : String(value);
}

export function readDraft(saved: Guests, draft: Draft, isZone: (zone: string) => boolean): DraftReading {
  const keys = [...TIME_KEYS, ...CODE_KEYS].filter((key) => draft[key] !== undefined && draft[key].trim() !== savedText(saved, key));
  const read = keys.map((key) => [key, valueOf(key, draft[key]?.trim() ?? '', isZone)] as const);
  const fit = read.filter(([, value]) => value !== undefined);
  const times = Object.fromEntries(fit.filter(([key]) => isTimeKey(key))) as Partial<UserSettings['times']>;
  const codes = Object.fromEntries(fit.filter(([key]) => !isTimeKey(key))) as Partial<UserSettings['codes']>;
  return {
    changed: keys,
    wrong: read.filter(([, value]) => value === undefined).map(([key]) => key),
    change: { ...(isEmpty(times) ? {} : { times }), ...(isEmpty(codes) ? {} : { codes }) },
    next: { times: { ...saved.times, ...times }, codes: { ...saved.codes, ...codes } },
  };
}

/** On a day when one guest leaves and the next arrives: time to clean, none, or codes of both that open at once. */
export function turnover({ checkIn, checkOut }: Pick<UserSettings['times'], 'checkIn' | 'checkOut'>): 'gap' | 'no-gap' | 'both-open' {
  return checkIn > checkOut ? 'gap' : checkIn === checkOut ? 'no-gap' : 'both-open';
}

export const DRAFT_LIMITS = {
  maxEarlyMinutes: LIMITS.bufferMinutes,
  cleaningMinutes: LIMITS.bufferMinutes,
  pinLength: LIMITS.pinLength,
  horizonDays: LIMITS.horizonDays,
  keepDays: LIMITS.keepDays,
  betweenStaysHours: LIMITS.betweenStaysHours,
} as const satisfies Partial<Record<DraftKey, Limits>>;

/** undefined: not a value of this setting. */
function valueOf(key: DraftKey, text: string, isZone: (zone: string) => boolean): string | number | null | undefined {
  switch (key) {
    case 'checkIn':
    case 'checkOut':
      return readTime(text) ?? undefined;
    case 'checkInMode':
    case 'checkOutMode':
      return text;
    case 'timeZone':
      return isZone(text) ? text : undefined;
    case 'cleaningMinutes':
      return text === '' ? null : (readWholeNumber(text, DRAFT_LIMITS[key]) ?? undefined);
    default:
      return readWholeNumber(text, DRAFT_LIMITS[key]) ?? undefined;
  }
}
function isTimeKey(key: DraftKey): key is TimeKey {
  return (TIME_KEYS as readonly DraftKey[]).includes(key);
}
function isEmpty(change: object): boolean {
  return Object.keys(change).length === 0;
}
