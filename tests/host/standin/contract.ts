/** What the stand-in and the stage ask of each other. */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the stage must know to show a window. */
export interface WindowSpec {
  readonly id: number;
  readonly webContentsId: number;
  /** Sessions do not share cookies or storage. */
  readonly sessionKey: string;
  readonly bounds: Bounds;
  /** Run at the start of each document, in this order: the page's own world, then the preload's. */
  readonly mainWorldScript: string;
  readonly preloadWorldScript: string;
  readonly worldName: string;
  readonly bindingName: string;
  readonly receiverName: string;
  readonly dark: boolean;
  readonly online: boolean;
}

/** Asked of the stage, in the test's process, which owns the browser. */
export interface StageCalls {
  openWindow(spec: WindowSpec): void | Promise<void>;
  closeWindow(id: number): void | Promise<void>;
  resizeWindow(id: number, bounds: Bounds): void | Promise<void>;
  /** Addresses are the app's (`app://…`). Null when the document loaded, else the reason Chromium gave. */
  navigate(id: number, url: string): Promise<string | null>;
  reload(id: number): Promise<string | null>;
  crash(id: number): void | Promise<void>;
  /** A message for the preload's world of the document that is there now; dropped when there is none. */
  sendToPage(id: number, documentKey: string | null, message: string): void | Promise<void>;
  grantPermission(sessionKey: string, permission: string): void | Promise<void>;
  clearStorage(sessionKey: string): void | Promise<void>;
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
  readonly resourceType: string;
  readonly isNavigation: boolean;
  readonly isMainFrame: boolean;
  /** True when the page or the user wants to go there, false when main asked for it. */
  readonly byPage: boolean;
}
export interface PageResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}
export type RequestAnswer =
  | { readonly kind: 'fulfil'; readonly response: PageResponse }
  | { readonly kind: 'network' }
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'abort'; readonly reason: 'aborted' | 'blockedbyclient' | 'failed' | 'internetdisconnected' };

export type PageEvent =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'dom-ready' }
  | { readonly kind: 'loaded'; readonly title: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'window-open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'download'; readonly url: string; readonly fileName: string };

/** Asked of the stand-in, in the app's main process. */
export interface StandinCalls {
  request(request: PageRequest): Promise<RequestAnswer>;
  /** The network answered: what may the page see of it? */
  responded(request: PageRequest, response: PageResponse): Promise<PageResponse | null>;
  /** From the preload's world; `documentKey` says to which document an answer has to go. */
  pageMessage(windowId: number, documentKey: string, message: string): void;
  pageEvent(windowId: number, event: PageEvent): void;
  control(name: string, args: readonly unknown[]): unknown;
  /** `source` is a function of Electron's exports and one argument. */
  evaluate(source: string, argument: unknown): unknown;
}
