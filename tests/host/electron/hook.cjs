// Loaded into real Electron before the app (-r). Records what the app shows outside its window and lets tests drive it, with the calls of
// ../standin/control.ts. Nothing on the machine is affected: no dialogs, programs, clipboard or login items.
'use strict';
const fs = require('node:fs');
const { registerHooks } = require('node:module');
const path = require('node:path');
const { setImmediate } = require('node:timers');
const { pathToFileURL } = require('node:url');
const { runInThisContext } = require('node:vm');
const electron = require('electron');

const { app, BrowserWindow, Menu, nativeTheme, powerMonitor } = electron;
const facts = JSON.parse(process.env.LATCHKEY_HOST_FACTS);
delete process.env.LATCHKEY_HOST_FACTS;
app.setName(facts.name);
if ('setVersion' in app) app.setVersion(facts.version);
app.setPath('userData', facts.profile);
app.setPath('sessionData', facts.profile);

const RECORDED = pathToFileURL(path.join(__dirname, 'recorded.mjs')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    // For ES modules only: CommonJS modules such as this one get Electron itself.
    (specifier === 'electron' || specifier === 'electron/main') && !context.conditions.includes('require')
      ? { url: RECORDED, shortCircuit: true }
      : next(specifier, context),
});

const state = {
  trays: new Map(),
  notifications: [],
  dialogs: [],
  answers: [],
  opened: [],
  ipcLog: [],
  handlers: new Map(),
  imagePaths: new WeakMap(),
  clipboard: '',
  loginItem: null,
  contextMenu: null,
  contentProtection: new WeakMap(),
  online: true,
};

/** The object with some of its members replaced; a test may replace more. */
function over(target, members) {
  return new Proxy(target, {
    get(inner, name) {
      const owner = Object.hasOwn(members, name) ? members : inner;
      const value = Reflect.get(owner, name, owner);
      return owner === inner && typeof value === 'function' && !/^class\b|^[A-Z]/.test(value.name) ? value.bind(inner) : value;
    },
    set: (_inner, name, value) => Reflect.set(members, name, value),
  });
}

/** The class, with `equip` called for each new instance. Electron's classes cannot be extended. */
function afterNew(Original, equip) {
  return new Proxy(Original, {
    construct(target, args) {
      const instance = new target(...args);
      equip(instance, args);
      return instance;
    },
  });
}

/** Calls `note` before a method of this one object. */
function before(object, name, note) {
  const original = object[name];
  object[name] = function (...args) {
    note(...args);
    return original.apply(this, args);
  };
}

function equipTray(tray, [image]) {
  const shown = { image, tooltip: '', menu: null };
  state.trays.set(tray, shown);
  before(tray, 'setImage', (next) => (shown.image = next));
  before(tray, 'setToolTip', (text) => (shown.tooltip = text));
  before(tray, 'setContextMenu', (menu) => (shown.menu = menu));
  before(tray, 'destroy', () => state.trays.delete(tray));
}

function equipNotification(notification) {
  const entry = { notification, isShown: false };
  notification.show = () => {
    if (!state.notifications.includes(entry)) state.notifications.push(entry);
    setImmediate(() => notification.emit('show', {}));
    entry.isShown = true;
  };
  notification.close = () => (entry.isShown = false);
}

function ask(method) {
  return async (...args) => {
    state.dialogs.push({ method, options: JSON.parse(JSON.stringify(args.at(-1))) });
    const at = state.answers.findIndex((answer) => answer.method === method);
    if (at < 0) throw new Error(`host: no scripted answer for dialog.${method}`);
    return state.answers.splice(at, 1)[0].value;
  };
}

