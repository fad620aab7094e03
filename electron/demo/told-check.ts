/** Reads what the demo's guests were sent, as they would: whether it opened their doors when it was sent, and whether they got it twice. */
import type { Stay } from '../../shared/domain/plan.ts';
import { digitsAtDoor } from './door-check.ts';
import type { DemoClouds } from './clouds.ts';

interface ToldGuest {
  readonly bookingId: number;
  readonly guest: string;
  readonly messages: number;
}
export interface ToldCheck {
  /** Guests who were sent something, in order of the first message. */
  readonly guests: readonly ToldGuest[];
  /** Messages without the digits of a door, as they were on its lock then. */
  readonly untrue: readonly string[];
  /** Guests who were sent the same text again. */
  readonly twice: readonly string[];
}

/** `check` is to be called after each run, before anything else changes on the locks; `stays` are those of its report. */
export function createToldCheck(clouds: DemoClouds): { check: (stays: readonly Stay[]) => ToldCheck } {
  let checked = 0;
  const untrue: string[] = [];
  return {
    check(stays) {
      const sent = clouds.smoobu.sentMessages().filter(({ to }) => to === 'guest');
      for (const { bookingId, text } of sent.slice(checked)) {
        const doors = stays.find(({ booking }) => booking.id === bookingId)?.doors ?? [];
        const isTrue = doors.length > 0 && doors.every((door) => says(text, digitsAtDoor(clouds, bookingId, door)));
        if (!isTrue) untrue.push(`booking ${String(bookingId)}`);
      }
      checked = sent.length;
      const byGuest = [...Map.groupBy(sent, ({ bookingId }) => bookingId)];
      return {
        guests: byGuest.map(([bookingId, messages]) => ({
          ...{ bookingId, messages: messages.length },
          guest: clouds.smoobu.booking(bookingId)?.guestName ?? '',
        })),
        untrue,
        twice: byGuest
          .filter(([, messages]) => new Set(messages.map(({ text }) => text)).size < messages.length)
          .map(([bookingId]) => `booking ${String(bookingId)}`),
      };
    },
  };
}

function says(text: string, digits: string | null): boolean {
  return digits !== null && new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(text);
}
