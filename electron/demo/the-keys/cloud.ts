/** The Keys demo cloud: signing in, tokens and cookies around the resource routes. */
import type { CodeId, KeypadId, LockId } from '../../../shared/domain/ids.ts';
import { html, json } from '../http/answer.ts';
import type { DemoAnswer, DemoRequest } from '../http/answer.ts';
import { createFaultControl } from '../http/faults.ts';
import type { FaultControl } from '../http/faults.ts';
import { startLoopback } from '../http/loopback.ts';
import type { Traffic } from '../http/loopback.ts';
import type { DemoLock, DemoShare, ShareInput, TheKeysSeed } from '../seed.ts';
import { KEYPAD } from '../seed.ts';
import type { CloudOptions } from '../smoobu/cloud.ts';
import { invalidToken, missingToken, theKeysFaultAnswer, wrongPassword } from './errors.ts';
import { readPlainForm } from './form.ts';
import { BASE, listedLock, route } from './routes.ts';
import { createShareStore } from './shares.ts';
import type { ShareEvent } from './shares.ts';
import { DEFAULT_THE_KEYS_SWITCHES } from './switches.ts';
import type { TheKeysSwitches } from './switches.ts';
import { createTokenStore } from './tokens.ts';

const LOGIN_PATH = '/api/login_check';

export interface TheKeysCloudHandle extends Traffic {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly faults: FaultControl;
  switches(): TheKeysSwitches;
  /** Changes the given switches, keeps the others. */
  setSwitches(switches: Partial<TheKeysSwitches>): void;
  /** Successful sign-ins since the start. */
  loginCount(): number;
  failedLoginCount(): number;
  /** Requests that brought a cookie of ours back. */
  cookieCount(): number;
  /** Every token issued so far stops being valid. */
  expireTokens(): void;
  /** The present password stops being valid; tokens stay. */
  setPassword(password: string): void;

  locks(): readonly DemoLock[];
  /** Keypad codes of one lock with their PINs, ours and foreign, or of all locks. */
  codes(lockId?: LockId): readonly DemoShare[];
  /** Every share, gateway and remote ones included. */
  shares(lockId?: LockId): readonly DemoShare[];
  share(id: CodeId): DemoShare | null;
  /** Every change since the start, oldest first; seeded shares are no changes. */
  events(): readonly ShareEvent[];
  /** Puts a share in as if made by hand in the app. */
  addForeignCode(input: ShareInput): DemoShare;
  /** Changes a share as if by hand in the app. Throws on unknown ids. */
  changeCode(id: CodeId, changes: Partial<Omit<DemoShare, 'id' | 'lockId'>>): DemoShare;
  removeCode(id: CodeId): void;
  /** Makes the lock another account's (403), or ours again. */
  setForeign(lockId: LockId, foreign: boolean): void;
  /** Whether this PIN (without prefix) opens the door at that moment: what the guest meets. Epoch milliseconds, default now. */
  opens(lockId: LockId, keypadId: KeypadId, pin: string, atMs?: number): boolean;
}

export async function startTheKeysCloud(
  options: CloudOptions<TheKeysSeed, TheKeysSwitches>,
): Promise<TheKeysCloudHandle & { close(): Promise<void> }> {
  const { seed, clock } = options;
  let switches: TheKeysSwitches = { ...DEFAULT_THE_KEYS_SWITCHES, ...options.switches };
  let password = seed.credentials.password;
  let logins = 0;
  let failedLogins = 0;
  let cookies = 0;
  const cloudNowMs = (): number => clock.nowMs() + switches.clockOffsetMs;
  const store = createShareStore(seed, cloudNowMs);
  const tokens = createTokenStore(seed.credentials.username);
  const faults = createFaultControl();

  const logIn = (request: DemoRequest): DemoAnswer => {
    const form = readPlainForm(request.body.toString('utf8'));
    if (form.get('_username') !== seed.credentials.username || form.get('_password') !== password) {
      failedLogins += 1;
      return wrongPassword(switches);
    }
    logins += 1;
    const issued = tokens.issue(cloudNowMs(), switches.tokenLifetimeSeconds * 1000);
    const announced = switches.announcedLifetimeSeconds === 'lifetime' ? switches.tokenLifetimeSeconds : switches.announcedLifetimeSeconds;
    return json(200, {
      ...(switches.loginTokens === 'token' ? {} : { access_token: issued.accessToken }),
      ...(announced === null ? {} : { expires_in: announced }),
      token_type: 'bearer',
      scope: 'actions',
      refresh_token: issued.refreshToken,
      ...(switches.loginTokens === 'access_token' ? {} : { token: issued.token }),
    });
  };
  const answer = (request: DemoRequest): DemoAnswer => {
    if (request.path === LOGIN_PATH) return request.method === 'POST' ? logIn(request) : html(405, '405 Method Not Allowed');
    if (!request.path.startsWith(BASE)) return html(404, '404 Not Found');
    const token = bearerToken(request);
    if (token === null) return missingToken(switches);
    const state = tokens.state(token, cloudNowMs());
    if (state !== 'valid') return invalidToken(state, switches);
    return route(request, { seed, store, switches, nowMs: cloudNowMs() });
  };

  const server = await startLoopback({
    cloud: 'the-keys',
    port: options.port,
    latencyMs: options.latencyMs,
    nowMs: cloudNowMs,
    decideFault: faults.decide,
    traits: (method, path) => {
      const isSignIn = path === LOGIN_PATH;
      return { isWrite: method !== 'GET' && !isSignIn, isSignIn, listOfLock: method === 'GET' ? listedLock(path) : null };
    },
    handle(request) {
      if (request.headers.cookie?.includes('DEMOSESSION=') === true) cookies += 1;
      const plain = answer(request);
      if (!switches.setCookie) return plain;
      return { ...plain, headers: { ...plain.headers, 'set-cookie': 'DEMOSESSION=demo-session-1; path=/; HttpOnly' } };
    },
    faultAnswer: (fault) => theKeysFaultAnswer(fault, cloudNowMs()),
    expireTokenOf(request) {
      const token = bearerToken(request);
      if (token !== null) tokens.expire(token);
    },
  });
  const sharesOf = (lockId?: LockId): readonly DemoShare[] =>
    lockId === undefined ? store.locks().flatMap((lock) => store.shares(lock.id)) : store.shares(lockId);
  return {
    ...server,
    get credentials() {
      return { username: seed.credentials.username, password };
    },
    faults: faults.control,
    switches: () => switches,
    setSwitches(changes) {
      switches = { ...switches, ...changes };
    },
    loginCount: () => logins,
    failedLoginCount: () => failedLogins,
    cookieCount: () => cookies,
    expireTokens: () => tokens.expire(),
    setPassword(next) {
      password = next;
    },
    locks: () => store.locks(),
    codes: (lockId) => sharesOf(lockId).filter((share) => share.accessory.type === KEYPAD),
    shares: sharesOf,
    share: (id) => store.share(id),
    events: () => store.events(),
    addForeignCode: (input) => store.put(input),
    changeCode: (id, changes) => store.change(id, changes),
    removeCode(id) {
      store.remove(id, 'demo');
    },
    setForeign: (lockId, foreign) => store.setForeign(lockId, foreign),
    opens: (lockId, keypadId, pin, atMs) => store.opens(lockId, keypadId, pin, atMs ?? clock.nowMs(), switches),
  };
}

function bearerToken(request: DemoRequest): string | null {
  const [, token = null] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token;
}
