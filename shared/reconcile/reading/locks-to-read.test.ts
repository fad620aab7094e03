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
    ['arrives tomorrow', {}, false],
    ['left an hour ago', { arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('09:00') }, true],
    ['is staying', { arrival: date('2026-11-20') }, false],
    ['has cancelled', { arrival: date('2026-11-23'), state: 'cancelled' }, false],
  ] as const)('the doors of a guest who %s', (_, changes, isRead) => {
    const exact = settings({ times: { checkInMode: 'exact', checkOutMode: 'exact' } });
    expect(read({ bookings: [booking(changes)], settings: exact })).toEqual(isRead ? [DOOR.lockId] : ONE);
  });

  it('the locks of codes that begin or end soon, whoever has them', () => {
    const withCode = (one: Code) => new Map([...reading().known, [DOOR.lockId, list(15, [one])]]);
    expect(read({ known: withCode(personCode()) })).toEqual([DOOR.lockId]);
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
