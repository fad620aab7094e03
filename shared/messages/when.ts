/** When a guest is told, in door time. Pure. */
import type { Pause } from '../domain/settings.ts';
import type { MessageSettings } from '../domain/told.ts';
import { addDays, at, dateOf, HOUR_MS, instantOf, localNow, timeOf } from '../time.ts';
import type { LocalDate, WallTime } from '../time.ts';
import type { StayToTell } from './stay-to-tell.ts';

/** From here on a doubled text is better than none, and the user is asked about what is missing. */
const SOON_MS = 3 * HOUR_MS;
/** Who may arrive before that is told during the night. */
const MORNING = '10:00' as WallTime;

/** The guest is staying, may have arrived, or does so within three hours. */
export function isSoon({ startMs }: Pick<StayToTell, 'startMs'>, nowMs: number): boolean {
  return startMs - nowMs <= SOON_MS;
}
export function soonMs({ startMs }: Pick<StayToTell, 'startMs'>): number {
  return startMs - SOON_MS;
}

export function isPaused(pause: Pause, nowMs: number): boolean {
  return pause.kind === 'until-resumed' || (pause.kind === 'until' && pause.untilMs > nowMs);
}

/** When the code is told first; in the past where the booking came later than that. */
export function firstTellingMs({ window, startMs, zone }: StayToTell, when: MessageSettings['message']['when'], nowMs: number): number {
  switch (when.kind) {
    case 'verified':
      return nowMs;
    case 'days':
      return instantOf(at(addDays(dateOf(window.start), -when.days), when.at), zone);
    case 'hours':
      return startMs - when.hours * HOUR_MS;
  }
}

/**
 * The end of the quiet hours that hold a message back at a moment; null: it may go. They never hold back what is for a guest who is staying,
 * whose arrival time has passed, or who may arrive before ten, or within three hours after their end.
 */
export function heldUntilMs(stay: StayToTell, { from, to }: MessageSettings['quietHours'], atMs: number): number | null {
  const local = localNow(stay.zone, atMs);
  const time = timeOf(local);
  if (!isWithin(time, from, to)) return null;
  const day = time < to ? dateOf(local) : addDays(dateOf(local), 1);
  const endMs = endOf(day, to, stay.zone, atMs);
  const isNeeded = stay.startMs < Math.max(instantOf(at(day, MORNING), stay.zone), endMs + SOON_MS);
  return isNeeded ? null : endMs;
}

function isWithin(time: WallTime, from: WallTime, to: WallTime): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** In the hour that is repeated in autumn: its second end where the first is over. */
function endOf(day: LocalDate, to: WallTime, zone: string, atMs: number): number {
  const endMs = instantOf(at(day, to), zone);
  return endMs > atMs ? endMs : endMs + HOUR_MS;
}
