/** `session.webRequest`: one listener per stage of a request, consulted for whatever a page loads. */
import type * as Electron from 'electron';
import type { PageRequest, PageResponse } from './contract.ts';
import { toBrowserAddress } from './addresses.ts';

type BeforeListener = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;
type HeadersListener = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;
interface Registered<L> {
  readonly matches: (url: string) => boolean;
  readonly listener: L;
}

/** Chromium's match patterns: `<all_urls>`, `*://*.host/path*`, `scheme://host/*`. */
export function matchPattern(pattern: string): (url: string) => boolean {
  if (pattern === '<all_urls>') return () => true;
  const quoted = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = quoted.replace(/^\*:\/\//, '(https?|wss?)://').replace(/:\/\/\*\\\./, String.raw`://([^/]+\.)?`);
  const expression = new RegExp(`^${source.replaceAll(/(?<!\))\*/g, '.*')}$`);
  return (url) => expression.test(url);
}

function register<L>(args: readonly unknown[]): Registered<L> | null {
  const [first, second] = args;
  if (first === null || (args.length > 1 && second === null)) return null;
  if (typeof first === 'function') return { matches: () => true, listener: first as L };
  const { urls } = first as Electron.WebRequestFilter;
  const patterns = urls.map(matchPattern);
  return { matches: (url) => patterns.some((matches) => matches(url)), listener: second as L };
}

const RESOURCE_TYPES: Readonly<Record<string, string>> = { document: 'mainFrame', fetch: 'xhr', xhr: 'xhr', websocket: 'webSocket' };

export class WebRequest {
  private _before: Registered<BeforeListener> | null = null;
  private _headers: Registered<HeadersListener> | null = null;
  private _nextId = 1;

  onBeforeRequest(...args: readonly unknown[]): void {
    this._before = register<BeforeListener>(args);
  }

  onHeadersReceived(...args: readonly unknown[]): void {
    this._headers = register<HeadersListener>(args);
  }

  /** What the app says to a request before it is made. */
  async before(request: PageRequest): Promise<Electron.CallbackResponse> {
    const { _before: registered } = this;
    if (!registered?.matches(request.url)) return {};
    const answer = Promise.withResolvers<Electron.CallbackResponse>();
    registered.listener(this._details(request), answer.resolve);
    const { redirectURL, cancel = false } = await answer.promise;
    return redirectURL === undefined ? { cancel } : { cancel, redirectURL: toBrowserAddress(redirectURL) };
  }

  /** The answer as the app lets the page see it, null when it refuses it. */
  async received(request: PageRequest, response: PageResponse): Promise<PageResponse | null> {
    const { _headers: registered } = this;
    if (!registered?.matches(request.url)) return response;
    const given: Record<string, string[]> = {};
    for (const [name, value] of response.headers) (given[name] ??= []).push(value);
    const answer = Promise.withResolvers<Electron.HeadersReceivedResponse>();
    const details = {
      ...this._details(request),
      statusCode: response.status,
      statusLine: `HTTP/1.1 ${response.status}`,
      responseHeaders: given,
    };
    registered.listener(details, answer.resolve);
    const { cancel, responseHeaders } = await answer.promise;
    if (cancel === true) return null;
    if (responseHeaders === undefined) return response;
    const headers = Object.entries(responseHeaders).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
    return { ...response, headers };
  }

  private _details(request: PageRequest): Electron.OnBeforeRequestListenerDetails {
    const { url, method, windowId, isMainFrame, resourceType } = request;
    const type = resourceType === 'document' && !isMainFrame ? 'subFrame' : (RESOURCE_TYPES[resourceType] ?? resourceType);
    const details = { id: this._nextId, url, method, webContentsId: windowId, resourceType: type, referrer: '', timestamp: Date.now() };
    this._nextId += 1;
    return { ...details, uploadData: [] } as unknown as Electron.OnBeforeRequestListenerDetails;
  }
}
