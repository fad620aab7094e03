/** Everything the app uses Electron for, created and connected in one place: window, tray, notifications, power, dialogs. */
import { app, clipboard, dialog, ipcMain, Menu, nativeTheme, net, shell } from 'electron';
import { join } from 'node:path';
import type { Screen, StartAtLogin } from '../app/desktop/ports.ts';
import type { Notice } from '../app/attention/notice-types.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import type { Appearance } from '../../shared/domain/app-state.ts';
import type { Timers } from '../app/ports/schedule.ts';
import type { TrayAction } from '../app/tray/tray-types.ts';
import { applicationMenu, fieldMenu } from './application-menu.ts';
import type { MenuText } from './application-menu.ts';
import { createAutostart } from './autostart.ts';
import { relaunchCommand } from './launch-arguments.ts';
import type { RelaunchRequest } from './launch-arguments.ts';
import { LaunchRequests } from './launch-requests.ts';
import type { LaunchListeners } from './launch-requests.ts';
import { BriefCopy } from './brief-copy.ts';
import { DockIcon } from './dock.ts';
import { watchNetwork } from './network-watch.ts';
import type { NetworkWatch } from './network-watch.ts';
import { Notifier } from './notifications.ts';
import { watchPower } from './power.ts';
import { askNatively } from './native-question.ts';
import { lockSession } from './session-security.ts';
import { TrayIcon } from './tray.ts';
import { isTrustedSender } from '../ipc/trusted-sender.ts';
import { APP_ORIGIN } from './app-files.ts';
import type { ServeOptions } from '../ipc/serve.ts';
import { saveFile, savePdf } from './save-file.ts';
import { MainWindow } from './window.ts';

export interface PlatformOptions {
  /** Contains preload.cjs, renderer/ and icons/. */
  readonly outFolder: string;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  /** See started-file.ts. */
  readonly started: string | null;
  readonly exit: () => void;
}
interface ServiceContext {
  readonly log: Logger;
  readonly clock: Clock;
  readonly timers: Timers;
}
interface Listeners extends LaunchListeners {
  /** From the tray, or the menu bar. */
  readonly onTray: (action: TrayAction) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly onOnline: (isOnline: boolean) => void;
  readonly onResume: () => void;
  /** Whether the system showed a notification. */
  readonly onNotified: (isShown: boolean) => void;
  readonly onAudience: () => void;
  /** The window's page keeps crashing. */
  readonly onWindowGivenUp: () => void;
}
interface PlatformServices {
  readonly window: Pick<MainWindow, 'show' | 'pageReady' | 'audience' | 'send' | 'protect'>;
  readonly tray: Pick<TrayIcon, 'show'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly network: Pick<NetworkWatch, 'isOnline'>;
  /** Of the menu bar and the menus of fields. */
  setLanguage(text: MenuText): void;
  readonly startAtLogin: StartAtLogin;
  readonly callSource: ServeOptions['ipcMain'];
  readonly isTrusted: ServeOptions['isTrusted'];
  openFolder(folder: string): void;
  copy(text: string): void;
  copyBriefly: Screen['copyBriefly'];
  /** Shows a message box without blocking the program. */
  warn(message: { readonly title: string; readonly body: string }): void;
  ask: Screen['ask'];
  saveFile: Screen['saveFile'];
  savePdf: Screen['savePdf'];
  /** Launch requests from before this call are delivered now. */
  listen(listeners: Listeners): void;
  close(): void;
}
export interface Platform {
  /** Whether Chromium keeps its pages apart from the system. */
  hasSandbox(): boolean;
  /** BCP 47 tags, most preferred first. Call once the app is ready. */
  systemLocales(): readonly string[];
  /** For native dialogs and menus, and for what the page sees as the system's theme. */
  setTheme(theme: Appearance['theme']): void;
  /** Call once the app is ready. */
  open(context: ServiceContext): PlatformServices;
  readonly requests: Pick<LaunchRequests, 'secondLaunch' | 'quit' | 'listen'>;
  /** Starts the app again once this process has exited. */
  relaunch(request: RelaunchRequest): void;
  /** The system is about to quit the program: stop preventing it. */
  allowSystemQuit(): void;
  exit(): void;
}

