/** Answers the stage and, through it, the driver. */
import { runInThisContext } from 'node:vm';
import type { Standin } from './assemble.ts';
import type { StandinCalls } from './contract.ts';
import type { Control } from './control.ts';
import { createFrame } from './frames.ts';
import { describeMenu, itemAt } from './menu.ts';
import type { Window } from './browser-window.ts';
import type { Notification } from './tray.ts';
import type { IpcOutcome, NotificationView, WindowView } from '../api.ts';

function viewWindow(window: Window): WindowView {
  const { contextIsolation = true, sandbox = true, nodeIntegration = false, webSecurity = true } = window.options.webPreferences ?? {};
  return {
    id: window.id,
    title: window.getTitle(),
    url: window.webContents.getURL(),
    isVisible: window.isVisible(),
    isFocused: window.isFocused(),
    isMinimized: window.isMinimized(),
    isLoading: window.webContents.isLoading(),
    bounds: window.getBounds(),
    webPreferences: { contextIsolation, sandbox, nodeIntegration, webSecurity },
  };
}

function viewNotification({ facts, title, body, silent, urgency, actions }: Notification): NotificationView {
  return { id: facts.id, title, body, silent, urgency, actions: actions.map(({ text = '' }) => text), isShown: facts.shown };
}

function createControl({ world }: Standin): Control {
  const windowOf = (id: number): Window => {
    const window = world.windows.get(id);
    if (window === undefined) throw new Error(`stand-in: no window ${id}`);
    return window;
  };
  const onlyTray = () => {
    if (world.trays.size > 1) throw new Error(`stand-in: ${world.trays.size} trays at once`);
    return [...world.trays][0] ?? null;
  };
  const needTray = () => {
    const tray = onlyTray();
    if (tray === null) throw new Error('stand-in: there is no tray');
    return tray;
  };
  return {
    windows: () => [...world.windows.values()].map(viewWindow),
    closeWindow: (id) => windowOf(id).close(),
    minimizeWindow: (id) => windowOf(id).minimize(),
    crashPage: (id) => windowOf(id).webContents.forcefullyCrashRenderer(),
    tray() {
      const tray = onlyTray();
      return tray === null ? null : { ...tray.facts(), menu: describeMenu(tray.menu) };
    },
    clickTray: (button) => void needTray().emit(button, {}, needTray().getBounds(), { x: 0, y: 0 }),
    clickTrayItem: (place) => itemAt(needTray().menu, place).click(),
    applicationMenu: () => describeMenu(world.applicationMenu.menu),
    clickApplicationMenuItem: (place) => itemAt(world.applicationMenu.menu, place).click(),
    notifications: () => world.notifications.map(viewNotification),
    actOnNotification(id, kind, index) {
      const notification = world.notifications[id];
      if (notification === undefined) throw new Error(`stand-in: no notification ${id}`);
      notification.act(kind, index);
    },
    emitPower: (event) => world.powerMonitor.happen(event),
    setOnline(online) {
      world.net.setOnline(online);
      world.sessions.setOnline(online);
    },
    setDark: (dark) => world.nativeTheme.setSystemDark(dark),
    activate: () => void world.app.emit('activate', {}, world.windows.size > 0),
    answerDialog: (answer) => void world.notes.answers.push(answer),
    dialogs: () => world.notes.dialogs,
    opened: () => world.notes.opened,
    clipboardText: () => world.clipboard.text,
    loginItem: () => world.app.loginItem() as Readonly<Record<string, unknown>> | null,
    async sendFromFrame({ url, isMainFrame = false, by = 'invoke' }, channel, args): Promise<IpcOutcome> {
      const window = [...world.windows.values()][0];
      if (window === undefined) throw new Error('stand-in: sendFromFrame needs a window');
      const { webContents } = window;
      const frame = createFrame(() => url, { routingId: 77, processId: 1077 }, isMainFrame ? null : webContents.mainFrame);
      if (by === 'send') {
        world.ipcMain.deliver(webContents, frame, channel, args);
        return { ok: true, value: undefined };
      }
      const { ok, value } = await world.ipcMain.invoke(webContents, frame, channel, args);
      const decoded = world.codec.decode(value);
      return ok ? { ok, value: decoded } : { ok, message: String(decoded) };
    },
    quit: () => world.app.quit(),
  };
}

/**
 * What the app throws in answer to something that happened is nobody's answer: it ends the app, as loudly as an uncaught exception. (Electron
 * shows a dialog and goes on.)
 */
function loudly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    setImmediate(() => {
      throw error;
    });
    return undefined;
  }
}

/** `exports` is what `evaluate` hands to its function. */
export function createCalls(standin: Standin, exports: () => object): StandinCalls {
  const { world } = standin;
  const control = createControl(standin);
  return {
    async request(request) {
      const contents = world.windows.get(request.windowId)?.webContents;
      if (contents === undefined) return { kind: 'abort', reason: 'aborted' };
      if (request.isNavigation && request.byPage && loudly(() => contents.mayNavigate(request)) !== true)
        return { kind: 'abort', reason: 'aborted' };
      return contents.session.request(request);
    },
    async responded(request, response) {
      return (await world.windows.get(request.windowId)?.webContents.session.webRequest.received(request, response)) ?? null;
    },
    pageMessage: (id, documentKey, message) => loudly(() => world.windows.get(id)?.webContents.received(documentKey, message)),
    pageEvent: (id, event) => loudly(() => world.windows.get(id)?.webContents.happened(event)),
    control(name, args) {
      const method: unknown = Reflect.get(control, name);
      if (typeof method !== 'function') throw new Error(`stand-in: no control ${name}`);
      return Reflect.apply(method, control, args) as unknown;
    },
    evaluate(source, argument) {
      const body = runInThisContext(`(${source})`) as (exports: unknown, argument: unknown) => unknown;
      return body(exports(), argument);
    },
  };
}
