/** Whose threads are read in a run, and what is remembered of them. Pure. */
import { placeKey } from '../../domain/ids.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { MemoryChange, Remembered } from '../../domain/memory.ts';
import { toldKey } from '../../domain/told.ts';
import type { GuestLanguage, ThreadMemory, Told, ToldContent } from '../../domain/told.ts';
import { HOUR_MS } from '../../time.ts';
import { lastTold, newRow } from '../register.ts';
import { shownOf } from '../shown.ts';
import type { Digests, Shown } from '../shown.ts';
import type { StayToTell } from '../stay-to-tell.ts';
import type { KnownPins, ThreadVerdict } from './verdict.ts';

const AHEAD_MS = 72 * HOUR_MS;
/** Who arrived so long ago is in, or has called. */
const AFTER_MS = 24 * HOUR_MS;
const AGAIN_MS = 6 * HOUR_MS;
const AFTER_FAILURE_MS = HOUR_MS;
export const THREADS_A_RUN = 20;
const MAX_PINS = 20;

type Known = Pick<Remembered, 'told' | 'thread'>;

/** A stay whose every door was verified: only then is it certain what is right. */
export interface Readable {
  readonly stay: StayToTell;
  readonly shown: Shown;
  /** Digests of the booking, and of the digits on its doors. */
  readonly booking: string;
  readonly doors: string;
  readonly before: ThreadMemory | null;
}

/** In order of arrival: those of the next 72 hours, and those whose template may have gone out before the placeholder changed. */
export function readableStays(stays: readonly StayToTell[], known: Known, nowMs: number, digests: Digests): readonly Readable[] {
  return stays
    .filter((stay) => stay.access === 'open' && stay.endMs > nowMs && stay.startMs > nowMs - AFTER_MS)
    .filter((stay) => stay.startMs <= nowMs + AHEAD_MS || isPlaceholderReplaced(stay.bookingId, known))
    .sort((one, other) => one.startMs - other.startMs || one.bookingId - other.bookingId)
    .flatMap((stay): readonly Readable[] => {
      const shown = shownOf(stay, digests);
      if (shown?.isWhole !== true) return [];
      const booking = digests.digestText([stay.unitId, stay.window.start, stay.window.end].join(' '));
      const doors = digests.digestText(JSON.stringify(shown.content.doors));
      if (booking === null || doors === null) return [];
      return [{ stay, shown, booking, doors, before: known.thread.get(String(stay.bookingId)) ?? null }];
    });
}

function isPlaceholderReplaced(bookingId: BookingId, { told }: Known): boolean {
  return (told.get(toldKey(bookingId, 'placeholder'))?.earlier.length ?? 0) > 0;
}

export function isDue({ before, booking, doors }: Readable, nowMs: number): boolean {
  return before === null || before.nextMs <= nowMs || before.booking !== booking || before.doors !== doors;
}

/** Of PINs that the stay had, as far as is known here: what its guest was told, and what was on its doors when its thread was read. */
export function earlierDigests({ stay, shown, before }: Readable, { told }: Known): ReadonlySet<string> {
  const rows = (['placeholder', 'message', 'copy', 'host'] as const).flatMap((way) => told.get(toldKey(stay.bookingId, way)) ?? []);
  const digests = rows.flatMap(({ earlier, known, attempt }) => [...earlier, ...pinsOf(known?.content), ...pinsOf(attempt?.content)]);
  const present = new Set(shown.content.doors.map(({ pin }) => pin));
  return new Set([...digests, ...(before?.pins ?? [])].filter((digest) => !present.has(digest)));
}

function pinsOf(content: Pick<ToldContent, 'doors'> | undefined): readonly string[] {
  return content?.doors.map(({ pin }) => pin) ?? [];
}

/** What guests of other stays were told about these doors, who may have left meanwhile. */
export function digestsOfOthers({ stay }: Readable, { told }: Known): ReadonlySet<string> {
  const places = new Set(stay.doors.map(placeKey));
  const others = [...told.values()].filter(({ bookingId }) => bookingId !== stay.bookingId);
  return new Set(
    others.flatMap(({ known }) => known?.content.doors.filter((door) => places.has(placeKey(door))).map(({ pin }) => pin) ?? []),
  );
}

