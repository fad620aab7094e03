/** Everything that is known about one stay, from what a run read and what it would do. No PIN. Pure. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { BookingId, CodeId, KeypadPlace, LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { PlanInput, StayDoor } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { WindowSource } from '../../../shared/domain/stay-times.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import { isOff } from '../../../shared/reconcile/hands/off-codes.ts';
import { HOUR_MS, isoInstant, withOffset } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import type { Verdict } from '../../../shared/domain/readiness.ts';
import { arrivalsOf } from '../../../shared/readiness/arrivals.ts';
import { knownDoors } from '../../../shared/readiness/facts.ts';
import { judgeArrival } from '../../../shared/readiness/judge.ts';
import { isPaused } from '../schedule/schedule-policy.ts';
import { refusedTimes } from './times-refused.ts';
import type { RefusedTime } from './times-refused.ts';
import type { ToldLine } from '../../../shared/messages/told-of-stay.ts';
import { stayFacts } from './stay-facts.ts';
import { toldTo } from './told-to.ts';
import type { NoFacts, StayFacts } from './stay-facts.ts';

export type DoorCodeState = 'verified' | 'unverified' | 'missing' | 'wrong' | 'off' | 'outdated';

export interface StayView {
  readonly bookingId: BookingId;
  readonly unitId: UnitId | null;
  readonly unitName: string;
  readonly guest: string;
  readonly arrival: LocalDate;
  readonly departure: LocalDate;
  readonly isBlocked: boolean;
  readonly noCode: boolean;
  /** The user does not want this guest to be told anything by Latchkey. */
  readonly noMessages: boolean;
  readonly note: string;
  /** The user typed the digits. */
  readonly isTyped: boolean;
  readonly own: { readonly from: DayTime | null; readonly until: DayTime | null };
  readonly window: { readonly start: LocalDateTime; readonly end: LocalDateTime; readonly source: WindowSource };
  /** Times of the booking that the window does not follow. */
  readonly refused: readonly RefusedTime[];
  /** With the offset of the doors' zone. */
  readonly instants: { readonly from: string; readonly until: string };
  readonly doors: readonly (KeypadPlace & {
    readonly codeId: CodeId | null;
    readonly state: DoorCodeState;
    /** Somebody changed the code at The Keys, and that is kept. */
    readonly changedByHand: boolean;
  })[];
  /** What the guest has been told, the newest first. */
  readonly told: readonly (Omit<ToldLine, 'atMs'> & { readonly at: string })[];
  /** Where the locks' logs tell it, earliest first. None says nothing: the log may lack it. */
  readonly opened: readonly { readonly lockId: LockId; readonly firstAt: string; readonly lastAt: string }[];
  /** null for a stay whose guest is to have no code. */
  readonly verdict: Verdict | null;
}

export function stayView(id: BookingId, input: PlanInput, report: RunReport): StayView | NoFacts {
  const facts = stayFacts(input, id);
  if (typeof facts === 'string') return facts;
  const { claim, wish, times, zone } = facts;
  const { booking, unit, window } = claim;
  const planned = report.stays.find(({ booking: { id: other } }) => other === id)?.doors ?? [];
  const isByHand = (code: CodeId | null): boolean => code !== null && input.memory.remembered['by-hand'].has(String(code));
  return {
    bookingId: id,
    unitId: booking.unitId,
    unitName: unit.name,
    guest: claim.name,
    arrival: booking.arrival,
    departure: booking.departure,
    isBlocked: wish.blockedSinceMs !== null || (planned.length > 0 && planned.every((door) => door.isOff === true)),
    noCode: wish.noCode,
    noMessages: wish.noMessages === true,
    note: wish.note,
    isTyped: wish.pin.typed !== null,
    own: { from: wish.from, until: wish.until },
    window: { ...window, source: SOURCES.find((source) => times.start.source === source || times.end.source === source) ?? 'default' },
    refused: refusedTimes(facts, input),
    instants: { from: withOffset(window.start, zone), until: withOffset(window.end, zone) },
    doors: [
      ...claim.doors.map((door) => doorCode(door, facts, planned.find((other) => placeKey(other) === placeKey(door)) ?? null)),
      ...claim.managed
        .filter((code) => !claim.doors.some((door) => placeKey(door) === placeKey(code)))
        .map(({ lockId, keypadId, id: codeId }) => ({ lockId, keypadId, codeId, state: 'outdated' as const })),
    ].map((door) => ({ ...door, changedByHand: isByHand(door.codeId) })),
    told: toldTo(facts, input).map(({ atMs, ...line }) => ({ ...line, at: new Date(atMs).toISOString() })),
    opened: [...input.memory.remembered.opened.values()]
      .filter(({ claimId }) => claimId === id)
      .sort((one, other) => one.firstAtMs - other.firstAtMs)
      .map(({ lockId, firstAtMs, lastAtMs }) => ({ lockId, firstAt: isoInstant(firstAtMs), lastAt: isoInstant(lastAtMs) })),
    verdict: wish.noCode ? null : verdictOf(id, input, report),
  };
}

/** What decides counts more: one end from the user makes the window the user's. */
const SOURCES: readonly WindowSource[] = ['user', 'booking', 'unit', 'default'];

/** All was read just now. */
function verdictOf(id: BookingId, { settings, memory: { remembered }, nowMs }: PlanInput, report: RunReport): Verdict | null {
  const own = { ...report, stays: report.stays.filter(({ booking }) => booking.id === id) };
  const [arrival] = arrivalsOf({ report: own, settings, remembered, listAtMs: new Map(), nowMs });
  const computer = { isPaused: isPaused(settings.pause, nowMs), isRejected: false, hasMissedTwoSyncs: false };
  const facts = { nowMs, intervalMs: HOUR_MS, ...knownDoors(remembered), computer };
  return arrival === undefined ? null : judgeArrival(arrival, facts).verdict;
}

function doorCode(
  { lockId, keypadId }: KeypadPlace,
  { claim }: StayFacts,
  planned: StayDoor | null,
): Omit<StayView['doors'][number], 'changedByHand'> {
  const code = claim.managed.find((one) => placeKey(one) === placeKey({ lockId, keypadId }));
  const state = (): DoorCodeState => {
    if (code === undefined) return planned?.state === 'blocked' && planned.codeId !== null ? 'unverified' : 'missing';
    if (isOff(code)) return 'off';
    if (planned === null || planned.state === 'blocked') return 'unverified';
    return planned.state === 'in-place' ? 'verified' : 'wrong';
  };
  return { lockId, keypadId, codeId: code?.id ?? null, state: state() };
}
