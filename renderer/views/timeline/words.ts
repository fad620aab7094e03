/** A bar of the timeline in words: its name, its span, and what is to be known about it. */
import type { App } from '../../lib/app.ts';
import type { Tone } from '../../lib/text-context.ts';
import type { Bar, BarState } from './timeline-model.ts';

type Words = Pick<App, 't' | 'formats'>;

export const TONES: Readonly<Record<BarState, Tone>> = {
  ready: 'good',
  'on-its-way': 'waiting',
  'needs-you': 'urgent',
  'by-hand': 'neutral',
  left: 'neutral',
  off: 'neutral',
};
export const STATES = ['ready', 'on-its-way', 'needs-you', 'by-hand', 'left', 'off'] as const satisfies readonly BarState[];

export function stateWords({ t }: Pick<Words, 't'>, state: BarState): string {
  return t(`timeline.state-${state}`);
}
export function barName({ t }: Pick<Words, 't'>, bar: Bar): string {
  if (bar.name !== '') return bar.name;
  return bar.bookingId === null ? t('timeline.nameless-code') : t('common.no-name');
}
export function startWords({ t, formats }: Words, { start }: Bar): string {
  return start === null ? t('timeline.open-start') : formats.moment(start);
}
export function endWords({ t, formats }: Words, { end }: Bar): string {
  return end === null ? t('timeline.open-end') : formats.moment(end);
}

/** The whole bar in one sentence: its accessible name. */
export function barSentence(words: Words, bar: Bar): string {
  const parts = { name: barName(words, bar), from: startWords(words, bar), to: endWords(words, bar), state: stateWords(words, bar.state) };
  return bar.bookingId === null ? words.t('timeline.bar-code', parts) : words.t('timeline.bar', { ...parts, unit: bar.unitName });
}

/** Overlaps, change of guests, free nights: sentences, in this order. `all`: the bars of its row. */
export function barNotes(words: Words, bar: Bar, all: readonly Bar[]): readonly string[] {
  const { t, formats } = words;
  const others = all.filter((other) => bar.overlaps.includes(other.key)).map((other) => barName(words, other));
  return [
    ...(others.length > 0 ? [t('timeline.overlap-with', { names: formats.list(others) })] : []),
    ...(bar.state === 'left' ? [t('timeline.left-text')] : []),
    ...(bar.endsInTurnover ? [t('timeline.turnover-text')] : []),
    ...(bar.freeNightsAfter !== null && bar.freeNightsAfter > 0 ? [t('timeline.free', { count: bar.freeNightsAfter })] : []),
  ];
}
