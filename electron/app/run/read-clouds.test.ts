/** What a run reads of both clouds, in which order, and what it does not ask again of a cloud that refuses. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, NOW_MS, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, lockId } from '../../../tests/support/ids.ts';
import type { Booking, BookingFetch } from '../../../shared/domain/booking.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { allEnded } from './all-ended.ts';
import { lookUpBookings, readClouds, readLists } from './read-clouds.ts';

const failure = (kind: CloudFailureKind, cloud: 'smoobu' | 'the-keys' = 'the-keys'): CloudFailure => ({
  kind,
  cloud,
  message: '',
  certain: true,
  status: 503,
});
const TWO_UNITS = settings({
  units: [
    { unitId: 101, name: 'Flat 1', doors: [DOOR] },
    { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
  ],
});
const LATER = booking();
const SOONER = booking({ id: 34, unitId: 102, arrival: date('2026-11-23') });
const whole = (bookings: readonly Booking[]): BookingFetch => ({ complete: true, bookings, incompleteBecause: null });

interface World {
  readonly bookings?: readonly Result<BookingFetch, CloudFailure>[];
  readonly smoobuAccount?: Result<{ readonly id: number | null }, CloudFailure>;
  readonly account?: Result<{ readonly id: number | null; readonly locks: readonly { readonly id: number }[] | null }, CloudFailure>;
  /** By lock: why its list fails. */
  readonly fails?: Readonly<Record<number, CloudFailureKind>>;
  /** By how much both clocks say that this one is wrong. */
  readonly offsetMs?: number;
  readonly nowMs?: number;
  /** How long the bookings take. */
  readonly takesMs?: number;
  /** From an answer before this run. */
  readonly isKnown?: boolean;
  readonly choose?: (all: readonly LockId[]) => readonly LockId[];
  readonly first?: ReadonlySet<LockId>;
}
async function read({
  bookings = [ok(whole([LATER, SOONER]))],
  smoobuAccount = ok({ id: 7 }),
  account = ok({ id: 8, locks: [{ id: 11 }] }),
  fails = {},
  offsetMs,
  nowMs = NOW_MS,
  ...given
}: World = {}) {
  const log: string[] = [];
  const { signal } = new AbortController();
  const answers = [...bookings];
  const note = (line: string, options: { readonly signal?: unknown } | undefined): void =>
    void log.push(options?.signal === signal ? line : `${line} without a signal`);
  let offset: number | null = given.isKnown === true ? (offsetMs ?? null) : null;
  let passedMs = 0;
  const reading = await readClouds({
    bookings: {
      fetchBookings: ({ departureFrom }: { departureFrom: string }, options: never) => {
        note(`bookings from ${departureFrom}`, options);
        offset = offsetMs ?? null;
        passedMs += given.takesMs ?? 0;
        return Promise.resolve(answers.length > 1 ? answers.shift() : answers[0]);
      },
      readAccount: (options: never) => {
        note('account smoobu', options);
        return Promise.resolve(smoobuAccount);
      },
      clockOffsetMs: () => offset,
    } as never,
    locks: {
      readAccount: (options: never) => {
        note('account the-keys', options);
        return Promise.resolve(account);
      },
      listCodes: (id: LockId, options: never) => {
        note(`list ${String(id)}`, options);
        const kind = fails[id];
        return Promise.resolve(kind === undefined ? ok({ lockId: id, codes: [code({ lockId: id })] }) : err(failure(kind)));
      },
      clockOffsetMs: () => offset,
    } as never,
    clock: { nowMs: () => nowMs + passedMs },
    log: { log: (level, text, about) => log.push(`${level} ${text} ${JSON.stringify(about)}`) },
    settings: TWO_UNITS,
    signal,
    choose: (all, known) => {
      log.push(`choose of ${all.join(' ')}, ${known === null ? 'no bookings' : String(known.length)}`);
      return given.choose?.(all) ?? all;
    },
    ...(given.first === undefined
      ? {}
      : {
          first: (known) => {
            log.push(`first of ${String(known.length)}`);
            return given.first ?? new Set();
          },
        }),
    onError: () => log.push('error'),
    onProgress: (phase, done, total) => log.push(`${phase} ${String(done)}/${String(total)}`),
  });
  return { log, reading };
}
const lists = (log: readonly string[]) => log.filter((line) => line.startsWith('list'));

