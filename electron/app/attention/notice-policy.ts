/**
 * Which notifications to show now. Pure: what was notified before goes in and comes out as memory. Called after every change of
 * state and once a minute, since arrivals come near and quiet hours end without any event.
 */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { WallTime } from '../../../shared/time.ts';
import type { Localization } from '../status/localization.ts';
import { unitLabel } from '../status/names.ts';
import type { DueNotice, Matter, MatterNotice } from './matter.ts';
import type { Notice } from './notice-types.ts';

/** The facets the user was notified of, by the key of the matter. Plain data. */
export type NoticeMemory = Readonly<Record<string, readonly string[]>>;

export interface NoticeInput {
  readonly matters: readonly Matter[];
  readonly memory: NoticeMemory;
  readonly notifications: Settings['notifications'];
  /** Of this computer: quiet hours are its wall time. */
  readonly wallTime: WallTime;
  readonly text: Localization['text'];
}
export interface NoticeDecision {
  readonly show: readonly Notice[];
  readonly memory: NoticeMemory;
}

/** Nobody reads more at once; the others follow at the next call. */
export const MAX_NOTICES_AT_ONCE = 4;
const MAX_NAMED = 3;

interface Due extends Pick<Matter, 'key' | 'target'>, DueNotice {
  readonly category: MatterNotice['category'];
}
interface Resolved extends Pick<Matter, 'key' | 'target'>, Extract<MatterNotice, { readonly status: 'resolved' }> {}

export function decideNotices({ matters, memory, notifications, wallTime, text }: NoticeInput): NoticeDecision {
  const isQuietNow = isQuiet(notifications.quietHours, wallTime);
  const before = new Map(Object.entries(memory));
  const notified = new Map(before);

  const resolved = matters
    .flatMap(({ key, target, notice }): readonly Resolved[] => (notice?.status === 'resolved' ? [{ key, target, ...notice }] : []))
    .filter(({ key }) => before.has(key));
  const toNotify = resolved.filter(({ category }) => notifications.recovered && notifications[category]);
  const isSolved = !isQuietNow && toNotify.some(({ category }) => category === 'arrival');
  const due = matters
    .flatMap(({ key, target, notice }): readonly Due[] => (notice?.status === 'due' ? [{ key, target, ...notice }] : []))
    .filter((notice) => notifications[notice.category] && (!isQuietNow || notice.breaksQuietHours === true));
  for (const { key, facets } of due) {
    // A facet that has gone is forgotten: when it comes back, it is notified again.
    const known = before.get(key)?.filter((facet) => facets.includes(facet));
    if (known !== undefined) notified.set(key, known);
  }
  const fresh = due.filter(({ key, facets }) => facets.some((facet) => before.get(key)?.includes(facet) !== true));
  const isSaid = ({ category }: Due): boolean => isSolved && category === 'recovered';
  const groups = grouped(fresh.filter((notice) => !isSaid(notice))).slice(0, MAX_NOTICES_AT_ONCE);
  for (const { key, facets } of [...groups.flat(), ...fresh.filter(isSaid)]) notified.set(key, facets);
  const show = groups.map((group) => dueNotice(group, text));

  // Quiet hours keep the memory: what is resolved when they end is notified then; what was resolved and is back is not.
  if (!isQuietNow) {
    const withNotice = new Set(matters.flatMap(({ key, notice }) => (notice === null ? [] : [key])));
    for (const key of before.keys()) if (!withNotice.has(key)) notified.delete(key);
    if (toNotify.length === 0 || show.length < MAX_NOTICES_AT_ONCE) {
      for (const { key } of resolved) notified.delete(key);
      if (toNotify.length > 0) show.push(resolvedNotice(toNotify, text));
    }
  }
  return { show, memory: Object.fromEntries(notified) };
}

/** From `from` until before `to`, over midnight where `to` is earlier. Equal ends mean no hours at all, not a whole day. */
export function isQuiet({ enabled, from, to }: Settings['notifications']['quietHours'], wallTime: WallTime): boolean {
  if (!enabled || from === to) return false;
  return from < to ? from <= wallTime && wallTime < to : from <= wallTime || wallTime < to;
}

/** All arrivals are one notification, before all others. */
function grouped(due: readonly Due[]): readonly (readonly Due[])[] {
  const arrivals = due.filter(({ arrivals: several }) => several !== undefined);
  const rest = due.filter(({ arrivals: several }) => several === undefined).map((notice) => [notice]);
  return arrivals.length === 0 ? rest : [arrivals, ...rest];
}

function dueNotice(group: readonly Due[], text: Localization['text']): Notice {
  const [first, ...others] = group;
  if (first === undefined) throw new Error('A notification needs a matter.');
  if (others.length === 0) {
    const { key, category, title, body, isUrgent, target } = first;
    return { key, category, title, body, isUrgent, target };
  }
  const arrivals = group.flatMap((notice) => notice.arrivals ?? []);
  const unitNames = [...new Set(arrivals.map(({ unitName }) => unitName))];
  const units = unitNames
    .slice(0, MAX_NAMED)
    .map((name) => unitLabel(name, text))
    .join(', ');
  const more = unitNames.length - MAX_NAMED;
  return {
    key: `arrivals:${arrivals.map(({ bookingId }) => bookingId).join(',')}`,
    category: 'arrival',
    title: text('notice.arrivals-title', { count: arrivals.length }),
    body: more > 0 ? text('notice.arrivals-body-more', { units, more }) : text('notice.arrivals-body', { units }),
    isUrgent: group.some(({ isUrgent }) => isUrgent),
    target: { view: 'today', bookingId: null },
  };
}

function resolvedNotice(resolved: readonly Resolved[], text: Localization['text']): Notice {
  const messages = resolved.slice(0, MAX_NAMED).map(({ message }) => message);
  const more = resolved.length - messages.length;
  const [first] = resolved;
  return {
    key: `recovered:${resolved.map(({ key }) => key).join(',')}`,
    category: 'recovered',
    title: text('notice.recovered-title'),
    body: [...messages, ...(more === 0 ? [] : [text('notice.recovered-more', { more })])].join(' '),
    isUrgent: false,
    target: resolved.length === 1 && first !== undefined ? first.target : { view: 'today', bookingId: null },
  };
}
