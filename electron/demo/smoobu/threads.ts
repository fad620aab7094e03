/** The messages of each booking that the Smoobu demo cloud keeps in memory, and what becomes of those that are sent through it. */
import { localNow, MINUTE_MS } from '../../../shared/time.ts';
import type { DemoBooking, MessageInput } from '../seed.ts';
import type { SmoobuSwitches } from './switches.ts';

const FIRST_MESSAGE_ID = 610_001;
const PAGE_SIZE = 25;
/** A little less than what clients keep, whose clocks may differ by some milliseconds. */
const BURST_MS = 2_400;

interface DemoMessage extends Required<Omit<MessageInput, 'automatic'>> {
  readonly id: number;
  readonly atMs: number;
  /** Not in the thread before. */
  readonly shownFromMs: number;
}

/** A message that was accepted. */
export interface SentMessage {
  readonly bookingId: number;
  readonly to: 'guest' | 'host';
  readonly text: string;
  readonly atMs: number;
  /** False: it came too soon after another one, and appears nowhere. */
  readonly arrived: boolean;
}

export interface MessagePage {
  readonly pageCount: number;
  readonly totalItems: number;
  readonly page: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export type ThreadStore = ReturnType<typeof createThreadStore>;

export function createThreadStore(seeded: readonly MessageInput[], nowMs: () => number, switches: () => SmoobuSwitches) {
  const messages: DemoMessage[] = [];
  const sent: SentMessage[] = [];
  let lastSentMs = Number.NEGATIVE_INFINITY;

  const add = (input: MessageInput, shownFromMs: number): number => {
    const { automatic = false, ...message } = input;
    const copies = automatic && switches().automaticTwice ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      messages.push({
        subject: automatic ? 'Your stay' : '',
        type: message.from === 'guest' ? 1 : 2,
        html: switches().messageHtml === 'empty' && !automatic ? '' : htmlOf(message.text),
        ...message,
        id: FIRST_MESSAGE_ID + messages.length,
        atMs: nowMs(),
        shownFromMs,
      });
    }
    return FIRST_MESSAGE_ID + messages.length - 1;
  };
  for (const message of seeded) add(message, Number.NEGATIVE_INFINITY);

  return {
    /** Writes past the API: the guest, the host by hand, or an automatic message. It appears at once. */
    addMessage: (input: MessageInput): number => add(input, nowMs()),
    /** What was accepted through the API, oldest first; of one booking where one is given. */
    sentMessages: (bookingId?: number): readonly SentMessage[] =>
      sent.filter((message) => bookingId === undefined || message.bookingId === bookingId),
    /** Returns the id of the message. Between two that follow each other too fast, the later one gets lost. */
    accept(booking: DemoBooking, to: SentMessage['to'], text: string): number {
      const atMs = nowMs();
      const { dropBursts, threadLagMinutes } = switches();
      const arrived = !(dropBursts && atMs >= lastSentMs && atMs - lastSentMs < BURST_MS);
      lastSentMs = atMs;
      sent.push({ bookingId: booking.id, to, text, atMs, arrived });
      if (!arrived) return FIRST_MESSAGE_ID + messages.length;
      return add({ bookingId: booking.id, from: 'host', text }, atMs + threadLagMinutes * MINUTE_MS);
    },
    /** 25 a page, the oldest first. A page that does not exist is the nearest one that does (cloud-facts S15). */
    page(booking: DemoBooking, page: number, onlyRelatedToGuest: boolean): MessagePage {
      const shown = messages.filter(
        (message) =>
          message.bookingId === booking.id && message.shownFromMs <= nowMs() && !(onlyRelatedToGuest && message.from !== 'guest'),
      );
      const pageCount = Math.ceil(shown.length / PAGE_SIZE);
      const number = Math.max(1, Math.min(page, pageCount));
      const rows = shown.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
      return { pageCount, totalItems: shown.length, page: number, rows: rows.map((message) => messageJson(message, switches())) };
    },
  };
}

/** `message` lacks what only HTML can hold (cloud-facts S33). */
function messageJson({ id, subject, text, html, type, atMs }: DemoMessage, { messageZone }: SmoobuSwitches): Record<string, unknown> {
  const createdAt = localNow(messageZone, atMs).replace('T', ' ');
  return { id, subject, message: text, htmlMessage: html, type, createdAt: `${createdAt}:00` };
}

function htmlOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#039;');
  return `<p>${escaped.replaceAll('\n', '<br />\n')}</p>`;
}
