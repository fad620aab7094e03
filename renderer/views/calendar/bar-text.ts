/** A bar of the calendar in words: its name, its time, and notes about it. */
import type { TextContext, Tone } from '../../lib/text-context.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { BarState, Draft } from './drafts.ts';
import type { Bar } from './row-model.ts';

type Context = Pick<TextContext, 't' | 'formats'>;

/** Colours only where a guest is concerned. */
export const TONES: Readonly<Record<BarState, Tone>> = {
  ready: 'good',
  'on-its-way': 'waiting',
  check: 'warning',
  'action-needed': 'urgent',
  person: 'neutral',
  'by-hand': 'neutral',
  outdated: 'neutral',
  'unknown-person': 'neutral',
  off: 'neutral',
};
export const ICONS: Readonly<Record<BarState, IconName>> = {
  ready: 'check',
  'on-its-way': 'clock',
  check: 'alert',
  'action-needed': 'alert',
  person: 'user',
  'by-hand': 'hand',
  outdated: 'history',
  'unknown-person': 'user',
  off: 'close',
};

function barName({ t }: Pick<Context, 't'>, bar: Draft): string {
  if (bar.name !== '') return bar.name;
  return bar.bookingId === null ? t('calendar.nameless-code') : t('common.no-name');
}
/** With when a person's code works. */
export function barLabel(app: Pick<Context, 't'>, bar: Bar): string {
  const name = barName(app, bar);
  return bar.schedule === null ? name : app.t('calendar.name-schedule', { name, schedule: app.t(`calendar.schedule-${bar.schedule}`) });
}
export function barTime({ t, formats }: Context, { start, end }: Bar): string {
  if (start === null) return end === null ? t('calendar.no-limit') : t('calendar.until', { to: formats.moment(end) });
  if (end === null) return t('calendar.from', { from: formats.moment(start) });
  return t('calendar.from-to', { from: formats.moment(start), to: formats.moment(end) });
}

/** Sentences on overlaps, turnover and free nights. */
export function barNotes(app: Context, bar: Bar): readonly string[] {
  const { t, formats } = app;
  const others = bar.overlaps.map((other) => barName(app, other));
  return [
    ...(others.length > 0 ? [t('calendar.overlap-with', { names: formats.list(others) })] : []),
    ...(bar.state === 'outdated' ? [t('calendar.outdated-text')] : []),
    ...(bar.endsInTurnover ? [t('calendar.turnover-text')] : []),
    ...(bar.freeNightsAfter !== null && bar.freeNightsAfter > 0 ? [t('calendar.free', { count: bar.freeNightsAfter })] : []),
  ];
}

/** All of it, as its accessible name. */
export function barSentence(app: Context, bar: Bar): string {
  const { t } = app;
  const parts = [barLabel(app, bar), bar.unitName, barTime(app, bar), t(`calendar.state-${bar.state}`)].filter((part) => part !== '');
  return [`${parts.join(', ')}.`, ...barNotes(app, bar)].join(' ');
}