describe('the clouds', () => {
  it('are asked for bookings first, and then for lists by the nearest arrival', async () => {
    const { log, reading } = await read();
    expect(log).toEqual([
      'bookings 0/1',
      'bookings from 2026-11-20',
      'choose of 12 11 13, 2',
      'account smoobu',
      'account the-keys',
      'list 12',
      'list 11',
      'list 13',
      'codes 1/3',
      'codes 2/3',
      'codes 3/3',
    ]);
    expect(reading.bookings).toEqual(ok(whole([LATER, SOONER])));
    expect([...reading.lists.keys()]).toEqual([12, 11, 13]);
    expect(reading).toMatchObject({
      accounts: { smoobu: '7', 'the-keys': '8' },
      account: { locks: [{ id: 11 }], readAtMs: NOW_MS },
      clockErrorMs: 0,
    });
  });
  it('are asked for the locks first that the run is for', async () => {
    expect(lists((await read({ first: new Set([FORMER_DOOR.lockId]) })).log)[0]).toBe('list 13');
  });
  it('are asked for the chosen lists only, while one of them can be read', async () => {
    const choose = (): readonly LockId[] => [lockId(11), lockId(13)];
    expect(lists((await read({ choose })).log)).toEqual(['list 11', 'list 13']);
    expect(lists((await read({ choose, fails: { 11: 'timeout' } })).log)).toEqual(['list 11', 'list 13']);
  });
  it('are asked for the others where all that were chosen fail', async () => {
    const { log, reading } = await read({ choose: () => [lockId(13)], fails: { 13: 'timeout' } });
    expect(lists(log)).toEqual(['list 13', 'list 12', 'list 11']);
    expect([...reading.lists].map(([id, list]) => [id, list.ok])).toEqual([
      [13, false],
      [12, true],
      [11, true],
    ]);
  });
  it.each(['credentials-rejected', 'credentials-missing'] as const)(
    'are not asked for more where the first lists fail: %s',
    async (kind) => {
      const { log, reading } = await read({ choose: () => [lockId(13)], fails: { 13: kind } });
      expect(lists(log)).toEqual(['list 13']);
      expect([...reading.lists].map(([id, list]) => [id, list.ok ? '' : list.error.kind])).toEqual([13, 12, 11].map((id) => [id, kind]));
    },
  );
  it('are asked for the lists also without bookings, and a cloud that failed not for its account', async () => {
    const { log, reading } = await read({ bookings: [err(failure('unreachable', 'smoobu'))], first: new Set() });
    expect(log).toContain('first of 0');
    expect(log).toContain('choose of 11 12 13, no bookings');
    expect(log).not.toContain('account smoobu');
    expect(log).toContain('warn account id not read {"cloud":"smoobu","kind":"unreachable","status":503}');
    expect([reading.bookings.ok, reading.accounts, reading.lists.size]).toEqual([false, { smoobu: null, 'the-keys': '8' }, 3]);
  });
  it('may not say whose account it is', async () => {
    const { reading } = await read({ smoobuAccount: ok({ id: null }), account: err(failure('timeout')) });
    expect([reading.accounts, reading.account]).toEqual([{ smoobu: null, 'the-keys': null }, null]);
    expect((await read({ account: ok({ id: 8, locks: null }) })).reading.account).toBeNull();
  });
});

describe('a clock that is wrong by both clouds', () => {
  const bookings = [ok(whole([LATER])), ok(whole([SOONER]))];
  it('has the bookings of the right day read again', async () => {
    const { log, reading } = await read({ bookings, offsetMs: DAY_MS });
    expect(log.filter((line) => line.startsWith('bookings from'))).toEqual(['bookings from 2026-11-20', 'bookings from 2026-11-21']);
    expect(reading).toMatchObject({ bookings: ok(whole([SOONER])), clockErrorMs: DAY_MS, account: { readAtMs: NOW_MS + DAY_MS } });
  });
  it('and was so before has them read once, of the right day', async () => {
    const { log } = await read({ bookings, offsetMs: DAY_MS, isKnown: true });
    expect(log.filter((line) => line.startsWith('bookings from'))).toEqual(['bookings from 2026-11-21']);
  });
  it('on the same day changes only the time', async () => {
    const { reading } = await read({ bookings, offsetMs: HOUR_MS });
    expect(reading).toMatchObject({ bookings: ok(whole([LATER])), clockErrorMs: HOUR_MS });
  });
  it('is not what a clock does that goes over midnight meanwhile', async () => {
    const { log } = await read({ bookings, takesMs: DAY_MS });
    expect(log.filter((line) => line.startsWith('bookings from'))).toEqual(['bookings from 2026-11-20']);
  });
  it('is of no use where the bookings could not be read', async () => {
    const { log } = await read({ bookings: [err(failure('timeout', 'smoobu'))], offsetMs: DAY_MS });
    expect(log.filter((line) => line.startsWith('bookings from'))).toHaveLength(1);
  });
});

describe('an error while reading', () => {
  const options = (onError: () => void) => ({ signal: new AbortController().signal, onError, onProgress: () => undefined });
  const broken = () => Promise.reject(new Error('defect'));
  it('stops the rest, and is thrown once that has ended', async () => {
    const log: string[] = [];
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => log.push('ended'));
    await expect(allEnded([broken(), slow, 1], () => log.push('stop'))).rejects.toThrow('defect');
    expect(log).toEqual(['stop', 'ended']);
    expect(await allEnded([Promise.resolve(1), 2], () => log.push('stop'))).toEqual([1, 2]);
  });
  it('of a list or a booking stops the run', async () => {
    let stopped = 0;
    const stop = options(() => (stopped += 1));
    await expect(readLists([lockId(11)], { ...stop, locks: { listCodes: broken } as never })).rejects.toThrow('defect');
    await expect(lookUpBookings([bookingId(12)], { ...stop, bookings: { readBooking: broken } as never })).rejects.toThrow('defect');
    expect(stopped).toBe(2);
  });
});

it('bookings are read one by one, and one that fails is known as failed', async () => {
  const { signal } = new AbortController();
  const bookings = {
    readBooking: (id: number, options: { signal: unknown }) =>
      Promise.resolve(options.signal === signal && id === 12 ? ok({ kind: 'missing' }) : err(failure('timeout', 'smoobu'))),
  };
  const found = await lookUpBookings([bookingId(12), bookingId(34)], { bookings: bookings as never, signal, onError: () => undefined });
  expect(Object.fromEntries(found)).toEqual({ 12: { kind: 'missing' }, 34: { kind: 'failed' } });
});
