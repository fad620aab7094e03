/**
 * What follows from a refusal of The Keys: another PIN, a shorter note, a plainer name or a later start, each tried once; after that the same write again, at
 * a growing distance. A refusal never leads to a removal.
 */
import type { ClaimId, KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { NextTries, PinDraw } from '../../domain/plan.ts';
import { DAY_MS, HOUR_MS } from '../../time.ts';
import { refusedField } from './refused-field.ts';

/** Refused tries on one lock in one run, at most. */
export const MAX_REFUSED_PER_LOCK = 10;
/** Where nobody knows what a refusal is about, this many draws are tried before the note and the name. */
const BLIND_DRAWS = 3;
/** All draws of a booking that one keypad may refuse before it counts as anything else. */
const MAX_DRAWS = 60;
/** After the third refusal, the fourth, and every further one. */
const PAUSES_MS = [HOUR_MS, 6 * HOUR_MS, DAY_MS] as const;

export type Refusal = NonNullable<ReturnType<Remembered['refusal']['get']>>;

export function refusalKey(claimId: ClaimId, place: KeypadPlace): string {
  return `${String(claimId)}@${placeKey(place)}`;
}

export const NOTHING_REFUSED: Omit<Refusal, 'print' | 'draws'> = {
  note: 0,
  name: 0,
  start: 0,
  field: null,
  isKeptPin: false,
  tries: 0,
  nextMs: 0,
  said: null,
};

/** The refusal as far as it concerns what is wanted now: after a change of dates or name, only the refused PINs still count. */
export function refusalNow(known: Refusal | null, print: number): Refusal | null {
  return known === null || known.print === print ? known : { ...NOTHING_REFUSED, draws: known.draws, print };
}

interface RefusedWrite {
  readonly pinDraw: PinDraw | null;
  /** What may still be tried; null: nothing. */
  readonly next: NextTries | null;
  readonly said: string | undefined;
}
export interface Lesson {
  readonly refusal: Refusal;
  /** False: everything was tried, and the write waits for a later run. */
  readonly hasNext: boolean;
}

export function learn(known: Refusal | null, { pinDraw, next, said }: RefusedWrite, nowMs: number): Lesson {
  const print = next?.print ?? 0;
  const field = refusedField(said);
  const before: Refusal = {
    ...(refusalNow(known, print) ?? { ...NOTHING_REFUSED, draws: [], print }),
    field,
    said: said ?? null,
  };
  const asks = (one: 'pin' | 'note' | 'name' | 'start'): boolean => field === one || field === null;
  const maxDraws = field === null ? BLIND_DRAWS : MAX_DRAWS;
  if (asks('pin') && next?.pin === true && pinDraw !== null && before.draws.length < maxDraws)
    return { refusal: { ...before, draws: [...before.draws, pinDraw] }, hasNext: true };
  if (asks('note') && next != null && next.note !== null) return { refusal: { ...before, note: next.note }, hasNext: true };
  if (asks('name') && next != null && next.name !== null) return { refusal: { ...before, name: next.name }, hasNext: true };
  if (asks('start') && next != null && next.start !== null) return { refusal: { ...before, start: next.start }, hasNext: true };
  const tries = before.tries + 1;
  // None before the third.
  const pause = PAUSES_MS[Math.min(tries - 3, PAUSES_MS.length - 1)] ?? 0;
  // No form was to blame, so the write is sent as it was first meant.
  return {
    refusal: { ...before, note: 0, name: 0, start: 0, tries, nextMs: pause === 0 ? 0 : nowMs + pause, isKeptPin: field === 'pin' },
    hasNext: false,
  };
}

/** After a success the forms that worked are kept for the next update. */
export function settled(refusal: Refusal): Refusal {
  return { ...refusal, isKeptPin: false, tries: 0, nextMs: 0, said: null };
}

/** A time far ahead comes from a clock that was wrong, and does not count. */
export function isWaiting({ tries, nextMs }: Refusal, nowMs: number): boolean {
  return tries > 0 && nowMs < nextMs && nextMs - nowMs <= DAY_MS;
}