function recordIpc() {
  const { ipcMain } = electron;
  const emit = ipcMain.emit;
  ipcMain.emit = function (channel, event, ...values) {
    state.ipcLog.push({ direction: 'to-main', channel, values });
    return emit.call(this, channel, event, ...values);
  };
  app.on('web-contents-created', (_event, contents) => {
    before(contents, 'send', (channel, ...values) => state.ipcLog.push({ direction: 'to-page', channel, values }));
  });
  const handle = (channel, handler) => {
    const recorded = async (event, ...values) => {
      state.ipcLog.push({ direction: 'to-main', channel, values });
      try {
        const value = await handler(event, ...values);
        state.ipcLog.push({ direction: 'answer', channel, values: [value] });
        return value;
      } catch (error) {
        state.ipcLog.push({ direction: 'answer', channel, values: [String(error)] });
        throw error;
      }
    };
    ipcMain.handle(channel, recorded);
    state.handlers.set(channel, recorded);
  };
  const removeHandler = (channel) => {
    ipcMain.removeHandler(channel);
    state.handlers.delete(channel);
  };
  return over(ipcMain, { handle, removeHandler });
}

const open = (method, answer) => async (target) => {
  state.opened.push({ method, target });
  return answer;
};
const replaced = {
  BrowserWindow: afterNew(BrowserWindow, (window) => {
    before(window, 'setContentProtection', (enable) => state.contentProtection.set(window, enable));
  }),
  app: over(app, {
    setLoginItemSettings: (settings) => (state.loginItem = { ...settings }),
    getLoginItemSettings: () => ({ openAtLogin: state.loginItem?.openAtLogin ?? false, wasOpenedAtLogin: false }),
    // Read by ../relaunches.ts.
    relaunch: ({ args = process.argv.slice(1), execPath = null } = {}) =>
      fs.appendFileSync(path.join(`${facts.profile}-home`, 'relaunches.jsonl'), `${JSON.stringify({ args, execPath })}\n`),
  }),
  clipboard: over(electron.clipboard, {
    readText: async () => state.clipboard,
    writeText: async (text) => void (state.clipboard = text),
  }),
  dialog: over(electron.dialog, {
    showErrorBox: (title, content) => state.dialogs.push({ method: 'showErrorBox', options: { title, content } }),
    showMessageBox: ask('showMessageBox'),
    showSaveDialog: ask('showSaveDialog'),
  }),
  ipcMain: recordIpc(),
  Menu: over(Menu, {
    buildFromTemplate(template) {
      const menu = Menu.buildFromTemplate(template);
      menu.popup = () => (state.contextMenu = menu);
      return menu;
    },
  }),
  nativeImage: over(electron.nativeImage, {
    createFromPath(file) {
      const image = electron.nativeImage.createFromPath(file);
      state.imagePaths.set(image, file);
      return image;
    },
  }),
  net: over(electron.net, { isOnline: () => state.online }),
  Notification: afterNew(electron.Notification, equipNotification),
  shell: over(electron.shell, {
    openExternal: open('openExternal'),
    openPath: open('openPath', ''),
  }),
  Tray: afterNew(electron.Tray, equipTray),
};
// A proxy rather than a copy: Electron loads its modules on first access.
const exported = new Proxy(electron, { get: (inner, name) => (Object.hasOwn(replaced, name) ? replaced[name] : inner[name]) });

function viewImage(image) {
  return { path: state.imagePaths.get(image) ?? null, ...image.getSize(), isEmpty: image.isEmpty() };
}

function viewMenu(menu) {
  if (!menu) return null;
  return menu.items.map(({ id, label, type, enabled, visible, checked, submenu }) => {
    return { id: id ?? '', label: label ?? '', type, enabled, visible, checked, submenu: viewMenu(submenu) };
  });
}

function clickAt(menu, place) {
  let items = menu?.items ?? [];
  let item;
  for (const index of place) {
    item = items[index];
    items = item?.submenu?.items ?? [];
  }
  if (!item) throw new Error(`host: no menu item at ${place.join('.')}`);
  item.click({}, undefined, undefined);
}

function onlyTray() {
  const [entry, ...others] = state.trays;
  if (others.length > 0) throw new Error(`host: ${others.length + 1} trays at once`);
  return entry ?? null;
}

