/**
 * Which notifications to show now. Pure: what was told goes in and comes out as memory. Call it after every change of state
 * and about once a minute, since arrivals come near and quiet hours end without any event.
 */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { WallTime } from '../../../shared/time.ts';
import { troublesOf } from './notice-troubles.ts';
import type { FailureCategory, NoticeFacts, Trouble } from './notice-troubles.ts';
import type { Notice } from './notice-types.ts';
import { unitWords } from '../values/unit-words.ts';
import type { Localization } from '../status/localization.ts';

/** Plain data, so that it can be kept over a restart. */
export interface NoticeMemory {
  /** By trouble: which of its facets the user was told. */
  readonly told: Readonly<Record<string, { readonly category: FailureCategory; readonly facets: readonly string[] }>>;
}
export const NOTHING_TOLD: NoticeMemory = { told: {} };

export interface NoticeInput extends NoticeFacts {
  readonly memory: NoticeMemory;
  readonly notifications: Settings['notifications'];
  /** Wall time of this computer. */
  readonly wallTime: WallTime;
}
export interface NoticeDecision {
  readonly show: readonly Notice[];
  readonly memory: NoticeMemory;
}

/** More at once nobody reads; the rest is decided again at the next call. */
export const MAX_NOTICES_AT_ONCE = 4;
const NAMED_UNITS = 3;

type Due = Extract<Trouble, { status: 'due' }>;
type Over = Extract<Trouble, { status: 'over' }>;

export function decideNotices(input: NoticeInput): NoticeDecision {
  const { notifications } = input;
  const { text } = input.localization;
  const quiet = isQuiet(notifications.quietHours, input.wallTime);
  const troubles = troublesOf(input);
  const before = new Map(Object.entries(input.memory.told));
  const told = new Map(before);

  const due = troubles
    .filter((trouble) => trouble.status === 'due')
    .filter((trouble) => notifications[trouble.category] && (!quiet || trouble.breaksQuiet));
  for (const trouble of due) {
    // What is no longer among the facets may come back one day and is told again then.
    const known = before.get(trouble.key)?.facets.filter((facet) => trouble.facets.includes(facet));
    if (known !== undefined) told.set(trouble.key, { category: trouble.category, facets: known });
  }
  const fresh = due.filter((trouble) => trouble.facets.some((facet) => before.get(trouble.key)?.facets.includes(facet) !== true));
  const groups = grouped(fresh).slice(0, MAX_NOTICES_AT_ONCE);
  for (const trouble of groups.flat()) told.set(trouble.key, { category: trouble.category, facets: trouble.facets });
  const show = groups.map((group) => noticeOf(group, text));

  // In quiet hours the memory of what was told stays: whatever is mended by their end is told then, the rest is no news.
  if (!quiet) {
    const listed = new Set(troubles.map((trouble) => trouble.key));
    for (const key of before.keys()) if (!listed.has(key)) told.delete(key);
    const over = troubles.filter((trouble) => trouble.status === 'over').filter((trouble) => before.has(trouble.key));
    const worthAWord = over.filter((trouble) => notifications.recovered && notifications[trouble.category]);
    if (worthAWord.length === 0 || show.length < MAX_NOTICES_AT_ONCE) {
      for (const trouble of over) told.delete(trouble.key);
      if (worthAWord.length > 0) show.push(recoveredNotice(worthAWord, text));
    }
  }
  return { show, memory: { told: Object.fromEntries(told) } };
}

/** From `from` until before `to`, over midnight where `to` is the earlier one. Equal ends are no hours at all, not a whole day. */
export function isQuiet({ enabled, from, to }: Settings['notifications']['quietHours'], wallTime: WallTime): boolean {
  if (!enabled || from === to) return false;
  return from < to ? from <= wallTime && wallTime < to : from <= wallTime || wallTime < to;
}

/** All arrivals are one notification, at the place of the first. */
function grouped(troubles: readonly Due[]): readonly (readonly Due[])[] {
  const arrivals = troubles.filter((trouble) => trouble.arrival !== null);
  const rest = troubles.filter((trouble) => trouble.arrival === null).map((trouble) => [trouble]);
  return arrivals.length === 0 ? rest : [arrivals, ...rest];
}

function noticeOf(group: readonly Due[], text: Localization['text']): Notice {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('a notice about nothing');
  if (others.length === 0) {
    const { key, category, title, body, isUrgent, target } = first;
    return { key, category, title, body, isUrgent, target };
  }
  const arrivals = group.flatMap(({ arrival }) => (arrival === null ? [] : [arrival]));
  const units = [...new Set(arrivals.map(({ unitName }) => unitName))];
  const shown = units
    .slice(0, NAMED_UNITS)
    .map((name) => unitWords(name, text))
    .join(', ');
  const more = units.length - NAMED_UNITS;
  return {
    key: `arrivals:${arrivals.map(({ bookingId }) => bookingId).join(',')}`,
    category: 'arrival',
    title: text('notice.arrivals-title', { count: group.length }),
    body: more > 0 ? text('notice.arrivals-body-more', { units: shown, more }) : text('notice.arrivals-body', { units: shown }),
    isUrgent: group.some((trouble) => trouble.isUrgent),
    target: { view: 'arrivals', bookingId: null },
  };
}

function recoveredNotice(over: readonly Over[], text: Localization['text']): Notice {
  const shown = over.slice(0, NAMED_UNITS).map((trouble) => trouble.words);
  const rest = over.length - shown.length;
  const [first] = over;
  return {
    key: `recovered:${over.map((trouble) => trouble.key).join(',')}`,
    category: 'recovered',
    title: text('notice.recovered-title'),
    body: [...shown, ...(rest === 0 ? [] : [text('notice.recovered-more', { more: rest })])].join(' '),
    isUrgent: false,
    target: over.length === 1 && first !== undefined ? first.target : { view: 'arrivals', bookingId: null },
  };
}
