/** When runs are due: presets, previews, the spread over installations, and pauses. Pure. */
import type { Pause, Settings } from '../../../shared/domain/settings.ts';
import type { CallRequest } from '../../../shared/ipc/contract.ts';
import { HOUR_MS, MINUTE_MS, addDays, at, dateOf, instantOf, localNow } from '../../../shared/time.ts';
import type { WallTime } from '../../../shared/time.ts';
import { sameValue } from '../values/same-value.ts';
import type { Scheduler } from '../ports/schedule.ts';

export type PresetId = 'every-5' | 'every-15' | 'every-30' | 'hourly';
export interface SchedulePreset {
  readonly id: PresetId;
  /** Five-field cron expression. */
  readonly cron: string;
}
export const SCHEDULE_PRESETS: readonly SchedulePreset[] = [
  { id: 'every-5', cron: '*/5 * * * *' },
  { id: 'every-15', cron: '*/15 * * * *' },
  { id: 'every-30', cron: '*/30 * * * *' },
  { id: 'hourly', cron: '0 * * * *' },
];
/** Runs when the expression in the settings cannot be used: a typing error must not keep guests out. */
export const FALLBACK_CRON = '*/15 * * * *';

/** The preset an expression stands for, however it is spaced; null for one of the user's own. */
export function presetOf(cron: string): PresetId | null {
  const wanted = fieldsOf(cron).join(' ');
  return SCHEDULE_PRESETS.find((preset) => preset.cron === wanted)?.id ?? null;
}

function fieldsOf(cron: string): readonly string[] {
  return cron.trim().split(/\s+/);
}

/** The next slots, soonest first; null for an expression that is no schedule. */
export function previewRuns(scheduler: Scheduler, cron: string, count = 3): readonly number[] | null {
  if (!scheduler.validate(cron)) return null;
  const job = scheduler.schedule(cron, () => {});
  try {
    return job.nextRuns(count);
  } finally {
    job.stop();
  }
}

/** At most this share of the time between two slots, and never more than this, passes after a slot. */
const SPREAD_SHARE = 0.2;
const MAX_SPREAD_MS = 5 * MINUTE_MS;

/**
 * How long after each slot this installation runs: always the same for one installation, spread evenly over many, in milliseconds,
 * so that a thousand of them do not call on the same second. `slots`: some next ones; the closest two tell the period.
 * `installationNumber`: any whole number that belongs to this installation.
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

/** The pause a choice means now. `zone`: IANA zone of this computer. */
export function pauseFor(choice: PauseChoice, nowMs: number, zone: string): Pause {
  switch (choice) {
    case 'none':
      return { kind: 'none' };
    case 'until-resumed':
      return { kind: 'until-resumed' };
    case 'hour':
      return { kind: 'until', untilMs: nowMs + HOUR_MS };
    case 'tomorrow': {
      // The next midnight here, as the word says: a forgotten pause ends before anyone arrives who books or changes overnight.
      const tomorrow = addDays(dateOf(localNow(zone, nowMs)), 1);
      return { kind: 'until', untilMs: instantOf(at(tomorrow, MIDNIGHT), zone) };
    }
  }
}
const MIDNIGHT = '00:00' as WallTime;

export function isPaused(pause: Pause, nowMs: number): boolean {
  return pause.kind === 'until-resumed' || (pause.kind === 'until' && nowMs < pause.untilMs);
}

/** The pause as it stands: one that has run out is none. */
export function activePause(pause: Pause, nowMs: number): Pause {
  return isPaused(pause, nowMs) ? pause : { kind: 'none' };
}

/** True when a run would now do something else: the rest of the settings can wait for the next slot. */
export function decidesAboutCodes(previous: Settings, next: Settings): boolean {
  return !sameValue([previous.mapping, previous.times, previous.codes], [next.mapping, next.times, next.codes]);
}
