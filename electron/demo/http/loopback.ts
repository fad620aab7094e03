/** One loopback HTTP server: counts, logs, plays faults and latency, and leaves every answer to a plain function. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CloudName } from '../../../shared/errors.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { DemoAnswer, DemoRequest } from './answer.ts';
import { actsFirst } from './faults.ts';
import type { Fault, FaultHook, FaultKind } from './faults.ts';

const MAX_BODY_BYTES = 1_000_000;
/** The log forgets its older half beyond this, so that a long `--serve` does not grow. */
const MAX_LOGGED = 20_000;

export interface RequestLogEntry {
  /** From 1, never reset. */
  readonly count: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly isWrite: boolean;
  readonly isSignIn: boolean;
  /** null while it is in hand, and when no answer went out. */
  readonly status: number | null;
  readonly fault: FaultKind | null;
}
export interface RequestTraits {
  readonly isWrite: boolean;
  readonly isSignIn: boolean;
  readonly listOfLock: LockId | null;
}

export interface LoopbackOptions {
  readonly cloud: CloudName;
  /** 0 is any free port. */
  readonly port: number;
  readonly latencyMs: number;
  /** The cloud's own clock: it dates the answers. */
  readonly nowMs: () => number;
  readonly decideFault: FaultHook;
  readonly traits: (method: string, path: string) => RequestTraits;
  /** Carries the request out. Synchronous, so that every request is one step. */
  readonly handle: (request: DemoRequest) => DemoAnswer;
  readonly faultAnswer: (fault: Fault) => DemoAnswer;
  /** Called before `handle` for the fault `expired-token`. */
  readonly expireTokenOf: (request: DemoRequest) => void;
}

/** What every cloud's handle tells about its traffic. */
export interface Traffic {
  /** "http://127.0.0.1:12345" */
  readonly url: string;
  /** Requests since the start or the last `resetCounters`, refused and failed ones included. */
  requestCount(): number;
  maxInFlight(): number;
  /** Since the start or the last `resetCounters`, oldest first. */
  requests(): readonly RequestLogEntry[];
  resetCounters(): void;
  /** Milliseconds each answer takes from now on. */
  setLatency(latencyMs: number): void;
}
export interface LoopbackServer extends Traffic {
  close(): Promise<void>;
}

type MutableEntry = { -readonly [Key in keyof RequestLogEntry]: RequestLogEntry[Key] };

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  let latencyMs = options.latencyMs;
  let total = 0;
  let sinceReset = 0;
  let inFlight = 0;
  let maxInFlight = 0;
  let log: MutableEntry[] = [];

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = incoming.url ?? '/';
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const query = mark < 0 ? '' : target.slice(mark + 1);
    const method = incoming.method ?? 'GET';
    const traits = options.traits(method, path);
    total += 1;
    sinceReset += 1;
    inFlight += 1;
    maxInFlight = Math.max(maxInFlight, inFlight);
    response.once('close', () => {
      inFlight -= 1;
    });
    const { isWrite, isSignIn } = traits;
    const entry: MutableEntry = { count: total, method, path, query, isWrite, isSignIn, status: null, fault: null };
    log.push(entry);
    if (log.length > MAX_LOGGED) log = log.slice(MAX_LOGGED / 2);

    const fault = options.decideFault({ cloud: options.cloud, method, path, query, count: total, ...traits });
    entry.fault = fault?.kind ?? null;
    const body = await readBody(incoming);
    if (body === null) {
      response.destroy();
      return;
    }
    const waitMs = latencyMs + (fault?.kind === 'delay' ? (fault.delayMs ?? 100) : 0);
    if (waitMs > 0) await pause(waitMs, undefined, { ref: false });
    const answer = carryOut(options, { method, path, query, headers: headersOf(incoming), body }, fault);
    entry.status = send(response, answer, fault?.kind === 'cut-body', options.nowMs());
  };

  const server = createServer((incoming, response) => {
    void serve(incoming, response);
  });
  // Idle connections stay open: a client must not meet a close that no fault asked for.
  server.keepAliveTimeout = 0;
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${String(port)}`,
    requestCount: () => sinceReset,
    maxInFlight: () => maxInFlight,
    requests: () => log,
    resetCounters() {
      sinceReset = 0;
      maxInFlight = inFlight;
      log = [];
    },
    setLatency(next) {
      latencyMs = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** `null` breaks the connection, `'silence'` leaves it open without an answer. */
type Outcome = DemoAnswer | null | 'silence';

function carryOut(options: LoopbackOptions, request: DemoRequest, fault: Fault | null): Outcome {
  if (fault === null) return options.handle(request);
  if (fault.kind === 'expired-token') options.expireTokenOf(request);
  const done = actsFirst(fault.kind) ? options.handle(request) : null;
  switch (fault.kind) {
    case 'drop-before':
    case 'drop-after':
      return null;
    case 'hang':
    case 'hang-after':
      return 'silence';
    case 'cut-body':
    case 'delay':
    case 'expired-token':
      return done;
    default:
      return options.faultAnswer(fault);
  }
}

/** Returns the status that went out, null for none. */
function send(response: ServerResponse, outcome: Outcome, cut: boolean, nowMs: number): number | null {
  if (outcome === 'silence') return null;
  if (outcome === null || response.destroyed) {
    response.destroy();
    return null;
  }
  const body = Buffer.from(outcome.body, 'utf8');
  response.sendDate = false;
  response.writeHead(outcome.status, {
    ...outcome.headers,
    date: new Date(nowMs).toUTCString(),
    'content-length': String(body.length),
  });
  if (!cut) {
    response.end(body);
    return outcome.status;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    response.destroy();
  });
  return outcome.status;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    // The client went away in the middle of its request.
    return null;
  }
  return Buffer.concat(chunks);
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the demo server has no port'));
      else resolve(address.port);
    });
  });
}
