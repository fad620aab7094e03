/**
 * Sends the messages that are due, each at most once over any fault: what is tried is written down before the request, and after an uncertain
 * answer the thread says whether it arrived.
 */
import { toldKey } from '../../../shared/domain/told.ts';
import type { Told, Telling } from '../../../shared/domain/told.ts';
import { isRetryable } from '../../../shared/errors.ts';
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import type { MessageDecision, ToSend } from '../../../shared/messages/due.ts';
import { isCertainlyAfter, isCertainlyBefore, messageThatTells, newestId, textThatSays } from '../../../shared/messages/evidence.ts';
import * as register from '../../../shared/messages/register.ts';
import type { Digests } from '../../../shared/messages/shown.ts';
import { foldText } from '../../../shared/messages/templates/fold-text.ts';
import { isSoon } from '../../../shared/messages/when.ts';
import type { GuestMessages, ThreadMessage } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Logger } from '../ports/system.ts';
import { sameValue } from '../values/same-value.ts';

export interface OutboxPorts {
  readonly guests: Pick<GuestMessages, 'readThread' | 'sendToGuest'>;
  readonly history: Pick<HistoryStore, 'memory' | 'remember' | 'unstored'>;
  readonly digests: Digests;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** False once the user has stopped messages or pauses, or does not want this guest to be told any more. */
  readonly mayTell: (row: Told) => boolean;
  readonly signal: AbortSignal;
}

/** With the pauses between them, half a minute: what the user asks for meanwhile waits no longer. */
const MAX_SENDS = 12;
/** Looking for what was sent before takes a request or two each. */
const MAX_READINGS = 30;
/** The service answered, and refused this one message. */
const REFUSALS: ReadonlySet<CloudFailureKind> = new Set(['refused', 'not-found', 'forbidden']);
/** After so many sends without a usable answer the service is left in peace for this run. */
const MAX_UNCERTAIN = 2;

/** What was sent. The decisions are of this run: nothing older is ever told. */
export async function sendDue(decisions: readonly MessageDecision[], ports: OutboxPorts): Promise<readonly Telling[]> {
  const told: Telling[] = [];
  let uncertain = 0;
  const sends = decisions.filter(({ state, readsThread }) => state === 'due' && !readsThread).slice(0, MAX_SENDS);
  const readings = decisions.filter(({ readsThread }) => readsThread).slice(0, MAX_READINGS);
  const due = new Set([...sends, ...readings]);
  for (const decision of decisions.filter((one) => due.has(one))) {
    if (ports.signal.aborted || uncertain === MAX_UNCERTAIN) break;
    if (!isCurrent(decision, ports)) continue;
    const done = await handle(decision, ports);
    if (done === 'stop') break;
    if (done === null) continue;
    told.push(done);
    if (done.state === 'unclear') uncertain += 1;
  }
  return told;
}

/** `stop`: the service cannot be asked now. null: nothing was sent. */
type Done = Telling | 'stop' | null;

/** The user may have answered or decided something while this run was busy. */
function isCurrent({ bookingId, row }: MessageDecision, { history, mayTell }: OutboxPorts): boolean {
  const present = history.memory().remembered.told.get(toldKey(bookingId, 'message')) ?? register.newRow(bookingId);
  return sameValue(present, row) && mayTell(present);
}

async function handle(decision: MessageDecision, ports: OutboxPorts): Promise<Done> {
  const { bookingId, send, stay } = decision;
  const thread = await ports.guests.readThread(bookingId, { signal: ports.signal });
  if (!thread.ok && thread.error.kind !== 'not-found') {
    ports.log.log('warn', 'thread not read', { bookingId, kind: thread.error.kind, status: thread.error.status });
    if (!isOfOneThread(thread.error)) return 'stop';
    // A doubled text is better than none.
    return decision.readsThread || send === null || !isSoon(stay, ports.nowMs()) ? null : sendOne(decision, send, [], ports);
  }
  const messages = thread.ok ? thread.value.messages : [];
  return decision.readsThread ? readBack(decision, messages, ports) : tellUnlessTold(decision, messages, ports);
}

function isOfOneThread({ kind }: CloudFailure): boolean {
  return (
    kind === 'forbidden' ||
    kind === 'refused' ||
    (isRetryable(kind) && kind !== 'aborted' && kind !== 'rate-limited' && kind !== 'unreachable')
  );
}

