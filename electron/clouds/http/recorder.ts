/** Keeps every answer of a transport in memory as it came, for the probe of an account. */
import { parseJson } from '../../../shared/json.ts';
import type { Seen } from '../../../shared/probe/seen.ts';
import type { HttpOutcome, HttpRequest, HttpTransport } from './types.ts';

/** More than any probe sends. */
const MAX_KEPT = 2_000;

export interface Recorder {
  readonly transport: HttpTransport;
  taken(method: HttpRequest['method'], path: RegExp): readonly (Seen | null)[];
}

export function recorded(transport: HttpTransport): Recorder {
  const kept: { readonly method: string; readonly path: string; readonly seen: Seen | null }[] = [];
  return {
    transport: {
      async exchange(request) {
        const outcome = await transport.exchange(request);
        const [path = ''] = request.target.split('?', 1);
        if (kept.length < MAX_KEPT) kept.push({ method: request.method, path, seen: seenOf(outcome) });
        return outcome;
      },
      requestCount: () => transport.requestCount(),
      close: () => transport.close(),
    },
    taken: (method, path) => kept.filter((one) => one.method === method && path.test(one.path)).map(({ seen }) => seen),
  };
}

/** null: no answer came. */
export function seenOf(outcome: HttpOutcome): Seen | null {
  if (!outcome.ok) return null;
  const { status, headers, body } = outcome.answer;
  return { status, headers, json: parseJson(body) };
}
