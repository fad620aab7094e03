/** The filter of the history as the user enters it, and as main is asked for it. Pure. */
import type { BookingId, UnitId } from '../../../shared/domain/ids.ts';
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

/** Up to 15 digits, which a number holds exactly. */
const BOOKING_NUMBER = /^[1-9]\d{0,14}$/;

/** Spaces and a # are ignored: numbers are copied from mails. */
export function isBookingWrong({ booking }: FilterDraft): boolean {
  const digits = bookingDigits(booking);
  return digits !== '' && !BOOKING_NUMBER.test(digits);
}

/** A wrong booking number is left out until it is corrected. */
export function toFilter(draft: FilterDraft): RunFilter {
  const digits = bookingDigits(draft.booking);
  return {
    ...(draft.unit === '' ? {} : { unitId: Number(draft.unit) as UnitId }),
    ...(digits === '' || isBookingWrong(draft) ? {} : { bookingId: Number(digits) as BookingId }),
    ...(draft.kind === '' ? {} : { kind: draft.kind }),
    ...(draft.outcome === '' ? {} : { outcome: draft.outcome }),
  };
}

export function hasFilter(filter: RunFilter): boolean {
  return Object.keys(filter).length > 0;
}

function bookingDigits(text: string): string {
  return text.replaceAll(/[\s\u00a0#]/gu, '');
}
