/** Electron behind one door: everything the app shows itself with and hears from the system. The only place that wires it. */
import { app, clipboard, dialog, ipcMain, nativeTheme, shell } from 'electron';
import { join } from 'node:path';
import type { Screen, StartAtLogin } from '../app/desktop/ports.ts';
import type { Notice } from '../app/attention/notice-types.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import type { Appearance } from '../../shared/domain/app-state.ts';
import type { Timers } from '../app/ports/schedule.ts';
import type { TrayAction } from '../app/tray/tray-types.ts';
import { setApplicationMenu } from './application-menu.ts';
import { serveAppFiles } from './app-protocol.ts';
import { createAutostart } from './autostart.ts';
import { watchNetwork } from './network.ts';
import type { NetworkWatch } from './network-watch.ts';
import { createNotifier } from './notifications.ts';
import type { Notifier } from './notifications.ts';
import { watchPower } from './power.ts';
import { relaunchCommand } from './relaunch.ts';
import type { RelaunchWish } from './relaunch.ts';
import { lockSession } from './session-security.ts';
import { createTray } from './tray.ts';
import type { TrayHost } from './tray.ts';
import { isTrustedSender } from '../ipc/trusted-sender.ts';
import { APP_ORIGIN } from './app-files.ts';
import type { ServeOptions } from '../ipc/serve.ts';
import { saveFile } from './save-file.ts';
import { createMainWindow } from './window.ts';
import type { MainWindow } from './window.ts';

export interface PlatformOptions {
  /** Holds preload.cjs, renderer/ and icons/. */
  readonly outFolder: string;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  readonly exit: () => void;
}
export interface EdgeContext {
  readonly log: Logger;
  readonly clock: Clock;
  readonly timers: Timers;
}
export interface Listeners {
  readonly onTray: (action: TrayAction) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly onOnline: (isOnline: boolean) => void;
  readonly onResume: () => void;
  readonly onQuit: () => void;
  readonly onSecondLaunch: () => void;
  readonly onAudience: () => void;
  /** The window's page keeps dying. */
  readonly onWindowGivenUp: () => void;
}
export interface Edges {
  readonly window: MainWindow;
  readonly tray: TrayHost;
  readonly notifier: Notifier;
  readonly network: NetworkWatch;
  readonly startAtLogin: StartAtLogin;
  readonly callSource: ServeOptions['ipcMain'];
  readonly isTrusted: ServeOptions['isTrusted'];
  openFolder(folder: string): void;
  copy(text: string): void;
  /** A box of the system's own; the program goes on meanwhile. */
  warn(words: { readonly title: string; readonly body: string }): void;
  saveFile: Screen['saveFile'];
  /** Until then what happens is kept: nothing is lost between opening and listening. */
  listen(listeners: Listeners): void;
  close(): void;
}
export interface Platform {
  /** BCP 47 tags, the best liked first. Once the app is ready. */
  systemLocales(): readonly string[];
  /** Of the system's own dialogs and menus, and of what the window takes for the system's. */
  setTheme(theme: Appearance['theme']): void;
  /** Once the app is ready. */
  open(context: EdgeContext): Edges;
  /** Hands over what a later launch or the system asked for before the app listened. */
  readonly requests: LaunchRequests;
  /** Starts the app again once this one has ended. */
  relaunch(next: RelaunchWish): void;
  /** The system ends the program in its own way: nothing asks it to wait any more. */
  letGo(): void;
  exit(): void;
}

/** Wishes from outside the window: a second launch, the system's quit. */
export class LaunchRequests {
  #listeners: Pick<Listeners, 'onQuit' | 'onSecondLaunch'> | null = null;
  #waiting: ('quit' | 'second-launch')[] = [];

  secondLaunch(): void {
    if (this.#listeners === null) this.#waiting.push('second-launch');
    else this.#listeners.onSecondLaunch();
  }
  quit(): void {
    if (this.#listeners === null) this.#waiting.push('quit');
    else this.#listeners.onQuit();
  }
  listen(listeners: Pick<Listeners, 'onQuit' | 'onSecondLaunch'>): void {
    this.#listeners = listeners;
    for (const request of this.#waiting.splice(0))
      if (request === 'quit') this.quit();
      else this.secondLaunch();
  }
}

export function createPlatform(options: PlatformOptions): Platform {
  const requests = new LaunchRequests();
  return {
    systemLocales: () => [app.getSystemLocale(), ...app.getPreferredSystemLanguages()],
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    requests,
    open: (context) => openEdges(options, requests, context),
    // Electron starts it when this process has gone: by then the lock of the one instance is free.
    relaunch: (next) => app.relaunch(relaunchCommand(next, { argv: process.argv, env: options.isPackaged ? options.env : {} })),
    letGo: () => {
      app.removeAllListeners('before-quit');
    },
    exit: options.exit,
  };
}

function openEdges(
  { outFolder, platform, env, isPackaged }: PlatformOptions,
  requests: LaunchRequests,
  { log, clock, timers }: EdgeContext,
): Edges {
  let listeners: Listeners | null = null;
  const devTools = !isPackaged;
  /** What the system is asked for and may fail at, without harm. */
  const bestEffort = (failure: string, asked: unknown): void => {
    Promise.resolve(asked).catch((error: unknown) => log.log('warn', failure, { error }));
  };
  lockSession({ devTools, log });
  setApplicationMenu({ platform, devTools });
  serveAppFiles(join(outFolder, 'renderer'));
  const iconFolder = join(outFolder, 'icons');
  const iconFile = join(iconFolder, 'app', '256.png');
  const window = createMainWindow({
    title: 'Latchkey',
    preloadFile: join(outFolder, 'preload.cjs'),
    iconFile,
    devTools,
    clock,
    log,
    onAudience: () => listeners?.onAudience(),
    onGivenUp: () => listeners?.onWindowGivenUp(),
  });
  const tray = createTray({
    iconFolder,
    platform,
    desktop: env.XDG_CURRENT_DESKTOP ?? '',
    onAction: (action) => listeners?.onTray(action),
  });
  const notifier = createNotifier({ iconFile, onClick: (notice) => listeners?.onNotice(notice), log });
  const network = watchNetwork(timers, (isOnline) => listeners?.onOnline(isOnline));
  const stopPower = watchPower({
    onSuspend: () => log.log('info', 'the machine goes to sleep'),
    onResume: () => {
      network.check();
      listeners?.onResume();
    },
    onShutdown: () => requests.quit(),
  });
  const autostart = createAutostart({ platform, isPackaged, env });
  return {
    window,
    tray,
    notifier,
    network,
    startAtLogin: {
      isPossible: autostart.isSupported,
      isOn: () => autostart.isEnabled(),
      set: (isOn) => {
        if (!autostart.set(isOn)) log.log('warn', 'the system did not change the start at login');
      },
    },
    callSource: ipcMain,
    isTrusted: (event) => isTrustedSender(event, window.current(), APP_ORIGIN),
    openFolder: (folder) => bestEffort('a folder could not be opened', shell.openPath(folder)),
    copy: (text) => bestEffort('the clipboard took no text', clipboard.writeText(text)),
    warn: ({ title, body }) =>
      bestEffort('a box could not be shown', dialog.showMessageBox({ type: 'error', title, message: title, detail: body })),
    saveFile: (file) => saveFile(file, window.current()),
    listen: (next) => {
      listeners = next;
      requests.listen(next);
    },
    close: () => {
      stopPower();
      network.stop();
      notifier.closeAll();
      tray.destroy();
      window.close();
    },
  };
}