/** Looks for what was sent before. */
async function readBack(decision: MessageDecision, messages: readonly ThreadMessage[], ports: OutboxPorts): Promise<Done> {
  const { row, stay, send } = decision;
  if (row.attempt === null) return null;
  const looked = {
    digest: row.attempt.text,
    text: send?.text ?? null,
    digits: send?.digits ?? null,
    reference: stay.reference,
    after: row.readTo,
  };
  const message = messageThatTells(messages, looked, ports.digests);
  if (message !== null) {
    write(register.found(row, message.id), ports);
    return null;
  }
  if (send !== null && isToldByAnother(decision, send, messages, ports)) return null;
  const missed = register.absent(row, stay);
  write(decision.isNeedless && register.isUnclear(missed) ? { ...row, attempt: null } : missed, ports);
  ports.log.log('warn', 'message not in thread', { bookingId: stay.bookingId, readings: missed.attempt?.tries });
  const mayRepeat = register.mayRepeat(missed) && send !== null && isSoon(stay, ports.nowMs());
  return mayRepeat ? sendOne({ ...decision, row: missed }, send, messages, ports) : null;
}

function tellUnlessTold(decision: MessageDecision, messages: readonly ThreadMessage[], ports: OutboxPorts): Promise<Done> | null {
  const { send } = decision;
  if (send === null || isToldByAnother(decision, send, messages, ports)) return null;
  return sendOne(decision, send, messages, ports);
}

/** By another installation on the account. */
function isToldByAnother({ row, stay }: MessageDecision, send: ToSend, messages: readonly ThreadMessage[], ports: OutboxPorts): boolean {
  const digest = ports.digests.digestText(foldText(send.text.reveal()));
  if (digest === null) return false;
  const looked = { digest, text: send.text, digits: send.digits, reference: stay.reference };
  const { after, later } = newerThanTold(row, send, messages, ports);
  const message =
    messageThatTells(later, { ...looked, after }, ports.digests) ?? textThatSays(later, { ...looked, says: send.says, after });
  if (message !== null) write(register.foundBefore(row, send, ports.nowMs(), message.id), ports);
  return message !== null;
}

/** What may tell the guest something newer than what they were told from here. */
function newerThanTold(row: Told, { content }: ToSend, thread: readonly ThreadMessage[], { digests, history }: OutboxPorts) {
  const { attempt, known, readTo: after } = row;
  const rows = history.memory().remembered.told;
  const told = register.lastTold(row.bookingId, rows);
  const messages = told?.state === 'told-by-user' ? thread.filter((message) => !isCertainlyBefore(message, told.atMs)) : thread;
  if (told === null || attempt === null || attempt.state === 'refused') return { after, later: messages };
  const own = messageThatTells(messages, { digest: attempt.text, text: null, digits: null, reference: '', after }, digests);
  if (own !== null) return { after, later: messages.slice(messages.indexOf(own) + 1) };
  const wasToldBefore = known !== null && sameValue([known.content.doors, known.content.window], [content.doors, content.window]);
  if (!wasToldBefore) return { after, later: messages };
  // Where our own message never arrived, the one before it is the newest.
  const isBeforeIt = told.isAttempt && register.toldBefore(row.bookingId, rows)?.atMs === known.atMs;
  if (isBeforeIt && register.isUnclear(row)) return { after: null, later: messages };
  // Until that is known, and where the user has told the guest since, the former message may be the one that says it.
  return { after, later: messages.filter((message) => isCertainlyAfter(message, told.atMs)) };
}

async function sendOne(decision: MessageDecision, send: ToSend, messages: readonly ThreadMessage[], ports: OutboxPorts): Promise<Done> {
  const { bookingId, row, stay } = decision;
  const { history, digests, log, nowMs, signal } = ports;
  const text = digests.digestText(foldText(send.text.reveal()));
  if (text === null) return null;
  const { content, kind } = send;
  const sinceMs = nowMs();
  const trying = { nowMs: sinceMs, readTo: newestId(messages), isAgain: decision.readsThread };
  const attempt = register.attempting(row, { content, kind, text }, trying);
  write(attempt, ports);
  // What is not stored is forgotten when the program ends, and would then be sent again.
  if ((history.unstored !== null && !isSoon(stay, sinceMs)) || signal.aborted) {
    write(row, ports);
    return 'stop';
  }
  const answer = await ports.guests.sendToGuest(bookingId, send.text, { signal });
  const line = { bookingId, way: 'message', kind, atMs: sinceMs } as const;
  if (answer.ok) {
    write(register.accepted(attempt), ports);
    return { ...line, state: 'sent', reason: null };
  }
  const { kind: failure, certain, status } = answer.error;
  log.log('warn', 'message not accepted', { bookingId, kind: failure, status, certain });
  if (!certain) return { ...line, state: 'unclear', reason: 'reading-thread' };
  const isRefused = REFUSALS.has(failure);
  write(isRefused ? register.refused(attempt, row, nowMs()) : row, ports);
  return isRefused ? null : 'stop';
}

function write(row: Told, { history }: Pick<OutboxPorts, 'history'>): void {
  writeRow(row, history);
}
export function writeRow(row: Told, history: Pick<HistoryStore, 'remember'>): void {
  const value = register.isEmpty(row) ? null : row;
  history.remember([{ kind: 'told', key: toldKey(row.bookingId, row.way), value }]);
}
