/** A loopback HTTP server: counts and logs requests, plays faults and latency, and leaves every answer to a plain function. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../app/ports/system.ts';
import type { CloudName } from '../../../shared/errors.ts';
import type { DemoAnswer, DemoRequest } from './answer.ts';
import { actsFirst, createFaultControl, type Fault, type FaultKind, type FaultRequest } from './faults.ts';

const MAX_BODY_BYTES = 1_000_000;
/** The log drops its older half beyond this, so that a long `--serve` does not grow. */
const MAX_LOGGED = 20_000;

/** How a demo cloud is started. */
export interface CloudOptions<Seed, Switches> {
  readonly seed: Seed;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Any free port by default. */
  readonly port?: number | undefined;
  /** How long each answer takes, in real time; 0 by default. */
  readonly latencyMs?: number | undefined;
  readonly switches?: Partial<Switches> | undefined;
}

export interface LoopbackOptions extends Pick<CloudOptions<unknown, unknown>, 'port' | 'latencyMs'> {
  readonly cloud: CloudName;
  /** The cloud's own clock, for the Date header. */
  readonly nowMs: () => number;
  readonly traits: (method: string, path: string) => Pick<FaultRequest, 'isWrite' | 'isSignIn' | 'listOfLock'>;
  /** Executes the request. Synchronous, so that every request is one step. */
  readonly handle: (request: DemoRequest) => DemoAnswer;
  readonly faultAnswer: (fault: Fault) => DemoAnswer;
  /** Called before `handle` for the fault `expired-token`. */
  readonly expireTokenOf?: (request: DemoRequest) => void;
}

export interface RequestLogEntry extends Pick<FaultRequest, 'count' | 'method' | 'path' | 'query' | 'isWrite' | 'isSignIn'> {
  /** null until an answer is sent, and when none is. */
  status: number | null;
  readonly fault: FaultKind | null;
}

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function startLoopback(options: LoopbackOptions) {
  let latencyMs = options.latencyMs ?? 0;
  let total = 0;
  let sinceReset = 0;
  let inFlight = 0;
  let maxInFlight = 0;
  let log: RequestLogEntry[] = [];
  const faults = createFaultControl();

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', ...queries] = (incoming.url ?? '/').split('?');
    const query = queries.join('?');
    const { method = 'GET' } = incoming;
    const { listOfLock, ...traits } = options.traits(method, path);
    total += 1;
    sinceReset += 1;
    inFlight += 1;
    maxInFlight = Math.max(maxInFlight, inFlight);
    response.once('close', () => {
      inFlight -= 1;
    });
    const logged = { count: total, method, path, query, ...traits };
    const fault = faults.decide({ ...logged, cloud: options.cloud, listOfLock });
    const entry: RequestLogEntry = { ...logged, status: null, fault: fault?.kind ?? null };
    log.push(entry);
    if (log.length > MAX_LOGGED) log = log.slice(MAX_LOGGED / 2);

    const body = await readBody(incoming);
    if (body === null) {
      response.destroy();
      return;
    }
    const waitMs = latencyMs + (fault?.kind === 'delay' ? (fault.delayMs ?? 100) : 0);
    if (waitMs > 0) await pause(waitMs, undefined, { ref: false });
    const outcome = execute(options, { method, path, query, headers: headersOf(incoming), body }, fault);
    entry.status = send(response, outcome, fault?.kind === 'cut-body', options.nowMs());
  };

  const server = createServer((incoming, response) => {
    void serve(incoming, response);
  });
  // Idle connections stay open: only a fault may close a connection.
  server.keepAliveTimeout = 0;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    /** "http://127.0.0.1:12345" */
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    faults: faults.control,
    /** Requests since the start or the last `resetCounters`, including refused and failed ones. */
    requestCount: () => sinceReset,
    maxInFlight: () => maxInFlight,
    /** Since the start or the last `resetCounters`, oldest first. */
    requests: (): readonly Readonly<RequestLogEntry>[] => log,
    resetCounters() {
      sinceReset = 0;
      maxInFlight = inFlight;
      log = [];
    },
    /** How long each answer takes from now on. */
    setLatency(next: number) {
      latencyMs = next;
    },
    /** Breaks open connections and frees the port. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** `null` breaks the connection, `'silence'` leaves it open without an answer. */
type Outcome = DemoAnswer | null | 'silence';

function execute(options: LoopbackOptions, request: DemoRequest, fault: Fault | null): Outcome {
  if (fault === null) return options.handle(request);
  if (fault.kind === 'expired-token') options.expireTokenOf?.(request);
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

/** Returns the status that was sent, null for none. */
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
    // The client disconnected in the middle of its request.
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