/** `null`: it could not be read, and is tried again before long. */
export function afterReading(
  readable: Readable,
  verdict: ThreadVerdict | null,
  { nowMs, digests, language }: { readonly nowMs: number; readonly digests: Digests; readonly language: GuestLanguage },
): ThreadMemory {
  const { stay, shown, booking, doors, before } = readable;
  const isSame = before?.booking === booking && before.doors === doors;
  const row = {
    ...(isSame ? before : NOTHING_READ),
    bookingId: stay.bookingId,
    booking,
    doors,
    pins: [...new Set([...(before?.pins ?? []), ...pinsOf(shown.content)])].slice(-MAX_PINS),
    isMuted: stay.isMuted,
  };
  if (verdict === null) return { ...row, nextMs: nowMs + AFTER_FAILURE_MS };
  const read = { ...row, readMs: nowMs, nextMs: nowMs + AGAIN_MS, verdict: verdict.verdict, fact: null, told: null };
  if (verdict.verdict !== 'wrong') return { ...read, answer: null };
  const { fact } = verdict;
  const told = { ...wrongContent(shown, verdict, digests), language, version: 0 };
  const isAnswered = JSON.stringify(before?.told?.doors) === JSON.stringify(told.doors);
  return { ...read, fact, told, answer: isAnswered ? (before?.answer ?? null) : null };
}
const NOTHING_READ = { readMs: null, nextMs: 0, verdict: 'cannot-tell', fact: null, told: null, answer: null } as const;

/** A prefix that no door has stands for one that is wrong. */
const WRONG_PREFIX = '?';

function wrongContent({ content }: Shown, { fact, pin }: Extract<ThreadVerdict, { verdict: 'wrong' }>, digests: Digests): Shown['content'] {
  const digest = digests.digestPin(pin);
  const doors = content.doors.map((door) =>
    fact === 'wrong-prefix' ? { ...door, prefix: WRONG_PREFIX } : { ...door, pin: digest ?? door.pin },
  );
  return { ...content, doors };
}

/** The right digits that the host wrote are told, where nothing else has told them: a message says no more. */
export function toldByHost(
  { stay, shown }: Readable,
  doors: KnownPins['doors'],
  known: Known,
  { nowMs, language }: { readonly nowMs: number; readonly language: GuestLanguage },
): MemoryChange | null {
  const last = lastTold(stay.bookingId, known.told);
  const written = new Set(doors.map(placeKey));
  const told = new Map(last?.content.doors.map((door) => [placeKey(door), door]) ?? []);
  const isTold = (door: ToldContent['doors'][number]): boolean => {
    const before = told.get(placeKey(door));
    return before?.pin === door.pin && before.prefix === door.prefix;
  };
  const news = shown.content.doors.filter((door) => written.has(placeKey(door)) && !isTold(door));
  if (news.length === 0) return null;
  const content: ToldContent = {
    doors: shown.content.doors.filter((door) => written.has(placeKey(door)) || isTold(door)),
    window: last?.content.window ?? shown.content.window,
    language: last?.content.language ?? language,
    version: 0,
  };
  const key = toldKey(stay.bookingId, 'host');
  const row: Told = known.told.get(key) ?? { ...newRow(stay.bookingId), way: 'host' };
  return { kind: 'told', key, value: { ...row, known: { content, kind: 'code', state: 'confirmed', atMs: nowMs } } };
}

/** The user wants this guest to be sent the right digits, whoever else is sent messages. */
export function isSendAsked(bookingId: BookingId, { thread }: Pick<Remembered, 'thread'>): boolean {
  return thread.get(String(bookingId))?.answer === 'send-right-one';
}

/** Nothing is kept of stays that are over, cancelled or shut out. */
export function forgottenThreads(stays: readonly StayToTell[], known: Known, nowMs: number): readonly MemoryChange[] {
  const open = new Set(stays.filter(({ access, endMs }) => access === 'open' && endMs > nowMs).map(({ bookingId }) => bookingId));
  return [...known.thread.values()]
    .filter(({ bookingId }) => !open.has(bookingId))
    .map(({ bookingId }) => ({ kind: 'thread', key: String(bookingId), value: null }));
}

/** A verdict about a booking or digits that have changed is one no longer. */
export function outdated({ before, booking, doors }: Readable): MemoryChange | null {
  if (before === null || (before.booking === booking && before.doors === doors)) return null;
  const value = { ...before, verdict: 'cannot-tell', fact: null, told: null, answer: null } as const;
  return before.verdict === 'cannot-tell' ? null : { kind: 'thread', key: String(before.bookingId), value };
}
