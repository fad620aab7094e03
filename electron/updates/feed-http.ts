/**
 * Restricts how electron-updater reaches the feed: https only (redirects included), a limited number of requests, bounded answers, and
 * aborted when the caller says so. The library enforces none of these: it follows redirects to any protocol and without end, and on
 * cancellation it leaves the connection open. Built on Node's client, so that the tests exercise the same code without Electron.
 */
import { HttpExecutor } from 'builder-util-runtime';
import type { DownloadCallOptions } from 'builder-util-runtime/out/httpExecutor.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A valid feed has a few hundred bytes. */
const MAX_FEED_BYTES = 1_048_576;
/** For one check or download: the file, redirects, and the library's three retries of a refused connection. */
const MAX_REQUESTS = 8;

export class FeedHttp extends HttpExecutor<ClientRequest> {
  readonly #allowsLoopback: boolean;
  #signal: AbortSignal | undefined;
  #requestsLeft = 0;

  /** `allowsLoopback`: plain http to 127.0.0.1 is accepted; for tests. */
  constructor({ allowsLoopback }: { readonly allowsLoopback: boolean }) {
    super();
    this.#allowsLoopback = allowsLoopback;
  }

  /** Before each check or download: when `signal` aborts, its connections are closed. */
  begin(signal?: AbortSignal): void {
    this.#signal = signal;
    this.#requestsLeft = MAX_REQUESTS;
  }

  download(...call: Parameters<ElectronHttpExecutor['download']>): Promise<string> {
    return ElectronHttpExecutor.prototype.download.apply(this, call);
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    const isLoopback = this.#allowsLoopback && options.protocol === 'http:' && options.hostname === '127.0.0.1';
    if (options.protocol !== 'https:' && !isLoopback) throw failure('The feed is not on https.', 'ERR_FEED_NOT_HTTPS');
    this.#requestsLeft -= 1;
    if (this.#requestsLeft < 0) throw failure('The feed redirects too often.', 'ERR_FEED_REDIRECTS');
    // Otherwise NODE_TLS_REJECT_UNAUTHORIZED=0 lets any certificate pass.
    const signal = this.#signal === undefined ? {} : { signal: this.#signal };
    return (isLoopback ? requestHttp : requestHttps)({ ...options, ...signal, rejectUnauthorized: true }, (response) => {
      if (/\.yml(\?|$)/.test(options.path ?? '')) limitLength(response);
      callback(response);
    });
  }

  protected override doDownload(request: RequestOptions, options: DownloadCallOptions, redirects: number): void {
    try {
      super.doDownload(request, options, redirects);
    } catch (error) {
      // After a redirect the library calls this from an event listener, where a thrown error would crash the program.
      options.callback(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

function limitLength(response: IncomingMessage): void {
  let received = 0;
  response.on('data', (chunk: string | Buffer) => {
    received += chunk.length;
    if (received > MAX_FEED_BYTES) response.destroy(failure('The feed is too long.', 'ERR_FEED_TOO_LONG'));
  });
}

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