function viewWindow(window) {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity } = window.webContents.getLastWebPreferences();
  return {
    id: window.id,
    title: window.getTitle(),
    url: window.webContents.getURL(),
    isVisible: window.isVisible(),
    isFocused: window.isFocused(),
    isMinimized: window.isMinimized(),
    isFullScreen: window.isFullScreen(),
    isLoading: window.webContents.isLoading(),
    isContentProtected: state.contentProtection.get(window) ?? false,
    bounds: window.getBounds(),
    webPreferences: { contextIsolation, sandbox, nodeIntegration, webSecurity },
  };
}

const control = {
  windows: () => BrowserWindow.getAllWindows().map(viewWindow),
  closeWindow: (id) => BrowserWindow.fromId(id).close(),
  minimizeWindow: (id) => BrowserWindow.fromId(id).minimize(),
  setFullScreen: (id, isFullScreen) => BrowserWindow.fromId(id).setFullScreen(isFullScreen),
  crashPage: (id) => BrowserWindow.fromId(id).webContents.forcefullyCrashRenderer(),
  tray() {
    const [, shown] = onlyTray() ?? [];
    return shown === undefined ? null : { ...shown, image: viewImage(shown.image), menu: viewMenu(shown.menu) };
  },
  clickTray: () => void onlyTray()[0].emit('click', {}, onlyTray()[0].getBounds(), { x: 0, y: 0 }),
  clickTrayItem: (place) => clickAt(onlyTray()[1].menu, place),
  applicationMenu: () => viewMenu(Menu.getApplicationMenu()),
  clickApplicationMenuItem: (place) => clickAt(Menu.getApplicationMenu(), place),
  contextMenu: () => viewMenu(state.contextMenu),
  notifications: () => state.notifications.map(({ notification: { title, body }, isShown }, id) => ({ id, title, body, isShown })),
  clickNotification(id) {
    const entry = state.notifications[id];
    if (!entry?.isShown) throw new Error('host: this notification is not on the screen');
    entry.isShown = false;
    entry.notification.emit('click', {});
  },
  emitPower: (event) => void powerMonitor.emit(event),
  endSession() {
    let isPrevented = false;
    const event = { reasons: ['shutdown'], preventDefault: () => (isPrevented = true) };
    if (process.platform !== 'win32') {
      powerMonitor.emit('shutdown', event);
      if (!isPrevented) throw new Error('host: the system does not wait for the app');
      return;
    }
    for (const window of BrowserWindow.getAllWindows()) window.emit('session-end', event);
    // As Windows, and as Electron itself after its windows have been told.
    process.kill(process.pid, 'SIGKILL');
  },
  activate() {
    const hasVisible = BrowserWindow.getAllWindows().some((window) => window.isVisible());
    app.emit('activate', {}, hasVisible);
  },
  isInDock: () => app.dock?.isVisible() ?? null,
  setOnline: (online) => void (state.online = online),
  setDark: (dark) => void (nativeTheme.themeSource = dark ? 'dark' : 'light'),
  answerDialog: (answer) => void state.answers.push(answer),
  dialogs: () => state.dialogs,
  opened: () => state.opened,
  clipboardText: () => state.clipboard,
  loginItem: () => state.loginItem,
  async sendFromFrame({ url, isMainFrame = false }, channel, args) {
    const { webContents } = BrowserWindow.getAllWindows()[0];
    const { mainFrame } = webContents;
    const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
    const senderFrame = { url, origin, parent: isMainFrame ? null : mainFrame, routingId: 77, processId: 1077 };
    senderFrame.top = isMainFrame ? senderFrame : mainFrame;
    const event = { sender: webContents, senderFrame };
    try {
      const handler = state.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: await handler(event, ...args) };
    } catch (error) {
      return { ok: false, message: `Error invoking remote method '${channel}': ${String(error)}` };
    }
  },
  quit: () => setImmediate(() => app.quit()) && undefined,
};

const evaluate = (source, argument) => runInThisContext(`(${source})`)(exported, argument);

globalThis[Symbol.for('latchkey.host')] = { electron: exported, control, evaluate, ipcLog: state.ipcLog };
