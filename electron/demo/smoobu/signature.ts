/** Checks the four signature headers as Smoobu does (cloud-facts S2 to S8). */
import { createHash, createHmac } from 'node:crypto';
import { compareText } from '../../../shared/text.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { DemoRequest } from '../http/answer.ts';
import type { SmoobuSwitches } from './switches.ts';

const MAX_SKEW_MS = 5 * MINUTE_MS;
/** How long Smoobu remembers is not published (cloud-facts S6). Longer than a replayed timestamp stays valid. */
const NONCE_MEMORY_MS = 15 * MINUTE_MS;

/** Why a request was refused, which `refusals()` tells and the answer does not. */
export type Refusal =
  | 'default-agent'
  | 'missing-header'
  | 'legacy-key'
  | 'unknown-key'
  | 'raw-brackets'
  | 'bad-timestamp'
  | 'clock-skew'
  | 'bad-signature'
  | 'reused-nonce';

export function createNonceMemory() {
  const seen = new Map<string, number>();
  return {
    /** False when this key used the nonce before. */
    claim(apiKey: string, nonce: string, nowMs: number): boolean {
      // Insertion order is age order unless the clock goes back; then entries are only kept longer.
      for (const [key, sinceMs] of seen) {
        if (nowMs - sinceMs <= NONCE_MEMORY_MS) break;
        seen.delete(key);
      }
      const key = `${apiKey} ${nonce}`;
      if (seen.has(key)) return false;
      seen.set(key, nowMs);
      return true;
    },
  };
}

export interface SignatureContext {
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string };
  readonly nonces: ReturnType<typeof createNonceMemory>;
  readonly nowMs: number;
  readonly switches: Pick<SmoobuSwitches, 'sortBy' | 'allowLegacyKey'>;
}

/** null when the signature is right. Only then does the nonce count as used. */
export function checkSignature(request: DemoRequest, context: SignatureContext): Refusal | null {
  const { credentials, switches, nowMs } = context;
  const apiKey = request.headers['x-api-key'];
  const timestamp = request.headers['x-timestamp'];
  const nonce = request.headers['x-nonce'];
  const signature = request.headers['x-signature'];
  if (apiKey === undefined && timestamp === undefined && nonce === undefined && signature === undefined) {
    const legacyKey = request.headers['api-key'];
    if (legacyKey === undefined) return 'missing-header';
    return switches.allowLegacyKey && legacyKey === credentials.apiKey ? null : 'legacy-key';
  }
  if (!apiKey || !timestamp || !nonce || !signature) return 'missing-header';
  if (apiKey !== credentials.apiKey) return 'unknown-key';
  if (/[[\]]/.test(request.query)) return 'raw-brackets';
  // Nobody has shown that milliseconds are accepted.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(timestamp)) return 'bad-timestamp';
  const signedAtMs = Date.parse(timestamp);
  if (Number.isNaN(signedAtMs)) return 'bad-timestamp';
  if (Math.abs(signedAtMs - nowMs) > MAX_SKEW_MS) return 'clock-skew';
  const canonical = [
    request.method,
    request.path,
    sortQuery(request.query, switches.sortBy),
    timestamp,
    nonce,
    createHash('sha256').update(request.body).digest('hex'),
    apiKey,
  ].join('\n');
  const expected = createHmac('sha256', credentials.apiSecret).update(canonical, 'utf8').digest('base64');
  if (signature !== expected) return 'bad-signature';
  return context.nonces.claim(apiKey, nonce, nowMs) ? null : 'reused-nonce';
}

/** Sorts the pairs as sent, without decoding them (cloud-facts S3). */
function sortQuery(query: string, by: SmoobuSwitches['sortBy']): string {
  const pairs = query.split('&');
  if (by === 'pair') return pairs.sort().join('&');
  const keyOf = (pair: string): string => pair.split('=', 1)[0] ?? '';
  return pairs.sort((left, right) => compareText(keyOf(left), keyOf(right))).join('&');
}

/** True for user agents that Smoobu refuses (cloud-facts S9), and for the defaults of Node's clients. */
export function isDefaultAgent(agent: string | undefined): boolean {
  return agent === undefined || agent.trim() === '' || /^(undici|node|python|curl|axios|got)\b/i.test(agent.trim());
}
