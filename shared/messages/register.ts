/** How the row of a booking's messages changes with what happens to them. Pure; what a row says is in shared/domain/told.ts. */
import type { BookingId } from '../domain/ids.ts';
import { toldKey } from '../domain/told.ts';
import type { Told, ToldContent, ToldKind } from '../domain/told.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import { soonMs } from './when.ts';

/** After a send, the thread is read at these times. */
const READ_AFTER_MS = [5 * MINUTE_MS, 30 * MINUTE_MS] as const;
/** A message that was certainly not sent is tried again after these times, and then less often. */
const RETRY_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS] as const;
const RETRY_LATER_MS = 6 * HOUR_MS;
/** So many readings without the text: the user is asked. Where the arrival is soon it is sent once more, and then as many again. */
const ABSENT = READ_AFTER_MS.length;
const ABSENT_TWICE = 2 * ABSENT + 1;
const MAX_EARLIER = 20;

type Attempt = NonNullable<Told['attempt']>;

export interface Message {
  readonly content: ToldContent;
  readonly kind: ToldKind;
  /** Digest of the folded text. */
  readonly text: string;
}

/** What the guest was told last, or may have been. */
export interface LastTold {
  readonly content: ToldContent;
  readonly kind: ToldKind;
  readonly state: NonNullable<Told['known']>['state'];
  readonly atMs: number;
  /** Not known yet for certain: it is looked for in the thread. */
  readonly isAttempt: boolean;
}

/** By a message, by the user, or by what the host wrote. A placeholder tells nothing by itself. */
export function lastTold(bookingId: BookingId, rows: Rows): LastTold | null {
  return newestOf(allTold(bookingId, rows));
}
/** The same without what is on its way. */
export function toldBefore(bookingId: BookingId, rows: Rows): LastTold | null {
  return newestOf(allTold(bookingId, rows).filter(({ isAttempt }) => !isAttempt));
}

type Rows = ReadonlyMap<string, Told>;

function allTold(bookingId: BookingId, rows: Rows): readonly LastTold[] {
  return (['message', 'copy', 'host'] as const).flatMap((way): readonly LastTold[] => {
    const { known = null, attempt = null } = rows.get(toldKey(bookingId, way)) ?? {};
    return [
      ...(attempt === null || attempt.state === 'refused' ? [] : [onItsWay(attempt)]),
      ...(known === null ? [] : [{ ...known, isAttempt: false }]),
    ];
  });
}
function onItsWay(attempt: Attempt): LastTold {
  const { content, kind, sinceMs: atMs } = attempt;
  return { content, kind, state: attempt.state === 'accepted' && !isAbsent(attempt) ? 'sent' : 'unclear', atMs, isAttempt: true };
}
function newestOf(told: readonly LastTold[]): LastTold | null {
  return told.reduce<LastTold | null>((newest, one) => (newest === null || one.atMs > newest.atMs ? one : newest), null);
}

/** It may not have arrived, and only the user can find out. */
export function isUnclear({ attempt }: Pick<Told, 'attempt'>): boolean {
  return attempt !== null && attempt.state !== 'refused' && isAbsent(attempt);
}

export function isReadingDue({ attempt }: Pick<Told, 'attempt'>, nowMs: number): boolean {
  return attempt !== null && attempt.state !== 'refused' && attempt.tries < ABSENT_TWICE && attempt.nextMs <= nowMs;
}

/** It is not in the thread, and was not sent a second time yet. */
export function mayRepeat({ attempt }: Pick<Told, 'attempt'>): boolean {
  return attempt !== null && attempt.state !== 'refused' && attempt.tries === ABSENT;
}

/** Everything that was to be tried has been, and the guest still has no message. */
export function isGivenUp({ attempt }: Pick<Told, 'attempt'>): boolean {
  return attempt?.state === 'refused' && attempt.tries > RETRY_AFTER_MS.length;
}

function isAbsent({ tries }: Attempt): boolean {
  return tries === ABSENT || tries >= ABSENT_TWICE;
}

export function newRow(bookingId: BookingId): Told {
  return { bookingId, way: 'message', known: null, attempt: null, earlier: [], agreed: null, asked: null, wanted: null, readTo: null };
}

export interface Attempting {
  readonly nowMs: number;
  /** The newest message that the thread has already. */
  readonly readTo: number | null;
  /** What was sent before is not in the thread. */
  readonly isAgain: boolean;
}

export function isEmpty({ known, attempt, earlier, agreed, asked, wanted, readTo }: Told): boolean {
  const facts = [known, attempt, agreed, asked, wanted, readTo];
  return earlier.length === 0 && facts.every((fact) => fact === null);
}

