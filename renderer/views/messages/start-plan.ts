/** Who would be told when a way is switched on, with the user's ticks for those who have been told. Pure. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';

/** Those with a card on the page. */
export const WAYS = ['message', 'placeholder', 'threads'] as const;
/** `host`: urgent news goes to the user through Smoobu as well. */
export type Way = (typeof WAYS)[number] | 'host';

export type Plan = Extract<CallOutput<'messages.start'>, { kind: 'plan' }>;
export type PlanLine = Plan['lines'][number];
/** Only those that the user has changed. */
export type Ticks = ReadonlyMap<BookingId, boolean>;

export function isTold({ bookingId, will, mayTick }: PlanLine, ticks: Ticks): boolean {
  return (mayTick ? ticks.get(bookingId) : undefined) ?? will === 'told';
}

/** Whom the user has seen: exactly these are told, and exactly these count as told. */
export function confirmedOf({ lines }: Plan, ticks: Ticks): NonNullable<CallInput<'messages.start'>['confirmed']> {
  const told = lines.filter((line) => isTold(line, ticks));
  const tells = lines.filter((line) => line.will !== 'never' && !isTold(line, ticks));
  return { tells: tells.map(({ bookingId }) => bookingId), told: told.map(({ bookingId }) => bookingId) };
}

export interface PlanCounts {
  readonly now: number;
  readonly later: number;
  readonly told: number;
}
export function countsOf({ lines }: Plan, ticks: Ticks): PlanCounts {
  const open = lines.filter((line) => line.will !== 'never' && !isTold(line, ticks));
  const now = open.filter(({ will }) => will === 'now').length;
  return { now, later: open.length - now, told: lines.filter((line) => isTold(line, ticks)).length };
}
