/** Opaque tokens of The Keys demo cloud: issued, looked up, and expired by the injected clock. */
import { createHash } from 'node:crypto';

export function createTokenStore(salt: string) {
  /** The moment at which each token expires. */
  const expiries = new Map<string, { atMs: number }>();
  let issued = 0;
  return {
    /** `token` has another value than `accessToken` and is valid as long. No known client uses a refresh token, so it is accepted nowhere. */
    issue(nowMs: number, lifetimeMs: number) {
      issued += 1;
      const make = (name: string): string => createHash('sha256').update(`${salt} ${issued} ${name}`).digest('base64url');
      const tokens = { accessToken: make('access_token'), token: make('token'), refreshToken: make('refresh_token') };
      const expiry = { atMs: nowMs + lifetimeMs };
      expiries.set(tokens.accessToken, expiry).set(tokens.token, expiry);
      return tokens;
    },
    state(token: string, nowMs: number): 'valid' | 'expired' | 'unknown' {
      const expiry = expiries.get(token);
      if (expiry === undefined) return 'unknown';
      return nowMs < expiry.atMs ? 'valid' : 'expired';
    },
    /** Expires this token and the other one issued with it, or all of them. */
    expire(token?: string) {
      const ended = token === undefined ? [...expiries.values()] : [expiries.get(token)];
      for (const expiry of ended) if (expiry !== undefined) expiry.atMs = Number.NEGATIVE_INFINITY;
    },
  };
}
