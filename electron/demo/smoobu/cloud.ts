/** The Smoobu demo cloud: its routes over the booking store, behind signature, user agent and rate limit. */
import { MINUTE_MS } from '../../../shared/time.ts';
import { commonFaultAnswer, html, json, type DemoAnswer, type DemoRequest } from '../http/answer.ts';
import type { Fault } from '../http/faults.ts';
import { startLoopback, type CloudOptions } from '../http/loopback.ts';
import type { DemoBooking, SmoobuSeed } from '../seed.ts';
import { createBookingStore, type BookingStore } from './bookings.ts';
import { guestRoute } from './guest-routes.ts';
import { listBookings } from './list.ts';
import { createPlaceholderStore } from './placeholders.ts';
import { checkSignature, createNonceMemory, isDefaultAgent, type Refusal } from './signature.ts';
import { DEFAULT_SMOOBU_SWITCHES, type SmoobuSwitches } from './switches.ts';
import { createThreadStore } from './threads.ts';
import { apartmentJson, bookingJson, pageJson, unreadable, type ApartmentLookup } from './wire.ts';

export async function startSmoobuCloud({ seed, clock, switches: changes, ...options }: CloudOptions<SmoobuSeed, SmoobuSwitches>) {
  let switches: SmoobuSwitches = { ...DEFAULT_SMOOBU_SWITCHES, ...changes };
  let { credentials } = seed;
  const refusals: Refusal[] = [];
  const nonces = createNonceMemory();
  const cloudNowMs = (): number => clock.nowMs() + switches.clockOffsetMs;
  const store = createBookingStore(seed, cloudNowMs);
  const threads = createThreadStore(seed.messages ?? [], cloudNowMs, () => switches);
  const placeholders = createPlaceholderStore(seed.placeholders ?? [], () => switches);
  const allowance = createAllowance();
  const bookingOf = (id: number): DemoBooking | null => (switches.account === 'other' ? null : store.booking(id));

  const refused = (refusal: Refusal, answer: DemoAnswer): DemoAnswer => {
    refusals.push(refusal);
    return answer;
  };
  const answer = (request: DemoRequest, isExhausted: boolean): DemoAnswer => {
    if (switches.refuseDefaultAgents && isDefaultAgent(request.headers['user-agent'])) {
      return refused('default-agent', html(403, '403 Forbidden'));
    }
    if (isExhausted) return problem(429, 'Too Many Requests', 'Rate limit exceeded', switches);
    const refusal = checkSignature(request, { credentials, nonces, nowMs: cloudNowMs(), switches });
    // The same answer for every cause; its shape is invented (cloud-facts S8).
    if (refusal !== null) return refused(refusal, problem(401, 'Unauthorized', 'Authentication required', switches));
    const toldGuest = guestRoute(request, {
      bookingOf,
      threads,
      placeholders,
      switches,
      problem: (status, title, detail) => problem(status, title, detail, switches),
    });
    return toldGuest ?? route(request, store, seed, switches);
  };
  /** Headers of the answer itself win: a played 429 has its own numbers. */
  const counted = (make: (isExhausted: boolean) => DemoAnswer): DemoAnswer => {
    const { exhausted, headers } = allowance.take(cloudNowMs(), switches.requestsPerMinute);
    const made = make(exhausted);
    return { ...made, headers: { ...headers, ...made.headers } };
  };

  const server = await startLoopback({
    ...options,
    cloud: 'smoobu',
    nowMs: cloudNowMs,
    traits: (method) => ({ isWrite: method !== 'GET', isSignIn: false, listOfLock: null }),
    handle: (request) => counted((isExhausted) => answer(request, isExhausted)),
    faultAnswer: (fault) => counted(() => smoobuFaultAnswer(fault, cloudNowMs(), switches)),
  });
  return {
    ...server,
    ...store,
    addMessage: threads.addMessage,
    sentMessages: threads.sentMessages,
    placeholders: placeholders.placeholders,
    addPlaceholder: placeholders.addPlaceholder,
    changePlaceholder: placeholders.changePlaceholder,
    removePlaceholder: placeholders.removePlaceholder,
    /** A template of the host, with [keys], as Smoobu would send it for a booking at this moment. */
    renderTemplate(template: string, bookingId: number): string {
      const booking = store.booking(bookingId);
      if (booking === null) throw new Error(`there is no booking ${bookingId}`);
      const apartment = store.apartments().find(({ id }) => id === booking.apartmentId) ?? null;
      return placeholders.render(template, booking, apartment);
    },
    get credentials() {
      return credentials;
    },
    switches: () => switches,
    /** Changes the given switches, keeps the others. */
    setSwitches(next: Partial<SmoobuSwitches>) {
      switches = { ...switches, ...next };
    },
    /** Why requests got 401 or 403, oldest first. */
    refusals: (): readonly Refusal[] => refusals,
    /** Makes the present key pair invalid; requests need this one from now on. */
    setCredentials(next: SmoobuSeed['credentials']) {
      credentials = next;
    },
  };
}

function route(request: DemoRequest, store: BookingStore, seed: SmoobuSeed, switches: SmoobuSwitches): DemoAnswer {
  const apartmentOf: ApartmentLookup = (id) => store.apartments().find((apartment) => apartment.id === id) ?? null;
  if (request.method !== 'GET') return html(404, '404 Not Found');
  if (request.path === '/api/me') return accountAnswer(seed, switches);
  if (request.path === '/api/apartments') return json(200, { apartments: store.apartments().map(({ id, name }) => ({ id, name })) });
  if (request.path === '/api/reservations') {
    if (switches.emptyBody) return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
    const list = listBookings(switches.account === 'other' ? [] : store.bookings(), new Map(new URLSearchParams(request.query)), switches);
    if (!list.ok) return problem(400, 'Bad Request', `${list.error} is not a date`, switches);
    return json(200, pageJson(list.value, apartmentOf, switches));
  }
  const [, kind, idText] = /^\/api\/(reservations|apartments)\/(\d{1,15})$/.exec(request.path) ?? [];
  const id = Number(idText);
  if (kind === 'reservations') {
    const booking = switches.account === 'other' ? null : store.booking(id);
    const isSpoilt = switches.unreadableRow === 'dates-everywhere' && id === Math.min(...store.bookings().map((one) => one.id));
    return booking === null
      ? problem(404, 'Not Found', 'Reservation not found', switches)
      : json(200, { ...bookingJson(booking, apartmentOf, switches), ...(isSpoilt ? unreadable(switches) : {}) });
  }
  if (kind === 'apartments') {
    const apartment = apartmentOf(id);
    return apartment === null ? problem(404, 'Not Found', 'Apartment not found', switches) : json(200, apartmentJson(apartment, switches));
  }
  return html(404, '404 Not Found');
}

function accountAnswer({ account }: SmoobuSeed, switches: SmoobuSwitches): DemoAnswer {
  if (switches.account === 'unreadable') return json(200, { firstName: account.firstName });
  return json(200, switches.account === 'own' ? account : { ...account, id: account.id + 1 });
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

/** Counts the requests of a minute and makes the headers that every answer has (cloud-facts S24, S25). */
function createAllowance() {
  let windowStartMs = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take(nowMs: number, limit: number) {
      // A clock that goes back starts a new minute too.
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
          'x-ratelimit-retry-after': String(Math.ceil((windowStartMs + MINUTE_MS) / 1000)),
        },
      };
    },
  };
}
