/** The Smoobu demo cloud: its routes over the booking store, behind signature, user agent and rate limit. */
import type { Clock } from '../../app/ports/system.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { commonFaultAnswer, html, json, parseQuery } from '../http/answer.ts';
import type { DemoAnswer, DemoRequest } from '../http/answer.ts';
import { createFaultControl } from '../http/faults.ts';
import type { Fault, FaultControl } from '../http/faults.ts';
import { startLoopback } from '../http/loopback.ts';
import type { Traffic } from '../http/loopback.ts';
import type { SmoobuSeed } from '../seed.ts';
import { createBookingStore } from './bookings.ts';
import type { BookingStore } from './bookings.ts';
import { listBookings } from './list.ts';
import { checkSignature, createNonceMemory, isDefaultAgent } from './signature.ts';
import type { Refusal } from './signature.ts';
import { DEFAULT_SMOOBU_SWITCHES } from './switches.ts';
import type { SmoobuSwitches } from './switches.ts';
import { apartmentJson, bookingJson, pageJson } from './wire.ts';
import type { ApartmentLookup } from './wire.ts';

export interface SmoobuCloudHandle extends Traffic, BookingStore {
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string };
  readonly faults: FaultControl;
  switches(): SmoobuSwitches;
  /** Changes the given switches, keeps the others. */
  setSwitches(switches: Partial<SmoobuSwitches>): void;
  /** Why requests got 401 or 403, oldest first. */
  refusals(): readonly Refusal[];
  /** Makes the present key pair invalid; requests need this one from now on. */
  setCredentials(credentials: { readonly apiKey: string; readonly apiSecret: string }): void;
}
export interface CloudOptions<Seed, Switches> {
  readonly seed: Seed;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** 0 is any free port. */
  readonly port: number;
  readonly latencyMs: number;
  readonly switches: Partial<Switches>;
}

export async function startSmoobuCloud(
  options: CloudOptions<SmoobuSeed, SmoobuSwitches>,
): Promise<SmoobuCloudHandle & { close(): Promise<void> }> {
  const { seed, clock } = options;
  let switches: SmoobuSwitches = { ...DEFAULT_SMOOBU_SWITCHES, ...options.switches };
  let credentials = seed.credentials;
  const refusals: Refusal[] = [];
  const nonces = createNonceMemory();
  const cloudNowMs = (): number => clock.nowMs() + switches.clockOffsetMs;
  const store = createBookingStore(seed, cloudNowMs);
  const faults = createFaultControl();
  const allowance = createAllowance();

  const handle = (request: DemoRequest): DemoAnswer => {
    const left = allowance.take(cloudNowMs(), switches.requestsPerMinute);
    const headers = left.headers;
    if (switches.refuseDefaultAgents && isDefaultAgent(request.headers['user-agent'])) {
      refusals.push('default-agent');
      return withHeaders(html(403, '403 Forbidden'), headers);
    }
    if (left.exhausted) return withHeaders(problem(429, 'Too Many Requests', 'Rate limit exceeded', switches), headers);
    const refusal = checkSignature(request, { credentials, nonces, nowMs: cloudNowMs(), switches });
    if (refusal !== null) {
      refusals.push(refusal);
      // The same answer for every cause; its shape is invented (cloud-facts S8).
      return withHeaders(problem(401, 'Unauthorized', 'Authentication required', switches), headers);
    }
    return withHeaders(route(request, store, seed, switches), headers);
  };
  const faultAnswer = (fault: Fault): DemoAnswer => {
    const { headers } = allowance.take(cloudNowMs(), switches.requestsPerMinute);
    return withHeaders(smoobuFaultAnswer(fault, cloudNowMs(), switches), headers);
  };

  const server = await startLoopback({
    cloud: 'smoobu',
    port: options.port,
    latencyMs: options.latencyMs,
    nowMs: cloudNowMs,
    decideFault: faults.decide,
    traits: (method) => ({ isWrite: method !== 'GET', isSignIn: false, listOfLock: null }),
    handle,
    faultAnswer,
    expireTokenOf: () => undefined,
  });
  return {
    ...server,
    ...store,
    get credentials() {
      return credentials;
    },
    faults: faults.control,
    switches: () => switches,
    setSwitches(changes) {
      switches = { ...switches, ...changes };
    },
    refusals: () => refusals,
    setCredentials(next) {
      credentials = next;
    },
  };
}

