/** When runs are due: previews of a schedule, the spread over installations, and pauses. Pure. */
import type { Pause, Settings } from '../../../shared/domain/settings.ts';
import type { CallRequest } from '../../../shared/ipc/contract.ts';
import { HOUR_MS, MINUTE_MS, addDays, at, dateOf, instantOf, localNow } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';
import { sameValue } from '../values/same-value.ts';
import type { Scheduler } from '../ports/schedule.ts';

/** Used when the expression in the settings is invalid: a typing error must not keep guests out. */
export const FALLBACK_CRON = '*/15 * * * *';

/** The next slots, soonest first; null for an invalid expression. */
export function previewRuns(scheduler: Scheduler, cron: string, count = 3): readonly number[] | null {
  if (!scheduler.validate(cron)) return null;
  const job = scheduler.schedule(cron, () => {});
  try {
    return job.nextRuns(count);
  } finally {
    job.stop();
  }
}

/** A run starts at most this share of the period after its slot, and never more than MAX_SPREAD_MS. */
const SPREAD_SHARE = 0.2;
const MAX_SPREAD_MS = 5 * MINUTE_MS;

/**
 * How long after each slot this installation runs. It is always the same for one installation and spread evenly over many, so that a
 * thousand of them do not call in the same second. `slots`: some next ones; the closest two give the period.
 */
export function jitterMs(installationNumber: number, slots: readonly number[]): number {
  const spreadMs = Math.max(0, Math.min(shortestGapMs(slots) * SPREAD_SHARE, MAX_SPREAD_MS));
  return Math.floor(fractionOf(installationNumber) * spreadMs);
}

/** Between the two closest of some slots, soonest first; an hour where there are not two. */
export function shortestGapMs(slots: readonly number[]): number {
  const gaps = slots.slice(1).map((slot, index) => slot - (slots[index] ?? slot));
  return gaps.length === 0 ? HOUR_MS : Math.min(...gaps);
}

/** In [0, 1): neighbouring numbers lie far apart (golden ratio). */
function fractionOf(installationNumber: number): number {
  const GOLDEN = 2_654_435_769;
  return (Math.imul(Math.trunc(installationNumber), GOLDEN) >>> 0) / 4_294_967_296;
}

export type PauseChoice = CallRequest<'pause.set'>['choice'];

/** `zone`: IANA zone of this computer. */
export function pauseFor(choice: PauseChoice, nowMs: number, zone: string): Pause {
  switch (choice) {
    case 'none':
      return { kind: 'none' };
    case 'until-resumed':
      return { kind: 'until-resumed' };
    case 'hour':
      return { kind: 'until', untilMs: nowMs + HOUR_MS };
    case 'tomorrow': {
      // The next midnight here: a forgotten pause ends before guests arrive who book or change overnight.
      const tomorrow = addDays(dateOf(localNow(zone, nowMs)), 1);
      return { kind: 'until', untilMs: instantOf(at(tomorrow, MIDNIGHT), zone) };
    }
  }
}
const MIDNIGHT = '00:00' as WallTime;

export function isPaused(pause: Pause, nowMs: number): boolean {
  return pause.kind === 'until-resumed' || (pause.kind === 'until' && nowMs < pause.untilMs);
}

/** `none` when it is over. */
export function activePause(pause: Pause, nowMs: number): Pause {
  return isPaused(pause, nowMs) ? pause : { kind: 'none' };
}

/** Whether a run would now do something else. Other settings can wait for the next slot. */
export function decidesAboutCodes(previous: Settings, next: Settings): boolean {
  const decisive = ({ mapping, times, codes, recovery }: Settings): readonly unknown[] => [mapping, times, codes, recovery];
  return !sameValue(decisive(previous), decisive(next));
}
