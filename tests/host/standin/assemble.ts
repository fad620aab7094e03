/** Puts the parts of the stand-in together. */
import type * as Electron from 'electron';
import { App } from './app.ts';
import type { Backstage, LaunchFacts } from './backstage.ts';
import { Window } from './browser-window.ts';
import type { WindowWorld } from './browser-window.ts';
import type { StageCalls } from './contract.ts';
import { Clipboard, createDialog, createShell, NativeTheme, Net, PowerMonitor, Screen } from './desk.ts';
import type { Notes } from './desk.ts';
import { IpcMain } from './ipc-main.ts';
import { buildFromTemplate, Menu, MenuItem } from './menu.ts';
import type { Roles } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { createCodec } from './page/codec.ts';
import { Sessions } from './session.ts';
import { strict } from './strict.ts';
import { Notification, Tray } from './tray.ts';
import type { Remote } from './wire.ts';

/** The same class with further statics, and with `make` in the place of `new`. Instances stay instances of it. */
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

/** Parts that the control needs besides what the app sees. */
export interface Standin {
  readonly electron: ReturnType<typeof createExports>;
  readonly world: Surroundings;
  readonly becomeReady: () => void;
}

type Surroundings = ReturnType<typeof createWorld>;

function createWorld(stage: Remote<StageCalls>, facts: LaunchFacts) {
  const state: { readonly app: () => App } = { app: () => app };
  const backstage: Backstage = {
    stage,
    facts,
    isReady: () => state.app().isReady(),
    requireReady(what) {
      if (!state.app().isReady()) throw new Error(`Cannot create or use ${what} before app is ready`);
    },
  };
  const windows = new Map<number, Window>();
  const app: App = strict(
    'app',
    new App(backstage, () => ({
      closeAll: async () => [...windows.values()].every((window) => window.closeUnlessPrevented()),
      destroyAll: () => [...windows.values()].forEach((window) => window.destroy()),
    })),
  );
  const codec = createCodec();
  const notes: Notes = { dialogs: [], answers: [], opened: [] };
  const trays = new Set<Tray>();
  const notifications: Notification[] = [];
  const applicationMenu: { menu: Menu | null } = { menu: null };
  const ipcMain = strict('ipcMain', new IpcMain(codec));
  const sessions = new Sessions(backstage, (session) => void app.emit('session-created', session));
  const nativeTheme = strict('nativeTheme', new NativeTheme(backstage));
  const net = strict('net', new Net());
  const powerMonitor = strict('powerMonitor', new PowerMonitor());
  const clipboard = strict('clipboard', new Clipboard());
  const desk = { notes, trays, notifications, applicationMenu, nativeTheme, net, powerMonitor, clipboard };
  return { backstage, app, windows, codec, ipcMain, sessions, ...desk };
}

function createExports(world: Surroundings) {
  const { backstage, app, windows, codec, ipcMain, sessions, notes, trays, notifications, applicationMenu, nativeTheme, net } = world;
  const windowWorld: WindowWorld = {
    ...{ backstage, app, ipcMain, codec, sessions, list: windows },
    isDark: () => nativeTheme.shouldUseDarkColors,
    isOnline: () => net.isOnline(),
  };
  const ids = { next: 1 };
  const roles: Roles = {
    quit: () => app.quit(),
    close: () => [...windows.values()].find((window) => window.isFocused())?.close(),
    reload: () => [...windows.values()].find((window) => window.isFocused())?.reload(),
  };
  const BrowserWindow = constructible(
    'BrowserWindow',
    Window,
    (options: Electron.BrowserWindowConstructorOptions = {}) => new Window(windowWorld, options, ids.next++),
    {
      getAllWindows: () => [...windows.values()],
      getFocusedWindow: () => [...windows.values()].find((window) => window.isFocused()) ?? null,
      fromId: (id: number) => windows.get(id) ?? null,
      fromWebContents: (contents: unknown) => [...windows.values()].find((window) => window.webContents === contents) ?? null,
    },
  );
  return {
    app,
    BrowserWindow,
    clipboard: world.clipboard,
    dialog: createDialog(notes),
    ipcMain,
    Menu: constructible('Menu', Menu, () => new Menu(), {
      buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => buildFromTemplate(template, roles),
      setApplicationMenu: (menu: Menu | null) => void (applicationMenu.menu = menu),
      getApplicationMenu: () => applicationMenu.menu,
    }),
    MenuItem: constructible('MenuItem', MenuItem, (options: Electron.MenuItemConstructorOptions) => new MenuItem(options, roles), {}),
    nativeImage,
    nativeTheme,
    net,
    Notification: constructible(
      'Notification',
      Notification,
      (options: Electron.NotificationConstructorOptions = {}) => new Notification(backstage, notifications, options),
      { isSupported: () => true },
    ),
    powerMonitor: world.powerMonitor,
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => sessions.registerSchemesAsPrivileged(schemes),
      handle: (scheme: string, handler: (request: never) => Response | Promise<Response>) =>
        sessions.defaultSession.protocol.handle(scheme, handler),
      unhandle: (scheme: string) => sessions.defaultSession.protocol.unhandle(scheme),
      isProtocolHandled: (scheme: string) => sessions.defaultSession.protocol.isProtocolHandled(scheme),
    }),
    screen: strict('screen', new Screen()),
    session: strict('session', {
      get defaultSession() {
        return sessions.defaultSession;
      },
      fromPartition: (partition: string) => sessions.fromPartition(partition),
    }),
    shell: createShell(notes),
    systemPreferences: strict('systemPreferences', {}),
    Tray: constructible('Tray', Tray, (image: unknown) => new Tray(backstage, trays, image), {}),
    webContents: strict('webContents', {
      getAllWebContents: () => [...windows.values()].map((window) => window.webContents),
      fromId: (id: number) => windows.get(id)?.webContents,
      getFocusedWebContents: () => [...windows.values()].find((window) => window.isFocused())?.webContents ?? null,
    }),
  };
}

export function assemble(stage: Remote<StageCalls>, facts: LaunchFacts): Standin {
  const world = createWorld(stage, facts);
  return { electron: createExports(world), world, becomeReady: () => world.app.becomeReady() };
}
