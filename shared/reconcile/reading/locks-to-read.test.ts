import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  NOW_MS,
  personCode,
  SECOND_DOOR,
  settings,
  wall,
} from '../../../tests/reconcile/fixtures.ts';
import type { Code } from '../../domain/code.ts';
import type { LockId } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { HOUR_MS, MINUTE_MS } from '../../time.ts';
import { locksToRead } from './locks-to-read.ts';
import type { KnownList, ReadingInput } from './locks-to-read.ts';

const LOCKS = Array.from({ length: 50 }, (_, index) => (100 + index) as LockId);
const list = (minutesAgo: number, codes: readonly Code[] = []): KnownList => ({
  codes,
  unread: [],
  readAtMs: NOW_MS - minutesAgo * MINUTE_MS,
});

function reading(parts: Partial<ReadingInput> & { readonly remembered?: Partial<Remembered> } = {}): ReadingInput {
  const { remembered = {}, ...rest } = parts;
  const locks = [DOOR, SECOND_DOOR, FORMER_DOOR].map(({ lockId }) => lockId);
  return {
    nowMs: NOW_MS,
    settings: settings(),
    wishes: NO_WISHES,
    memory: { pinDraws: new Map(), missingSinceMs: new Map(), waiting: new Map(), remembered: { ...nothingRemembered(), ...remembered } },
    bookings: [],
    locks,
    // One of them is a little older: where nothing else is to be read, it is.
    known: new Map(locks.map((lockId) => [lockId, list(lockId === FORMER_DOOR.lockId ? 16 : 15)])),
    failed: new Set(),
    passedMs: 15 * MINUTE_MS,
    ...rest,
  };
}
const read = (parts: Parameters<typeof reading>[0] = {}): readonly LockId[] => [...locksToRead(reading(parts))].sort();
const ONE = [FORMER_DOOR.lockId];

