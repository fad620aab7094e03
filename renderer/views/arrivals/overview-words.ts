/** The line above the list, in words: does everybody get in? Pure. */
import { WEEK_DAYS } from './groups.ts';
import { isOld, overviewOf } from './overview.ts';
import type { Overview } from './overview.ts';
import type { Message, Words } from './words.ts';

export interface OverviewWords extends Message {
  /** Whole sentences: what else is to be known. */
  readonly notes: readonly string[];
}

export function overviewWords({ snapshot, t, formats, nowMs }: Words): OverviewWords {
  const overview = overviewOf(snapshot, nowMs, formats.dateAt(nowMs));
  const { staysReadAtMs } = snapshot;
  const notes = [
    ...(staysReadAtMs !== null && isOld(snapshot, nowMs) ? [t('arrivals.as-of', { time: formats.instant(staysReadAtMs, nowMs) })] : []),
    ...(overview.needYou > 0 && overview.onTheirWay > 0 ? [t('arrivals.also-coming', { count: overview.onTheirWay })] : []),
    ...(overview.needYouLater > 0 ? [t('arrivals.also-later', { count: overview.needYouLater })] : []),
    ...missing(overview, t),
  ];
  const { tone, text } = headline(overview, t);
  // What was so an hour ago is no news to be green about.
  return { tone: tone === 'good' && isOld(snapshot, nowMs) ? 'waiting' : tone, text, notes };
}

/** "All" only where nobody can be missing. */
function headline(overview: Overview, t: Words['t']): Message {
  const { count, ready, needYou, onTheirWay, list, withoutCode } = overview;
  const days = WEEK_DAYS;
  if (needYou > 0) {
    const text = count === 1 ? t('arrivals.need-you-only', { days }) : t('arrivals.need-you', { count: needYou, total: count, days });
    return { tone: 'urgent', text };
  }
  if (count === 0 && list !== 'whole') return { tone: 'warning', text: t('arrivals.nobody-known') };
  if (count === 0 && withoutCode === 0) return { tone: 'neutral', text: t('arrivals.nobody', { days }) };
  if (count === 0) return { tone: 'warning', text: t('arrivals.nobody-known') };
  if (ready === 0) return { tone: 'waiting', text: t('arrivals.all-coming', { count, days }) };
  if (onTheirWay > 0) return { tone: 'waiting', text: t('arrivals.some-coming', { count: onTheirWay, ready, total: count, days }) };
  if (list === 'whole' && withoutCode === 0) return { tone: 'good', text: t('arrivals.all-in', { count, days }) };
  return { tone: 'warning', text: t('arrivals.known-in', { count, days }) };
}

function missing({ withoutCode, list }: Overview, t: Words['t']): readonly string[] {
  const bookings =
    withoutCode === null ? [t('arrivals.some-without-code')] : withoutCode > 0 ? [t('arrivals.without-code', { count: withoutCode })] : [];
  if (list === 'whole') return bookings;
  return [...bookings, t(`arrivals.list-${list}`)];
}
