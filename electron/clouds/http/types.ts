/** What the clients ask of HTTP, and what can come back. One exchange each; the caller repeats it. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query exactly as sent, starting with a slash. Never re-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For this one exchange, connection to last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** True: the signal stops the request only while it waits; once sent, it runs to its own timeout. */
  readonly finishOnceSent?: boolean;
  /** The path in the log, for targets that contain something private. */
  readonly loggedAs?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names; repeated headers joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpFailureKind =
  /** The connection could not be made: nothing was sent. */
  | 'connect'
  /** The connection broke after the request may have been sent, or the body was cut off. */
  | 'broken'
  | 'timeout'
  | 'aborted'
  /** The body is larger than the limit. */
  | 'too-large'
  /** The server asked not to be asked yet. */
  | 'paused';

export interface HttpFailure {
  readonly kind: HttpFailureKind;
  /** The library's error code, such as ECONNREFUSED; never a message with addresses or data in it. */
  readonly code: string;
  /** True when the request certainly never reached the server. */
  readonly unsent: boolean;
}

export type HttpOutcome = { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly failure: HttpFailure };

/** A pool of connections to one origin, with its cookie jar, its limit of requests in flight and its request budget. */
export interface HttpTransport {
  exchange(request: HttpRequest): Promise<HttpOutcome>;
  /** Exchanges started so far. */
  requestCount(): number;
  close(): Promise<void>;
}

/** A signal that aborts by time (`AbortSignal.timeout`, or any reason named TimeoutError) is a passed deadline, any other a request to stop. */
export function stopOf(signal: AbortSignal | undefined): Pick<HttpFailure, 'kind' | 'code'> {
  const reason: unknown = signal?.reason;
  const byTime = reason instanceof Error && reason.name === 'TimeoutError';
  return byTime ? { kind: 'timeout', code: 'DEADLINE' } : { kind: 'aborted', code: 'ABORTED' };
}
