/** For tests of the demo clouds: a tiny portfolio, and raw requests that share no code with the clients. */
import { createHash, createHmac } from 'node:crypto';
import { startDemoClouds } from '../../electron/demo/clouds.ts';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import { GATEWAY, KEYPAD, REMOTE } from '../../electron/demo/seed.ts';
import type { BookingInput, DemoSeed } from '../../electron/demo/seed.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const NOW_MS = Date.parse('2026-11-23T09:15:30Z');
export const LOCK = 3705;
export const OTHER_LOCK = 3999;
export const KEYPAD_ID = 'Kp7Qm2Xa';
const AGENT = 'latchkey-test/1.0 (+https://latchkey.invalid)';

export const BOOKING: BookingInput = {
  id: 90_001,
  apartmentId: 500_037,
  arrival: '2026-11-24',
  departure: '2026-11-27',
  checkIn: '09:30',
  guestName: 'Ada Exemplar',
};

export function tinySeed(bookings: readonly BookingInput[] = [BOOKING]): DemoSeed {
  const keypad = { id: 8201, stringId: KEYPAD_ID, name: 'Keypad', type: KEYPAD } as const;
  const lock = { localId: '17001', name: 'Front door', timeZone: 'Europe/Paris', batteryMillivolts: 7000 };
  return {
    smoobu: {
      credentials: { apiKey: 'usr_live_test_0123456789abcdef', apiSecret: 'c21vb2J1LXRlc3Qtc2VjcmV0LWRvLW5vdC11c2U9' },
      account: { id: 7, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
      apartments: [{ id: 500_037, name: 'Loft', street: '1 Rue Inventée', city: 'Paris', timeZone: 'Europe/Paris' }],
      bookings,
    },
    theKeys: {
      credentials: { username: '+33600000000', password: 'pass & word+1' },
      user: { id: 9, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
      locks: [
        {
          ...lock,
          id: LOCK,
          accessories: [
            { id: 8101, stringId: 'Gw1Test0', name: 'Gateway', type: GATEWAY },
            keypad,
            { id: 8301, stringId: 'Rm1Test0', name: 'Remote', type: REMOTE },
          ],
        },
        { ...lock, id: OTHER_LOCK, foreign: true, accessories: [{ ...keypad, id: 8299, stringId: 'Kp0Other' }] },
      ],
      shares: [
        { lockId: LOCK, keypadId: 'Gw1Test0', name: 'Gateway share', code: 'DemoGw0123456789', iddesc: 'remote' },
        { lockId: LOCK, keypadId: KEYPAD_ID, name: 'Cleaner', code: '0358' },
        { lockId: LOCK, keypadId: 'Rm1Test0', name: 'Remote share', code: 'DemoRm0123456789' },
      ],
    },
  };
}

/** Calls `use` with both clouds, and closes them afterwards. */
export async function withClouds<Result>(
  use: (clouds: DemoClouds, clock: VirtualClock) => Promise<Result>,
  options: Partial<Omit<Parameters<typeof startDemoClouds>[0], 'clock'>> = {},
): Promise<Result> {
  const clock = createVirtualClock({ nowMs: NOW_MS });
  const clouds = await startDemoClouds({ seed: tinySeed(), ...options, clock });
  try {
    return await use(clouds, clock);
  } finally {
    await clouds.close();
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** undefined when the body is not JSON. */
  readonly json: unknown;
}
async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  try {
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, headers: response.headers, text, json: undefined };
  }
}

export interface SignOptions {
  readonly nonce: string;
  readonly atMs?: number;
  /** The query to sign instead of the one that is sent. */
  readonly signedQuery?: string;
  readonly body?: string;
  /** The body to sign instead of the one that is sent. */
  readonly signedBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed GET. The query is signed as it is, so the caller must sort it. */
export async function smoobuGet(clouds: DemoClouds, target: string, options: SignOptions): Promise<Reply> {
  return smoobuSend(clouds, 'GET', target, options);
}

async function smoobuSend({ smoobu }: DemoClouds, method: string, target: string, options: SignOptions): Promise<Reply> {
  const [path = '', query = ''] = target.split('?');
  const timestamp = `${new Date(options.atMs ?? NOW_MS).toISOString().slice(0, 19)}Z`;
  const { apiKey, apiSecret } = smoobu.credentials;
  const bodyHash = createHash('sha256')
    .update(options.signedBody ?? options.body ?? '')
    .digest('hex');
  const lines = [method, path, options.signedQuery ?? query, timestamp, options.nonce, bodyHash, apiKey];
  return reply(
    await fetch(`${smoobu.url}${target}`, {
      method,
      ...(options.body === undefined ? {} : { body: options.body }),
      headers: {
        'User-Agent': AGENT,
        'X-API-Key': apiKey,
        'X-Timestamp': timestamp,
        'X-Nonce': options.nonce,
        'X-Signature': createHmac('sha256', apiSecret).update(lines.join('\n')).digest('base64'),
        ...options.headers,
      },
    }),
  );
}

/** Signs each request with its own nonce. */
export function smoobuReader(clouds: DemoClouds): (target: string) => Promise<Reply> {
  let calls = 0;
  return (target) => {
    calls += 1;
    return smoobuGet(clouds, target, { nonce: `nonce-${calls}` });
  };
}

/** Signs each request with its own nonce and the time of the clock. `content` is sent as JSON. */
export function smoobuCaller(clouds: DemoClouds, clock: Pick<VirtualClock, 'nowMs'>) {
  let calls = 0;
  return (method: string, target: string, content?: unknown): Promise<Reply> => {
    calls += 1;
    const body = content === undefined ? {} : { body: JSON.stringify(content) };
    return smoobuSend(clouds, method, target, { nonce: `call-${calls}`, atMs: clock.nowMs(), ...body });
  };
}

export type Fields = Readonly<Record<string, string>>;

export async function theKeysLogin({ theKeys }: DemoClouds, password = theKeys.credentials.password): Promise<Reply> {
  const body = new URLSearchParams({ _username: theKeys.credentials.username, _password: password });
  return reply(await fetch(`${theKeys.url}/api/login_check`, { method: 'POST', body }));
}
/** `path`: the part after /fr/api/v2/. With `fields`, even if empty, it is a POST. */
export async function theKeysCall({ theKeys }: DemoClouds, token: string, path: string, fields?: Fields): Promise<Reply> {
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams({ ...fields }) };
  return reply(await fetch(`${theKeys.url}/fr/api/v2/${path}`, { ...init, headers: { Authorization: `Bearer ${token}` } }));
}

/** Signs in and returns a function for calls with the token. */
export async function theKeysSession(clouds: DemoClouds): Promise<(path: string, fields?: Fields) => Promise<Reply>> {
  const { json } = await theKeysLogin(clouds);
  const token = field(json, 'access_token') as string;
  return (path, fields) => theKeysCall(clouds, token, path, fields);
}

export function shareFields(changes: Readonly<Record<string, string | null>> = {}): Fields {
  const all: Record<string, string | null> = {
    nom: 'Ada Exemplar',
    code: '4719',
    date_debut: '2026-11-24',
    date_fin: '2026-11-27',
    'heure_debut][hour': '15',
    'heure_debut][minute': '0',
    'heure_fin][hour': '12',
    'heure_fin][minute': '0',
    actif: '1',
    description: 'Smoobu#90001',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[`partage_accessoire[${name}]`, value]])),
  );
}

/** A value inside JSON of unknown shape; undefined if it does not exist. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<string | number, unknown>)[key] : undefined),
    value,
  );
}
