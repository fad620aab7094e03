/** One door of the calendar: its bars in lanes that do not touch, overlaps of guests, free nights, and the gaps in which it can be cleaned. Pure. */
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import { compareText } from '../../../shared/text.ts';
import { addDays, addMinutes, DAY_MS, dateOf, daysBetween } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import type { Draft } from './drafts.ts';

export interface Bar extends Draft {
  /** Share of the whole span, 0 to 1, cut at its ends. */
  readonly from: number;
  readonly to: number;
  /** Bars of one lane do not touch. */
  readonly lane: number;
  /** Where the next bar of the lane begins: so far its name may run on. */
  readonly reach: number;
  /** Those of other guests, ten at most, for the same unit whose codes work at the same time. A shared gate, or a cleaner's code, is no overlap. */
  readonly overlaps: readonly Draft[];
  /** Another guest arrives on the day this one leaves. */
  readonly endsInTurnover: boolean;
  /** Nights without a guest until the next stay or the end of the span; null for a stay that ends after it, and for other codes. */
  readonly freeNightsAfter: number | null;
}

/** From one guest's departure to the next one's arrival, or for two days: when the unit can be cleaned. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly lane: number;
}

export interface Row {
  readonly key: string;
  readonly place: KeypadPlace;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  /** None at a door that several units use. */
  readonly gaps: readonly Gap[];
  /** How many more there are in these days. */
  readonly hidden: number;
}

/** So many others are named at a bar. */
const MAX_OVERLAPS = 10;
const MAX_GAP_MINUTES = 2 * 24 * 60;

export function rowOf(place: KeypadPlace, drafts: readonly Draft[], hidden: number, days: readonly LocalDate[]): Row {
  const visible = drafts
    .map((draft) => ({ draft, ...within(draft, days) }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || one.to - other.to || compareText(one.draft.key, other.draft.key));
  const laneEnds: number[] = [];
  const stays = visible.map(({ draft }) => draft).filter(({ bookingId }) => bookingId !== null);
  const isShared = new Set(stays.map(({ unitId }) => unitId)).size > 1;
  // Sorted by their start: each search begins at the first that reaches far enough, and not at the first of all.
  const reach = prefixMax(
    visible.map(({ to }) => to),
    0,
  );
  const endsUpTo = prefixMax(
    stays.map(({ end }) => end ?? ''),
    '',
  );
  const arrivals = Map.groupBy(stays, ({ start }) => dayOf(start));
  const gaps: Gap[] = [];
  const bars = visible.map(({ draft, from, to }): Bar => {
    const free = laneEnds.findIndex((end) => end <= from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = to;
    const isStay = draft.bookingId !== null;
    const next = draft.end === null ? undefined : stays[firstAbove(endsUpTo, draft.end)];
    const gap = isStay && !isShared ? gapAfter(draft, next ?? null, days) : null;
    if (gap !== null) gaps.push({ ...gap, lane });
    const rivals: Draft[] = [];
    for (let index = firstAbove(reach, from); index < visible.length; index += 1) {
      const other = visible[index];
      if (other === undefined || other.from >= to || rivals.length >= MAX_OVERLAPS) break;
      if (other.draft.key !== draft.key && from < other.to && areRivals(draft, other.draft, isShared)) rivals.push(other.draft);
    }
    return {
      ...draft,
      from,
      to,
      lane,
      reach: 1,
      overlaps: rivals,
      endsInTurnover: isStay && arrivals.get(dayOf(draft.end))?.some(({ key }) => key !== draft.key) === true,
      freeNightsAfter: isStay ? freeNights(draft.end, next?.start ?? null, days) : null,
    };
  });
  return { key: placeKey(place), place, bars: withReach(bars), lanes: Math.max(1, laneEnds.length), gaps, hidden };
}

function withReach(bars: readonly Bar[]): readonly Bar[] {
  const nextStarts = new Map<number, number>();
  return bars
    .toReversed()
    .map((bar) => {
      const reach = nextStarts.get(bar.lane) ?? 1;
      nextStarts.set(bar.lane, bar.from);
      return { ...bar, reach };
    })
    .toReversed();
}

/** Where a moment at a door is, as a share of the days; outside of them it is below 0 or above 1. Wall times have no zone: all are taken as UTC. */
export function shareOf(local: LocalDateTime, days: readonly LocalDate[]): number {
  return (Date.parse(`${local}Z`) - Date.parse(days[0] ?? '')) / (days.length * DAY_MS);
}

function within({ start, end }: Pick<Draft, 'start' | 'end'>, days: readonly LocalDate[]): { readonly from: number; readonly to: number } {
  const share = (local: LocalDateTime): number => Math.min(1, Math.max(0, shareOf(local, days)));
  return { from: start === null ? 0 : share(start), to: end === null ? 1 : share(end) };
}

function gapAfter({ end }: Draft, next: Draft | null, days: readonly LocalDate[]): Omit<Gap, 'lane'> | null {
  if (end === null) return null;
  const latest = addMinutes(end, MAX_GAP_MINUTES);
  const arrival = next?.start ?? null;
  const gap = within({ start: end, end: arrival !== null && arrival < latest ? arrival : latest }, days);
  return gap.to > gap.from ? gap : null;
}

/** The largest so far, at each place. */
function prefixMax<T extends number | string>(values: readonly T[], least: T): readonly T[] {
  let largest = least;
  return values.map((value) => (largest = value > largest ? value : largest));
}

/** The first place whose value is above that; the length where none is. The values never become smaller. */
export function firstAbove<T extends number | string>(values: readonly T[], limit: T): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? limit) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Codes of two guests of one unit. Whose unit an outdated code belonged to is known only at a door that a single unit uses. */
function areRivals(one: Draft, other: Draft, isShared: boolean): boolean {
  const [isOld, isOtherOld] = [isOutdated(one), isOutdated(other)];
  if ((one.bookingId === null && !isOld) || (other.bookingId === null && !isOtherOld)) return false;
  if (isOld || isOtherOld) return !isShared && isOld !== isOtherOld;
  return one.unitId === other.unitId;
}

function isOutdated({ state, personId }: Draft): boolean {
  return state === 'outdated' || (state === 'still-opens' && personId === null);
}

function freeNights(end: LocalDateTime | null, nextStart: LocalDateTime | null, days: readonly LocalDate[]): number | null {
  const leaves = dayOf(end);
  const last = days.at(-1);
  if (leaves === null || last === undefined || leaves > last) return null;
  const next = dayOf(nextStart);
  return Math.max(0, daysBetween(leaves, next === null || next > last ? addDays(last, 1) : next));
}

function dayOf(local: LocalDateTime | null): LocalDate | null {
  return local === null ? null : dateOf(local);
}
