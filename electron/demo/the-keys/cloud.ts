/** The Keys demo cloud: signing in, tokens and cookies around the resource routes. */
import { HOUR_MS } from '../../../shared/time.ts';
import { html, json, type DemoAnswer, type DemoRequest } from '../http/answer.ts';
import { startLoopback, type CloudOptions } from '../http/loopback.ts';
import { GATEWAY, KEYPAD, type DemoShare, type ShareInput, type TheKeysSeed } from '../seed.ts';
import { createDoors, idsIn } from './doors.ts';
import { invalidToken, missingToken, theKeysFaultAnswer, wrongPassword } from './errors.ts';
import { BASE, listedLock, route } from './routes.ts';
import { createShareStore } from './shares.ts';
import { DEFAULT_THE_KEYS_SWITCHES, type TheKeysSwitches } from './switches.ts';
import { createTokenStore } from './tokens.ts';

const LOGIN_PATH = '/api/login_check';

export async function startTheKeysCloud({ seed, clock, switches: changes, ...options }: CloudOptions<TheKeysSeed, TheKeysSwitches>) {
  let switches: TheKeysSwitches = { ...DEFAULT_THE_KEYS_SWITCHES, ...changes };
  let { password } = seed.credentials;
  let logins = 0;
  let failedLogins = 0;
  let cookies = 0;
  const cloudNowMs = (): number => clock.nowMs() + switches.clockOffsetMs;
  const doors = createDoors(cloudNowMs);
  const store = createShareStore(seed, doors, cloudNowMs);
  const tokens = createTokenStore(seed.credentials.username);

  const silence = (): void => {
    const silent = idsIn(switches.silentGateways);
    const gateways = store.locks().flatMap((lock) => lock.accessories.filter(({ type }) => type === GATEWAY));
    for (const { id } of gateways) doors.setSilent(id, silent.has(id));
  };
  silence();
  for (const { id, silentForHours } of store.locks().flatMap(({ accessories }) => accessories))
    if (silentForHours !== undefined) doors.setSilent(id, true, cloudNowMs() - silentForHours * HOUR_MS);

  const logIn = (request: DemoRequest): DemoAnswer => {
    const form = new URLSearchParams(request.body.toString('utf8'));
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
    return route(request, { seed, store, doors, switches, nowMs: cloudNowMs() });
  };

  const server = await startLoopback({
    ...options,
    cloud: 'the-keys',
    nowMs: cloudNowMs,
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
  const sharesOf = (lockId?: number): readonly DemoShare[] =>
    lockId === undefined ? store.locks().flatMap((lock) => store.shares(lock.id)) : store.shares(lockId);
  return {
    ...server,
    get credentials() {
      return { username: seed.credentials.username, password };
    },
    switches: () => switches,
    /** Changes the given switches, keeps the others. */
    setSwitches(next: Partial<TheKeysSwitches>) {
      switches = { ...switches, ...next };
      if (next.silentGateways !== undefined) silence();
    },
    /** Successful sign-ins since the start. */
    loginCount: () => logins,
    failedLoginCount: () => failedLogins,
    /** Requests that sent our cookie. */
    cookieCount: () => cookies,
    /** Makes every token issued so far invalid. */
    expireTokens: () => {
      tokens.expire();
    },
    /** Makes the present password invalid; tokens stay valid. */
    setPassword(next: string) {
      password = next;
    },
    locks: store.locks,
    /** Keypad codes of one lock with their PINs, ours and foreign, or of all locks. */
    codes: (lockId?: number) => sharesOf(lockId).filter((share) => share.accessory.type === KEYPAD),
    /** Every share, including those of gateways and remotes. */
    shares: sharesOf,
    share: store.share,
    /** Every change since the start, oldest first; seeded shares are no changes. */
    events: store.events,
    /** Adds a share as if made by hand in the app. */
    addForeignCode: (input: ShareInput) => store.put(input),
    /** Changes a share as if by hand in the app. Throws on unknown ids. */
    changeCode: store.change,
    removeCode: (id: number) => {
      store.remove(id, 'demo');
    },
    /** Moves the lock to another account (403), or back to ours. */
    setForeign: store.setForeign,
    /** Whether this PIN (without prefix) opens the door at that moment, for the guest. Epoch milliseconds, now by default. */
    opens: (lockId: number, keypadId: string, pin: string, atMs = clock.nowMs()) =>
      store.opener(lockId, keypadId, pin, atMs, switches) !== null,
    /** As `opens`, and the lock's log tells it. */
    openDoor(lockId: number, keypadId: string, pin: string) {
      const share = store.opener(lockId, keypadId, pin, clock.nowMs(), switches);
      if (share !== null) doors.used(lockId, share.id, cloudNowMs());
      return share !== null;
    },
    /** A gateway falls silent, or is back. */
    setSilent: (gatewayId: number, isSilent: boolean) => {
      doors.setSilent(gatewayId, isSilent);
    },
    /** A phone opens or closes the door, and brings the lock what is new. */
    visitDoor: (lockId: number) => {
      doors.visit(lockId);
    },
  };
}

function bearerToken(request: DemoRequest): string | null {
  const [, token = null] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token;
}
