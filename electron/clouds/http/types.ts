/** What the clouds' clients ask of HTTP, and what can come back. One exchange each; retries are the caller's loop. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query exactly as they go on the wire, starting with a slash. Never re-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For this one exchange, connection to last byte. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** True: the signal stops the request only while it waits for its turn; once under way it runs to its own timeout. */
  readonly finishOnceSent?: boolean;
  /** What the log calls the request, for targets that hold something private; the path by default. */
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
  | 'too-large';

export interface HttpFailure {
  readonly kind: HttpFailureKind;
  /** The library's error code, such as ECONNREFUSED; never a message with addresses or data in it. */
  readonly code: string;
  /** True when the request surely never reached the server. */
  readonly unsent: boolean;
}

export type HttpOutcome = { readonly ok: true; readonly answer: HttpAnswer } | { readonly ok: false; readonly failure: HttpFailure };

/** One connection pool to one origin, with its cookie jar, its limit of requests in flight and its request budget. */
export interface HttpTransport {
  exchange(request: HttpRequest): Promise<HttpOutcome>;
  /** Exchanges started so far. */
  requestCount(): number;
  close(): Promise<void>;
}
