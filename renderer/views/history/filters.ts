/** The filter of the history as the user enters it, and as main is asked for it. Pure. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { RunAsker } from '../../../shared/domain/run-askers.ts';
import type { About, OperationKind, RunFilter, RunOutcome } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';

export interface FilterDraft {
  /** A guest, person, unit, door or booking, as typed. */
  readonly text: string;
  readonly kind: OperationKind | '';
  readonly by: RunAsker | '';
  readonly outcome: RunOutcome | '';
  /** Runs that found nothing to do are shown, too. */
  readonly isAll: boolean;
}
export const NO_FILTER: FilterDraft = { text: '', kind: '', by: '', outcome: '', isAll: false };

/** Up to 15 digits, which a number holds exactly. */
const BOOKING_NUMBER = /^[1-9]\d{0,14}$/;

/** What was typed, as main found it. A number may be that of a booking. Spaces and a # in it are ignored: numbers are copied from mails. */
export function toAbout(text: string, matches: CallOutput<'door.find'>['matches']): About {
  const digits = text.replaceAll(/[\s\u00a0#]/gu, '');
  const bookingIds = BOOKING_NUMBER.test(digits) ? [Number(digits) as BookingId] : [];
  return {
    bookingIds: [...new Set([...bookingIds, ...matches.flatMap((match) => (match.kind === 'guest' ? [match.bookingId] : []))])],
    personIds: matches.flatMap((match) => (match.kind === 'person' ? [match.personId] : [])),
    unitIds: matches.flatMap((match) => (match.kind === 'unit' ? [match.unitId] : [])),
    lockIds: matches.flatMap((match) => (match.kind === 'lock' ? [match.lockId] : [])),
    name: bookingIds.length > 0 ? '' : text.trim(),
  };
}

/** `about`: null where nothing was typed. */
export function toFilter({ kind, by, outcome }: FilterDraft, about: About | null): RunFilter {
  return {
    ...(about === null ? {} : { about }),
    ...(kind === '' ? {} : { kind }),
    ...(by === '' ? {} : { by }),
    ...(outcome === '' ? {} : { outcome }),
  };
}

/** Whether all syncs or only changes are shown is no filter: that choice is always one of two. */
export function hasFilter(filter: RunFilter): boolean {
  const { isChange: _, ...chosen } = filter;
  return Object.keys(chosen).length > 0;
}

/** As the list asks for it. Runs that found nothing to do are not hidden from whoever looks for exactly those. */
export function listFilter(filter: RunFilter, { isAll }: Pick<FilterDraft, 'isAll'>): RunFilter {
  return isAll || filter.outcome === 'nothing-to-do' ? filter : { ...filter, isChange: true };
}
