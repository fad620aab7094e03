/** The one window: built when it is first asked for, hidden when it is closed, never needed for sync. */
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Rectangle } from 'electron';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import { EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import type { EventName } from '../../shared/ipc/channels.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import { START_URL } from './app-files.ts';

export interface MainWindowOptions {
  readonly title: string;
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly devTools: boolean;
  readonly clock: Pick<Clock, 'uptimeMs'>;
  readonly log: Logger;
  /** It was shown, hidden, or its page came or went. */
  readonly onAudience: () => void;
  /** Its page keeps dying: it is not shown again until somebody asks for it. */
  readonly onGivenUp: () => void;
}
export interface MainWindow {
  /** Shows and focuses it; its page goes to the target, at once or as soon as it is ready. null: where it was. */
  show(target: WindowTarget | null): void;
  /** For the call `window.ready`: from here on events are sent. Where the page goes first. */
  pageReady(): WindowTarget | null;
  audience(): 'absent' | 'hidden' | 'visible';
  /** Dropped when no page listens. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** For the check of senders. */
  current(): BrowserWindow | null;
  /** For good, at the end of the program: nothing opens it again. */
  close(): void;
}

const SIZE = { width: 980, height: 680 };
/** A page that dies is shown again once; one that keeps dying is left alone. */
const MAX_CRASHES = 2;
const CRASH_SPAN_MS = 60_000;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  return new LazyWindow(options);
}

class LazyWindow implements MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;
  #bounds: Rectangle | null = null;
  #pageListens = false;
  #isDrawn = false;
  #wanted = false;
  #target: WindowTarget | null = null;
  #crashesAtMs: readonly number[] = [];
  #closed = false;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  show(target: WindowTarget | null): void {
    if (this.#closed) return;
    this.#wanted = true;
    if (target !== null) this.#target = target;
    this.#window ??= this.#build();
    if (this.#isDrawn) this.#reveal(this.#window);
    if (this.#pageListens && target !== null) {
      this.#target = null;
      this.send('window.goto', target);
    }
  }

  pageReady(): WindowTarget | null {
    const target = this.#target;
    this.#target = null;
    this.#pageListens = true;
    this.#options.onAudience();
    return target;
  }

  audience(): 'absent' | 'hidden' | 'visible' {
    if (!this.#pageListens || this.#window === null) return 'absent';
    return this.#window.isVisible() && !this.#window.isMinimized() ? 'visible' : 'hidden';
  }

  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    if (this.#pageListens) this.#window?.webContents.send(EVENT_CHANNEL, name, payload);
  }

  current(): BrowserWindow | null {
    return this.#window;
  }

  close(): void {
    this.#closed = true;
    this.#window?.destroy();
  }

  #reveal(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    // The Dock shows the program only while there is a window to go to.
    app.dock?.show().catch(() => this.#options.log.log('warn', 'The Dock did not show the program.'));
    window.show();
    window.focus();
  }

  #build(): BrowserWindow {
    const { title, preloadFile, iconFile, devTools, log, onAudience } = this.#options;
    const window = new BrowserWindow({
      ...SIZE,
      ...this.#bounds,
      minWidth: 640,
      minHeight: 480,
      show: false,
      title,
      icon: iconFile,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
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
      this.#isDrawn = true;
      if (this.#wanted) this.#reveal(window);
    });
    window.on('close', (event) => {
      if (this.#closed) return;
      event.preventDefault();
      this.#wanted = false;
      window.hide();
      app.dock?.hide();
    });
    window.on('closed', () => this.#forget(window));
    window.on('show', onAudience);
    window.on('hide', onAudience);
    window.on('minimize', onAudience);
    window.on('restore', onAudience);
    const contents = window.webContents;
    contents.on('preload-error', () => log.log('error', 'The bridge of the window did not load.'));
    contents.on('render-process-gone', (_event, { reason }) => this.#crashed(window, reason));
    window.loadURL(START_URL).catch(() => log.log('error', 'The page of the window did not load.'));
    return window;
  }

  #forget(window: BrowserWindow): void {
    if (this.#window !== window) return;
    this.#window = null;
    this.#isDrawn = false;
    this.#pageListens = false;
    this.#options.onAudience();
  }

  #crashed(window: BrowserWindow, reason: string): void {
    const { clock, log, onGivenUp } = this.#options;
    const nowMs = clock.uptimeMs();
    this.#crashesAtMs = [...this.#crashesAtMs.filter((atMs) => nowMs - atMs < CRASH_SPAN_MS), nowMs];
    log.log('error', 'The page of the window has died.', { reason, times: this.#crashesAtMs.length });
    const isWanted = this.#wanted && !this.#closed;
    this.#bounds = window.getNormalBounds();
    this.#forget(window);
    window.destroy();
    if (!isWanted) return;
    if (this.#crashesAtMs.length < MAX_CRASHES) this.show(null);
    else onGivenUp();
  }
}
