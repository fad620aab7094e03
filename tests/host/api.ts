/** What a test can ask of a running app, the same on real Electron and on the stand-in. */
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';

export type HostKind = 'standin' | 'electron';
export type HostPlatform = 'linux' | 'darwin' | 'win32';

export interface LaunchOptions {
  /** The app's main module, built. */
  readonly main: string;
  /** The folder that becomes `userData`; made when missing, never removed. */
  readonly profile: string;
  /** Added to a small environment of the host's own; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Follow the main module in `process.argv`. */
  readonly args?: readonly string[];
  /** Default: what LATCHKEY_HOST says, else Electron where its binary is at hand, else the stand-in. */
  readonly kind?: HostKind;
  /** Stand-in only: its entry point, where it is not run from its sources. */
  readonly standin?: string;
  /** Stand-in only: what `app.isPackaged` says. Default false. */
  readonly isPackaged?: boolean;
  /** Another than this machine's, on the stand-in only: what the program sees, and how the stand-in's Electron behaves. Paths stay POSIX. */
  readonly platform?: HostPlatform;
  /** Stand-in only: macOS has opened the app at login, which it tells in no argument. Default false. */
  readonly wasOpenedAtLogin?: boolean;
  /** Stand-in only: no notification is shown, as on macOS where the program is not signed. Default false. */
  readonly notificationsFail?: boolean;
  /** Stand-in only: a browser to look at needs an installed one. Default headless. */
  readonly browser?: 'headless' | 'visible';
  /** Stand-in only: lets another browser on this machine inspect the window at this port (chrome://inspect). */
  readonly debuggingPort?: number;
  /** The system's language. Default en-US. */
  readonly locale?: string;
  /** How long the main module may take to run. Default 15 000. */
  readonly startTimeoutMs?: number;
}

export interface MenuNode {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly submenu: readonly MenuNode[] | null;
}
/** Labels from the top level down, or the id of an item anywhere in the menu. */
export type MenuPath = readonly string[] | { readonly id: string };

export interface TrayView {
  readonly image: {
    /** The file, or null when the image was made from bytes. */
    readonly path: string | null;
    readonly width: number;
    readonly height: number;
    readonly isEmpty: boolean;
  };
  readonly tooltip: string;
  /** Null when no menu is set. */
  readonly menu: readonly MenuNode[] | null;
}

export interface WindowView {
  readonly id: number;
  readonly title: string;
  /** As main sees it: `app://…`. */
  readonly url: string;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly isMinimized: boolean;
  readonly isFullScreen: boolean;
  readonly isLoading: boolean;
  /** What the app last asked for: to be kept out of screenshots and shared screens, which Linux cannot do. */
  readonly isContentProtected: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The security-relevant ones that are in effect. */
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
  readonly isShown: boolean;
}

export interface DialogSeen {
  readonly method: 'showErrorBox' | 'showMessageBox' | 'showSaveDialog';
  readonly options: Readonly<Record<string, unknown>>;
}
/** The complete result of the next call of this method, such as `{ response: 0 }`. */
export interface DialogAnswer {
  readonly method: Exclude<DialogSeen['method'], 'showErrorBox'>;
  readonly value: unknown;
}
export interface ExternalOpened {
  readonly method: 'openExternal' | 'openPath';
  readonly target: string;
}

/** A relaunch that the app requested. */
export interface Relaunch {
  /** Everything after the executable; unpackaged, the main module comes first. */
  readonly args: readonly string[];
  /** null: the one that is running. */
  readonly execPath: string | null;
}

/** One message between page and main; `values` are the arguments, or the single answer. */
export interface IpcRecord {
  readonly direction: 'to-main' | 'answer' | 'to-page';
  readonly channel: string;
  readonly values: readonly unknown[];
}

/** A frame that does not exist, but from which main receives a call. */
export interface ForeignFrame {
  readonly url: string;
  /** False (default): a frame within the window's page. True: the window's own page, at another address. */
  readonly isMainFrame?: boolean;
}
/** The result of an `invoke`, as the page receives it. */
export type IpcOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

export type PowerEvent = 'suspend' | 'resume';

export interface Host {
  readonly kind: HostKind;
  /** Of the app's main process. */
  readonly pid: number;
  /** The page of the first visible window, once it has loaded; rejects when none appears in time (default 10 000). */
  page(timeoutMs?: number): Promise<Page>;
  windows(): Promise<readonly WindowView[]>;
  /** As with the window's close button: the app may prevent it. */
  closeWindow(id: number): Promise<void>;
  minimizeWindow(id: number): Promise<void>;
  /** As with the window's own button: macOS gives the window a space of its own, after a transition. */
  setFullScreen(id: number, isFullScreen: boolean): Promise<void>;
  /** Kills the page's process. */
  crashPage(id: number): Promise<void>;
  /** The one tray icon, null when there is none. */
  tray(): Promise<TrayView | null>;
  clickTray(): Promise<void>;
  /** Rejects when the item is missing, hidden or disabled. */
  clickTrayItem(path: MenuPath): Promise<void>;
  clickApplicationMenuItem(path: MenuPath): Promise<void>;
  /** The menu that a right click in the page last brought; null: none yet. Nothing is shown. */
  contextMenu(): Promise<readonly MenuNode[] | null>;
  /** All since the start, oldest first. */
  notifications(): Promise<readonly NotificationView[]>;
  clickNotification(id: number): Promise<void>;
  emitPower(event: PowerEvent): Promise<void>;
  /**
   * As when the user logs out or shuts the computer down. Rejects when the app interrupts that. On the stand-in, the app is killed as soon as
   * the system would not wait for it any more.
   */
  endSession(): Promise<void>;
  /** macOS only: as when the running app is opened once more, from the Dock or the Finder. */
  activate(): Promise<void>;
  /** Whether the Dock shows the app's icon; null elsewhere than on macOS. */
  isInDock(): Promise<boolean | null>;
  setOnline(online: boolean): Promise<void>;
  /** The system's theme. */
  setDark(dark: boolean): Promise<void>;
  /** Starts the app a second time on the same profile and returns its exit code. Rejects (and kills it) when it does not exit. */
  secondInstance(args?: readonly string[], timeoutMs?: number): Promise<number | null>;
  answerDialog(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<readonly DialogSeen[]>;
  /** What the app asked the system to open; nothing is opened. */
  opened(): Promise<readonly ExternalOpened[]>;
  clipboardText(): Promise<string>;
  /** What the app last set, or null. The machine's login items are not changed. */
  loginItem(): Promise<Readonly<Record<string, unknown>> | null>;
  /** All requests since this start, available after the exit as well. Nothing is started. */
  relaunches(): Promise<readonly Relaunch[]>;
  sendFromFrame(frame: ForeignFrame, channel: string, ...args: readonly unknown[]): Promise<IpcOutcome>;
  /** Everything since the start, available after the exit as well. */
  ipcLog(): Promise<readonly IpcRecord[]>;
  /** Main's output so far, available after the exit as well. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** The pages' console output and uncaught errors. */
  pageOutput(): readonly string[];
  /** Runs a function in main. It is sent as text, so it cannot use its closure or imports. */
  evaluateMain<A, R>(body: (electron: typeof Electron, argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** Asks the app to quit and returns the exit code. Rejects (and kills it) when it does not exit in time (default 10 000). */
  quit(timeoutMs?: number): Promise<number | null>;
  /** Sends SIGKILL: no handler runs. Resolves when the app and its browser have ended. */
  kill(): Promise<void>;
  /** The exit code of main, null when it was killed. By then the browser has ended as well. */
  readonly exited: Promise<number | null>;
}
