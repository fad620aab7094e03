/** The window: created on first use and hidden instead of closed. Syncing never depends on it. */
import { BrowserWindow, Menu, nativeTheme } from 'electron';
import type { ContextMenuParams, MenuItemConstructorOptions, Rectangle } from 'electron';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import { EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import type { EventName } from '../../shared/ipc/channels.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { Timers } from '../app/ports/schedule.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import { START_URL } from './app-files.ts';
import type { DockIcon } from './dock.ts';

export interface MainWindowOptions {
  /** `process.platform` */
  readonly platform: string;
  readonly dock: Pick<DockIcon, 'show' | 'hide'>;
  readonly title: string;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly devTools: boolean;
  readonly clock: Pick<Clock, 'uptimeMs'>;
  readonly timers: Timers;
  readonly log: Logger;
  /** The window was shown or hidden, or its page started or stopped listening. */
  readonly onAudience: () => void;
  /** The page keeps crashing and is not reloaded until the user opens the window again. */
  readonly onGivenUp: () => void;
  /** Windows only: the user logs out or the computer shuts down, and the process is ended at once. */
  readonly onSessionEnd: () => void;
  /** Of what was right-clicked in the page; null: none. */
  readonly menuOf: (clicked: ContextMenuParams) => MenuItemConstructorOptions[] | null;
}

const INITIAL_SIZE = { width: 1280, height: 820 };
/** A page that crashes is reloaded, unless it has crashed this often within this time. */
const MAX_CRASHES = 2;
const CRASH_SPAN_MS = 60_000;
const PROTECTED_LONGER_MS = 3_000;

export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;
  #bounds: Rectangle | null = null;
  #isPageListening = false;
  #isReadyToShow = false;
  #isWanted = false;
  #target: WindowTarget | null = null;
  #crashesAtMs: readonly number[] = [];
  #endProtection: (() => void) | null = null;
  #isClosed = false;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** Shows and focuses the window; its page navigates to the target, now or when it is ready. null: it stays where it was. */
  show(target: WindowTarget | null): void {
    if (this.#isClosed) return;
    this.#isWanted = true;
    if (target !== null) this.#target = target;
    this.#window ??= this.#create();
    if (this.#isReadyToShow) this.#reveal(this.#window);
    if (this.#isPageListening && target !== null) {
      this.#target = null;
      this.send('window.goto', target);
    }
  }

  /** Shows the window and resolves when it is visible; null: it was closed for good, or its page crashed. */
  async shown(): Promise<BrowserWindow | null> {
    this.show(null);
    const window = this.#window;
    if (window === null || this.#isClosed) return null;
    if (!window.isVisible()) {
      await new Promise<void>((resolve) => {
        window.once('show', () => resolve());
        window.once('closed', () => resolve());
      });
    }
    return this.#window === window ? window : null;
  }

  /** The page is listening: events are sent from now on. Returns where it should navigate first. */
  pageReady(): WindowTarget | null {
    const target = this.#target;
    this.#target = null;
    this.#isPageListening = true;
    this.#options.onAudience();
    return target;
  }

  audience(): 'absent' | 'hidden' | 'visible' {
    if (!this.#isPageListening || this.#window === null) return 'absent';
    return this.#window.isVisible() && !this.#window.isMinimized() ? 'visible' : 'hidden';
  }

  /** As a JSON text, as answers are. Dropped while no page is listening. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    if (this.#isPageListening) this.#window?.webContents.send(EVENT_CHANNEL, name, JSON.stringify(payload));
  }

  /** Keeps the content out of screenshots and shared screens while a PIN is shown, where the system can: macOS and Windows. */
  protect(forMs: number): void {
    this.#endProtection?.();
    this.#window?.setContentProtection(true);
    // The page counts from when the digits arrive there.
    this.#endProtection = this.#options.timers.after(forMs + PROTECTED_LONGER_MS, () => this.#window?.setContentProtection(false));
  }

  /** For verifying the sender of a call. */
  current(): BrowserWindow | null {
    return this.#window;
  }

  /** For good, when the program shuts down. */
  close(): void {
    this.#isClosed = true;
    this.#endProtection?.();
    this.#window?.destroy();
  }

  #reveal(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    this.#options.dock.show();
    window.show();
    window.focus();
  }

  #hide(window: BrowserWindow): void {
    const { platform, dock } = this.#options;
    const hide = (): void => {
      if (this.#isWanted) return;
      window.hide();
      dock.hide();
    };
    if (platform !== 'darwin' || !window.isFullScreen()) {
      hide();
      return;
    }
    // Hidden in full screen, it would leave its space behind, black.
    window.once('leave-full-screen', hide);
    window.setFullScreen(false);
  }

  #create(): BrowserWindow {
    const { platform, title, preloadFile, iconFile, devTools, log, onAudience, onSessionEnd, menuOf } = this.#options;
    const window = new BrowserWindow({
      ...INITIAL_SIZE,
      ...this.#bounds,
      minWidth: 640,
      minHeight: 480,
      show: false,
      title,
      icon: iconFile,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1415' : '#f6f8f8',
      autoHideMenuBar: true,
      webPreferences: {
        preload: preloadFile,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools,
      },
    });
    window.once('ready-to-show', () => {
      this.#isReadyToShow = true;
      if (this.#isWanted) this.#reveal(window);
    });
    window.on('close', (event) => {
      if (this.#isClosed) return;
      event.preventDefault();
      this.#isWanted = false;
      this.#hide(window);
    });
    // Not at `query-session-end`: another program may refuse the end of the session, and guests go on needing codes.
    if (platform === 'win32') window.on('session-end', onSessionEnd);
    window.on('closed', () => this.#forget(window));
    window.on('show', onAudience);
    window.on('hide', onAudience);
    window.on('minimize', onAudience);
    window.on('restore', onAudience);
    const contents = window.webContents;
    contents.on('context-menu', (_event, clicked) => {
      const menu = menuOf(clicked);
      if (menu !== null) Menu.buildFromTemplate(menu).popup({ window });
    });
    contents.on('preload-error', () => log.log('error', 'loading the preload script failed'));
    contents.on('render-process-gone', (_event, { reason }) => this.#crashed(window, reason));
    window.loadURL(START_URL).catch(() => log.log('error', 'loading the page failed'));
    return window;
  }

  #forget(window: BrowserWindow): void {
    if (this.#window !== window) return;
    this.#window = null;
    this.#isReadyToShow = false;
    this.#isPageListening = false;
    this.#options.onAudience();
  }

  #crashed(window: BrowserWindow, reason: string): void {
    const { clock, log, onGivenUp } = this.#options;
    const nowMs = clock.uptimeMs();
    this.#crashesAtMs = [...this.#crashesAtMs.filter((atMs) => nowMs - atMs < CRASH_SPAN_MS), nowMs];
    log.log('error', 'page crashed', { reason, count: this.#crashesAtMs.length });
    const isWanted = this.#isWanted && !this.#isClosed;
    this.#bounds = window.getNormalBounds();
    this.#forget(window);
    window.destroy();
    if (!isWanted) return;
    if (this.#crashesAtMs.length < MAX_CRASHES) this.show(null);
    else onGivenUp();
  }
}
