/** Filters and pages the list of bookings. Pure. */
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseLocalDate } from '../../../shared/time.ts';
import type { DemoBooking } from '../seed.ts';
import type { SmoobuSwitches } from './switches.ts';

export interface BookingPage {
  readonly pageCount: number;
  readonly pageSize: number;
  readonly totalItems: number;
  readonly page: number;
  readonly rows: readonly DemoBooking[];
}

const DATE_FILTERS = [
  'created_from',
  'created_to',
  'from',
  'to',
  'arrivalFrom',
  'arrivalTo',
  'departureFrom',
  'departureTo',
  'modifiedFrom',
  'modifiedTo',
] as const;
type DateFilter = (typeof DATE_FILTERS)[number];
type Switches = Omit<SmoobuSwitches, 'clockOffsetMs'>;

/** Or the name of the filter that is no date. Unknown parameters are ignored (cloud-facts S13). */
export function listBookings(
  all: readonly DemoBooking[],
  query: ReadonlyMap<string, string>,
  switches: Switches,
): Result<BookingPage, DateFilter> {
  const dates = new Map<DateFilter, string>();
  for (const filter of DATE_FILTERS) {
    const text = query.get(filter);
    if (text === undefined || text === '') continue;
    // Only dates are documented, so a time of day is cut off.
    const date = parseLocalDate(text.slice(0, 10));
    if (date === null) return err(filter);
    dates.set(filter, date);
  }
  const showCancellation = isTrue(query.get('showCancellation'));
  const excludeBlocked = isTrue(query.get('excludeBlocked'));
  const apartmentId = query.get('apartmentId') ?? '';
  const rows = all.filter(
    (row) =>
      (showCancellation || row.type !== 'cancellation') &&
      !(excludeBlocked && row.blocked) &&
      (apartmentId === '' || String(row.apartmentId) === apartmentId) &&
      passesDates(row, dates, switches),
  );
  rows.sort((left, right) => (switches.rowOrder === 'id' ? left.id - right.id : right.id - left.id));
  return ok(cutPage(withDuplicates(rows, switches.duplicateRows), query, switches));
}

function passesDates(row: DemoBooking, dates: ReadonlyMap<DateFilter, string>, switches: Switches): boolean {
  const within = (value: string, from: string | undefined, to: string | undefined): boolean =>
    switches.inclusiveEnds
      ? (from === undefined || value >= from) && (to === undefined || value <= to)
      : (from === undefined || value > from) && (to === undefined || value < to);
  const from = dates.get('from');
  const to = dates.get('to');
  const inRange =
    switches.rangeMeaning === 'overlap'
      ? within(row.departure, from, undefined) && within(row.arrival, undefined, to)
      : within(row.arrival, from, to) || within(row.departure, from, to);
  return (
    inRange &&
    within(row.arrival, dates.get('arrivalFrom'), dates.get('arrivalTo')) &&
    within(row.departure, dates.get('departureFrom'), dates.get('departureTo')) &&
    within(row.createdAt.slice(0, 10), dates.get('created_from'), dates.get('created_to')) &&
    within(row.modifiedAt.slice(0, 10), dates.get('modifiedFrom'), dates.get('modifiedTo'))
  );
}

/** The second row of an id counts in the total. */
function withDuplicates(rows: readonly DemoBooking[], how: SmoobuSwitches['duplicateRows']): readonly DemoBooking[] {
  if (how === 'none') return rows;
  return rows.flatMap((row) => {
    const otherType = row.type === 'reservation' ? 'modification of booking' : 'reservation';
    return [row, how === 'same' ? row : { ...row, type: otherType }];
  });
}

function cutPage(rows: readonly DemoBooking[], query: ReadonlyMap<string, string>, switches: Switches): BookingPage {
  const wantedSize = wholeNumber(query.get('pageSize'), switches.defaultPageSize);
  const pageSize = Math.min(Math.max(wantedSize, 1), switches.maxPageSize);
  const pageCount = Math.ceil(rows.length / pageSize);
  const wanted = wholeNumber(query.get('page'), 1);
  const page = switches.clampPages ? Math.max(1, Math.min(wanted, pageCount)) : wanted;
  const start = (page - 1) * pageSize;
  return {
    pageCount,
    pageSize,
    totalItems: rows.length + switches.totalOffBy + (switches.totalChanges ? page - 1 : 0),
    page,
    rows: switches.repeatFirstPage
      ? rows.slice(0, pageSize)
      : start < 0
        ? []
        : shifted(rows, start, switches.rowShift).slice(start, start + pageSize),
  };
}

/** The list after the first row of this page was changed and moved to the front. */
function shifted(rows: readonly DemoBooking[], start: number, rowShift: boolean): readonly DemoBooking[] {
  const first = rows[start];
  if (!rowShift || start <= 0 || first === undefined) return rows;
  return [first, ...rows.slice(0, start), ...rows.slice(start + 1)];
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}
