/** What a run knows of each arrival: the stays of its report, with what earlier runs saw. Pure. */
import type { BookingId, LockId } from '../domain/ids.ts';
import type { Remembered } from '../domain/memory.ts';
import type { ProblemKind } from '../domain/problem.ts';
import { LAST_READ } from '../domain/readiness.ts';
import type { Arrival, ArrivalDoor, LastRead, Link } from '../domain/readiness.ts';
import type { RunReport } from '../domain/run.ts';
import type { Settings } from '../domain/settings.ts';
import type { Telling } from '../domain/told.ts';
import type { OverruledReason } from '../domain/stay-times.ts';
import { completeText } from '../i18n/problem-text.ts';
import { placeKey } from '../domain/ids.ts';
import { guestTold } from './guest-told.ts';
import { linkTo } from './facts.ts';
import { verifiedAtMs } from './links/code-link.ts';
import { readStays } from './read-stays.ts';
import type { ReadDoor, ReadRun, ReadStay } from './read-stays.ts';

export interface ArrivalsInput {
  readonly report: ReadRun & Pick<RunReport, 'tellings'>;
  readonly settings: Settings;
  readonly remembered: Pick<Remembered, 'arrival' | 'last-read' | 'thread'>;
  /** When the list of each lock was read that the report is about; the others were read now. */
  readonly listAtMs: ReadonlyMap<LockId, number>;
  readonly nowMs: number;
}

/** In order of arrival. */
export function arrivalsOf(input: ArrivalsInput): readonly Arrival[] {
  const { tellings: lines } = input.report;
  const byBooking = Map.groupBy(lines ?? [], ({ bookingId }) => bookingId);
  const linesOf = (id: BookingId): readonly Telling[] | undefined => (lines === undefined ? undefined : (byBooking.get(id) ?? []));
  return readStays(input.report, input.settings, input.nowMs).map((read): Arrival => {
    const { stay, startMs, endMs, problems } = read;
    const { id, unitId, guestName } = stay.booking;
    const before = input.remembered.arrival.get(String(id));
    const arrival: Arrival = {
      bookingId: id,
      unitId,
      unitName: stay.unitName.slice(0, MAX_NAME),
      guest: guestName.slice(0, MAX_NAME),
      startMs,
      endMs,
      isBlocked: problems.some(({ kind, text }) => kind === 'blocked' && text.key === 'problem.blocked'),
      booking: bookingOf(read),
      doors: read.doors.map((door) => doorOf(door, input)),
      guestTold: guestTold({ ...input, lines: linesOf(id), problems, bookingId: id, before: before?.guestTold }),
      readAtMs: input.nowMs,
    };
    return withSeen(arrival, before, input.remembered['last-read'].get(LAST_READ) ?? null);
  });
}

/** Where a list could not be read, its code was seen when it was seen before. With the window: a code whose times changed has to be seen again. */
export function withSeen(arrival: Arrival, before: Arrival | undefined, lastRead: LastRead | null): Arrival {
  if (before === undefined || arrival.doors.every(({ state }) => state !== 'unread')) return arrival;
  const doors = arrival.doors.map((door): ArrivalDoor => {
    const known = before.doors.find((one) => placeKey(one) === placeKey(door));
    const isSame = known?.window.start === door.window.start && known.window.end === door.window.end;
    if (door.state !== 'unread' || known === undefined || !isSame) return door;
    return { ...door, codeId: door.codeId ?? known.codeId, verifiedAtMs: door.verifiedAtMs ?? verifiedAtMs(known, lastRead) };
  });
  return { ...arrival, doors };
}

const MAX_NAME = 300;

function doorOf({ door, codeId, state, because }: ReadDoor, { listAtMs, nowMs }: ArrivalsInput): ArrivalDoor {
  const { lockId, keypadId, window } = door;
  const seenAtMs = state === 'verified' ? (listAtMs.get(lockId) ?? nowMs) : null;
  return { lockId, keypadId, codeId, window, state, because: because === null ? null : completeText(because), verifiedAtMs: seenAtMs };
}

const UNUSABLE: ReadonlySet<ProblemKind> = new Set(['bad-booking-dates', 'booking-unreadable']);
const UNCLEAR: ReadonlySet<ProblemKind> = new Set(['unclear-times', 'times-asked']);
/** The door opens at least as long as the booking says, or the user decided that bookings do not say it. */
const HARMLESS: ReadonlySet<OverruledReason> = new Set(['later-than-usual', 'earlier-than-usual', 'usual-times']);

function bookingOf({ stay, problems }: ReadStay): Link {
  const unusable = problems.find(({ kind }) => UNUSABLE.has(kind));
  if (unusable !== undefined) return linkTo('broken', completeText(unusable), null);
  const unclear = problems.find(({ kind }) => UNCLEAR.has(kind));
  if (unclear !== undefined) return linkTo('doubtful', completeText(unclear), null);
  const isShorter = [stay.times.start, stay.times.end].some(({ overruled }) => overruled !== null && !HARMLESS.has(overruled.because));
  return isShorter ? linkTo('doubtful', 'link.booking.times', null) : linkTo('good', null, null);
}
