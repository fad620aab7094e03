import { describe, expect, it } from 'vitest';
import {
  KEYPAD_ID,
  LOCK,
  NOW_MS,
  field,
  shareFields,
  smoobuGet,
  smoobuReader,
  theKeysSession,
  withClouds,
} from '../../../tests/support/demo-requests.ts';
import { FAULT_KINDS, createFaultControl } from './faults.ts';
import type { FaultKind, FaultRequest } from './faults.ts';

const LIST = `partage/all/serrure/${LOCK}`;
const CREATE = `partage/create/${LOCK}/accessoire/${KEYPAD_ID}`;

const request: FaultRequest = {
  cloud: 'the-keys',
  method: 'GET',
  path: '/x',
  query: '',
  count: 1,
  isWrite: false,
  isSignIn: false,
  listOfLock: null,
};

describe('createFaultControl', () => {
  it('asks hook, queue and steady faults in this order', () => {
    const { control, decide } = createFaultControl();
    control.set({ all: { kind: 'html' } });
    control.queue({ kind: 'empty' }, null, { kind: 'hang' });
    control.onRequest(({ count }) => (count === 3 ? { kind: 'drop-before' } : null));
    expect([1, 2, 3, 4].map((count) => decide({ ...request, count })?.kind)).toEqual(['empty', 'html', 'drop-before', 'html']);
    control.clear();
    expect(decide(request)).toBeNull();
  });

  it('uses the most specific steady fault', () => {
    const { control, decide } = createFaultControl();
    control.set({ all: { kind: 'empty' }, reads: { kind: 'html' }, writes: { kind: 'hang' }, lists: { 5: { kind: 'null-data' } } });
    expect(decide(request)?.kind).toBe('html');
    expect(decide({ ...request, isWrite: true })?.kind).toBe('hang');
    expect(decide({ ...request, isSignIn: true })?.kind).toBe('empty');
    expect(decide({ ...request, listOfLock: 5 })?.kind).toBe('null-data');
    control.set({ reads: null });
    expect(decide({ ...request, listOfLock: 6 })?.kind).toBe('empty');
  });
});

/** What a create meets under a fault: the status (or how it broke) and whether it was carried out. */
function createUnder(kind: FaultKind): Promise<{ seen: unknown; made: boolean }> {
  return withClouds(async (clouds) => {
    const call = await theKeysSession(clouds);
    const arrived = Promise.withResolvers<true>();
    clouds.theKeys.faults.onRequest(({ isWrite }) => {
      if (!isWrite) return null;
      arrived.resolve(true);
      return { kind, delayMs: 1 };
    });
    const made = (): boolean => clouds.theKeys.codes(LOCK).some(({ code }) => code === '4719');
    const answer = call(CREATE, shareFields()).then(
      ({ status, text }) => (text.startsWith('<!DOCTYPE') ? `${status} html` : status),
      () => 'broken',
    );
    // While one request gets no answer, others do.
    const silence = async (): Promise<'silence'> => {
      await arrived.promise;
      do await call(LIST);
      while (kind === 'hang-after' && !made());
      return 'silence';
    };
    const seen = await (kind.startsWith('hang') ? Promise.race([answer, silence()]) : answer);
    return { seen, made: made() };
  });
}

/** Megabytes take long. */
const BRIEF_KINDS = FAULT_KINDS.filter((kind) => kind !== 'flood' && kind !== 'wide');

