/** Smoobu's custom placeholders: the account's whole list, and what a change sends (cloud-facts S35 to S37). */
import type { Placeholder } from '../../app/ports/clouds.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { cutText } from '../../../shared/text.ts';
import { cloudFailure } from '../http/classify.ts';
import { fieldsOf, idOf, textOf, wholeNumberOf, type Fields } from './fields.ts';

const OF_BOOKING = 1;
const OF_UNIT = 2;
/** Above this, the paging is wrong. */
const MAX_PAGES = 100;
const MAX_KEY = 100;
const MAX_VALUE = 2_000;

export interface PlaceholderPage {
  readonly placeholders: readonly Placeholder[];
  /** Rows, unreadable ones included. */
  readonly sent: number;
  /** null: not told, as documented. */
  readonly pageCount: number | null;
  readonly totalItems: number | null;
}
export type ReadPlaceholderPage = (page: number) => Promise<Result<PlaceholderPage, CloudFailure>>;

/** null without a list: that is a failure, never an empty list. */
export function parsePlaceholderPage(json: unknown): PlaceholderPage | null {
  const fields = fieldsOf(json);
  const rows: unknown = Array.isArray(json) ? json : fields.customPlaceholders;
  if (!Array.isArray(rows)) return null;
  return {
    placeholders: rows.flatMap((row) => placeholderOf(fieldsOf(row)) ?? []),
    sent: rows.length,
    pageCount: wholeNumberOf(fields, 'page_count', 'pageCount'),
    totalItems: wholeNumberOf(fields, 'total_items', 'totalItems'),
  };
}

/** A row without a key can be nobody's. */
function placeholderOf(row: Fields): Placeholder | null {
  const key = textOf(row, 'key')?.trim();
  if (key === undefined) return null;
  return {
    id: idOf(row, 'id'),
    key: cutText(key, MAX_KEY),
    owner: ownerOf(row),
    value: new Secret(cutText(valueOf(row.defaultValue), MAX_VALUE)),
    hasTranslations: typeof row.translations === 'object' && row.translations !== null && Object.keys(row.translations).length > 0,
  };
}

function ownerOf(row: Fields): Placeholder['owner'] {
  const type = wholeNumberOf(row, 'type');
  const id = idOf(row, 'foreignId', 'foreign-id');
  if (type === OF_BOOKING && id !== null) return { kind: 'booking', bookingId: id as BookingId };
  return type === OF_UNIT ? { kind: 'unit' } : null;
}

function valueOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A list of several pages counts only when they fit together: what is missing from it may be what the caller looks for. */
export async function readPlaceholders(readPage: ReadPlaceholderPage): Promise<Result<readonly Placeholder[], CloudFailure>> {
  const found: Placeholder[] = [];
  const seen = new Set<string>();
  let sent = 0;
  for (let page = 1, last = 1; page <= last; page += 1) {
    const answer = await readPage(page);
    if (!answer.ok) return answer;
    const { placeholders, pageCount, totalItems } = answer.value;
    last = page === 1 ? (pageCount ?? 1) : last;
    sent += answer.value.sent;
    found.push(...placeholders);
    const rows = JSON.stringify(placeholders.map(({ id, key, owner, value }) => [id, key, owner, value.reveal()]));
    const repeats = seen.has(rows);
    seen.add(rows);
    const counted = totalItems === null || page < last || totalItems === sent;
    if (last > MAX_PAGES || repeats || (page > 1 && pageCount !== last) || !counted)
      return err(cloudFailure('smoobu', 'bad-response', { status: 200 }));
  }
  return ok(found);
}

/** What a create and an update send, its keys in this order. */
export function placeholderContent(bookingId: BookingId, key: string, value: Secret): object {
  return { key, defaultValue: value.reveal(), type: OF_BOOKING, foreignId: bookingId };
}