function route(request: DemoRequest, store: BookingStore, seed: SmoobuSeed, switches: SmoobuSwitches): DemoAnswer {
  const apartmentOf: ApartmentLookup = (id) => store.apartments().find((apartment) => apartment.id === id) ?? null;
  if (request.method !== 'GET') return html(404, '404 Not Found');
  if (request.path === '/api/me') return json(200, seed.account);
  if (request.path === '/api/apartments') return json(200, { apartments: store.apartments().map(({ id, name }) => ({ id, name })) });
  if (request.path === '/api/reservations') {
    if (switches.emptyBody) return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
    const outcome = listBookings(store.bookings(), parseQuery(request.query), switches);
    if (!outcome.ok) return problem(400, 'Bad Request', `${outcome.badFilter} is not a date`, switches);
    return json(200, pageJson(outcome.page, apartmentOf, switches));
  }
  const [, kind, idText] = /^\/api\/(reservations|apartments)\/(\d{1,15})$/.exec(request.path) ?? [];
  const id = Number(idText);
  if (kind === 'reservations') {
    const booking = store.booking(id);
    return booking === null
      ? problem(404, 'Not Found', 'Reservation not found', switches)
      : json(200, bookingJson(booking, apartmentOf, switches));
  }
  if (kind === 'apartments') {
    const apartment = apartmentOf(id);
    return apartment === null ? problem(404, 'Not Found', 'Apartment not found', switches) : json(200, apartmentJson(apartment, switches));
  }
  return html(404, '404 Not Found');
}

function problem(status: number, title: string, detail: string, { errorDetail }: SmoobuSwitches): DemoAnswer {
  const details = { text: detail, object: { reason: detail }, list: [detail] };
  return json(status, { status, title, detail: details[errorDetail] });
}

function smoobuFaultAnswer(fault: Fault, nowMs: number, switches: SmoobuSwitches): DemoAnswer {
  const common = commonFaultAnswer({ header: 'epoch', ...fault }, nowMs);
  if (common !== null) return common;
  switch (fault.kind) {
    case 'forbidden':
      return problem(403, 'Forbidden', 'Not allowed', switches);
    case 'not-found':
      return problem(404, 'Not Found', 'Reservation not found', switches);
    case 'null-data':
      return json(200, {});
    case 'error-envelope':
      return json(200, { status: 500, title: 'Error occurred', detail: 'Something went wrong' });
    default:
      return problem(fault.status ?? 500, 'Error occurred', 'Something went wrong', switches);
  }
}

/** Headers of the answer itself win: a played 429 tells its own numbers. */
function withHeaders(answer: DemoAnswer, headers: Readonly<Record<string, string>>): DemoAnswer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** Counts the requests of a minute and makes the headers that every answer has (cloud-facts S24, S25). */
function createAllowance(): { take(nowMs: number, limit: number): { exhausted: boolean; headers: Record<string, string> } } {
  let windowStartMs = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take(nowMs, limit) {
      // A clock that went back starts a new minute as well.
      if (nowMs - windowStartMs >= MINUTE_MS || nowMs < windowStartMs) {
        windowStartMs = nowMs;
        used = 0;
      }
      used += 1;
      return {
        exhausted: used > limit,
        headers: {
          'x-ratelimit-limit': String(limit),
          'x-ratelimit-remaining': String(Math.max(0, limit - used)),
          // The end of the minute as an epoch in seconds, on successes too.
          'x-ratelimit-retry-after': String(Math.ceil((windowStartMs + MINUTE_MS) / 1000)),
        },
      };
    },
  };
}
