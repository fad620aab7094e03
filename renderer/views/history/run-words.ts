/** A run in the user's words: when, how it ended, what it did. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { RunCounts, RunOutcome } from '../../../shared/domain/run.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { Formats } from '../../lib/format.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import type { RunRow } from './run-list.ts';

const DAY_MS = 86_400_000;

export interface OutcomeWords {
  readonly text: string;
  /** What it means for guests, and what comes next. */
  readonly meaning: string;
  readonly tone: 'good' | 'neutral' | 'warning' | 'urgent' | 'waiting';
  readonly icon?: 'hand' | 'sync';
}

const TONES: Readonly<Record<RunOutcome, OutcomeWords['tone']>> = {
  ok: 'good',
  'nothing-to-do': 'good',
  partial: 'warning',
  held: 'warning',
  failed: 'urgent',
  interrupted: 'warning',
};

export function outcomeWords(t: WindowTranslate, { outcome, mode }: RunRow, isRunning: boolean): OutcomeWords {
  if (isRunning) return { text: t('history.running'), meaning: t('history.means.running'), tone: 'waiting', icon: 'sync' };
  const text = t(`history.outcome.${outcome}`);
  const meaning = mode === 'dry-run' ? t('history.means.dry-run') : t(`history.means.${outcome}`);
  return { text, meaning, tone: TONES[outcome], ...(outcome === 'held' ? { icon: 'hand' } : {}) };
}

/** The history calls a run interrupted until it has ended; the newest one is in hand while the app syncs. */
export function isUnderWay(run: RunRow, { activity, lastRun }: Pick<AppSnapshot, 'activity' | 'lastRun'>): boolean {
  if (activity !== 'syncing' || run.outcome !== 'interrupted' || run.startedAt !== run.finishedAt) return false;
  return lastRun === null || (run.id !== lastRun.run.id && run.startedAt >= lastRun.run.finishedAt);
}

const TOLD = ['created', 'updated', 'adopted', 'moved', 'deleted', 'held', 'failed'] as const satisfies readonly (keyof RunCounts)[];

/** "2 new codes, 1 removed, 1 problem"; what stayed only where nothing else is to be told. */
export function countsWords(t: WindowTranslate, { counts, problemCount }: Pick<RunRow, 'counts' | 'problemCount'>): string {
  const told = TOLD.filter((name) => counts[name] > 0).map((name) => t(`history.count.${name}`, { count: counts[name] }));
  if (problemCount > 0) told.push(t('history.count.problems', { count: problemCount }));
  if (told.length > 0) return told.join(', ');
  return counts.unchanged > 0 ? t('history.count.unchanged', { count: counts.unchanged }) : t('history.count.none');
}

/** "Today", "Yesterday", "Monday 23 November", with its year where it is another one. */
export function dayWords(t: WindowTranslate, formats: Formats, day: LocalDate, nowMs: number): string {
  const today = formats.dateAt(nowMs);
  if (day === today) return t('history.today');
  if (Date.parse(today) - Date.parse(day) === DAY_MS) return t('history.yesterday');
  return day.slice(0, 4) === today.slice(0, 4) ? formats.longDay(day) : formats.longDate(day);
}

export interface RunWords {
  readonly time: string;
  readonly trigger: string;
  /** null while it is in hand, and for one whose end nobody saw. */
  readonly duration: string | null;
}
export function runWords(t: WindowTranslate, formats: Formats, { startedAt, finishedAt, trigger, outcome }: RunRow): RunWords {
  const startedMs = Date.parse(startedAt);
  const durationMs = Date.parse(finishedAt) - startedMs;
  return {
    time: formats.instant(startedMs, startedMs),
    trigger: t(`history.trigger.${trigger}`),
    duration: durationMs <= 0 && outcome === 'interrupted' ? null : formats.duration(Math.max(0, durationMs)),
  };
}
