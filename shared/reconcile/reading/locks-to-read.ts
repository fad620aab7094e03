/**
 * Which lists a scheduled sync reads, where others are known from earlier syncs: those on which something is about to happen or is not settled,
 * and a share of the others, so that each is read every two hours. Pure.
 */
import type { Booking } from '../../domain/booking.ts';
import type { Code, UnreadShare } from '../../domain/code.ts';
import type { KeypadPlace, LockId, UnitId } from '../../domain/ids.ts';
import type { UnitMapping } from '../../domain/mapping.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { addDays, addMinutes, dateOf, HOUR_MS, MINUTE_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { createStayWindows } from '../stay-windows.ts';
import { readTag } from '../tag.ts';
import { codeEnd, codeStart } from '../windows.ts';
import { createLocalClock } from '../zones.ts';
import { lockOfPlace } from './claim-locks.ts';

const EVERY_MS = 2 * HOUR_MS;
/** A sync that follows sooner says nothing about when the next one comes. */
const USUAL_INTERVAL_MS = 15 * MINUTE_MS;
/** Around an arrival or a departure. */
const AHEAD_MINUTES = 6 * 60;
const BEHIND_MINUTES = 60;
/** Further than any time of a stay lies from its days. */
const MAX_DAYS = 3;

export interface KnownList {
  readonly codes: readonly Code[];
  readonly unread: readonly UnreadShare[];
  readonly readAtMs: number;
}

export interface ReadingInput extends Pick<PlanInput, 'nowMs' | 'settings' | 'wishes' | 'memory'> {
  readonly bookings: readonly Booking[];
  /** Of the mapping. */
  readonly locks: readonly LockId[];
  readonly known: ReadonlyMap<LockId, KnownList>;
  /** Those that could not be read last. */
  readonly failed: ReadonlySet<LockId>;
  /** Since the last sync. */
  readonly passedMs: number;
}

export function locksToRead(input: ReadingInput): ReadonlySet<LockId> {
  const { nowMs, locks, known, failed, passedMs, memory } = input;
  const ageOf = (lockId: LockId): number => {
    const age = nowMs - (known.get(lockId)?.readAtMs ?? Number.NEGATIVE_INFINITY);
    // A time in the future is from a clock that was ahead.
    return age < 0 ? Number.POSITIVE_INFINITY : age;
  };
  const wanted = new Set([...nearLocks(input), ...unsettledLocks(memory)]);
  const untilNextMs = Math.max(passedMs, USUAL_INTERVAL_MS);
  const isDue = (lockId: LockId): boolean => failed.has(lockId) || wanted.has(lockId) || ageOf(lockId) + untilNextMs > EVERY_MS;
  const due = new Set(locks.filter(isDue));
  const others = locks.filter((lockId) => !due.has(lockId)).sort((one, other) => ageOf(other) - ageOf(one));
  const even = (others.length * passedMs) / EVERY_MS;
  // At least one in every sync shows that the cloud answers.
  const share = even < 1 ? Number(due.size === 0) : Math.ceil(even);
  return new Set([...due, ...others.slice(0, share)]);
}

/** Of stays by their bookings, and of every claim by the codes that it has. */
function nearLocks({ nowMs, settings, wishes, memory, bookings, known }: ReadingInput): readonly LockId[] {
  const clock = createLocalClock(settings, nowMs);
  const limits = new Map<LocalDateTime, readonly [LocalDateTime, LocalDateTime]>();
  const limitsAt = (now: LocalDateTime): readonly [LocalDateTime, LocalDateTime] => {
    const found = limits.get(now) ?? ([addMinutes(now, -BEHIND_MINUTES), addMinutes(now, AHEAD_MINUTES)] as const);
    limits.set(now, found);
    return found;
  };
  const isNear = (time: LocalDateTime | null, place: KeypadPlace, unit: UnitMapping | null): boolean => {
    const [from, to] = limitsAt(clock.nowAt(place, unit));
    return time !== null && time >= from && time <= to;
  };
  const units = new Map<UnitId | null, UnitMapping>(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const windows = createStayWindows({ bookings, units, settings, wishes: wishes.stays });
  const today = dateOf(clock.nowAt(null, null));
  const [first, last] = [addDays(today, -MAX_DAYS), addDays(today, MAX_DAYS)];
  const isAround = (day: Booking['arrival']): boolean => day >= first && day <= last;
  const asked = memory.remembered['blocked-guest'];
  const ofStays = bookings.flatMap((booking) => {
    const unit = units.get(booking.unitId);
    // Another computer may make a code there.
    if (asked.get(String(booking.id))?.isLetIn === false) return unit?.doors.map(({ lockId }) => lockId) ?? [];
    if (unit === undefined || booking.state !== 'live' || !(isAround(booking.arrival) || isAround(booking.departure))) return [];
    const { start, end } = windows.of(booking).window;
    return unit.doors.filter((door) => isNear(start, door, unit) || isNear(end, door, unit)).map(({ lockId }) => lockId);
  });
  const isAbout = (code: Code): boolean => isNear(codeStart(code), code, null) || isNear(codeEnd(code), code, null);
  const ofCodes = [...known].filter(([, { codes }]) => codes.some((code) => readTag(code.description).kind === 'tagged' && isAbout(code)));
  return [...ofStays, ...ofCodes.map(([lockId]) => lockId)];
}

/** What waits for the user or for another look: a write that was not seen, a change by hand, a refusal, a code that is missing. */
function unsettledLocks({ waiting, remembered }: PlanInput['memory']): readonly LockId[] {
  const of = <V extends { readonly lockId: LockId }>(values: Iterable<V>, isOpen: (value: V) => boolean = () => true): readonly LockId[] =>
    [...values].filter(isOpen).map(({ lockId }) => lockId);
  const openHands: readonly string[] = ['longer', 'shorter', 'shut-out'];
  return [
    ...of(waiting.values()),
    ...of(remembered.decision.values(), ({ choice }) => choice === 'approve'),
    ...of(remembered['read-back'].values(), ({ isVerified, differs }) => !isVerified || differs),
    ...of(remembered['by-hand'].values(), ({ isKept, result }) => !isKept && openHands.includes(result)),
    ...of(remembered['switched-off'].values(), ({ isKept }) => !isKept),
    ...of(remembered['switched-on'].values()),
    ...of(remembered['deleted-by-hand'].values(), ({ isAnswered }) => !isAnswered),
    ...of(remembered['made-room'].values()),
    ...of(remembered['created-codes'].values(), ({ creates }) => creates.some(({ listed }) => !listed)),
    ...keys(remembered.vanished),
    ...keys(remembered['unread-lock']),
    ...[...remembered.refusal]
      .filter(([, { said, tries, isKeptPin }]) => said !== null || tries > 0 || isKeptPin)
      .map(([key]) => lockOfPlace(key.slice(key.indexOf('@') + 1))),
  ];
}

function keys(values: Remembered['vanished' | 'unread-lock']): readonly LockId[] {
  return [...values.keys()].map((key) => Number(key) as LockId);
}
