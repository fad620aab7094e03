/** Creates Electron's exports on the stand-in, and what the driver controls them by. */
import type * as Electron from 'electron';
import { App } from './app.ts';
import { Window } from './browser-window.ts';
import type { WindowParts } from './browser-window.ts';
import type { BrowserCalls } from './calls.ts';
import type { Context, LaunchFacts } from './context.ts';
import { IpcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { nativeImage } from './native-image.ts';
import type { NativeImage } from './native-image.ts';
import { createCodec } from './page/codec.ts';
import type { Remote } from './rpc.ts';
import { Protocol, Session } from './session.ts';
import { strict } from './strict.ts';
import { Clipboard, createDialog, createShell, NativeTheme, Net, PowerMonitor } from './system.ts';
import type { Recorded } from './system.ts';
import { Notification, Tray } from './tray.ts';

/** The class with further statics, and with `make` instead of `new`. Instances stay instances of it. */
function constructible<T extends abstract new (...args: never[]) => object, S extends object>(
  name: string,
  original: T,
  make: (...args: never[]) => object,
  statics: S,
): T & S {
  return new Proxy(original, {
    construct: (_target, args: never[]) => make(...args),
    get(target, member) {
      if (member in statics) return Reflect.get(statics, member) as unknown;
      if (typeof member === 'string' && !['prototype', 'name', 'length'].includes(member)) throw new Error(`stand-in: ${name}.${member}`);
      return Reflect.get(target, member) as unknown;
    },
  }) as T & S;
}

/** What the driver controls, beside what the app sees. */
export interface Standin {
  readonly electron: ReturnType<typeof createExports>;
  readonly parts: Parts;
  readonly becomeReady: () => void;
}

type Parts = ReturnType<typeof createParts>;

function createParts(browser: Remote<BrowserCalls>, facts: LaunchFacts) {
  const ready = { of: (): App => app };
  const context: Context = {
    browser,
    facts,
    isReady: () => ready.of().ready,
    requireReady(what) {
      if (!ready.of().ready) throw new Error(`Cannot create or use ${what} before app is ready`);
    },
  };
  const windows = new Map<number, Window>();
  const app: App = strict(
    'app',
    new App(context, () => ({
      closeAll: () => [...windows.values()].every((window) => window.closeUnlessPrevented()),
      destroyAll: () => [...windows.values()].forEach((window) => window.destroy()),
    })),
  );
  const codec = createCodec();
  const recorded: Recorded = { dialogs: [], answers: [], opened: [] };
  const applicationMenu: { current: Menu | null } = { current: null };
  const contextMenu: { current: Menu | null } = { current: null };
  const protocol = strict('protocol', new Protocol(context));
  return {
    context,
    app,
    windows,
    codec,
    recorded,
    applicationMenu,
    contextMenu,
    protocol,
    trays: new Set<Tray>(),
    notifications: [] as Notification[],
    ipcMain: strict('ipcMain', new IpcMain(codec)),
    session: strict('Session', new Session(protocol)),
    nativeTheme: strict('nativeTheme', new NativeTheme(context)),
    net: strict('net', new Net(context)),
    powerMonitor: strict('powerMonitor', new PowerMonitor()),
    clipboard: strict('clipboard', new Clipboard()),
  };
}

function createExports(parts: Parts) {
  const { context, app, windows, codec, ipcMain, recorded, trays, notifications, applicationMenu, nativeTheme } = parts;
  const defaultSession = (): Session => {
    context.requireReady('Session');
    return parts.session;
  };
  const windowParts: WindowParts = {
    ...{ context, app, ipcMain, codec, list: windows, session: defaultSession },
    isDark: () => nativeTheme.shouldUseDarkColors,
  };
  const ids = { next: 1 };
  const roles = { forceReload: () => [...windows.values()].find((window) => window.isFocused())?.reload() };
  return {
    app,
    BrowserWindow: constructible(
      'BrowserWindow',
      Window,
      (options: Electron.BrowserWindowConstructorOptions = {}) => new Window(windowParts, options, ids.next++),
      {
        getAllWindows: () => [...windows.values()],
        fromId: (id: number) => windows.get(id) ?? null,
        fromWebContents: (contents: unknown) => [...windows.values()].find((window) => window.webContents === contents) ?? null,
      },
    ),
    clipboard: parts.clipboard,
    dialog: createDialog(recorded),
    ipcMain,
    Menu: strict('Menu', {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) =>
        new Menu(template, roles, (menu) => (parts.contextMenu.current = menu)),
      setApplicationMenu: (menu: Menu | null) => void (applicationMenu.current = menu),
      getApplicationMenu: () => applicationMenu.current,
    }),
    nativeImage,
    nativeTheme,
    net: parts.net,
    Notification: constructible(
      'Notification',
      Notification,
      (options: Electron.NotificationConstructorOptions) => new Notification(context, notifications, options),
      { isSupported: () => true },
    ),
    powerMonitor: parts.powerMonitor,
    protocol: parts.protocol,
    session: strict('session', {
      get defaultSession() {
        return defaultSession();
      },
    }),
    shell: createShell(recorded),
    Tray: constructible('Tray', Tray, (image: NativeImage) => new Tray(context, trays, image), {}),
  };
}

export function createStandin(browser: Remote<BrowserCalls>, facts: LaunchFacts): Standin {
  const parts = createParts(browser, facts);
  return { electron: createExports(parts), parts, becomeReady: () => parts.app.becomeReady() };
}
