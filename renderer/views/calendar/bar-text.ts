/** A bar of the timeline in words: its name, its span, and notes about it. */
import type { TextContext, Tone } from '../../lib/text-context.ts';
import type { Bar, BarState } from './timeline-model.ts';

type Context = Pick<TextContext, 't' | 'formats'>;

export const TONES: Readonly<Record<BarState, Tone>> = {
  ready: 'good',
  'on-its-way': 'waiting',
  'needs-you': 'urgent',
  'by-hand': 'neutral',
  left: 'neutral',
  off: 'neutral',
};

export function barName({ t }: Pick<Context, 't'>, bar: Bar): string {
  if (bar.name !== '') return bar.name;
  return bar.bookingId === null ? t('timeline.nameless-code') : t('common.no-name');
}
export function startText({ t, formats }: Context, { start }: Bar): string {
  return start === null ? t('timeline.open-start') : formats.moment(start);
}
export function endText({ t, formats }: Context, { end }: Bar): string {
  return end === null ? t('timeline.open-end') : formats.moment(end);
}

/** The whole bar in one sentence: its accessible name. */
export function barSentence(app: Context, bar: Bar): string {
  const { t } = app;
  const parts = { name: barName(app, bar), from: startText(app, bar), to: endText(app, bar), state: t(`timeline.state-${bar.state}`) };
  return bar.bookingId === null ? t('timeline.bar-code', parts) : t('timeline.bar', { ...parts, unit: bar.unitName });
}

/** Sentences on overlaps, turnover and free nights. `all`: the bars of its row. */
export function barNotes(app: Context, bar: Bar, all: readonly Bar[]): readonly string[] {
  const { t, formats } = app;
  const others = all.filter((other) => bar.overlaps.includes(other.key)).map((other) => barName(app, other));
  return [
    ...(others.length > 0 ? [t('timeline.overlap-with', { names: formats.list(others) })] : []),
    ...(bar.state === 'left' ? [t('timeline.left-text')] : []),
    ...(bar.endsInTurnover ? [t('timeline.turnover-text')] : []),
    ...(bar.freeNightsAfter !== null && bar.freeNightsAfter > 0 ? [t('timeline.free', { count: bar.freeNightsAfter })] : []),
  ];
}
