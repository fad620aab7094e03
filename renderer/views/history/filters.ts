/** What the user has chosen to see of the history, as typed, and as main is asked for it. Pure. */
import type { OperationKind, RunFilter, RunOutcome } from '../../../shared/domain/run.ts';

export interface FilterDraft {
  /** An id, or '' for any. */
  readonly unit: string;
  /** As typed. */
  readonly booking: string;
  readonly kind: OperationKind | '';
  readonly outcome: RunOutcome | '';
}
export const NO_FILTER: FilterDraft = { unit: '', booking: '', kind: '', outcome: '' };

/** Longer ones are no booking's, and no number that stays exact. */
const BOOKING_NUMBER = /^[1-9]\d{0,14}$/;

/** What was typed is no booking number. Spaces and a # in front are forgiven: numbers are copied from mails. */
export function isBookingWrong({ booking }: FilterDraft): boolean {
  const digits = bookingDigits(booking);
  return digits !== '' && !BOOKING_NUMBER.test(digits);
}

/** A wrong booking number asks for nothing until it is right; the rest holds. */
export function toFilter(draft: FilterDraft): RunFilter {
  const digits = bookingDigits(draft.booking);
  return {
    ...(draft.unit === '' ? {} : { unitId: Number(draft.unit) }),
    ...(digits === '' || isBookingWrong(draft) ? {} : { bookingId: Number(digits) }),
    ...(draft.kind === '' ? {} : { kind: draft.kind }),
    ...(draft.outcome === '' ? {} : { outcome: draft.outcome }),
  };
}

export function hasFilter(filter: RunFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The same for filters that ask for the same. */
export function filterKey({ unitId, bookingId, kind, outcome }: RunFilter): string {
  return [unitId, bookingId, kind, outcome].map((part) => part ?? '').join('/');
}

function bookingDigits(text: string): string {
  return text.replaceAll(/[\s\u00a0#]/gu, '');
}
