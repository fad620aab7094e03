/** `app`: readiness, paths, the single-instance lock, and quitting. */
import { appendFileSync, existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type * as Electron from 'electron';
import { relaunchFile } from '../relaunches.ts';
import { createCommandLine, startDebugging } from './command-line.ts';
import type { Context } from './context.ts';
import { InstanceLock } from './instance-lock.ts';
import { Dock } from './dock.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';

const EVENTS = [
  'activate',
  'before-quit',
  'child-process-gone',
  'quit',
  'second-instance',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
];

/** The windows as `app` sees them when it quits. */
export interface Windows {
  /** Returns false when a window prevented its closing. */
  closeAll(): boolean;
  destroyAll(): void;
}

type PathName = Parameters<Electron.App['getPath']>[0];
type Implemented =
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'getPath'
  | 'setPath'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'setAppUserModelId'
  | 'setLoginItemSettings'
  | 'enableSandbox'
  | 'isPackaged';

export class App extends Emitter implements Pick<Electron.App, Implemented> {
  readonly isPackaged: boolean;
  /** On macOS only. */
  readonly dock: Dock | undefined;
  readonly commandLine = createCommandLine(process.argv.slice(1));

  private readonly _context: Context;
  private readonly _windows: () => Windows;
  private readonly _paths: Map<string, string>;
  private readonly _pendingLaunches: (() => void)[] = [];
  private readonly _readiness = Promise.withResolvers<undefined>();
  private _lock: InstanceLock | null = null;
  private _name: string;
  private _isReady = false;
  private _isQuitting = false;
  private _loginItem: Electron.Settings | null = null;

  constructor(context: Context, windows: () => Windows) {
    super('app', EVENTS);
    const { profile, home, name, isPackaged, platform } = context.facts;
    this._context = context;
    this._windows = windows;
    this._name = name;
    this.isPackaged = isPackaged;
    this.dock = platform === 'darwin' ? strict('Dock', new Dock()) : undefined;
    this._paths = new Map(Object.entries({ home, userData: profile, sessionData: profile }));
    // As Electron does on POSIX.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  get ready(): boolean {
    return this._isReady;
  }

  /** Called once the main module has been evaluated: as in Electron, a module that awaits readiness at its top level never ends. */
  becomeReady(): void {
    if (this._isQuitting) return;
    startDebugging(this.commandLine);
    this._isReady = true;
    this._readiness.resolve(undefined);
    for (const report of this._pendingLaunches.splice(0)) report();
  }

  whenReady(): Promise<void> {
    return this._readiness.promise;
  }

  /** Returns false when the app prevented it, which Electron does not tell the app. */
  quit(): boolean {
    if (this._isQuitting) return true;
    const event = new PreventableEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return false;
    this._isQuitting = true;
    setImmediate(() => this._quitWithWindows());
    return true;
  }

  exit(exitCode = 0): void {
    this._isQuitting = true;
    this._windows().destroyAll();
    this.emit('quit', {}, exitCode);
    process.exit(exitCode);
  }

  /** Recorded only: nothing is started. */
  relaunch({ args = process.argv.slice(1), execPath }: Electron.RelaunchOptions = {}): void {
    appendFileSync(relaunchFile(this._context.facts.home), `${JSON.stringify({ args, execPath: execPath ?? null })}\n`);
  }

  enableSandbox(): void {
    if (this._isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this._lock ??= new InstanceLock(
      this._context.facts.home,
      this.getPath('userData'),
      ({ argv, workingDirectory, additionalData: data }) => {
        const report = (): void => void this.emit('second-instance', {}, argv, workingDirectory, data);
        if (this._isReady) report();
        else this._pendingLaunches.push(report);
      },
    );
    return this._lock.request(additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this._lock?.held ?? false;
  }

  getPath(name: PathName): string {
    const path = this._paths.get(name);
    if (path === undefined) throw new Error(`stand-in: app.getPath('${name}')`);
    return path;
  }

  /** A folder that does not exist is refused as documented: Electron's sources of today refuse relative paths only. */
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (!existsSync(path)) throw new Error('Failed to set path');
    this._paths.set(name, path);
  }

  getName(): string {
    return this._name;
  }

  setName(name: string): void {
    this._name = name;
  }

  getVersion(): string {
    return this._context.facts.version;
  }

  getSystemLocale(): string {
    return this._context.facts.locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [this._context.facts.locale];
  }

  setAppUserModelId(): void {}

  /** Missing elsewhere, as in Electron. */
  get setToastActivatorCLSID(): Electron.App['setToastActivatorCLSID'] {
    if (this._context.facts.platform !== 'win32') throw new Error('stand-in: app.setToastActivatorCLSID');
    return () => undefined;
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this._loginItem = { ...settings };
  }

  /** Linux has no login items; Windows finds the app's own by its command; macOS has one for the app. */
  getLoginItemSettings(
    asked: Electron.LoginItemSettingsOptions = {},
  ): Pick<Electron.LoginItemSettings, 'openAtLogin' | 'wasOpenedAtLogin'> {
    const { platform, wasOpenedAtLogin } = this._context.facts;
    const command = ({ path = process.execPath, args = [] }: Electron.LoginItemSettingsOptions): string => JSON.stringify([path, args]);
    const set = this._loginItem;
    const isSet = set?.openAtLogin === true && platform !== 'linux' && (platform === 'darwin' || command(set) === command(asked));
    return { openAtLogin: isSet, wasOpenedAtLogin: platform === 'darwin' && wasOpenedAtLogin };
  }

  /** For the driver: the last settings, null when there were none. */
  loginItem(): Electron.Settings | null {
    return this._loginItem;
  }

  /** Called when the last window has closed. */
  allWindowsClosed(): void {
    if (this._isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  private _quitWithWindows(): void {
    const event = new PreventableEvent();
    if (this._windows().closeAll()) this.emit('will-quit', event);
    else event.preventDefault();
    this._isQuitting = !event.defaultPrevented;
    if (!this._isQuitting) return;
    this.emit('quit', {}, 0);
    process.exit(0);
  }
}
