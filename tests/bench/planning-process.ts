/** Plans a large portfolio in a fresh process: the first time cold, then again and again. Prints JSON; started by planning.ts. */
import { performance } from 'node:perf_hooks';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { createPinSource } from '../../electron/storage/keychain/pin-source.ts';
import type { Booking } from '../../shared/domain/booking.ts';
import { parsePin } from '../../shared/domain/code.ts';
import type { Code } from '../../shared/domain/code.ts';
import { NO_WISHES } from '../../shared/domain/plan.ts';
import type { PlanInput } from '../../shared/domain/plan.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { cleanName } from '../../shared/reconcile/stay/names.ts';
import { tagFor } from '../../shared/reconcile/tag.ts';
import { addDays, parseLocalDate, parseWallTime } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import type { LockId } from '../../shared/domain/ids.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { bookingId, codeId, unitId } from '../support/ids.ts';
import type { PlanningTimes } from './planning.ts';

const kind = process.argv[2];
/** Four digits have fewer PINs than there are stays. */
const isCrowded = kind === 'crowded';
/** All of them overlap, on one keypad. */
const isOneUnit = kind === 'one-unit';
const BOOKINGS = isOneUnit ? 60_000 : isCrowded ? 12_000 : 20_000;
const CODES = isCrowded || isOneUnit ? 0 : 10_000;
const UNITS = isOneUnit ? 1 : 2_000;
const REPEATS = isOneUnit ? 3 : 11;
const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const TODAY = '2026-11-23' as LocalDate;
const PIN_LENGTH = isCrowded ? 4 : 6;

const hasNew = kind !== 'quiet';
const input = createInput(hasNew);
const timesMs = Array.from({ length: REPEATS }, () => {
  const startedMs = performance.now();
  const planned = plan(input);
  const takenMs = performance.now() - startedMs;
  const expected = hasNew ? BOOKINGS - CODES : 0;
  const foreseen = isCrowded ? 'pins-running-out' : isOneUnit ? 'overlap' : null;
  const problems = planned.problems.filter((problem) => problem.kind !== foreseen);
  if (planned.unchanged !== CODES || planned.operations.length !== expected || problems.length > 0)
    throw new Error(`planned ${String(planned.operations.length)} operations, ${String(planned.unchanged)} codes unchanged`);
  return takenMs;
});
const [coldMs = Number.NaN, ...warmMs] = timesMs;
process.stdout.write(JSON.stringify({ coldMs, warmMs } satisfies PlanningTimes));

/** The first bookings have their codes; the others are new, or cancelled before they had any. */
function createInput(isNew: boolean): PlanInput {
  const pins = createPinSource(new Uint8Array(32).fill(9));
  const { seed, mapping } = largePortfolio({ units: UNITS, locks: UNITS, bookings: BOOKINGS, seed: 3, nowMs: NOW_MS });
  const settings = defaultSettings();
  const doorOf = new Map(mapping.units.map((unit) => [unit.unitId, unit.doors[0]]));
  const bookings = seed.smoobu.bookings.map((booking, index): Booking => ({
    id: bookingId(booking.id ?? 0),
    state: isNew || index < CODES ? 'live' : 'cancelled',
    unitId: booking.apartmentId === null ? null : unitId(booking.apartmentId),
    arrival: isOneUnit ? addDays(TODAY, index % 80) : present(parseLocalDate(booking.arrival)),
    departure: isOneUnit ? addDays(TODAY, (index % 80) + 2) : present(parseLocalDate(booking.departure)),
    checkIn: null,
    checkOut: null,
    guestName: booking.guestName ?? '',
  }));
  const lists = new Map<LockId, Code[]>(mapping.locks.map(({ lockId }) => [lockId, []]));
  for (const [index, booking] of bookings.slice(0, CODES).entries()) {
    const { lockId, keypadId } = present(doorOf.get(present(booking.unitId)));
    lists.get(lockId)?.push({
      id: codeId(600_000 + index),
      lockId,
      keypadId,
      name: cleanName(booking.guestName),
      pin: present(parsePin(String((index * 7919 + 130_503) % 1_000_000).padStart(PIN_LENGTH, '0'))),
      pinMayLackZeros: false,
      active: true,
      startDate: booking.arrival,
      startTime: present(parseWallTime('15:00')),
      endDate: booking.departure,
      endTime: present(parseWallTime('12:00')),
      description: tagFor(booking.id),
      hasSchedule: false,
      notificationEnabled: false,
    });
  }
  return {
    nowMs: NOW_MS,
    settings: { ...settings, mapping, codes: { ...settings.codes, pinLength: PIN_LENGTH } },
    bookings: { complete: true, bookings, incompleteBecause: null },
    lookups: new Map(),
    lists,
    memory: { pinDraws: new Map(), missingSinceMs: new Map(), waiting: new Map(), remembered: nothingRemembered() },
    wishes: NO_WISHES,
    accounts: { smoobu: '1', 'the-keys': '1' },
    released: new Set(),
    clockStepped: false,
    clockIsWrong: false,
    drawPin: (id, attempt, length) => pins.draw(id, attempt, length),
  };
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The portfolio has a value that cannot be read.');
  return value;
}
