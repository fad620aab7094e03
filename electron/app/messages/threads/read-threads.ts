/** Reads what was written to guests who arrive soon, and compares it with the lock. Texts and PINs stay in memory; only verdicts are remembered. */
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { CloudFailureKind } from '../../../../shared/errors.ts';
import { namesReference } from '../../../../shared/messages/evidence.ts';
import { lastTold } from '../../../../shared/messages/register.ts';
import type { Digests } from '../../../../shared/messages/shown.ts';
import type { StayToTell } from '../../../../shared/messages/stay-to-tell.ts';
import {
  afterReading,
  forgottenThreads,
  isDue,
  outdated,
  readableStays,
  THREADS_A_RUN,
  toldByHost,
} from '../../../../shared/messages/threads/reading.ts';
import type { Readable } from '../../../../shared/messages/threads/reading.ts';
import { compareThread } from '../../../../shared/messages/threads/verdict.ts';
import type { ThreadVerdict } from '../../../../shared/messages/threads/verdict.ts';
import { isOtherAccount } from '../../../../shared/reconcile/trust/accounts.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { GuestMessages } from '../../ports/clouds.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { Logger } from '../../ports/system.ts';
import { knownPins } from './known-pins.ts';

export interface ThreadPorts {
  readonly guests: Pick<GuestMessages, 'readThread'>;
  readonly history: Pick<HistoryStore, 'memory' | 'remember'>;
  readonly digests: Digests;
  readonly log: Logger;
}

export interface ThreadsToRead {
  /** As of the run, with its lists. */
  readonly input: PlanInput;
  readonly stays: readonly StayToTell[];
  /** The run was for this stay alone; null for all. */
  readonly only: BookingId | null;
  readonly signal: AbortSignal;
}

/** Before anything is sent, so that what the host has told already is not told again. */
export async function readThreads(ports: ThreadPorts, { input, stays, only, signal }: ThreadsToRead): Promise<void> {
  const { history, digests } = ports;
  const { settings, nowMs } = input;
  // Another account's bookings may have the same numbers.
  if (!settings.sending.threads || !digests.keyed || isOtherAccount(input, ['smoobu'])) return;
  const { remembered } = history.memory();
  const readable = readableStays(stays, remembered, nowMs, digests);
  // A list that is incomplete says of no stay that it is over.
  const forgotten = input.bookings.complete ? forgottenThreads(stays, remembered, nowMs) : [];
  if (only === null) history.remember([...forgotten, ...readable.flatMap((one) => outdated(one) ?? [])]);
  const due = readable.filter((one) => (only === null || one.stay.bookingId === only) && isDue(one, nowMs));
  await readEach(ports, due.slice(0, THREADS_A_RUN), input, { signal });
}

/**
 * Arrivals of the next 72 hours in whose thread the right PIN is, each read once, for a user who starts to send. Stops at the first failure that
 * other threads would have too: then the rest counts as not told, and the failure is returned.
 */
export async function toldInThreads(
  ports: ThreadPorts,
  { input, stays, signal, onProgress }: Omit<ThreadsToRead, 'only'> & { readonly onProgress?: (done: number, total: number) => void },
): Promise<Result<ReadonlySet<BookingId>, CloudFailureKind>> {
  const readable = readableStays(stays, ports.history.memory().remembered, input.nowMs, ports.digests);
  const failure = await readEach(ports, readable, input, { signal, ...(onProgress === undefined ? {} : { onProgress }) });
  if (failure !== null) return err(failure);
  const { thread } = ports.history.memory().remembered;
  return ok(new Set(readable.map(({ stay }) => stay.bookingId).filter((id) => thread.get(String(id))?.verdict === 'agrees')));
}

/** What fails for one thread fails for all of them. */
const STOPS: ReadonlySet<CloudFailureKind> = new Set([
  'credentials-missing',
  'credentials-rejected',
  'forbidden',
  'unreachable',
  'rate-limited',
  'clock-skew',
  'aborted',
]);

async function readEach(
  ports: ThreadPorts,
  due: readonly Readable[],
  input: PlanInput,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress?: (done: number, total: number) => void },
): Promise<CloudFailureKind | null> {
  for (const [index, readable] of due.entries()) {
    if (signal.aborted) return 'aborted';
    const { bookingId } = readable.stay;
    const read = await ports.guests.readThread(bookingId, { signal });
    if (!read.ok && STOPS.has(read.error.kind)) {
      ports.log.log('warn', 'reading threads stopped', { failure: read.error.kind, read: index, of: due.length });
      return read.error.kind;
    }
    // Inquiries have no thread, and never get one.
    const messages = read.ok ? read.value.messages : read.error.kind === 'not-found' ? [] : null;
    if (messages === null) ports.log.log('warn', 'thread not read', { bookingId, failure: read.ok ? null : read.error.kind });
    const { remembered } = ports.history.memory();
    const texts = messages?.map(({ from, text }) => ({ from, text: text.reveal() })) ?? null;
    const verdict = texts === null ? null : compareThread(texts, knownPins(readable, input, remembered));
    ports.history.remember(changesOf(readable, verdict, ports, input));
    onProgress?.(index + 1, due.length);
  }
  return null;
}

function changesOf(
  readable: Readable,
  verdict: ThreadVerdict | null,
  { history, digests }: ThreadPorts,
  { settings, nowMs }: PlanInput,
): readonly MemoryChange[] {
  const { remembered } = history.memory();
  const { language } = settings.messages;
  const row = afterReading(readable, verdict, { nowMs, digests, language });
  const value = isCorrectedAnyway() ? { ...row, answer: 'send-right-one' as const } : row;
  // What Latchkey has sent is in the register already, door by door.
  const isOfHost = verdict?.verdict === 'agrees' && !namesReference(verdict.text, readable.stay.reference);
  const told = isOfHost ? toldByHost(readable, verdict.doors, remembered, { nowMs, language }) : null;
  return [{ kind: 'thread', key: String(row.bookingId), value }, ...(told === null ? [] : [told])];

  /** The register says the same: messages correct it without being asked. */
  function isCorrectedAnyway(): boolean {
    const { isMuted, bookingId, unitId, channelId } = readable.stay;
    const { except } = settings.messages.message;
    if (row.verdict !== 'wrong' || !settings.sending.message || isMuted || except.units.includes(unitId)) return false;
    if (channelId !== null && except.channels.includes(channelId)) return false;
    const wrong = JSON.stringify(row.told?.doors.map(({ pin }) => pin));
    return JSON.stringify(lastTold(bookingId, remembered.told)?.content.doors.map(({ pin }) => pin)) === wrong;
  }
}
