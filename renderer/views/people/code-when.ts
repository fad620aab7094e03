/** When a code works, and since when it has opened its door. */
import { dateOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import type { TextContext } from '../../lib/text-context.ts';
import type { DoorCode } from './people-model.ts';

/** When a code of nobody known opens its door. A code that may open it counts as one that does. `now`: at the door. */
export function codeWhen(
  context: Pick<TextContext, 't' | 'formats'>,
  { start, end, isActive }: Pick<DoorCode, 'start' | 'end' | 'isActive'>,
  now: LocalDateTime,
): { readonly text: string; readonly opensNow: boolean } {
  const { t, formats } = context;
  if (!isActive) return { text: t('people.switched-off'), opensNow: false };
  const opensNow = (start === null || start <= now) && (end === null || now < end);
  if (!opensNow) return { text: limitsText(context, start, end), opensNow };
  if (end !== null) return { text: t('people.opens-until', { until: formats.moment(end) }), opensNow };
  return {
    text: start === null ? t('people.opens-always') : t('people.opens-since', { since: formats.shortDate(dateOf(start)) }),
    opensNow,
  };
}

function limitsText(context: Pick<TextContext, 't' | 'formats'>, start: LocalDateTime | null, end: LocalDateTime | null): string {
  const { t, formats } = context;
  if (start !== null && end !== null) return spanText(context, start, end);
  if (start !== null) return t('people.from', { from: formats.moment(start) });
  return end === null ? t('people.always') : t('people.until', { until: formats.moment(end) });
}

/** The day once where it is the same. */
export function spanText({ t, formats }: Pick<TextContext, 't' | 'formats'>, from: LocalDateTime, until: LocalDateTime): string {
  const isOneDay = dateOf(from) === dateOf(until);
  return isOneDay
    ? t('people.day-span', { day: formats.day(dateOf(from)), from: formats.time(from), until: formats.time(until) })
    : t('people.span', { from: formats.moment(from), until: formats.moment(until) });
}
