/** What a row says beside guest and unit: when, and what is unusual. Pure. */
import { dateOf, daysBetween } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { isExpected, WEEK_DAYS } from './rows.ts';
import type { GuestRow, ListEntry } from './rows.ts';

type Texts = Pick<TextContext, 't' | 'formats'>;

/** "15:00 · until Thu" under a day, "Thu 15:00 · until Sun" under several, "11:00 · next 16:00" for whoever leaves; of a code that still opens, until when. */
export function whenText({ section, row, next }: Extract<ListEntry, { kind: 'guest' }>, today: LocalDate, { t, formats }: Texts): string {
  const { start, end, state } = row;
  const until = end === null ? null : dayText(end, start === null ? today : dateOf(start), today, formats);
  if (!isExpected(row)) return end === null ? '' : t('today.until', { end: momentText(end, today, formats) });
  if (section === 'leaving') {
    const time = end === null ? '' : formats.time(end);
    if (state === 'left')
      return next === null ? t('today.left-free', { time }) : t('today.left-next', { time, next: timeOf(next, formats) });
    return next === null ? t('today.then-free', { time }) : t('today.next', { time, next: timeOf(next, formats) });
  }
  if (section === 'staying' || start === null)
    return end === null ? t('today.no-end') : t('today.until', { end: momentText(end, today, formats) });
  const from = section === 'week' ? `${formats.shortWeekday(dateOf(start))} ${formats.time(start)}` : formats.time(start);
  return until === null ? from : t('today.from-until', { start: from, end: until });
}

/** Of a guest who is no stay. null: nothing is unusual. */
export function unusualText({ state }: GuestRow, t: TextContext['t']): string | null {
  if (state === 'cancelled' || state === 'gone' || state === 'over') return t(`today.${state}-open`);
  return state === 'no-door' || state === 'no-code' || state === 'unclear' ? t(`today.${state}`) : null;
}

/** What the icon of the row means. */
export function stateText({ state }: GuestRow, t: TextContext['t']): string {
  return t(`today.${state}`);
}

function timeOf({ start }: GuestRow, formats: Texts['formats']): string {
  return start === null ? '' : formats.time(start);
}

/** "Thu" within a week of `from`, else "3 Dec"; the time on the same day. */
function dayText(at: LocalDateTime, from: LocalDate, today: LocalDate, formats: Texts['formats']): string {
  const date = dateOf(at);
  if (date === from) return formats.time(at);
  const isNear = daysBetween(today, date) < WEEK_DAYS && daysBetween(today, date) >= 0;
  return isNear ? formats.shortWeekday(date) : formats.shortDay(date);
}

/** "Tue 11:00", "11:00" today, "3 Dec" after a week. */
function momentText(at: LocalDateTime, today: LocalDate, formats: Texts['formats']): string {
  const date = dateOf(at);
  if (date === today) return formats.time(at);
  const days = daysBetween(today, date);
  return days > 0 && days < WEEK_DAYS ? `${formats.shortWeekday(date)} ${formats.time(at)}` : formats.shortDay(date);
}
