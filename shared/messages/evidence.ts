/** Whether a thread shows that a guest was told something. Pure; what the thread says stays in memory. */
import type { Secret } from '../secret.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import type { Digests } from './shown.ts';
import { foldText } from './templates/fold-text.ts';

export interface SeenMessage {
  /** null: not known. */
  readonly id: number | null;
  readonly from: 'guest' | 'host' | 'unknown';
  readonly text: Secret;
  readonly hasSubject: boolean;
}

export interface LookedFor {
  /** Of the folded text that was sent, or would be. */
  readonly digest: string;
  /** That text; null where it cannot be made again. */
  readonly text: Secret | null;
  /** Digits that prove it beside the reference, in a text with other words. null: only the words do. */
  readonly digits: readonly Secret[] | null;
  readonly reference: string;
  /** Only what came after this message is evidence. */
  readonly after: number | null;
}

/** The message that tells it; null: none does. */
export function messageThatTells<M extends SeenMessage>(messages: readonly M[], looked: LookedFor, digests: Digests): M | null {
  const isLater = ({ id }: M): boolean => id === null || looked.after === null || id > looked.after;
  return (
    messages.findLast((message) => isLater(message) && (saysTheSame(message, looked, digests) || saysTheDigits(message, looked))) ?? null
  );
}

/** The newest text about this booking, where it says all of this in other words. */
export function textThatSays<M extends SeenMessage>(
  messages: readonly M[],
  { says, reference, after }: Pick<LookedFor, 'reference' | 'after'> & { readonly says: readonly Secret[] },
): M | null {
  const newest = messages.findLast(
    ({ from, hasSubject, text }) => from !== 'guest' && !hasSubject && namesReference(text.reveal(), reference),
  );
  if (newest === undefined || (newest.id !== null && after !== null && newest.id <= after)) return null;
  // Word by word: without the space between two lines, the digits of one door would go on in the next line.
  const said = newest.text.reveal().split(/\s+/u).map(foldText).join(' ');
  return says.every((part) => anywhere(foldText(part.reveal())).test(said)) ? newest : null;
}

/** With white space anywhere in it, and not as a part of a longer number. */
function anywhere(folded: string): RegExp {
  const [before, after] = [/^\d/, /\d$/].map((end) => end.test(folded));
  const spaced = [...folded].map(escaped).join(' ?');
  return new RegExp(`${before === true ? String.raw`(?<!\d)` : ''}${spaced}${after === true ? String.raw`(?!\d)` : ''}`, 'u');
}

/** When a message was written, at the earliest; null: not known. */
interface Dated {
  readonly writtenMs: number | null;
}
/** How much later it may have been written: Berlin time may have been UTC. */
const ZONES_MS = 2 * HOUR_MS;
/** Clocks differ by less: with more, the service refuses to be asked. */
const CLOCKS_MS = 5 * MINUTE_MS;

export function isCertainlyAfter({ writtenMs }: Dated, ms: number): boolean {
  return writtenMs !== null && writtenMs > ms + CLOCKS_MS;
}
export function isCertainlyBefore({ writtenMs }: Dated, ms: number): boolean {
  return writtenMs !== null && writtenMs + ZONES_MS + CLOCKS_MS < ms;
}

/** The newest message that has a number. */
export function newestId(messages: readonly SeenMessage[]): number | null {
  return messages.reduce<number | null>((newest, { id }) => (id !== null && (newest === null || id > newest) ? id : newest), null);
}

/** A channel may add words before and after. */
function saysTheSame(message: SeenMessage, { digest, text }: LookedFor, digests: Digests): boolean {
  const said = foldText(message.text.reveal());
  return digests.digestText(said) === digest || (text !== null && said.includes(foldText(text.reveal())));
}

/**
 * Another installation has other words, and the same reference. The service's own automatic messages have a subject: their years and prices
 * are no PINs.
 */
function saysTheDigits({ from, hasSubject, text }: SeenMessage, { digits, reference }: LookedFor): boolean {
  if (digits === null || from === 'guest' || hasSubject) return false;
  const parts = text.reveal().split(standingAlone(reference));
  const runs = new Set(parts.flatMap((part) => part.match(/\d+/g) ?? []));
  return parts.length > 1 && digits.every((typed) => runs.has(typed.reveal()));
}

/** As every text does that Latchkey sends about this booking. */
export function namesReference(text: string, reference: string): boolean {
  return standingAlone(reference).test(text);
}
function standingAlone(reference: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(reference)}(?![\p{L}\p{N}])`, 'u');
}
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
