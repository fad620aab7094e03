/** Answers the calls of the browser side and, through it, of the test that drives the app. */
import { runInThisContext } from 'node:vm';
import type { IpcOutcome, WindowView } from '../api.ts';
import type { Window } from './browser-window.ts';
import type { MainCalls } from './calls.ts';
import type { Control } from './control.ts';
import { endSession } from './end-session.ts';
import type { Standin } from './exports.ts';
import { createFrame } from './frames.ts';
import { describeMenu, itemAt } from './menu.ts';
import type { Tray } from './tray.ts';

function viewWindow(window: Window): WindowView {
  const {
    contextIsolation = true,
    sandbox = true,
    nodeIntegration = false,
    webSecurity = true,
  } = window.webContents.getLastWebPreferences();
  return {
    id: window.id,
    title: window.getTitle(),
    url: window.webContents.getURL(),
    isVisible: window.isVisible(),
    isFocused: window.isFocused(),
    isMinimized: window.isMinimized(),
    isFullScreen: window.isFullScreen(),
    isLoading: window.webContents.isLoading(),
    isContentProtected: window.asksForContentProtection,
    bounds: window.getBounds(),
    webPreferences: { contextIsolation, sandbox, nodeIntegration, webSecurity },
  };
}

function createControl({ parts }: Standin): Control {
  const windowOf = (id: number): Window => {
    const window = parts.windows.get(id);
    if (window === undefined) throw new Error(`stand-in: no window ${id}`);
    return window;
  };
  const onlyTray = (): Tray | null => {
    if (parts.trays.size > 1) throw new Error(`stand-in: ${parts.trays.size} trays at once`);
    return [...parts.trays][0] ?? null;
  };
  const requireTray = (): Tray => {
    const tray = onlyTray();
    if (tray === null) throw new Error('stand-in: there is no tray');
    return tray;
  };
  return {
    windows: () => [...parts.windows.values()].map(viewWindow),
    closeWindow: (id) => windowOf(id).close(),
    minimizeWindow: (id) => windowOf(id).minimize(),
    setFullScreen: (id, isFullScreen) => windowOf(id).setFullScreen(isFullScreen),
    crashPage: (id) => windowOf(id).webContents.forcefullyCrashRenderer(),
    tray: () => onlyTray()?.view() ?? null,
    clickTray: () => void requireTray().emit('click', {}, requireTray().getBounds(), { x: 0, y: 0 }),
    clickTrayItem: (place) => itemAt(requireTray().menu, place).click(),
    applicationMenu: () => describeMenu(parts.applicationMenu.current),
    clickApplicationMenuItem: (place) => itemAt(parts.applicationMenu.current, place).click(),
    contextMenu: () => describeMenu(parts.contextMenu.current),
    notifications: () => parts.notifications.map((notification) => notification.view()),
    clickNotification(id) {
      const notification = parts.notifications[id];
      if (notification === undefined) throw new Error(`stand-in: no notification ${id}`);
      notification.click();
    },
    emitPower: (event) => void parts.powerMonitor.emit(event),
    endSession() {
      const interruption = endSession(parts);
      if (interruption !== null) throw new Error(`stand-in: ${interruption}`);
    },
    activate() {
      if (parts.context.facts.platform !== 'darwin') throw new Error('stand-in: only macOS activates a running app');
      parts.app.emit(
        'activate',
        {},
        [...parts.windows.values()].some((window) => window.isVisible()),
      );
    },
    isInDock: () => parts.app.dock?.isVisible() ?? null,
    setOnline: (online) => parts.net.setOnline(online),
    setDark: (dark) => parts.nativeTheme.setSystemDark(dark),
    answerDialog: (answer) => void parts.recorded.answers.push(answer),
    dialogs: () => parts.recorded.dialogs,
    opened: () => parts.recorded.opened,
    clipboardText: () => parts.clipboard.text,
    loginItem: () => parts.app.loginItem() as Readonly<Record<string, unknown>> | null,
    async sendFromFrame({ url, isMainFrame = false }, channel, args): Promise<IpcOutcome> {
      const window = [...parts.windows.values()][0];
      if (window === undefined) throw new Error('stand-in: sendFromFrame needs a window');
      const { webContents } = window;
      const frame = createFrame(() => url, { routingId: 77, processId: 1077 }, isMainFrame ? null : webContents.mainFrame);
      const { ok, value } = await parts.ipcMain.invoke(webContents, frame, channel, args);
      const decoded = parts.codec.decode(value);
      return ok ? { ok, value: decoded } : { ok, message: String(decoded) };
    },
    quit: () => void parts.app.quit(),
  };
}

/**
 * An error of the app in an event handler has no caller to reach: it ends the app like an uncaught exception. (Electron shows a dialog and
 * continues.)
 */
function endOnError<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    setImmediate(() => {
      throw error;
    });
    return undefined;
  }
}

/** `exports` is passed to the functions of `evaluate`. */
export function createMainCalls(standin: Standin, exports: object): MainCalls {
  const { windows } = standin.parts;
  const control = createControl(standin);
  return {
    async request(request) {
      const contents = windows.get(request.windowId)?.webContents;
      if (contents === undefined) return { kind: 'abort', reason: 'aborted' };
      if (request.isNavigation && request.byPage && endOnError(() => contents.mayNavigate(request)) !== true)
        return { kind: 'abort', reason: 'aborted' };
      return contents.session.request(request);
    },
    pageMessage: (id, documentKey, message) => endOnError(() => windows.get(id)?.webContents.received(documentKey, message)),
    pageEvent: (id, event) => endOnError(() => windows.get(id)?.webContents.happened(event)),
    control(name, args) {
      const method: unknown = Reflect.get(control, name);
      if (typeof method !== 'function') throw new Error(`stand-in: no control ${name}`);
      return Reflect.apply(method, control, args) as unknown;
    },
    evaluate(source, argument) {
      const body = runInThisContext(`(${source})`) as (exports: unknown, argument: unknown) => unknown;
      return body(exports, argument);
    },
  };
}
