/** The system around the app: dialogs with scripted answers, what was opened, clipboard, power, theme and network. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import type { DialogAnswer, DialogSeen, ExternalOpened, PowerEvent } from '../api.ts';
import type { Context } from './context.ts';
import { inBackground } from './context.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';

/** Everything is recorded, nothing is shown or opened. */
export interface Recorded {
  readonly dialogs: DialogSeen[];
  readonly answers: DialogAnswer[];
  readonly opened: ExternalOpened[];
}

type DialogMembers = 'showErrorBox' | 'showMessageBox' | 'showSaveDialog';

export function createDialog({ dialogs, answers }: Recorded): Record<DialogMembers, (...args: never[]) => unknown> {
  const ask =
    (method: DialogAnswer['method']) =>
    async (...args: unknown[]): Promise<unknown> => {
      // The first of two arguments is a window.
      const options = args.at(-1) as Record<string, unknown>;
      dialogs.push({ method, options: JSON.parse(JSON.stringify(options)) as Record<string, unknown> });
      const at = answers.findIndex((answer) => answer.method === method);
      if (at < 0) throw new Error(`stand-in: no scripted answer for dialog.${method}`);
      return answers.splice(at, 1)[0]?.value;
    };
  return strict('dialog', {
    showErrorBox: (title: string, content: string): void => void dialogs.push({ method: 'showErrorBox', options: { title, content } }),
    showMessageBox: ask('showMessageBox'),
    showSaveDialog: ask('showSaveDialog'),
  });
}

export function createShell({ opened }: Recorded): Pick<typeof Electron.shell, 'openExternal' | 'openPath'> {
  return strict('shell', {
    openExternal: async (url: string): Promise<void> => void opened.push({ method: 'openExternal', target: url }),
    openPath: async (path: string): Promise<string> => {
      opened.push({ method: 'openPath', target: path });
      return '';
    },
  });
}

export class Clipboard implements Pick<Electron.Clipboard, 'readText' | 'writeText'> {
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
}

const POWER_EVENTS: readonly (PowerEvent | 'shutdown' | 'removeListener')[] = ['suspend', 'resume', 'shutdown', 'removeListener'];

export class PowerMonitor extends Emitter {
  constructor() {
    super('powerMonitor', POWER_EVENTS);
  }

  /** Linux and macOS. Returns whether the app prevented the default, to end by itself. */
  shutDown(): boolean {
    const event = new PreventableEvent();
    this.emit('shutdown', event);
    return event.defaultPrevented;
  }
}

type ThemeMembers = 'shouldUseDarkColors' | 'themeSource';

export class NativeTheme implements Pick<Electron.NativeTheme, ThemeMembers> {
  private readonly _context: Context;
  private _source: Electron.NativeTheme['themeSource'] = 'system';
  private _isSystemDark = false;

  constructor(context: Context) {
    this._context = context;
  }

  get shouldUseDarkColors(): boolean {
    return this._source === 'system' ? this._isSystemDark : this._source === 'dark';
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this._source;
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this._source = source;
    this._update();
  }

  setSystemDark(isDark: boolean): void {
    this._isSystemDark = isDark;
    this._update();
  }

  private _update(): void {
    inBackground(this._context.browser.setDark(this.shouldUseDarkColors));
  }
}

export class Net implements Pick<Electron.Net, 'isOnline' | 'fetch'> {
  private readonly _context: Context;
  private _isOnline = true;

  constructor(context: Context) {
    this._context = context;
  }

  isOnline(): boolean {
    return this._isOnline;
  }

  /** Files only: the app does not use Electron's network. */
  async fetch(input: string | Request): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) throw new Error(`stand-in: net.fetch of ${new URL(url).protocol}`);
    return new Response(await readFile(fileURLToPath(url)));
  }

  setOnline(isOnline: boolean): void {
    this._isOnline = isOnline;
    inBackground(this._context.browser.setOnline(isOnline));
  }
}
