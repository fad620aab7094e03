/** What the guest of a stay can be told now: the doors that were verified, with digests instead of PINs. Pure. */
import type { Pin } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { ToldContent } from '../domain/told.ts';
import { compareText } from '../text.ts';
import { instantOf } from '../time.ts';
import type { LocalDateTime } from '../time.ts';
import type { StayToTell } from './stay-to-tell.ts';

/** Keyed with the PIN key; null without one. */
export interface Digests {
  readonly keyed: boolean;
  digestPin(pin: Pin): string | null;
  digestText(text: string): string | null;
}

export interface Shown {
  /** The stay with the verified doors alone. */
  readonly stay: StayToTell;
  readonly content: Pick<ToldContent, 'doors' | 'window'>;
  /** Of the content, for what the user agrees to. */
  readonly digest: string;
  /** No door is missing. */
  readonly isWhole: boolean;
}

/** null: no door is verified, there is no PIN key, or no moment at which every door opens. */
export function shownOf(stay: StayToTell, digests: Digests): Shown | null {
  const verified = stay.doors.filter(({ isVerified, pin }) => isVerified && pin !== null);
  const doors = verified.flatMap(({ lockId, keypadId, prefix, pin }) => {
    const digest = pin === null ? null : digests.digestPin(pin);
    return digest === null ? [] : [{ lockId, keypadId, prefix, pin: digest }];
  });
  const [first] = verified;
  if (first === undefined || doors.length < verified.length) return null;
  const window = {
    start: verified.reduce<LocalDateTime>((start, door) => (door.window.start > start ? door.window.start : start), first.window.start),
    end: verified.reduce<LocalDateTime>((end, door) => (door.window.end < end ? door.window.end : end), first.window.end),
  };
  if (window.start >= window.end) return null;
  const content = { doors: doors.sort((one, other) => compareText(placeKey(one), placeKey(other))), window };
  const digest = digests.digestText(JSON.stringify(content));
  if (digest === null) return null;
  const isWhole = verified.length === stay.doors.length;
  const times = isWhole ? {} : { window, startMs: instantOf(window.start, stay.zone), endMs: instantOf(window.end, stay.zone) };
  return { stay: { ...stay, ...times, doors: verified }, content, digest, isWhole };
}
