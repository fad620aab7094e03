/** Collects one answer from undici's dispatcher: body limit, abort at any moment, and whether the request ever left. */
import type { Dispatcher } from 'undici';
import type { HttpFailure, HttpFailureKind, HttpOutcome } from './types.ts';

/** undici's name for a body above the limit; used for ours too. */
const TOO_LARGE_CODE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

export class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #bodyLimitBytes: number;
  readonly #settle: (outcome: HttpOutcome) => void;
  #settled = false;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: Record<string, string> = {};
  #chunks: Buffer[] = [];
  #receivedBytes = 0;

  /** `settle` is called exactly once. */
  constructor(bodyLimitBytes: number, settle: (outcome: HttpOutcome) => void) {
    this.#bodyLimitBytes = bodyLimitBytes;
    this.#settle = settle;
  }

  /** Ends the exchange from our side. */
  stop(kind: HttpFailureKind, code: string): void {
    this.#fail(kind, code);
    this.#controller?.abort(new Error(code));
  }

  /** undici calls this right before the first byte is written: until then, nothing was sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      // Stopped while still connecting: undici asks here once more before it writes.
      controller.abort(new Error('stopped'));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = flattenHeaders(headers);
    const announcedBytes = Number(this.#headers['content-length'] ?? '0');
    if (announcedBytes > this.#bodyLimitBytes) this.stop('too-large', TOO_LARGE_CODE);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#receivedBytes += chunk.byteLength;
    if (this.#receivedBytes > this.#bodyLimitBytes) {
      this.stop('too-large', TOO_LARGE_CODE);
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = new TextDecoder('utf-8').decode(Buffer.concat(this.#chunks));
    this.#finish({ ok: true, answer: { status: this.#status, headers: this.#headers, body } });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(this.#controller === null ? 'connect' : 'broken', codeOf(error));
  }

  #fail(kind: HttpFailureKind, code: string): void {
    const failure: HttpFailure = { kind, code, unsent: this.#controller === null };
    this.#finish({ ok: false, failure });
  }

  #finish(outcome: HttpOutcome): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#chunks = [];
    this.#settle(outcome);
  }
}

/** The library's code and nothing else: messages carry addresses. */
export function codeOf(error: unknown): string {
  if (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[A-Z0-9_]{1,60}$/.test(error.code)
  ) {
    return error.code;
  }
  return 'UNKNOWN';
}

/** Cookies stay in the jar: they are as good as a password and nobody above this file needs them. */
function flattenHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lowerName = name.toLowerCase();
    if (value === undefined || lowerName === 'set-cookie') continue;
    flat[lowerName] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
