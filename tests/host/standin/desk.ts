/** The desktop around the app: dialogs with scripted answers, what was opened outside, clipboard, screen, power, theme and network. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import type { DialogAnswer, DialogSeen, ExternalOpened } from '../api.ts';
import type { Backstage } from './backstage.ts';
import { tell } from './backstage.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';

/** Everything is noted, nothing is opened. */
export interface Notes {
  readonly dialogs: DialogSeen[];
  readonly answers: DialogAnswer[];
  readonly opened: ExternalOpened[];
}

type DialogMembers = 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showOpenDialog' | 'showSaveDialog';

export function createDialog({ dialogs, answers }: Notes): Record<DialogMembers, (...args: never[]) => unknown> {
  /** A window may come first and is not of interest. */
  const ask = (method: DialogSeen['method'], args: readonly unknown[]): unknown => {
    const options = (args.length > 1 ? args[1] : args[0]) as Record<string, unknown>;
    dialogs.push({ method, options: JSON.parse(JSON.stringify(options)) as Record<string, unknown> });
    const at = answers.findIndex((answer) => answer.method === method);
    if (at < 0) throw new Error(`stand-in: no scripted answer for dialog.${method}`);
    return answers.splice(at, 1)[0]?.value;
  };
  return strict('dialog', {
    showErrorBox: (title: string, content: string): void => void dialogs.push({ method: 'showErrorBox', options: { title, content } }),
    showMessageBox: async (...args: unknown[]) => ask('showMessageBox', args),
    showMessageBoxSync: (...args: unknown[]) => ask('showMessageBoxSync', args),
    showOpenDialog: async (...args: unknown[]) => ask('showOpenDialog', args),
    showSaveDialog: async (...args: unknown[]) => ask('showSaveDialog', args),
  });
}

export function createShell({ opened }: Notes): Pick<typeof Electron.shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> {
  return strict('shell', {
    openExternal: async (url: string): Promise<void> => void opened.push({ method: 'openExternal', target: url }),
    openPath: async (path: string): Promise<string> => {
      opened.push({ method: 'openPath', target: path });
      return '';
    },
    showItemInFolder: (path: string): void => void opened.push({ method: 'showItemInFolder', target: path }),
    beep: (): void => {},
  });
}

export class Clipboard implements Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear'> {
  private _text = '';

  get text(): string {
    return this._text;
  }

  async readText(): Promise<string> {
    return this._text;
  }

  async writeText(text: string): Promise<void> {
    this._text = text;
  }

  clear(): void {
    this._text = '';
  }
}

type ScreenMembers = 'getCursorScreenPoint';

export class Screen extends Emitter implements Pick<Electron.Screen, ScreenMembers> {
  private readonly _display: Pick<Electron.Display, 'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor' | 'rotation'>;

  constructor() {
    super('screen', ['display-added', 'display-metrics-changed', 'display-removed']);
    const bounds = { x: 0, y: 0, width: 1440, height: 900 };
    const workArea = { x: 0, y: 24, width: 1440, height: 876 };
    const { width, height } = bounds;
    const workAreaSize = { width, height: workArea.height };
    this._display = strict('Display', { id: 1, bounds, workArea, size: { width, height }, workAreaSize, scaleFactor: 1, rotation: 0 });
  }

  getPrimaryDisplay(): object {
    return this._display;
  }
  getAllDisplays(): object[] {
    return [this._display];
  }
  getDisplayMatching(): object {
    return this._display;
  }
  getDisplayNearestPoint(): object {
    return this._display;
  }
  getCursorScreenPoint(): Electron.Point {
    return { x: 720, y: 450 };
  }
}

const POWER_EVENTS = [
  'lock-screen',
  'on-ac',
  'on-battery',
  'resume',
  'shutdown',
  'speed-limit-change',
  'suspend',
  'thermal-state-change',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
];

type PowerMembers = 'isOnBatteryPower' | 'getSystemIdleTime' | 'getSystemIdleState' | 'onBatteryPower';

export class PowerMonitor extends Emitter implements Pick<Electron.PowerMonitor, PowerMembers> {
  onBatteryPower = false;

  constructor() {
    super('powerMonitor', POWER_EVENTS);
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(): 'active' {
    return 'active';
  }

  /** Something happened to the machine. */
  happen(event: string): void {
    if (!POWER_EVENTS.includes(event)) throw new Error(`stand-in: powerMonitor has no event '${event}'`);
    if (event === 'on-battery' || event === 'on-ac') this.onBatteryPower = event === 'on-battery';
    this.emit(event, new PreventableEvent());
  }
}

type ThemeMembers = 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'shouldUseHighContrastColors' | 'themeSource';

export class NativeTheme extends Emitter implements Pick<Electron.NativeTheme, ThemeMembers> {
  readonly shouldUseHighContrastColors = false;
  private readonly _backstage: Backstage;
  private _source: Electron.NativeTheme['themeSource'] = 'system';
  private _systemDark = false;

  constructor(backstage: Backstage) {
    super('nativeTheme', ['updated']);
    this._backstage = backstage;
  }

  get shouldUseDarkColors(): boolean {
    return this._source === 'system' ? this._systemDark : this._source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this._systemDark;
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this._source;
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this._source = source;
    this._changed();
  }

  setSystemDark(dark: boolean): void {
    this._systemDark = dark;
    this._changed();
  }

  private _changed(): void {
    tell(this._backstage.stage.setDark(this.shouldUseDarkColors));
    this.emit('updated', {});
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};

export class Net implements Pick<Electron.Net, 'isOnline' | 'online' | 'fetch'> {
  private _online = true;

  get online(): boolean {
    return this._online;
  }

  isOnline(): boolean {
    return this._online;
  }

  /** Files only: the app's network is not Electron's. */
  async fetch(input: string | Request): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) throw new Error(`stand-in: net.fetch of ${new URL(url).protocol}`);
    const path = fileURLToPath(url);
    const bytes = await readFile(path).catch(() => {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    });
    return new Response(bytes, { headers: { 'content-type': CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' } });
  }

  setOnline(online: boolean): void {
    this._online = online;
  }
}
