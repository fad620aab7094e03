/** The probe at Smoobu: reads the account, some bookings, a thread and the placeholders. Only the placeholder that the user asked for is written. */
import type { Booking } from '../../../shared/domain/booking.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { listIn } from '../../../shared/probe/json-path.ts';
import { withMark } from '../../../shared/probe/marks.ts';
import type { PlaceholderMark } from '../../../shared/probe/marks.ts';
import { NO_BOOKING_SEEN } from '../../../shared/probe/seen.ts';
import type { BookingSeen, PlaceholderSeen, Seen } from '../../../shared/probe/seen.ts';
import type { ProbeStep } from '../../../shared/probe/steps.ts';
import type { Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { addDays, dateOf, localNow } from '../../../shared/time.ts';
import type { BookingCloud, Placeholder } from '../ports/clouds.ts';
import type { ProbeLinks } from '../ports/probe.ts';
import type { DoorPorts } from './probe-door.ts';
import { removePlaceholder } from './remove-traces.ts';
import type { Left, Traces } from './remove-traces.ts';
import type { Stop } from './test-codes.ts';
import { wroteOf } from './wrote.ts';

export interface BookingPorts extends Pick<DoorPorts, 'clock' | 'marks' | 'announce' | 'signal' | 'random'> {
  readonly bookings: BookingCloud;
  readonly answers: ProbeLinks['answers'];
}
export interface BookingProbe {
  readonly seen: BookingSeen;
  readonly stopped: { readonly step: ProbeStep; readonly because: Stop } | null;
  readonly left: Left | null;
}

type Growing = { -readonly [K in keyof BookingSeen]: BookingSeen[K] };
const DAYS_BACK = 30;
const DAYS_AHEAD = 90;
/** Threads that are opened until one has a message. */
const MAX_THREADS = 5;
const BOOKINGS = /^\/api\/reservations$/;
const PLACEHOLDERS = /^\/api\/custom-placeholders$/;
const PLACEHOLDER = /^\/api\/custom-placeholders\/\d+$/;

/** `placeholdersOf`: the booking whose placeholder is written; null: none is. */
export async function probeBookings(ports: BookingPorts, placeholdersOf: BookingId | null): Promise<BookingProbe> {
  const { bookings, clock, signal } = ports;
  const seen: Growing = { ...NO_BOOKING_SEEN, nowMs: clock.nowMs() };
  let stopped: BookingProbe['stopped'] = null;
  let left: Left | null = null;
  const last = (method: 'GET' | 'POST' | 'PUT', path: RegExp): Seen | null => ports.answers.taken('smoobu', method, path).at(-1) ?? null;
  /** False: the probe ends here. */
  const begin = (step: ProbeStep): boolean => {
    if (signal.aborted) stopped ??= { step, because: 'interrupted' };
    if (stopped === null) ports.announce(step);
    return stopped === null;
  };
  const readOr = <T>(step: ProbeStep, read: Result<T, CloudFailure>): T | null => {
    if (read.ok) return read.value;
    stopped ??= { step, because: read.error.kind === 'aborted' ? 'interrupted' : read.error.kind };
    return null;
  };

  if (!begin('read-account')) return { seen, stopped, left };
  if (readOr('read-account', await bookings.readAccount({ signal })) === null) return { seen, stopped, left };
  seen.me = last('GET', /^\/api\/me$/);
  const [unit] = readOr('read-account', await bookings.listUnits({ signal })) ?? [];
  if (unit !== undefined && (await bookings.readUnit(unit.id, { signal })).ok) seen.unit = last('GET', /^\/api\/apartments\/\d+$/);

  if (!begin('read-bookings')) return { seen, stopped, left };
  const today = dateOf(localNow('UTC', clock.nowMs()));
  const range = { departureFrom: addDays(today, -DAYS_BACK), arrivalTo: addDays(today, DAYS_AHEAD) };
  const fetched = readOr('read-bookings', await bookings.fetchBookings(range, { signal }));
  seen.page = ports.answers.taken('smoobu', 'GET', BOOKINGS).find((answer) => answer?.status === 200) ?? null;
  const stays = (fetched?.bookings ?? []).filter(isStay);
  const [one] = stays;
  if (one !== undefined) await lookAtOne(ports, one, seen);

  if (!begin('read-thread')) return { seen, stopped, left };
  for (const { id } of stays.slice(0, MAX_THREADS)) {
    if (!(await bookings.guests?.readThread(id, { signal }))?.ok) continue;
    seen.thread = last('GET', /^\/api\/reservations\/\d+\/messages$/);
    const { json } = seen.thread ?? {};
    if ((Array.isArray(json) ? json : listIn(json, 'messages')).length > 0) break;
  }

  if (!begin('read-placeholders')) return { seen, stopped, left };
  const listed = await bookings.guests?.listPlaceholders({ signal });
  if (listed?.ok === true) seen.placeholders = ports.answers.taken('smoobu', 'GET', PLACEHOLDERS)[0] ?? null;

  if (placeholdersOf !== null && begin('write-placeholder')) {
    const written = await writePlaceholder(ports, placeholdersOf);
    seen.written = written.seen;
    left = written.left;
    // The lists while there was one.
    seen.placeholders = ports.answers.taken('smoobu', 'GET', PLACEHOLDERS).find(hasPlaceholders) ?? seen.placeholders;
  }
  return { seen, stopped, left };
}

function hasPlaceholders(answer: Seen | null): boolean {
  const json = answer?.json;
  return (Array.isArray(json) ? json : listIn(json, 'customPlaceholders')).length > 0;
}

function isStay({ state, arrival, departure }: Booking): boolean {
  return state === 'live' && arrival < departure;
}

async function lookAtOne({ bookings, answers, signal }: BookingPorts, { id, arrival, departure }: Booking, seen: Growing): Promise<void> {
  const byId = await bookings.readBooking(id, { signal });
  const answer = answers.taken('smoobu', 'GET', /^\/api\/reservations\/\d+$/).at(-1) ?? null;
  if (byId.ok && answer !== null) seen.byId = { id, answer };
  const ends = await bookings.fetchBookings({ departureFrom: departure, arrivalTo: arrival }, { signal });
  const page = answers.taken('smoobu', 'GET', BOOKINGS).at(-1) ?? null;
  if (ends.ok && page !== null) seen.ends = { id, answer: page };
}

async function writePlaceholder(ports: BookingPorts, bookingId: BookingId): Promise<{ seen: PlaceholderSeen | null; left: Left | null }> {
  const { guests } = ports.bookings;
  if (guests === undefined) return { seen: null, left: null };
  const letters = Array.from({ length: 8 }, () => String.fromCodePoint(97 + ports.random(26))).join('');
  const mark: PlaceholderMark = { kind: 'placeholder', key: `latchkeyProbe${letters}`, bookingId, wroteAtMs: ports.clock.nowMs() };
  const last = (method: 'POST' | 'PUT' | 'DELETE', path: RegExp): Seen | null => ports.answers.taken('smoobu', method, path).at(-1) ?? null;
  const own = async (): Promise<readonly Placeholder[] | null> => {
    const listed = await guests.listPlaceholders();
    return listed.ok
      ? listed.value.filter(({ key, owner }) => key === mark.key && owner?.kind === 'booking' && owner.bookingId === bookingId)
      : null;
  };
  ports.marks.write(withMark(ports.marks.read(), mark));
  let seen: PlaceholderSeen | null = null;
  let traces: Traces;
  try {
    const create = wroteOf(await guests.createPlaceholder(bookingId, mark.key, new Secret('latchkey probe')), last('POST', PLACEHOLDERS));
    seen = { create, again: null, copies: null, update: null, isUpdated: null, remove: null, isGone: null };
    if (create.outcome === 'done' && !ports.signal.aborted) {
      const again = wroteOf(
        await guests.createPlaceholder(bookingId, mark.key, new Secret('latchkey probe again')),
        last('POST', PLACEHOLDERS),
      );
      const there = await own();
      seen = { ...seen, again, copies: there?.length ?? null };
      const [first] = there ?? [];
      if (first !== undefined && first.id !== null) {
        const update = wroteOf(await guests.updatePlaceholder(first, new Secret('latchkey probe changed')), last('PUT', PLACEHOLDER));
        const isUpdated = (await own())?.some(({ value }) => value.reveal() === 'latchkey probe changed') ?? null;
        seen = { ...seen, update, isUpdated };
      }
    }
  } finally {
    traces = await removePlaceholder(ports, mark);
    if (seen !== null)
      seen = {
        ...seen,
        remove: traces.deletes[0] ?? null,
        isGone: traces.left === null ? true : traces.left.because === 'refused' ? false : null,
      };
  }
  return { seen, left: traces.left };
}