export function createPlatform(options: PlatformOptions): Platform {
  const requests = new LaunchRequests();
  return {
    // An AppImage adds the switch itself where the system lets it make no sandbox.
    hasSandbox: () => !app.commandLine.hasSwitch('no-sandbox'),
    systemLocales: () => [app.getSystemLocale(), ...app.getPreferredSystemLanguages()],
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    requests,
    open: (context) => openServices(options, requests, context),
    // Electron waits for this process to exit, which releases the single-instance lock.
    relaunch: (request) => app.relaunch(relaunchCommand(request, { argv: process.argv, started: options.started })),
    allowSystemQuit: () => {
      app.removeAllListeners('before-quit');
    },
    exit: options.exit,
  };
}

function openServices(
  { outFolder, platform, env, isPackaged, started }: PlatformOptions,
  requests: LaunchRequests,
  { log, clock, timers }: ServiceContext,
): PlatformServices {
  let listeners: Listeners | null = null;
  const devTools = !isPackaged;
  /** For requests to the system whose failure does no harm. */
  const bestEffort = (failure: string, request: unknown): void => {
    Promise.resolve(request).catch((error: unknown) => log.log('warn', failure, { error }));
  };
  lockSession({ pageFolder: join(outFolder, 'renderer'), devTools, log });
  let menuText: MenuText | null = null;
  const iconFolder = join(outFolder, 'icons');
  const iconFile = join(iconFolder, 'app', '256.png');
  const window = new MainWindow({
    platform,
    dock: new DockIcon({ timers, log }),
    title: 'Latchkey',
    preloadFile: join(outFolder, 'preload.cjs'),
    iconFile,
    devTools,
    clock,
    timers,
    log,
    onAudience: () => listeners?.onAudience(),
    onGivenUp: () => listeners?.onWindowGivenUp(),
    onSessionEnd: () => requests.quit(),
    menuOf: (clicked) => (menuText === null ? null : fieldMenu(clicked, menuText)),
  });
  const tray = new TrayIcon({
    iconFolder,
    platform,
    onAction: (action) => listeners?.onTray(action),
  });
  const notifier = new Notifier({
    iconFile,
    platform,
    onClick: (notice) => listeners?.onNotice(notice),
    onOutcome: (isShown) => listeners?.onNotified(isShown),
    log,
  });
  const network = watchNetwork({ probe: () => net.isOnline(), timers, onChange: (isOnline) => listeners?.onOnline(isOnline) });
  const stopPower = watchPower({
    onSuspend: () => log.log('info', 'system suspended'),
    onResume: () => {
      network.check();
      listeners?.onResume();
    },
    onShutdown: () => requests.quit(),
  });
  const briefCopy = new BriefCopy({ clipboard, timers, log });
  const autostart = createAutostart({ platform, isPackaged, env, program: started ?? process.execPath, app });
  return {
    window,
    tray,
    notifier,
    network,
    setLanguage: (text) => {
      menuText = text;
      const menu = applicationMenu({ platform, devTools, text, onAction: (action) => listeners?.onTray(action) });
      Menu.setApplicationMenu(Menu.buildFromTemplate([...menu]));
    },
    startAtLogin: {
      isPossible: autostart.isSupported,
      isOn: () => autostart.isEnabled(),
      set: (isOn) => {
        if (!autostart.set(isOn)) log.log('warn', 'changing start at login failed');
      },
    },
    callSource: ipcMain,
    isTrusted: (event) => isTrustedSender(event, window.current(), APP_ORIGIN),
    openFolder: (folder) => bestEffort('opening a folder failed', shell.openPath(folder)),
    copy: (text) => bestEffort('copying to the clipboard failed', clipboard.writeText(text)),
    copyBriefly: (text) => briefCopy.copy(text),
    warn: ({ title, body }) =>
      bestEffort('showing a message box failed', dialog.showMessageBox({ type: 'error', title, message: title, detail: body })),
    ask: (question) =>
      askNatively(question, window, timers).catch((error: unknown) => {
        log.log('warn', 'asking the user failed', { error });
        return null;
      }),
    saveFile: (file) => saveFile(file, window.current()),
    savePdf: (suggestedName) => savePdf(suggestedName, window.current()),
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
