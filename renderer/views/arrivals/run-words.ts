/** What the last run means, and what happens next, in words. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import { isFromEarlierRun, overviewOf } from './overview.ts';
import type { Message, Words } from './words.ts';

export function lastRunWords({ snapshot, t, formats, nowMs }: Words): Message {
  const { lastRun } = snapshot;
  if (lastRun === null) return { tone: 'neutral', text: t('arrivals.run-none') };
  const { run, counts } = lastRun;
  const isInPlace = isEverythingInPlace(snapshot, nowMs, formats);
  switch (run.outcome) {
    case 'nothing-to-do':
      return isInPlace ? { tone: 'good', text: t('arrivals.run-in-place') } : { tone: 'neutral', text: t('arrivals.run-nothing') };
    case 'ok': {
      const count = counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted;
      return isInPlace
        ? { tone: 'good', text: t('arrivals.run-changed-in-place', { count }) }
        : { tone: 'neutral', text: t('arrivals.run-changed', { count }) };
    }
    case 'partial':
      return {
        tone: 'warning',
        text: counts.failed === 0 ? t('arrivals.run-partly-read') : t('arrivals.run-partial', { count: counts.failed }),
      };
    case 'held': {
      // The user may have dealt with some of it since.
      const count = snapshot.holds.length;
      if (count > 0) return { tone: 'warning', text: t('arrivals.run-held', { count }) };
      return counts.held === 0
        ? { tone: 'warning', text: t('arrivals.run-held-whole') }
        : { tone: 'neutral', text: t('arrivals.run-nothing') };
    }
    case 'failed':
      return { tone: 'urgent', text: failureWords({ snapshot, t, formats }) };
    case 'interrupted':
      return { tone: 'warning', text: t('arrivals.run-interrupted') };
  }
}

function failureWords({ snapshot, t, formats }: Omit<Words, 'nowMs'>): string {
  const problems = snapshot.lastRun?.problems ?? [];
  const has = (kind: ProblemKind): boolean => problems.some((problem) => problem.kind === kind);
  if (has('clock-skew')) return t('arrivals.run-clock');
  const rejected = problems.find(({ kind, cloud }) => kind === 'credentials-rejected' && cloud !== undefined);
  if (rejected?.cloud !== undefined) return t('arrivals.run-rejected', { cloud: CLOUD_TITLES[rejected.cloud] });
  const clouds = CLOUD_NAMES.filter((name) => problems.some(({ cloud }) => cloud === name)).map((name) => CLOUD_TITLES[name]);
  return clouds.length === 0 ? t('arrivals.run-failed') : t('arrivals.run-unread', { clouds: formats.list(clouds) });
}

/** There are stays, each is ready, and none is missing from the list. */
function isEverythingInPlace(snapshot: AppSnapshot, nowMs: number, formats: Words['formats']): boolean {
  if (snapshot.staysReadAtMs === null || isFromEarlierRun(snapshot)) return false;
  if (snapshot.stays.length === 0 || snapshot.stays.some(({ verdict }) => verdict !== 'ready')) return false;
  const { withoutCode, list } = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
  return withoutCode === 0 && list === 'whole';
}

/** When the next run comes, or why none does. */
export function nextRunWords({ snapshot, t, formats, nowMs }: Words): Message {
  const { pause, isOnline, nextRunAtMs } = snapshot;
  if (pause.kind === 'until-resumed') return { tone: 'warning', text: t('arrivals.paused') };
  if (pause.kind === 'until') {
    return { tone: 'warning', text: t('arrivals.paused-until', { time: formats.instant(pause.untilMs, nowMs) }) };
  }
  if (!isOnline) return { tone: 'warning', text: t('arrivals.offline') };
  return nextRunAtMs === null
    ? { tone: 'neutral', text: t('arrivals.next-run-none') }
    : { tone: 'neutral', text: t('arrivals.next-run', { time: formats.instant(nextRunAtMs, nowMs) }) };
}

export function progressWords({ snapshot, t, formats }: Pick<Words, 'snapshot' | 't' | 'formats'>): string {
  const { progress } = snapshot;
  if (progress === null) return t('arrivals.syncing');
  const phase = t(`arrivals.phase-${progress.phase}`);
  // "0 of 1" tells nothing: it is under way, or it is over.
  if (progress.total < 2) return phase;
  return t('arrivals.progress', { phase, done: formats.number(progress.done), total: formats.number(progress.total) });
}
