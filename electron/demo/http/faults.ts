/** The faults that a demo cloud can play, and the decision which of them affects a request. */
import type { CloudName } from '../../../shared/errors.ts';

/** Kinds that end in "-after" execute the request first: it takes effect, and the answer is lost. */
export const FAULT_KINDS = [
  /** 429 with the moment or the seconds to wait. */
  'rate-limited',
  'rate-limited-after',
  /** 503 with Retry-After. */
  'unavailable',
  /** 500 with a JSON error (another 5xx through `status`). */
  'server-error',
  'server-error-after',
  /** 502 with an HTML page. */
  'bad-gateway',
  'bad-gateway-after',
  /** 200 with an HTML page. */
  'html',
  'html-after',
  /** 200 without a body. */
  'empty',
  'empty-after',
  /** Executed; half of the body is sent, then the connection breaks. */
  'cut-body',
  /** No answer until the client stops waiting. */
  'hang',
  'hang-after',
  /** The connection breaks without an answer. */
  'drop-before',
  'drop-after',
  /** A normal answer, `delayMs` later. */
  'delay',
  /** The Keys: the token of this request is no longer valid. No effect on Smoobu and on signing in. */
  'expired-token',
  'forbidden',
  /** 403 with an HTML page: a network filter or the cloud's edge. */
  'forbidden-page',
  /** 302 to a sign-in page, as of a hotel's network. */
  'portal',
  /** The credentials are rejected, in the cloud's own form. */
  'rejected',
  /** 200 with 16 MB of nested JSON. */
  'flood',
  /** 200 with a list of more than a million empty rows, just under 4 MB. */
  'wide',
  'not-found',
  /** The Keys: HTTP 200, status 200, data null. Smoobu: an empty object. */
  'null-data',
  /** The Keys: HTTP 200 with status 500 in the envelope. Smoobu: HTTP 200 with a problem document. */
  'error-envelope',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** For `rate-limited`, `rate-limited-after` and `unavailable`; 1 by default. */
  readonly retryAfterSeconds?: number;
  /** The text of the Retry-After header itself: a date, or nonsense. */
  readonly retryAfter?: string;
  /** For `rate-limited` and `rate-limited-after`: which headers say how long to wait. Smoobu sends `epoch`; `retry-after` is the standard one. */
  readonly header?: 'epoch' | 'retry-after' | 'both' | 'none';
  /** For `server-error` and `server-error-after`; 500 by default. */
  readonly status?: number;
  /** For `delay`; 100 by default. */
  readonly delayMs?: number;
}

export interface FaultRequest {
  readonly cloud: CloudName;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  /** Number of this request to this cloud, from 1. */
  readonly count: number;
  /** True for requests that change something; signing in does not count. */
  readonly isWrite: boolean;
  readonly isSignIn: boolean;
  /** Set when the request lists the codes of this lock. */
  readonly listOfLock: number | null;
}
export type FaultHook = (request: FaultRequest) => Fault | null;

/** Faults that stay until they are cleared. The most specific one counts: lists, then signIn, then reads or writes, then all. */
export interface SteadyFaults {
  readonly all: Fault | null;
  /** Everything that changes nothing, except signing in. */
  readonly reads: Fault | null;
  readonly writes: Fault | null;
  readonly signIn: Fault | null;
  /** By lock: the list of its codes only. */
  readonly lists: Readonly<Record<number, Fault>>;
}

const NO_FAULTS: SteadyFaults = { all: null, reads: null, writes: null, signIn: null, lists: {} };

/** Decides in this order: the hook, the queue, the steady faults. The first that is not null counts. */
export function createFaultControl() {
  let steady = NO_FAULTS;
  let queued: (Fault | null)[] = [];
  let hook: FaultHook | null = null;
  return {
    control: {
      /** Changes the given fields, keeps the others. */
      set(faults: Partial<SteadyFaults>) {
        steady = { ...steady, ...faults };
      },
      /** One entry per coming request, null for no fault. */
      queue(...faults: readonly (Fault | null)[]) {
        queued.push(...faults);
      },
      /** Called for each request; null removes the hook. */
      onRequest(next: FaultHook | null) {
        hook = next;
      },
      /** Removes steady faults, queue and hook. */
      clear() {
        steady = NO_FAULTS;
        queued = [];
        hook = null;
      },
    },
    decide: (request: FaultRequest): Fault | null => {
      const fromHook = hook?.(request) ?? null;
      const fromQueue = queued.shift() ?? null;
      return fromHook ?? fromQueue ?? steadyFault(steady, request);
    },
  };
}

function steadyFault(steady: SteadyFaults, request: FaultRequest): Fault | null {
  const ofList = request.listOfLock === null ? undefined : steady.lists[request.listOfLock];
  if (ofList !== undefined) return ofList;
  if (request.isSignIn) return steady.signIn ?? steady.all;
  return (request.isWrite ? steady.writes : steady.reads) ?? steady.all;
}

/** True when the request is executed before the fault takes effect. */
export function actsFirst(kind: FaultKind): boolean {
  return kind.endsWith('-after') || kind === 'cut-body' || kind === 'delay' || kind === 'expired-token';
}
