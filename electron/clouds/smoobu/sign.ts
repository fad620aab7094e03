/** Smoobu's request signature (cloud-facts S2 to S6). The same query string is signed and sent. */
import { createHash, createHmac } from 'node:crypto';
import { compareText } from '../../../shared/text.ts';

export type QueryPairs = readonly (readonly [name: string, value: string])[];

/** Percent-encodes everything but RFC 3986's unreserved characters; encodeURIComponent does not encode !'()*. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * Encoded pairs sorted as whole texts, joined by "&", without "?"; "" for no pairs. Sent in this order, so that a server that
 * sorts them gets the same string (cloud-facts S3).
 */
export function buildQuery(pairs: QueryPairs): string {
  return pairs
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .sort(compareText)
    .join('&');
}

export interface SignedParts {
  /** Upper case. */
  readonly method: string;
  /** With the leading slash and "/api", without host and query. */
  readonly path: string;
  /** From `buildQuery`. */
  readonly query: string;
  /** ISO 8601 in UTC with whole seconds and Z: `isoInstant`. */
  readonly timestamp: string;
  /** Never used twice. */
  readonly nonce: string;
  /** Exactly as sent; "" for none. */
  readonly body: string;
  readonly apiKey: string;
}

/** Seven lines, joined by line feeds, none at the end. The query has a line even when it is empty. */
export function canonicalString(parts: SignedParts): string {
  const bodyHash = createHash('sha256').update(parts.body, 'utf8').digest('hex');
  return [parts.method, parts.path, parts.query, parts.timestamp, parts.nonce, bodyHash, parts.apiKey].join('\n');
}

/** Base64 of the digest. The secret is used as text (cloud-facts S4). */
export function signature(parts: SignedParts, apiSecret: string): string {
  return createHmac('sha256', Buffer.from(apiSecret, 'utf8')).update(canonicalString(parts), 'utf8').digest('base64');
}

/** The four headers. The retired scheme's Api-Key is not among them (cloud-facts S7). */
export function signedHeaders(parts: SignedParts, apiSecret: string): Record<string, string> {
  return {
    'X-API-Key': parts.apiKey,
    'X-Timestamp': parts.timestamp,
    'X-Nonce': parts.nonce,
    'X-Signature': signature(parts, apiSecret),
  };
}
