/** Requests and answers of the demo clouds without sockets: a route is a function from one to the other. */
import type { Fault } from './faults.ts';

export interface DemoRequest {
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  /** As sent, without the question mark; "" when there is none. */
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
export interface DemoAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): DemoAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function html(status: number, title: string): DemoAnswer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  };
}

const FLOOD_BYTES = 16 * 1024 * 1024;
/** The clients take 4 MB. */
const WIDE_BYTES = 4 * 1024 * 1024 - 1_024;

/** The answers that are the same on both clouds; null when each has its own. */
export function commonFaultAnswer(fault: Fault, nowMs: number): DemoAnswer | null {
  const seconds = fault.retryAfterSeconds ?? 1;
  const retryAfter = fault.retryAfter ?? String(seconds);
  switch (fault.kind) {
    case 'rate-limited':
    case 'rate-limited-after': {
      const headers: Record<string, string> = {};
      if (fault.header === 'epoch' || fault.header === 'both') {
        headers['x-ratelimit-remaining'] = '0';
        headers['x-ratelimit-retry-after'] = String(Math.ceil(nowMs / 1000) + seconds);
      }
      if (fault.header === 'retry-after' || fault.header === 'both' || fault.retryAfter !== undefined) headers['retry-after'] = retryAfter;
      return json(429, { status: 429, title: 'Too Many Requests', detail: 'Rate limit exceeded' }, headers);
    }
    case 'unavailable':
      return { ...html(503, 'Service Unavailable'), headers: { 'content-type': 'text/html', 'retry-after': retryAfter } };
    case 'bad-gateway':
    case 'bad-gateway-after':
      return html(502, '502 Bad Gateway');
    case 'forbidden-page':
      return html(403, 'Request blocked');
    case 'portal':
      return { ...html(302, 'Found'), headers: { location: 'https://portal.example/' } };
    case 'rejected':
      return json(401, { status: 401, code: 401, title: 'Unauthorized', message: 'Bad credentials' });
    case 'flood':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '[{"":'.repeat(FLOOD_BYTES / 5) };
    case 'wide': {
      const rows = Array.from({ length: Math.floor(WIDE_BYTES / 3) }, () => '{}').join(',');
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: `{"status":200,"data":{"partages_accessoire":[${rows}]}}`,
      };
    }
    case 'html':
    case 'html-after':
      return html(200, 'Maintenance');
    case 'empty':
    case 'empty-after':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '' };
    default:
      return null;
  }
}
