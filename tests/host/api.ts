/** What a test can ask of a running app, the same on real Electron and on the stand-in. */
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';

export type HostKind = 'standin' | 'electron';

export interface LaunchOptions {
  /** The app's main module, built. */
  readonly main: string;
  /** The folder that becomes `userData`; made when missing, never removed. */
  readonly profile: string;
  /** On top of a small environment of the host's own; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Follow the main module in `process.argv`. */
  readonly args?: readonly string[];
  /** Default: what LATCHKEY_HOST says, else Electron where its binary is at hand, else the stand-in. */
  readonly kind?: HostKind;
  /** Stand-in only: what `app.isPackaged` says. Default false. */
  readonly isPackaged?: boolean;
  /** Stand-in only: a browser to look at needs an installed one. Default headless. */
  readonly browser?: 'headless' | 'visible';
  /** Stand-in only: lets another browser look in (chrome://inspect) at this port of this machine. */
  readonly debuggingPort?: number;
  /** What `app.getLocale()` says. Default en-US. */
  readonly locale?: string;
  /** How long the start may take until the main module has run. Default 15 000. */
  readonly startTimeoutMs?: number;
}

export interface MenuNode {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string;
  readonly type: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly submenu: readonly MenuNode[] | null;
}
/** Labels from the top, or the id of an item anywhere in the menu. */
export type MenuPath = readonly string[] | { readonly id: string };

export interface TrayView {
  readonly image: {
    /** Where it was read from, null when it was made from bytes. */
    readonly path: string | null;
    readonly width: number;
    readonly height: number;
    readonly isEmpty: boolean;
    readonly isTemplate: boolean;
    /** Tells images apart; null when empty. */
    readonly sha256: string | null;
  };
  readonly tooltip: string;
  readonly title: string;
  /** Null when no menu is set. */
  readonly menu: readonly MenuNode[] | null;
  /** How often the app popped its menu up itself. */
  readonly popups: number;
}

export interface WindowView {
  readonly id: number;
  readonly title: string;
  /** As main sees it: `app://…`. */
  readonly url: string;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly isMinimized: boolean;
  readonly isLoading: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The ones that guard the page, as they are in force. */
  readonly webPreferences: {
    readonly contextIsolation: boolean;
    readonly sandbox: boolean;
    readonly nodeIntegration: boolean;
    readonly webSecurity: boolean;
  };
}

export interface NotificationView {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly urgency: string;
  readonly actions: readonly string[];
  readonly isShown: boolean;
}

export interface DialogSeen {
  readonly method: 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog';
  readonly options: Readonly<Record<string, unknown>>;
}
/** What the next call of this method gets, whole: `{ response: 0 }`, `{ canceled: true, filePaths: [] }`. */
export interface DialogAnswer {
  readonly method: Exclude<DialogSeen['method'], 'showErrorBox'>;
  readonly value: unknown;
}
export interface ExternalOpened {
  readonly method: 'openExternal' | 'openPath' | 'showItemInFolder';
  readonly target: string;
}

/** A start again that the app asked for. */
export interface Relaunch {
  /** All that would follow the executable: unpackaged, the main module comes first. */
  readonly args: readonly string[];
}

/** One message between page and main; `values` are the arguments, or the one answer. */
export interface IpcRecord {
  readonly direction: 'to-main' | 'answer' | 'to-page';
  readonly channel: string;
  readonly values: readonly unknown[];
}

/** A frame that does not exist but that main is to hear from. */
export interface ForeignFrame {
  readonly url: string;
  /** False (default): a frame within the window's page. True: the window's own page, gone elsewhere. */
  readonly isMainFrame?: boolean;
  /** Default 'invoke', which answers; 'send' does not. */
  readonly by?: 'invoke' | 'send';
}
/** How an `invoke` ended, as the page would learn it. */
export type IpcOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'on-battery' | 'on-ac' | 'shutdown';

export interface Host {
  readonly kind: HostKind;
  /** Of the app's main process. */
  readonly pid: number;
  /** The page of the first visible window, once it has loaded; rejects when none is there in time (default 10 000). */
  page(timeoutMs?: number): Promise<Page>;
  windows(): Promise<readonly WindowView[]>;
  /** As with the window's own button: the app may prevent it. */
  closeWindow(id: number): Promise<void>;
  minimizeWindow(id: number): Promise<void>;
  /** The page's process dies. */
  crashPage(id: number): Promise<void>;
  /** The one tray icon, null when there is none. */
  tray(): Promise<TrayView | null>;
  clickTray(button?: 'click' | 'right-click' | 'double-click'): Promise<void>;
  /** Rejects when the item is missing, hidden or disabled, as a host could not click it either. */
  clickTrayItem(path: MenuPath): Promise<void>;
  applicationMenu(): Promise<readonly MenuNode[] | null>;
  clickApplicationMenuItem(path: MenuPath): Promise<void>;
  /** All since the start, oldest first. */
  notifications(): Promise<readonly NotificationView[]>;
  actOnNotification(id: number, act: 'click' | 'close' | { readonly action: number }): Promise<void>;
  emitPower(event: PowerEvent): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  /** The system's theme. */
  setDark(dark: boolean): Promise<void>;
  /** macOS: the dock icon was clicked. */
  activate(): Promise<void>;
  /** Starts the app a second time on the same profile; the second one's exit code. Rejects (and kills it) when it stays. */
  secondInstance(args?: readonly string[], timeoutMs?: number): Promise<number | null>;
  answerDialog(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<readonly DialogSeen[]>;
  /** What the app wanted opened outside; nothing really was. */
  opened(): Promise<readonly ExternalOpened[]>;
  clipboardText(): Promise<string>;
  /** What the app last set, null when it never did. The machine's own login items are not touched. */
  loginItem(): Promise<Readonly<Record<string, unknown>> | null>;
  /** All it asked for since this start, also after the end. Nothing really was started. */
  relaunches(): Promise<readonly Relaunch[]>;
  sendFromFrame(frame: ForeignFrame, channel: string, ...args: readonly unknown[]): Promise<IpcOutcome>;
  /** Everything since the start, also after the end. */
  ipcLog(): Promise<readonly IpcRecord[]>;
  /** What main wrote so far, also after the end. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** What pages wrote to their consoles, and their uncaught errors. */
  pageOutput(): readonly string[];
  /** Runs a function in main. It is sent as text: nothing from around it, no imports. */
  evaluateMain<A, R>(body: (electron: typeof Electron, argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Asks the app to quit, and waits; the exit code. Rejects (and kills it) when it stays (default 10 000). */
  quit(timeoutMs?: number): Promise<number | null>;
  /** SIGKILL: no handler runs. Resolves when it and its browser are gone. */
  kill(): Promise<void>;
  /** Exit code of main, null when it was killed. The browser has gone, too. */
  readonly exited: Promise<number | null>;
}
