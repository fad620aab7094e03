/** How the updater's library reaches the feed: Node's own client, over https alone, wherever a redirect may lead. */
import { HttpExecutor } from 'builder-util-runtime';
import type { DownloadOptions } from 'builder-util-runtime';
import type { DownloadCallOptions } from 'builder-util-runtime/out/httpExecutor.js';
import { request as overHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';

/** An answer of the feed that is no file; an honest one has a few hundred bytes. */
const MAX_ANSWER_BYTES = 1_048_576;
const MAX_HOPS = 5;

export class FeedHttp extends HttpExecutor<ClientRequest> {
  readonly #allowsLoopback: boolean;
  readonly #open = new Set<ClientRequest>();
  /** The library loses count of redirects while it downloads. */
  readonly #hops = new WeakMap<DownloadCallOptions, number>();

  /** `allowsLoopback`: this very machine may be asked without encryption; for tests. */
  constructor({ allowsLoopback }: { readonly allowsLoopback: boolean }) {
    super();
    this.#allowsLoopback = allowsLoopback;
  }

  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    const isLoopback = this.#allowsLoopback && options.protocol === 'http:' && options.hostname === '127.0.0.1';
    if (options.protocol !== 'https:' && !isLoopback) throw failure('The feed is not on https.', 'ERR_FEED_NOT_HTTPS');
    const request = (isLoopback ? overHttp : overHttps)(options, (response) => {
      if (/\.yml(\?|$)/.test(options.path ?? '')) refuseLong(response);
      callback(response);
    });
    this.#open.add(request);
    request.once('close', () => this.#open.delete(request));
    return request;
  }

  /** A file: straight onto the disk, hashed on the way. */
  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const callback = (error: Error | null): void => {
        if (error == null) resolve(destination);
        else reject(error);
      };
      const address = { protocol: url.protocol, hostname: url.hostname, port: url.port, path: `${url.pathname}${url.search}` };
      this.doDownload(
        { ...address, headers: options.headers ?? {} },
        { destination, options, onCancel, responseHandler: null, callback },
        0,
      );
    });
  }

  /** Breaks off whatever is under way: the library only stops waiting for it. */
  abort(): void {
    for (const request of this.#open) request.destroy();
  }

  protected override doDownload(request: RequestOptions, options: DownloadCallOptions, redirects: number): void {
    const hops = (this.#hops.get(options) ?? 0) + 1;
    this.#hops.set(options, hops);
    try {
      if (hops > MAX_HOPS) throw failure('The feed leads from place to place.', 'ERR_FEED_REDIRECTS');
      super.doDownload(request, options, redirects);
    } catch (error) {
      // Thrown here, after a redirect, it would reach nobody.
      options.callback(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

function refuseLong(response: IncomingMessage): void {
  let received = 0;
  response.on('data', (chunk: string | Buffer) => {
    received += chunk.length;
    if (received > MAX_ANSWER_BYTES) response.destroy(failure('The feed says too much.', 'ERR_FEED_TOO_LONG'));
  });
}

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