describe('faults', () => {
  const EXPECTED: Readonly<Record<(typeof BRIEF_KINDS)[number], readonly [unknown, boolean]>> = {
    'rate-limited': [429, false],
    'rate-limited-after': [429, true],
    unavailable: ['503 html', false],
    'server-error': [500, false],
    'server-error-after': [500, true],
    'bad-gateway': ['502 html', false],
    'bad-gateway-after': ['502 html', true],
    html: ['200 html', false],
    'html-after': ['200 html', true],
    empty: [200, false],
    'empty-after': [200, true],
    'cut-body': ['broken', true],
    hang: ['silence', false],
    'hang-after': ['silence', true],
    'drop-before': ['broken', false],
    'drop-after': ['broken', true],
    delay: [200, true],
    'expired-token': [401, false],
    forbidden: [403, false],
    'forbidden-page': ['403 html', false],
    // The test follows it, as a browser would.
    portal: ['broken', false],
    rejected: [401, false],
    'not-found': [404, false],
    'null-data': [200, false],
    'error-envelope': [200, false],
  };
  it.each(BRIEF_KINDS)('%s', async (kind) => {
    const [seen, made] = EXPECTED[kind];
    expect(await createUnder(kind)).toEqual({ seen, made });
  });

  it('say how long to wait, in each cloud’s form', () =>
    withClouds(async (clouds) => {
      clouds.smoobu.faults.set({ all: { kind: 'rate-limited', retryAfterSeconds: 7 } });
      const smoobu = await smoobuGet(clouds, '/api/me', { nonce: 'n' });
      expect(smoobu.status).toBe(429);
      expect(smoobu.headers.get('x-ratelimit-retry-after')).toBe(String(Math.ceil(NOW_MS / 1000) + 7));
      expect([smoobu.headers.get('x-ratelimit-remaining'), smoobu.headers.get('retry-after')]).toEqual(['0', null]);
      clouds.smoobu.faults.clear();
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n' })).status).toBe(200);

      const call = await theKeysSession(clouds);
      clouds.theKeys.faults.set({ all: { kind: 'rate-limited', retryAfterSeconds: 9 } });
      expect((await call(LIST)).headers.get('retry-after')).toBe('9');
    }));

  it('fail the list of one lock only', () =>
    withClouds(async (clouds) => {
      const call = await theKeysSession(clouds);
      clouds.theKeys.faults.set({ lists: { [LOCK]: { kind: 'null-data' } } });
      expect((await call(LIST)).json).toMatchObject({ status: 200, data: null });
      expect((await call(`serrure/get/${LOCK}`)).json).toMatchObject({ data: { id: LOCK } });
      clouds.theKeys.faults.set({ lists: { [LOCK]: { kind: 'server-error', status: 503 } } });
      expect((await call(LIST)).status).toBe(503);
    }));

  it('end one token, not all', () =>
    withClouds(async (clouds) => {
      const first = await theKeysSession(clouds);
      const second = await theKeysSession(clouds);
      clouds.theKeys.faults.queue({ kind: 'expired-token' });
      expect((await first(LIST)).json).toMatchObject({ error: 'invalid_grant' });
      expect((await first(LIST)).status).toBe(401);
      expect((await second(LIST)).status).toBe(200);
    }));

  it('describe the request to the hook', () =>
    withClouds(async (clouds) => {
      const seen: FaultRequest[] = [];
      clouds.theKeys.faults.onRequest((asked) => {
        seen.push(asked);
        return null;
      });
      const call = await theKeysSession(clouds);
      await call(LIST);
      await call(CREATE, shareFields());
      expect(seen.map(({ count, isSignIn, isWrite, listOfLock }) => ({ count, isSignIn, isWrite, listOfLock }))).toEqual([
        { count: 1, isSignIn: true, isWrite: false, listOfLock: null },
        { count: 2, isSignIn: false, isWrite: false, listOfLock: LOCK },
        { count: 3, isSignIn: false, isWrite: true, listOfLock: null },
      ]);
    }));
});

describe('traffic', () => {
  it('counts requests and answers, and can be reset', () =>
    withClouds(async (clouds) => {
      const read = smoobuReader(clouds);
      const { smoobu } = clouds;
      for (const path of ['/api/me', '/nowhere']) await read(path);
      expect([smoobu.requestCount(), smoobu.maxInFlight()]).toEqual([2, 1]);
      expect(smoobu.requests().map(({ path, status }) => [path, status])).toContainEqual(['/nowhere', 404]);
      smoobu.resetCounters();
      expect([smoobu.requestCount(), smoobu.maxInFlight(), smoobu.requests().length]).toEqual([0, 0, 0]);
      smoobu.faults.queue({ kind: 'drop-before' });
      await expect(read('/api/me')).rejects.toThrow();
      expect(smoobu.requests()).toMatchObject([{ count: 3, status: null, fault: 'drop-before' }]);
    }));

  it('counts requests in flight', () =>
    withClouds(async (clouds) => {
      const third = Promise.withResolvers<true>();
      clouds.smoobu.faults.onRequest(({ count }) => {
        if (count === 3) third.resolve(true);
        return { kind: 'hang' };
      });
      const read = smoobuReader(clouds);
      const broken = Promise.allSettled(['/api/me', '/api/me', '/nowhere'].map((path) => read(path)));
      await third.promise;
      expect(clouds.smoobu.maxInFlight()).toBe(3);
      await clouds.smoobu.close();
      await broken;
    }));

  it('answers as late as it is told to', () =>
    withClouds(
      async ({ smoobu }) => {
        const sentMs = performance.now();
        await fetch(smoobu.url);
        // A timer may fire a fraction of a millisecond early.
        expect(performance.now() - sentMs).toBeGreaterThanOrEqual(29);
      },
      { latencyMs: 30 },
    ));

  it('listens on the loopback address, frees its ports, and leaves nothing running when one is taken', () =>
    withClouds(async ({ smoobu, theKeys }) => {
      expect(smoobu.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const taken = Number(new URL(theKeys.url).port);
      await expect(withClouds(async () => Promise.resolve(), { theKeysPort: taken })).rejects.toThrow('EADDRINUSE');
      const free = await withClouds(async (other) => Promise.resolve(Number(new URL(other.smoobu.url).port)));
      expect(await withClouds(async (again) => Promise.resolve(again.smoobu.url), { smoobuPort: free })).toBe(`http://127.0.0.1:${free}`);
      expect(field(smoobu.credentials, 'apiKey')).toBeTypeOf('string');
    }));
});
