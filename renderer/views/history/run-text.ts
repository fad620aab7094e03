/** A run in the user's language: when, how it ended, what it did, and what its problems and operations are about. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { RUN_ASKERS, TRIGGERS_OF } from '../../../shared/domain/run-askers.ts';
import type { RunAsker } from '../../../shared/domain/run-askers.ts';
import type { OperationReport, RunCounts, RunOutcome, RunRow } from '../../../shared/domain/run.ts';
import { daysBetween } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { bookedName, doorName, guestOf, lockName, unitName } from '../../lib/names.ts';
import { personText } from '../../lib/operation-text.ts';
import type { Message, TextContext, Tone } from '../../lib/text-context.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

export interface OutcomeText extends Message {
  /** What it means for guests, and what comes next. */
  readonly meaning: string;
}

const TONES: Readonly<Record<RunOutcome, Tone>> = {
  ok: 'good',
  'nothing-to-do': 'good',
  partial: 'warning',
  held: 'urgent',
  failed: 'urgent',
  interrupted: 'warning',
};

/** As urgent as Today has it: a code that is missing, or that somebody may still use. */
export function outcomeText(t: WindowTranslate, { outcome, mode, counts }: RunRow, isRunning: boolean): OutcomeText {
  if (isRunning) return { text: t('history.running'), meaning: t('history.means.running'), tone: 'waiting', icon: 'sync' };
  const text = t(`history.outcome.${outcome}`);
  const meaning = mode === 'dry-run' ? t('history.means.dry-run') : t(`history.means.${outcome}`);
  const tone = outcome === 'partial' && counts.failed + counts.held > 0 ? 'urgent' : TONES[outcome];
  return { text, meaning, tone, ...(outcome === 'held' ? { icon: 'hand' } : {}) };
}

/** The history calls a run interrupted until it has ended. While the app syncs, the newest such run is the one that runs. */
export function isRunning(run: RunRow, { activity, lastRun }: Pick<AppSnapshot, 'activity' | 'lastRun'>): boolean {
  if (activity !== 'syncing' || run.outcome !== 'interrupted' || run.startedAt !== run.finishedAt) return false;
  return lastRun === null || (run.id !== lastRun.run.id && run.startedAt >= lastRun.run.finishedAt);
}

const COUNTED = ['created', 'updated', 'adopted', 'moved', 'deleted', 'held', 'failed'] as const satisfies readonly (keyof RunCounts)[];

/** "2 new codes, 1 removed, 1 problem"; unchanged codes only where there is nothing else to say. */
export function countsText(t: WindowTranslate, { counts, problemCount }: Pick<RunRow, 'counts' | 'problemCount'>): string {
  const parts = COUNTED.filter((name) => counts[name] > 0).map((name) => t(`history.count.${name}`, { count: counts[name] }));
  if (problemCount > 0) parts.push(t('history.count.problems', { count: problemCount }));
  if (parts.length > 0) return parts.join(', ');
  return counts.unchanged > 0 ? t('history.count.unchanged', { count: counts.unchanged }) : t('history.count.none');
}

/** So that no line ends with a number whose word is on the next. */
export function keepNumbers(text: string): string {
  return text.replaceAll(/(\d) /g, '$1\u00a0');
}

/** "Today", "Yesterday", "Monday 23 November", and the year where it is another one. */
export function dayText({ t, formats, nowMs }: Omit<TextContext, 'snapshot'>, day: LocalDate): string {
  const today = formats.dateAt(nowMs);
  const days = daysBetween(day, today);
  if (days === 0) return t('history.today');
  if (days === 1) return t('history.yesterday');
  return day.slice(0, 4) === today.slice(0, 4) ? formats.longDay(day) : formats.longDate(day);
}

/** Whom its line names. */
export function askerOf({ trigger }: Pick<RunRow, 'trigger'>): RunAsker {
  return RUN_ASKERS.find((asker) => TRIGGERS_OF[asker].includes(trigger)) ?? 'latchkey';
}

export interface RunText {
  readonly time: string;
  readonly trigger: string;
  /** null while it runs, and where its end was not recorded. */
  readonly duration: string | null;
}
export function runText({ t, formats }: Pick<TextContext, 't' | 'formats'>, { startedAt, finishedAt, trigger, outcome }: RunRow): RunText {
  const startedMs = Date.parse(startedAt);
  const durationMs = Date.parse(finishedAt) - startedMs;
  return {
    time: formats.instant(startedMs, startedMs),
    trigger: t(`history.trigger.${trigger}`),
    duration: durationMs <= 0 && outcome === 'interrupted' ? null : formats.duration(Math.max(0, durationMs)),
  };
}

/** The unit, door and guest of a problem; it may lack any of them. Of a unit without doors no name is known but the one in its sentence. */
export function problemSubject(
  { snapshot, t }: Pick<TextContext, 'snapshot' | 't'>,
  { unitId, bookingId, lockId, keypadId }: Pick<Problem, 'unitId' | 'bookingId' | 'lockId' | 'keypadId'>,
): string[] {
  return [
    ...(unitId === undefined || !snapshot.names.units.some((unit) => unit.unitId === unitId) ? [] : [unitName(snapshot, t, unitId)]),
    ...(lockId === undefined ? [] : [keypadId === undefined ? lockName(snapshot, t, lockId) : doorName(snapshot, t, { lockId, keypadId })]),
    ...(bookingId === undefined ? [] : [bookedName(snapshot, bookingId) ?? t('history.booking', { id: String(bookingId) })]),
  ];
}

/** Guest and unit of an operation, the booking's number where the guest has no name; its door is in its title. */
export function operationSubject({ snapshot, t }: Pick<TextContext, 'snapshot' | 't'>, operation: OperationReport): string[] {
  const { unitId, bookingId } = operation;
  const who =
    bookingId === null ? personText({ t }, operation) : (guestOf(snapshot, operation) ?? t('history.booking', { id: String(bookingId) }));
  return [who, ...(unitId === null ? [] : [unitName(snapshot, t, unitId)])];
}