/** Written before the request. */
export function attempting(row: Told, message: Message, { nowMs, readTo, isAgain }: Attempting): Told {
  const { attempt } = row;
  const isOpen = attempt !== null && attempt.state !== 'refused';
  const known: Told['known'] =
    isOpen && !isAgain ? { content: attempt.content, kind: attempt.kind, state: 'unclear', atMs: attempt.sinceMs } : row.known;
  return {
    ...row,
    known,
    earlier: earlierOf(row, message.content),
    attempt: {
      ...message,
      state: 'sending',
      sinceMs: nowMs,
      tries: isAgain ? ABSENT + 1 : 0,
      nextMs: nowMs + READ_AFTER_MS[0],
    },
    asked: null,
    wanted: null,
    readTo: readTo ?? row.readTo,
  };
}

export function accepted(row: Told): Told {
  return row.attempt === null ? row : { ...row, attempt: { ...row.attempt, state: 'accepted' } };
}

/** Certainly not sent. `before`: the row before this attempt. */
export function refused(row: Told, before: Told, nowMs: number): Told {
  if (row.attempt === null) return row;
  const isAgain = before.attempt?.state === 'refused' && before.attempt.text === row.attempt.text;
  const tries = (isAgain ? before.attempt.tries : 0) + 1;
  return {
    ...row,
    attempt: { ...row.attempt, state: 'refused', tries, nextMs: nowMs + (RETRY_AFTER_MS[tries - 1] ?? RETRY_LATER_MS) },
  };
}

/** Found in the thread. */
export function found(row: Told, messageId: number | null): Told {
  const { attempt } = row;
  if (attempt === null) return row;
  const known = { content: attempt.content, kind: attempt.kind, state: 'confirmed', atMs: attempt.sinceMs } as const;
  return { ...row, known, attempt: null, asked: null, readTo: messageId ?? row.readTo };
}

/** Another installation has told it already. */
export function foundBefore(
  row: Told,
  { content, kind }: Pick<Message, 'content' | 'kind'>,
  nowMs: number,
  messageId: number | null,
): Told {
  const known = { content, kind, state: 'confirmed', atMs: nowMs } as const;
  return { ...row, known, earlier: earlierOf(row, content), attempt: null, asked: null, readTo: messageId ?? row.readTo };
}

/** Not in the thread yet. `startMs`: of the stay. */
export function absent(row: Told, { startMs }: { readonly startMs: number }): Told {
  const { attempt } = row;
  if (attempt === null || attempt.tries === ABSENT) return row;
  const tries = attempt.tries + 1;
  // Between the rounds, one more is counted for the second send.
  const next = READ_AFTER_MS[tries % (ABSENT + 1)];
  return { ...row, attempt: { ...attempt, tries, nextMs: next === undefined ? soonMs({ startMs }) : attempt.sinceMs + next } };
}

/** The user says that it arrived, or wants it sent again. */
export function answered(row: Told, choice: 'arrived' | 'send-again'): Told {
  const { attempt } = row;
  if (attempt === null) return row;
  if (choice === 'send-again') return { ...row, attempt: { ...attempt, state: 'refused', tries: 0, nextMs: 0 } };
  return { ...row, known: { content: attempt.content, kind: attempt.kind, state: 'told-by-user', atMs: attempt.sinceMs }, attempt: null };
}

/** What the user is asked, without taking back what the user has answered since. */
export function withAsked(row: Told, asked: Told['asked']): Told {
  const isSame = row.asked?.content === asked?.content && row.asked?.about === asked?.about;
  return isSame ? row : { ...row, asked };
}

/** Of a stay that is over: nothing is asked about it any more. */
export function settleOver(row: Told): Told {
  const { attempt, asked } = row;
  const isAsked = attempt !== null && isUnclear(row);
  if (!isAsked && asked === null) return row;
  const known = isAsked ? ({ content: attempt.content, kind: attempt.kind, state: 'unclear', atMs: attempt.sinceMs } as const) : row.known;
  return { ...row, known, attempt: isAsked ? null : attempt, asked: null };
}

function earlierOf({ known, attempt, earlier }: Told, { doors }: ToldContent): Told['earlier'] {
  const present = new Set(doors.map(({ pin }) => pin));
  const former = [known, attempt].flatMap((told) => told?.content.doors.map(({ pin }) => pin) ?? []);
  return [...new Set([...earlier, ...former])].filter((pin) => !present.has(pin)).slice(-MAX_EARLIER);
}
