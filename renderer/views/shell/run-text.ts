/** What the last sync means, and when the next one comes. Pure. */
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import type { Pause } from '../../../shared/domain/settings.ts';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { Message, TextContext } from '../../lib/text-context.ts';
import { isEverythingInPlace } from '../today/overview.ts';

export function lastRunText(app: TextContext): Message {
  const { snapshot, t } = app;
  const { lastRun } = snapshot;
  if (lastRun === null) return { tone: 'neutral', text: t('sync.run-none') };
  const { run, counts } = lastRun;
  const isInPlace = isEverythingInPlace(app);
  switch (run.outcome) {
    case 'nothing-to-do':
      return isInPlace ? { tone: 'good', text: t('sync.run-in-place') } : { tone: 'neutral', text: t('sync.run-nothing') };
    case 'ok': {
      const count = counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted;
      return isInPlace
        ? { tone: 'good', text: t('sync.run-changed-in-place', { count }) }
        : { tone: 'neutral', text: t('sync.run-changed', { count }) };
    }
    case 'partial':
      return {
        tone: 'warning',
        text: counts.failed === 0 ? t('sync.run-partly-read') : t('sync.run-partial', { count: counts.failed }),
      };
    case 'held': {
      // The user may have decided some of the holds since.
      const count = snapshot.holds.length;
      if (count > 0) return { tone: 'warning', text: t('sync.run-held', { count }) };
      return counts.held === 0 ? { tone: 'warning', text: t('sync.run-held-whole') } : { tone: 'neutral', text: t('sync.run-nothing') };
    }
    case 'failed':
      return { tone: 'urgent', text: failureText(app) };
    case 'interrupted':
      return { tone: 'warning', text: t('sync.run-interrupted') };
  }
}

function failureText({ snapshot, t, formats }: TextContext): string {
  const problems = snapshot.lastRun?.problems ?? [];
  const has = (kind: ProblemKind): boolean => problems.some((problem) => problem.kind === kind);
  if (has('clock-skew')) return t('sync.run-clock');
  const rejected = problems.find(({ kind, cloud }) => kind === 'credentials-rejected' && cloud !== undefined);
  if (rejected?.cloud !== undefined) return t('sync.run-rejected', { cloud: CLOUD_TITLES[rejected.cloud] });
  const clouds = CLOUD_NAMES.filter((name) => problems.some(({ cloud }) => cloud === name)).map((name) => CLOUD_TITLES[name]);
  return clouds.length === 0 ? t('sync.run-failed') : t('sync.run-unread', { clouds: formats.list(clouds) });
}

/** null when syncing is not paused. */
export function pauseText({ t, formats, nowMs }: Omit<TextContext, 'snapshot'>, pause: Pause): string | null {
  if (pause.kind === 'none') return null;
  return pause.kind === 'until' ? t('sync.paused-until', { time: formats.instant(pause.untilMs, nowMs) }) : t('sync.paused');
}

/** When the next sync comes, or why none does. */
export function nextRunText(app: TextContext): Message {
  const { snapshot, t, formats, nowMs } = app;
  const { isOnline, nextRunAtMs } = snapshot;
  const paused = pauseText(app, snapshot.pause);
  if (paused !== null) return { tone: 'warning', text: paused };
  if (!isOnline) return { tone: 'warning', text: t('sync.offline') };
  return nextRunAtMs === null
    ? { tone: 'neutral', text: t('sync.next-run-none') }
    : { tone: 'neutral', text: t('sync.next-run', { time: formats.instant(nextRunAtMs, nowMs) }) };
}

export function progressText({ snapshot, t, formats }: TextContext): string {
  const { progress } = snapshot;
  if (progress === null) return t('sync.syncing');
  const phase = t(`sync.phase-${progress.phase}`);
  // "0 of 1" would say nothing.
  if (progress.total < 2) return phase;
  return t('sync.progress', { phase, done: formats.number(progress.done), total: formats.number(progress.total) });
}
