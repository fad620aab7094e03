/**
 * A small world to plan for: the codes on the locks, how a run reads them, and what it remembers. Codes are kept apart from their reading,
 * so that a wrongly changed PIN is found even when the list does not show it exactly.
 */
import { claimNumber } from '../support/ids.ts';
import type { Booking, BookingLookup } from '../../shared/domain/booking.ts';
import { UNKNOWN } from '../../shared/domain/code.ts';
import type { Code, Pin } from '../../shared/domain/code.ts';
import { claimOf } from '../../shared/domain/ids.ts';
import type { BookingId, ClaimId, LockId } from '../../shared/domain/ids.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { MemoryKind, Remembered } from '../../shared/domain/memory.ts';
import { holdOf, NO_WISHES } from '../../shared/domain/plan.ts';
import type { PinDraw, Plan, PlanInput, WaitingDelete } from '../../shared/domain/plan.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Person } from '../../shared/domain/wishes.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';

/** A code as it really is. A PIN of null is one that no list contains. */
export interface TrueCode extends Code {
  readonly startDate: LocalDate | null;
  readonly startTime: WallTime | null;
  readonly endDate: LocalDate | null;
  readonly endTime: WallTime | null;
  readonly active: boolean;
}

/** How the cloud formats its lists. */
export interface Format {
  readonly pinsAsNumbers: boolean;
  readonly unknownTimes: boolean;
  readonly unknownDates: boolean;
  readonly unknownActive: boolean;
}
export const PLAIN: Format = { pinsAsNumbers: false, unknownTimes: false, unknownDates: false, unknownActive: false };

export interface Knowledge {
  readonly pinDraws: ReadonlyMap<ClaimId, PinDraw>;
  readonly missingSinceMs: ReadonlyMap<BookingId, number>;
  readonly waiting: ReadonlyMap<string, WaitingDelete>;
  readonly remembered: Remembered;
  readonly released: ReadonlySet<string>;
}
export const NO_KNOWLEDGE: Knowledge = {
  pinDraws: new Map(),
  missingSinceMs: new Map(),
  waiting: new Map(),
  remembered: nothingRemembered(),
  released: new Set(),
};

export interface World {
  readonly nowMs: number;
  readonly settings: Settings;
  readonly complete: boolean;
  readonly bookings: readonly Booking[];
  readonly lookups: ReadonlyMap<BookingId, BookingLookup>;
  readonly codes: readonly TrueCode[];
  readonly lockIds: readonly LockId[];
  readonly failedLocks: ReadonlySet<LockId>;
  readonly format: Format;
  readonly clockStepped: boolean;
  readonly knowledge: Knowledge;
  /** Installations with the same number have the same PIN key. */
  readonly pinKey: number;
  /** Account 1 of both clouds by default. */
  readonly accounts?: PlanInput['accounts'];
  readonly people?: readonly Person[];
  /** How many different PINs can be drawn: few make collisions. */
  readonly pinVariety: number;
}

export function inputOf(world: World): PlanInput {
  const { knowledge } = world;
  const lists = new Map<LockId, readonly Code[] | null>();
  for (const lockId of world.lockIds) {
    const own = world.codes.filter((code) => code.lockId === lockId).map((code) => asRead(code, world.format));
    lists.set(lockId, world.failedLocks.has(lockId) ? null : own);
  }
  return {
    nowMs: world.nowMs,
    settings: world.settings,
    bookings: {
      complete: world.complete,
      bookings: world.bookings,
      incompleteBecause: world.complete ? null : 'a page came twice',
    },
    lookups: world.lookups,
    lists,
    memory: knowledge,
    wishes: { ...NO_WISHES, people: world.people ?? [] },
    accounts: world.accounts ?? { smoobu: '1', 'the-keys': '1' },
    released: knowledge.released,
    clockStepped: world.clockStepped,
    clockIsWrong: false,
    drawPin: (claimId, attempt, length) => drawPin(world, claimId, attempt, length),
  };
}

function asRead(code: TrueCode, format: Format): Code {
  const times = format.unknownTimes ? ({ startTime: UNKNOWN, endTime: UNKNOWN } as const) : {};
  const dates = format.unknownDates ? ({ startDate: UNKNOWN, endDate: UNKNOWN } as const) : {};
  const active = format.unknownActive ? ({ active: UNKNOWN } as const) : {};
  const asNumber = format.pinsAsNumbers && code.pin !== null;
  const pin = asNumber ? { pin: String(Number(code.pin)) as Pin, pinMayLackZeros: true } : {};
  return { ...code, ...times, ...dates, ...active, ...pin };
}

/** Pure, fast, and evenly enough distributed for tests. */
export function drawPin(world: Pick<World, 'pinKey' | 'pinVariety'>, claimId: ClaimId, attempt: number, length: number): Pin {
  let state = (world.pinKey * 2_654_435_761 + claimNumber(claimId) * 40_503 + attempt * 97 + 12_345) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 3_266_489_917) >>> 0;
  state = (state ^ (state >>> 16)) >>> 0;
  const digits = (state % world.pinVariety) * (world.pinVariety < 10 ** length ? 37 : 1);
  return String(digits % 10 ** length).padStart(length, '0') as Pin;
}

/** What the history remembers of a plan: PIN draws, held deletes, and what the plan wants remembered. */
export function remember(knowledge: Knowledge, plan: Plan): Knowledge {
  const pinDraws = new Map<ClaimId, PinDraw>(knowledge.pinDraws);
  const waiting = new Map(knowledge.waiting);
  for (const key of plan.settledHolds) waiting.delete(key);
  for (const operation of plan.operations) {
    if ((operation.kind === 'create' || operation.kind === 'move') && operation.pinDraw !== null) {
      pinDraws.set(claimOf(operation), operation.pinDraw);
    }
    const hold = holdOf(operation);
    if (hold !== null && 'codeId' in operation) waiting.set(operation.key, { ...operation, hold });
  }
  const remembered = structuredClone(knowledge.remembered) as Record<MemoryKind, Map<string, unknown>>;
  for (const { kind, key, value } of plan.remember) {
    if (value === null) remembered[kind].delete(key);
    else remembered[kind].set(key, value);
  }
  return { ...knowledge, pinDraws, waiting, remembered: remembered as Remembered };
}