describe('a scheduled sync reads', () => {
  it('one list where nothing is about to happen', () => {
    expect(read()).toEqual(ONE);
  });

  it.each([
    ['arrives in six hours', { arrival: date('2026-11-23') }, true],
    ['arrives in six hours to the minute', { arrival: date('2026-11-23'), checkIn: wall('16:00') }, true],
    ['arrives in more than six hours', { arrival: date('2026-11-23'), checkIn: wall('16:01') }, false],
    ['arrives tomorrow', {}, false],
    ['left an hour ago', { arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('09:00') }, true],
    ['is staying', { arrival: date('2026-11-20') }, false],
    ['has cancelled', { arrival: date('2026-11-23'), state: 'cancelled' }, false],
  ] as const)('the doors of a guest who %s', (_, changes, isRead) => {
    const exact = settings({ times: { checkInMode: 'exact', checkOutMode: 'exact' } });
    expect(read({ bookings: [booking(changes)], settings: exact })).toEqual(isRead ? [DOOR.lockId] : ONE);
  });

  it('the doors of a blocked guest who booked again, while the user is asked', () => {
    const asked = (isLetIn: boolean) => ({
      'blocked-guest': new Map([['12', { claimId: booking().id, isLetIn, guest: [] }]]),
    });
    const far = [booking({ arrival: date('2026-12-24'), departure: date('2026-12-27') })];
    expect(read({ bookings: far, remembered: asked(false) })).toEqual([DOOR.lockId]);
    expect(read({ bookings: far, remembered: asked(true) })).toEqual(ONE);
    expect(read({ bookings: [booking({ unitId: 999 })], remembered: asked(false) })).toEqual(ONE);
  });

  it('the locks of codes that begin or end soon, whoever has them', () => {
    const withCode = (one: Code) => new Map([...reading().known, [DOOR.lockId, list(15, [one])]]);
    expect(read({ known: withCode(personCode()) })).toEqual([DOOR.lockId]);
    expect(read({ known: withCode(personCode({ endDate: date('2026-12-24') })) })).toEqual([DOOR.lockId]);
    expect(read({ known: withCode(personCode({ startDate: date('2026-10-24') })) })).toEqual([DOOR.lockId]);
    expect(read({ known: withCode(code()) })).toEqual(ONE);
    expect(read({ known: withCode(personCode({ description: 'of somebody else' })) })).toEqual(ONE);
  });

  it.each([
    ['was never read', { known: new Map(ONE.map((lockId) => [lockId, list(15)])) }],
    ['failed', { failed: new Set([DOOR.lockId, SECOND_DOOR.lockId]) }],
    ['has a write that was not seen', seen({ isVerified: false })],
    ['has a code that reads differently', seen({ differs: true })],
    ['was read two hours ago', { known: new Map(reading().locks.map((lockId) => [lockId, list(lockId === 13 ? 15 : 110)])) }],
    ['was read in the future', { known: new Map(reading().locks.map((lockId) => [lockId, list(lockId === 13 ? 15 : -5)])) }],
    ['lost many codes', { remembered: { vanished: both({ codeIds: [] }) } }],
  ] as const)('a lock that %s', (_, parts) => {
    expect(read(parts)).toEqual([DOOR.lockId, SECOND_DOOR.lockId]);
  });

  it.each<[string, string, boolean, object]>([
    ['a removal that waits', 'waiting', true, {}],
    ['an approved removal', 'decision', true, { choice: 'approve' }],
    ['a removal that was declined', 'decision', false, { choice: 'keep' }],
    ['a code that reads as it was sent', 'read-back', false, { isVerified: true, differs: false }],
    ['a code that somebody made work longer', 'by-hand', true, { isKept: false, result: 'longer' }],
    ['a code that somebody made work shorter', 'by-hand', true, { isKept: false, result: 'shorter' }],
    ['a code that somebody moved away from the stay', 'by-hand', true, { isKept: false, result: 'shut-out' }],
    ['a change that the user keeps', 'by-hand', false, { isKept: true, result: 'longer' }],
    ['a change that is corrected', 'by-hand', false, { isKept: false, result: 'overruled' }],
    ['a code that somebody switched off', 'switched-off', true, { isKept: false }],
    ['a code that is to stay off', 'switched-off', false, { isKept: true }],
    ['a code that somebody switched on', 'switched-on', true, {}],
    ['a code that somebody deleted', 'deleted-by-hand', true, { isAnswered: false }],
    ['a deleted code that the user answered for', 'deleted-by-hand', false, { isAnswered: true }],
    ['a code that gave its room', 'made-room', true, {}],
    ['an accepted code that no list showed', 'created-codes', true, { creates: [{ listed: true }, { listed: false }] }],
    ['codes that all were listed', 'created-codes', false, { creates: [{ listed: true }] }],
    ['a list that could not be read', 'unread-lock', true, { runs: 1 }],
    ['a refusal that says why', 'refusal', true, { said: 'full', tries: 0, isKeptPin: false }],
    ['a refusal of all that was tried', 'refusal', true, { said: null, tries: 1, isKeptPin: false }],
    ['a refused PIN that the guest may know', 'refusal', true, { said: null, tries: 0, isKeptPin: true }],
    ['a refusal that was settled', 'refusal', false, { said: null, tries: 0, isKeptPin: false }],
  ])('what is open, such as %s (%s: %s)', (_, kind, isOpen, value) => {
    const keyOf = ({ lockId, keypadId }: typeof DOOR): string => (kind === 'refusal' ? `12@${String(lockId)}/${keypadId}` : String(lockId));
    const values = new Map([DOOR, SECOND_DOOR].map((place) => [keyOf(place), { lockId: place.lockId, ...value }])) as never;
    const memory = reading().memory;
    const parts = kind === 'waiting' ? { memory: { ...memory, waiting: values } } : { remembered: { [kind]: values } };
    expect(read(parts)).toEqual(isOpen ? [DOOR.lockId, SECOND_DOOR.lockId] : ONE);
  });

  it('no list again that was read at this moment, but one', () => {
    expect(read({ known: new Map(reading().locks.map((lockId) => [lockId, list(0)])) })).toHaveLength(1);
  });

  it.each([
    [9, 2],
    [49, 7],
    [50, 8],
  ])('of %i locks whose first one failed, %i', (count, expected) => {
    const locks = LOCKS.slice(0, count);
    const known = new Map(locks.map((lockId, index) => [lockId, list(30 - index / 10)]));
    expect(read({ locks, known, failed: new Set(locks.slice(0, 1)) })).toEqual(locks.slice(0, expected));
  });

  it('every lock within two hours, and never half of them at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), (minutes) => {
        let nowMs = NOW_MS;
        let known: ReadonlyMap<LockId, KnownList> = new Map(LOCKS.map((lockId) => [lockId, list(0)]));
        const shares: number[] = [];
        for (let sync = 0; sync < 40; sync += 1) {
          nowMs += minutes * MINUTE_MS;
          const due = locksToRead(reading({ nowMs, locks: LOCKS, known, passedMs: minutes * MINUTE_MS }));
          expect(due.size).toBeGreaterThan(0);
          shares.push(due.size);
          known = new Map([...known, ...[...due].map((lockId) => [lockId, { ...list(0), readAtMs: nowMs }] as const)]);
          // The next sync may come later than this one did.
          const oldestMs = Math.min(...[...known.values()].map(({ readAtMs }) => readAtMs));
          expect(nowMs - oldestMs).toBeLessThanOrEqual(2 * HOUR_MS - Math.max(15, minutes) * MINUTE_MS);
        }
        expect(Math.max(...shares)).toBeLessThanOrEqual(LOCKS.length / 2);
      }),
    );
  });
});

function both<V>(value: V): ReadonlyMap<string, V> {
  return new Map([DOOR, SECOND_DOOR].map(({ lockId }) => [String(lockId), value]));
}
function seen(changes: { readonly isVerified?: boolean; readonly differs?: boolean }): Parameters<typeof reading>[0] {
  const window = { start: '2026-12-20T15:00', end: '2026-12-24T12:00' };
  const values = [DOOR, SECOND_DOOR].map(
    (place) =>
      [
        String(place.lockId),
        { ...place, claimId: 12, window, isActive: true, pin: null, isVerified: true, wasOn: true, differs: false, ...changes },
      ] as const,
  );
  return { remembered: { 'read-back': new Map(values) as unknown as Remembered['read-back'] } };
}
