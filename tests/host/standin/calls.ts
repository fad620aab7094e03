/** The calls between the two sides of the stand-in: the app's main process, and the test's process, which owns the browser. */

/** What the browser side needs to show a window. */
export interface WindowSpec {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** Run at the start of each document, in this order: in the page's own world, then in the preload's. */
  readonly mainWorldScript: string;
  readonly preloadWorldScript: string;
  readonly worldName: string;
  readonly bindingName: string;
  readonly receiverName: string;
  readonly dark: boolean;
}

/** From the main process to the browser side. */
export interface BrowserCalls {
  openWindow(spec: WindowSpec): void | Promise<void>;
  closeWindow(id: number): void | Promise<void>;
  /** Addresses are the app's (`app://…`). Returns null when the document has loaded, else Chromium's error. */
  navigate(id: number, url: string): Promise<string | null>;
  crash(id: number): void | Promise<void>;
  /** The page as it is printed, in base64. */
  printToPdf(id: number): string | Promise<string>;
  /** A message for the preload's world of the current document; dropped when there is none. */
  sendToPage(id: number, documentKey: string | null, message: string): void | Promise<void>;
  setDark(dark: boolean): void | Promise<void>;
  setOnline(online: boolean): void | Promise<void>;
  /** Once, when the app's main module has run. */
  started(): void | Promise<void>;
}

export interface PageRequest {
  readonly windowId: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly isNavigation: boolean;
  readonly isMainFrame: boolean;
  /** True when the page or the user navigates, false when main does. */
  readonly byPage: boolean;
}
export interface PageResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}
export type RequestAnswer =
  | { readonly kind: 'fulfil'; readonly response: PageResponse }
  | { readonly kind: 'abort'; readonly reason: 'aborted' | 'blockedbyclient' | 'failed' | 'internetdisconnected' };

export type PageEvent =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'dom-ready' }
  | { readonly kind: 'loaded'; readonly title: string }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'window-open'; readonly url: string }
  | { readonly kind: 'download' };

/** From the browser side to the main process. */
export interface MainCalls {
  request(request: PageRequest): Promise<RequestAnswer>;
  /** From the preload's world; `documentKey` identifies the document that an answer goes to. */
  pageMessage(windowId: number, documentKey: string, message: string): void;
  pageEvent(windowId: number, event: PageEvent): void;
  control(name: string, args: readonly unknown[]): unknown;
  /** `source` is a function of Electron's exports and one argument. */
  evaluate(source: string, argument: unknown): unknown;
}
