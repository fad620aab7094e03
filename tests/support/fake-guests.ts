/** Threads of bookings in virtual time, whose answers go wrong in every way that is known. */
import type { GuestMessages, ThreadMessage } from '../../electron/app/ports/clouds.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';

/**
 * What becomes of a send. `lost`, `failed` and `limited`: accepted without a usable answer. `dropped`: a success, and nothing arrives.
 * `unreached`: no answer, and nothing arrives. `refused` and `paused`: certainly not sent. `killed`: accepted, and the program ends; `killed-before`: it ends
 * before the request.
 */
export const SEND_FAULTS = [
  'none',
  'lost',
  'failed',
  'limited',
  'dropped',
  'unreached',
  'refused',
  'paused',
  'killed',
  'killed-before',
] as const;
export type SendFault = (typeof SEND_FAULTS)[number];
type ReadFault = 'none' | 'no-thread' | 'failed' | 'unreached';

/** The program ends between a request and its answer. */
export class Killed extends Error {}

export interface Written {
  readonly bookingId: BookingId;
  readonly message: ThreadMessage;
  readonly atMs: number;
  readonly visibleMs: number;
}

export interface FakeGuests extends GuestMessages {
  readonly written: readonly Written[];
  /** To the host, about these bookings. */
  readonly toHost: readonly { readonly bookingId: BookingId; readonly text: string }[];
  readonly requests: { reads: number; sends: number };
  /** The faults of the next requests. */
  sends: SendFault[];
  reads: ReadFault[];
  /** Until a message is seen in its thread. */
  lagMs: number;
  textsOf(id: BookingId): readonly string[];
  /** As somebody else writes it. */
  write(id: BookingId, text: string, message?: Partial<Omit<ThreadMessage, 'id' | 'text'>>): void;
}

const FAILURES: Readonly<Partial<Record<SendFault | ReadFault, readonly [CloudFailureKind, boolean, number?]>>> = {
  lost: ['timeout', false],
  failed: ['server-error', false, 500],
  limited: ['rate-limited', false, 429],
  unreached: ['unreachable', false],
  refused: ['refused', true, 422],
  paused: ['rate-limited', true],
  'no-thread': ['not-found', true, 404],
};

export function fakeGuests(nowMs: () => number): FakeGuests {
  const written: Written[] = [];
  const toHost: { bookingId: BookingId; text: string }[] = [];
  let nextId = 1;
  const put = (bookingId: BookingId, text: Secret, message: Partial<Omit<ThreadMessage, 'id' | 'text'>> = {}): void => {
    const atMs = nowMs();
    written.push({
      bookingId,
      message: { id: nextId, from: 'host', hasSubject: false, writtenMs: atMs, ...message, text },
      atMs,
      visibleMs: atMs + guests.lagMs,
    });
    nextId += 1;
  };
  const send = (fault: SendFault, accept: () => void) => {
    guests.requests.sends += 1;
    if (!['dropped', 'unreached', 'refused', 'paused', 'killed-before'].includes(fault)) accept();
    if (fault === 'killed' || fault === 'killed-before') throw new Killed();
    const failure = FAILURES[fault];
    return failure === undefined ? ok(null) : err(failureOf(failure));
  };
  const guests: FakeGuests = {
    written,
    toHost,
    requests: { reads: 0, sends: 0 },
    sends: [],
    reads: [],
    lagMs: 0,
    textsOf: (id) => written.filter(({ bookingId }) => bookingId === id).map(({ message }) => message.text.reveal()),
    write: (id, text, message) => put(id, new Secret(text), message),
    readThread: async (id) => {
      guests.requests.reads += 1;
      const failure = FAILURES[guests.reads.shift() ?? 'none'];
      if (failure !== undefined) return err({ ...failureOf(failure), certain: true });
      const messages = written.filter(({ bookingId, visibleMs }) => bookingId === id && visibleMs <= nowMs()).map(({ message }) => message);
      return ok({ messages, isWhole: true });
    },
    sendToGuest: async (id, text) => send(guests.sends.shift() ?? 'none', () => put(id, text)),
    sendToHost: async (bookingId, text) => send(guests.sends.shift() ?? 'none', () => toHost.push({ bookingId, text: text.reveal() })),
  };
  return guests;
}

function failureOf([kind, certain, status]: readonly [CloudFailureKind, boolean, number?]): CloudFailure {
  return { cloud: 'smoobu', kind, certain, message: kind, ...(status === undefined ? {} : { status }) };
}
