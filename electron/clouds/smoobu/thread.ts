/** Reads the newest messages of a thread. Smoobu sends 25 a page, the oldest first, so that the newest are on the last page (cloud-facts S33). */
import type { GuestThread, ThreadMessage } from '../../app/ports/clouds.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { cleanText } from '../../../shared/text.ts';
import { at, instantOf, parseLocalDate, parseWallTime } from '../../../shared/time.ts';
import { cloudFailure } from '../http/classify.ts';
import { fieldsOf, idOf, textOf, wholeNumberOf } from './fields.ts';
import { textOfHtml } from './html-text.ts';

const PAGE_SIZE = 25;
/** Of a thread that does not tell how many pages it has, or tells another number each time. 1,000 messages. */
const MAX_PAGES = 40;
/** A message above the length of any that people write is cut. */
const MAX_TEXT = 20_000;
/** The last of one answer, of which the older form may have the whole thread. */
const MAX_ROWS = 500;

export interface ThreadPage {
  readonly messages: readonly ThreadMessage[];
  /** null: not told. */
  readonly pageCount: number | null;
  /** There were more than are read. */
  readonly isCut: boolean;
}
export type ReadThreadPage = (page: number) => Promise<Result<ThreadPage, CloudFailure>>;

/** null without a list of messages: that is a failure, never an empty thread. The older form is the list itself. */
export function parseThreadPage(json: unknown): ThreadPage | null {
  const fields = fieldsOf(json);
  const rows: unknown = Array.isArray(json) ? json : fields.messages;
  if (!Array.isArray(rows)) return null;
  return {
    messages: rows.slice(-MAX_ROWS).map(messageOf),
    pageCount: wholeNumberOf(fields, 'page_count', 'pageCount'),
    isCut: rows.length > MAX_ROWS,
  };
}

/** `message` lacks the links, and what was typed elsewhere lacks `htmlMessage`. */
function messageOf(json: unknown): ThreadMessage {
  const row = fieldsOf(json);
  const type = wholeNumberOf(row, 'type');
  const html = textOfHtml(textOf(row, 'htmlMessage', 'html-message') ?? '');
  const text = html || textOfHtml(textOf(row, 'message') ?? '');
  return {
    id: idOf(row, 'id'),
    // Without HTML, it was typed at a channel, or is a guest's mail that a channel forwarded.
    from: type === 1 ? 'guest' : type === 2 && html !== '' ? 'host' : 'unknown',
    text: new Secret(cleanText(text, MAX_TEXT, 'note')),
    hasSubject: textOf(row, 'subject') !== null,
    writtenMs: earliestMs(textOf(row, 'createdAt', 'created-at') ?? ''),
  };
}

/** Without a zone: as Berlin time, since what is UTC is later than that (cloud-facts S34). */
function earliestMs(text: string): number | null {
  const [day = '', time = '', ...others] = text.trim().split(/[ T]/u);
  const [date, wall] = [parseLocalDate(day), parseWallTime(time)];
  return date === null || wall === null || others.length > 0 ? null : instantOf(at(date, wall), 'Europe/Berlin');
}

/**
 * The first page, which counts the pages, and the last two: a message that was just sent is on the one before the last when an answer follows.
 * Pages that appear in between are read too.
 */
export async function readNewest(readPage: ReadThreadPage): Promise<Result<GuestThread, CloudFailure>> {
  const pages = new Map<number, ThreadPage>();
  for (let last = 1, page = 1; page <= last; page = Math.max(page + 1, last - 1)) {
    const answer = await readPage(page);
    if (!answer.ok) return answer;
    pages.set(page, answer.value);
    last = lastPageAfter(page, answer.value, pages.get(page - 1));
    if (pages.size > MAX_PAGES) return err(cloudFailure('smoobu', 'bad-response', { status: 200 }));
  }
  return ok(threadOf(pages));
}

/** A list that does not count its pages goes on for as long as they are full and bring something new. */
function lastPageAfter(page: number, read: ThreadPage, before: ThreadPage | undefined): number {
  if (read.pageCount !== null) return read.pageCount;
  const isNew = before === undefined || idsOf(before) !== idsOf(read);
  return read.messages.length >= PAGE_SIZE && isNew ? page + 1 : page;
}

function idsOf({ messages }: ThreadPage): string {
  return messages.map(({ id, text }) => (id === null ? text.reveal() : String(id))).join();
}

/** Ordered by id, since times have no zone; without ids as Smoobu sends them. */
function threadOf(pages: ReadonlyMap<number, ThreadPage>): GuestThread {
  const numbers = [...pages.keys()].sort((one, other) => one - other);
  const sent = numbers.flatMap((page) => pages.get(page)?.messages ?? []);
  const seen = new Set<number>();
  const messages = sent.filter(({ id }) => id === null || (!seen.has(id) && seen.add(id)));
  const isWhole = numbers.length === (numbers.at(-1) ?? 0) && ![...pages.values()].some(({ isCut }) => isCut);
  if (messages.some(({ id }) => id === null)) return { messages, isWhole };
  return { messages: messages.sort((one, other) => (one.id ?? 0) - (other.id ?? 0)), isWhole };
}
