/** Collects one answer from undici's dispatcher: size limit, abort at any moment, and whether the request was sent. */
import type { Dispatcher } from 'undici';
import type { HttpFailureKind, HttpOutcome } from './types.ts';

/** undici's code for a body above `maxResponseSize`. */
const TOO_LARGE_CODE = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

export class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #maxBodyBytes: number;
  readonly #outcome = Promise.withResolvers<HttpOutcome>();
  #isStopped = false;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: Record<string, string> = {};
  readonly #chunks: Buffer[] = [];

  constructor(maxBodyBytes: number) {
    this.#maxBodyBytes = maxBodyBytes;
  }

  get outcome(): Promise<HttpOutcome> {
    return this.#outcome.promise;
  }

  /** Ends the exchange from our side. */
  stop(kind: HttpFailureKind, code: string): void {
    this.#isStopped = true;
    this.#fail(kind, code);
    this.#controller?.abort(new Error(code));
  }

  /** undici calls this immediately before it writes the first byte. Until then, nothing was sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Stopped while still connecting: undici asks once more before it writes.
    if (this.#isStopped) controller.abort(new Error('stopped'));
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = flattenHeaders(headers);
    if (Number(this.#headers['content-length'] ?? '0') > this.#maxBodyBytes) this.stop('too-large', TOO_LARGE_CODE);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = new TextDecoder().decode(Buffer.concat(this.#chunks));
    this.#outcome.resolve({ ok: true, answer: { status: this.#status, headers: this.#headers, body } });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const code = codeOf(error);
    this.#fail(this.#controller === null ? 'connect' : code === TOO_LARGE_CODE ? 'too-large' : 'broken', code);
  }

  #fail(kind: HttpFailureKind, code: string): void {
    this.#outcome.resolve({ ok: false, failure: { kind, code, unsent: this.#controller === null } });
  }
}

/** The library's code and nothing else: messages contain addresses. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}

/** Cookies stay in the jar: they are as good as a password, and no caller needs them. */
function flattenHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lowerName = name.toLowerCase();
    if (value !== undefined && lowerName !== 'set-cookie') flat[lowerName] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
