/** A bar of the calendar in words: its name, its time, and notes about it. */
import type { TextContext, Tone } from '../../lib/text-context.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { BarState, Draft } from './drafts.ts';
import type { Bar } from './row-model.ts';

type Context = Pick<TextContext, 't' | 'formats'>;

/** Colours only where a guest is concerned, or a door opens to somebody who is not expected any more. */
export const TONES: Readonly<Record<BarState, Tone>> = {
  ready: 'good',
  'on-its-way': 'waiting',
  check: 'warning',
  'action-needed': 'urgent',
  'still-opens': 'warning',
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
  'still-opens': 'alert',
  person: 'user',
  'by-hand': 'hand',
  outdated: 'history',
  'unknown-person': 'user',
  off: 'close',
};

export function toneOf({ state, isUrgent }: Draft): Tone {
  return isUrgent ? 'urgent' : TONES[state];
}

export function barName({ t }: Pick<Context, 't'>, bar: Draft): string {
  if (bar.name !== '') return bar.name;
  return bar.bookingId === null ? t('calendar.nameless-code') : t('common.no-name');
}
/** What the bar says beside the name, where it is no guest's who is expected. null: nothing. */
export function barWord({ t }: Pick<Context, 't'>, { state, why, schedule }: Bar): string | null {
  switch (state) {
    case 'still-opens':
      return why === null ? t('calendar.word-held') : t(`calendar.word-${why}`);
    case 'person':
      return schedule === null ? null : t(`calendar.schedule-${schedule}`);
    case 'by-hand':
    case 'outdated':
    case 'unknown-person':
    case 'off':
      return t(`calendar.word-${state}`);
    default:
      return null;
  }
}
function barLabel(app: Pick<Context, 't'>, bar: Bar): string {
  const [name, word] = [barName(app, bar), barWord(app, bar)];
  return word === null ? name : `${name} · ${word}`;
}
/** The state in a sentence, with when a person's code works. */
export function barState({ t }: Pick<Context, 't'>, { state, why, schedule }: Bar): string {
  if (state === 'still-opens' && why !== null) return t(`calendar.why-${why}`);
  const text = t(`calendar.state-${state}`);
  return schedule === null ? text : `${text} · ${t(`calendar.schedule-${schedule}`)}`;
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
    ...(bar.isHeld ? [t('calendar.held-text')] : []),
    ...(bar.endsInTurnover ? [t('calendar.turnover-text')] : []),
    ...(bar.freeNightsAfter !== null && bar.freeNightsAfter > 0 ? [t('calendar.free', { count: bar.freeNightsAfter })] : []),
  ];
}

/** All of it, as its accessible name. */
export function barSentence(app: Context, bar: Bar): string {
  // What the bar shows comes first, and is not said twice.
  const isSaid = bar.state !== 'person' && bar.state !== 'still-opens' && barWord(app, bar) !== null;
  const state = isSaid ? '' : bar.state === 'person' ? app.t('calendar.state-person') : barState(app, bar);
  const parts = [barLabel(app, bar), bar.unitName, barTime(app, bar), state].filter((part) => part !== '');
  return [`${parts.join(', ')}.`, ...barNotes(app, bar)].join(' ');
}
