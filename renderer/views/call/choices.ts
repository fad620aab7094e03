/** Whom a search means: guests and people; for a unit or a door, the guests who are there now or come next. Pure. */
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId, PersonId } from '../../../shared/domain/ids.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';

type Match = CallOutput<'door.find'>['matches'][number];

export type Choice =
  | { readonly kind: 'guest'; readonly bookingId: BookingId; readonly name: string; readonly status: StayStatus | null }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly name: string };

/** Of a unit or door, so many guests who are to come are offered beside those who are there. */
const COMING = 2;
/** As many as fit without scrolling. */
const LIKELY = 8;

interface Context {
  readonly snapshot: Pick<AppSnapshot, 'stays'>;
  readonly nowMs: number;
}
export function choicesOf({ snapshot, nowMs }: Context, { matches }: Pick<CallOutput<'door.find'>, 'matches'>): readonly Choice[] {
  const choices = matches.flatMap((match) => choicesFor(match, snapshot.stays, nowMs));
  return [...new Map(choices.map((choice) => [choice.kind === 'guest' ? choice.bookingId : choice.personId, choice])).values()];
}

/** Before anything is typed: who stays now, and who comes within the day. */
export function likelyCallers({ snapshot, nowMs }: Context): readonly Choice[] {
  return snapshot.stays
    .filter(({ startMs, endMs }) => endMs > nowMs && startMs < nowMs + DAY_MS)
    .toSorted((one, other) => Math.abs(one.startMs - nowMs) - Math.abs(other.startMs - nowMs))
    .slice(0, LIKELY)
    .map(guestChoice);
}

function choicesFor(match: Match, stays: readonly StayStatus[], nowMs: number): readonly Choice[] {
  switch (match.kind) {
    case 'guest':
      return [{ ...match, status: stays.find(({ stay }) => stay.booking.id === match.bookingId) ?? null }];
    case 'person':
      return [match];
    case 'unit':
      return guestsAt(
        stays.filter(({ stay }) => stay.booking.unitId === match.unitId),
        nowMs,
      );
    case 'lock':
      return guestsAt(
        stays.filter(({ stay }) => stay.doors.some(({ lockId }) => lockId === match.lockId)),
        nowMs,
      );
  }
}

function guestsAt(stays: readonly StayStatus[], nowMs: number): readonly Choice[] {
  const ahead = stays.filter(({ endMs }) => endMs > nowMs).toSorted((one, other) => one.startMs - other.startMs);
  const here = ahead.filter(({ startMs }) => startMs <= nowMs);
  return [...here, ...ahead.slice(here.length, here.length + COMING)].map(guestChoice);
}

function guestChoice(status: StayStatus): Choice {
  const { id: bookingId, guestName: name } = status.stay.booking;
  return { kind: 'guest', bookingId, name, status };
}
