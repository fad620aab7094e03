/** What is fixed about a window before it is there: its events, its members, and the options that are refused. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type * as Electron from 'electron';

export const WINDOW_EVENTS = [
  'blur',
  'close',
  'closed',
  'focus',
  'hide',
  'maximize',
  'minimize',
  'move',
  'moved',
  'page-title-updated',
  'query-session-end',
  'ready-to-show',
  'resize',
  'resized',
  'responsive',
  'restore',
  'session-end',
  'show',
  'unmaximize',
  'unresponsive',
];

/** What only weakens a window: the stand-in could not show it faithfully, and this app must not want it. */
export function refuse(preferences: Electron.WebPreferences): void {
  const { contextIsolation, sandbox, nodeIntegration, nodeIntegrationInSubFrames, webviewTag, webSecurity } = preferences;
  const wanted = { contextIsolation: contextIsolation === false, sandbox: sandbox === false, webSecurity: webSecurity === false };
  const unwanted = { nodeIntegration, nodeIntegrationInSubFrames, webviewTag };
  for (const [name, bad] of Object.entries({ ...wanted, ...unwanted })) {
    if (bad === true) throw new Error(`stand-in: BrowserWindow with ${name} ${name in wanted ? 'off' : 'on'}`);
  }
}

/** The preload's text; throws when it is not there or no script, which in the page would take everything else down with it. */
export function readPreload(path: string): string {
  const source = readFileSync(path, 'utf8');
  new Script(`(function (require, module, exports, process) {\n${source}\n})`, { filename: path });
  return source;
}

export type WindowMembers =
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'isMaximized'
  | 'maximize'
  | 'unmaximize'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getSize'
  | 'setSize'
  | 'setTitle'
  | 'getTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setIcon'
  | 'setSkipTaskbar'
  | 'setBackgroundColor'
  | 'center'
  | 'moveTop'
  | 'flashFrame'
  | 'isFullScreen'
  | 'id';
