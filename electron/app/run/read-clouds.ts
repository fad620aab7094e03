/** Reads both clouds: the bookings' pages, then one list per lock, those of the nearest arrivals first. */
import type { Booking, BookingFetch, BookingLookup } from '../../../shared/domain/booking.ts';
import type { LockListing, LockSummary } from '../../../shared/domain/code.ts';
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { RunProgress } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { fetchRange } from '../../../shared/reconcile/bookings.ts';
import { clockError } from '../../../shared/reconcile/trust/clock-step.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { byNearestArrival } from '../../../shared/reconcile/trust/reading-order.ts';
import type { Result } from '../../../shared/result.ts';
import type { BookingCloud, LockCloud } from '../ports/clouds.ts';
import { allEnded } from './all-ended.ts';
import type { Clock, Logger } from '../ports/system.ts';

export interface AccountReading {
  readonly locks: readonly LockSummary[];
  /** When it was asked for. */
  readonly readAtMs: number;
}

export type LockLists = ReadonlyMap<LockId, Result<LockListing, CloudFailure>>;

export interface CloudReading {
  readonly bookings: Result<BookingFetch, CloudFailure>;
  /** Of the chosen locks. */
  readonly lists: LockLists;
  readonly accounts: PlanInput['accounts'];
  /** null: the account could not be read. */
  readonly account: AccountReading | null;
  /** What to add to this computer's clock to get the time; 0 unless both clouds say that it is wrong. */
  readonly clockErrorMs: number;
}

interface ReadingOptions {
  readonly bookings: BookingCloud;
  readonly locks: LockCloud;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Logger;
  readonly settings: Settings;
  /** The locks to read, of all of the mapping; `bookings`: null where they could not be read. */
  readonly choose: (all: readonly LockId[], bookings: readonly Booking[] | null) => readonly LockId[];
  /** Locks to be read before all others. */
  readonly first?: (bookings: readonly Booking[]) => ReadonlySet<LockId>;
  readonly signal: AbortSignal;
  /** Called when reading throws, so that the rest of it stops. */
  readonly onError: () => void;
  readonly onProgress: (phase: RunProgress['phase'], done: number, total: number) => void;
}

/**
 * The bookings first: they say which lists are urgent. The connection takes requests in the order in which they are made, so whatever the time
 * does not suffice for is what is needed last.
 */
export async function readClouds(options: ReadingOptions): Promise<CloudReading> {
  const { bookings: bookingCloud, locks, clock, log, settings, signal, onProgress, onError } = options;
  const errorMs = (): number => clockError(bookingCloud.clockOffsetMs(), locks.clockOffsetMs());
  const fetch = (nowMs: number) => bookingCloud.fetchBookings(fetchRange(settings, nowMs), { signal });

  onProgress('bookings', 0, 1);
  const askedForMs = clock.nowMs() + errorMs();
  const asked = await fetch(askedForMs);
  const listed = asked.ok ? asked.value.bookings : [];
  const order = byNearestArrival(listed, settings.mapping, options.first?.(listed));
  const all = [...new Set(placesOf(settings.mapping).map((place) => place.lockId))].sort(order);
  const chosen = options.choose(all, asked.ok ? listed : null);
  const accountAskedAtMs = clock.nowMs();
  // At the same time: all of them wait for one sign-in, which is tried once where it is refused.
  const [smoobu, theKeys, first] = await allEnded(
    [
      // A cloud that has just failed is not asked again.
      asked.ok ? bookingCloud.readAccount({ signal }) : asked,
      locks.readAccount({ signal }),
      readLists(chosen, options),
    ],
    onError,
  );
  // One lock that fails says nothing about the cloud; all of them do.
  const rest = [...first.values()].some(({ ok }) => ok) ? [] : all.filter((lockId) => !first.has(lockId));
  const refused = [...first.values()].find(isRefused);
  const lists = new Map([
    ...first,
    ...(refused === undefined ? await readLists(rest, options) : rest.map((lockId) => [lockId, refused] as const)),
  ]);

  const clockErrorMs = errorMs();
  const nowMs = clock.nowMs() + clockErrorMs;
  // The clouds have said meanwhile that it is another day.
  const isOtherDay = clockErrorMs !== 0 && fetchRange(settings, nowMs).departureFrom !== fetchRange(settings, askedForMs).departureFrom;
  return {
    bookings: asked.ok && isOtherDay ? await fetch(nowMs) : asked,
    lists,
    accounts: { smoobu: idOf(smoobu, log), 'the-keys': idOf(theKeys, log) },
    account: theKeys.ok && theKeys.value.locks !== null ? { locks: theKeys.value.locks, readAtMs: accountAskedAtMs + clockErrorMs } : null,
    clockErrorMs,
  };
}

function isRefused(list: Result<LockListing, CloudFailure>): boolean {
  return !list.ok && (list.error.kind === 'credentials-missing' || list.error.kind === 'credentials-rejected');
}

/** One list for each of these locks. */
export async function readLists(
  lockIds: readonly LockId[],
  { locks, signal, onProgress, onError }: Pick<ReadingOptions, 'locks' | 'signal' | 'onProgress' | 'onError'>,
): Promise<LockLists> {
  const lists = new Map<LockId, Result<LockListing, CloudFailure>>();
  await allEnded(
    lockIds.map(async (lockId) => {
      lists.set(lockId, await locks.listCodes(lockId, { signal }));
      onProgress('codes', lists.size, lockIds.length);
    }),
    onError,
  );
  return lists;
}

function idOf(account: Result<{ readonly id: number | null }, CloudFailure>, log: Logger): string | null {
  if (account.ok) return account.value.id === null ? null : String(account.value.id);
  const { cloud, kind, status } = account.error;
  log.log('warn', 'account id not read', { cloud, kind, status });
  return null;
}

/** Reads each of these bookings by its id. */
export async function lookUpBookings(
  ids: readonly BookingId[],
  { bookings, signal, onError }: Pick<ReadingOptions, 'bookings' | 'signal' | 'onError'>,
): Promise<ReadonlyMap<BookingId, BookingLookup>> {
  const lookups = new Map<BookingId, BookingLookup>();
  await allEnded(
    ids.map(async (id) => {
      const answer = await bookings.readBooking(id, { signal });
      lookups.set(id, answer.ok ? answer.value : { kind: 'failed' });
    }),
    onError,
  );
  return lookups;
}
