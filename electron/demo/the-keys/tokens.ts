/** Opaque tokens of The Keys demo cloud: issued, looked up, expired by the clock that is handed in. */
import { createHash } from 'node:crypto';

export interface IssuedTokens {
  readonly accessToken: string;
  /** Another name and another value; valid as long as the first. */
  readonly token: string;
  /** Handed out and accepted nowhere, as no client ever used one. */
  readonly refreshToken: string;
}
export interface TokenStore {
  issue(nowMs: number, lifetimeMs: number): IssuedTokens;
  state(token: string, nowMs: number): 'valid' | 'expired' | 'unknown';
  /** Expires this one and its twin, or all of them. */
  expire(token?: string): void;
}

export function createTokenStore(salt: string): TokenStore {
  interface Session {
    readonly tokens: readonly string[];
    expiresAtMs: number;
  }
  const sessions = new Map<string, Session>();
  let issued = 0;
  const make = (name: string): string => createHash('sha256').update(`${salt} ${issued} ${name}`).digest('base64url');
  return {
    issue(nowMs, lifetimeMs) {
      issued += 1;
      const accessToken = make('access_token');
      const token = make('token');
      const session: Session = { tokens: [accessToken, token], expiresAtMs: nowMs + lifetimeMs };
      for (const name of session.tokens) sessions.set(name, session);
      return { accessToken, token, refreshToken: make('refresh_token') };
    },
    state(token, nowMs) {
      const session = sessions.get(token);
      if (session === undefined) return 'unknown';
      return nowMs < session.expiresAtMs ? 'valid' : 'expired';
    },
    expire(token) {
      if (token === undefined) {
        for (const session of sessions.values()) session.expiresAtMs = Number.NEGATIVE_INFINITY;
        return;
      }
      const session = sessions.get(token);
      if (session !== undefined) session.expiresAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
