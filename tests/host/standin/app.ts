/** `app`: readiness, paths, one instance, and the one way to quit. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type * as Electron from 'electron';
import { relaunchFile } from '../relaunches.ts';
import type { Backstage } from './backstage.ts';
import { InstanceLock } from './lock.ts';
import { Emitter, PreventableEvent } from './strict.ts';

const EVENTS = [
  'activate',
  'before-quit',
  'browser-window-blur',
  'browser-window-created',
  'browser-window-focus',
  'certificate-error',
  'child-process-gone',
  'open-file',
  'open-url',
  'quit',
  'ready',
  'render-process-gone',
  'second-instance',
  'session-created',
  'web-contents-created',
  'will-finish-launching',
  'will-quit',
  'window-all-closed',
];

/** The windows as `app` sees them when it quits. */
export interface Windows {
  /** Closes all; false when one refused. Resolves when the last is gone. */
  closeAll(): Promise<boolean>;
  destroyAll(): void;
}

type PathName = Parameters<Electron.App['getPath']>[0];
type Implemented =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'hide'
  | 'show'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getAppPath'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'setAppUserModelId'
  | 'setLoginItemSettings'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'isPackaged'
  | 'name';

export class App extends Emitter implements Pick<Electron.App, Implemented> {
  readonly isPackaged: boolean;
  /** There is a dock on macOS only, and this is not macOS. */
  readonly dock = undefined;
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this._switches.set(name, value),
    hasSwitch: (name: string): boolean => this._switches.has(name) || process.argv.some((arg) => arg.split('=')[0] === `--${name}`),
    getSwitchValue: (name: string): string =>
      this._switches.get(name) ?? process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
    removeSwitch: (name: string): void => void this._switches.delete(name),
  };

  private readonly _backstage: Backstage;
  private readonly _windows: () => Windows;
  private readonly _switches = new Map<string, string>();
  private readonly _paths = new Map<string, string>();
  private readonly _pending: (() => void)[] = [];
  private readonly _readiness = Promise.withResolvers<undefined>();
  private _lock: InstanceLock | null = null;
  private _name: string;
  private _ready = false;
  private _quitting = false;
  private _loginItem: Electron.Settings = {};

  constructor(backstage: Backstage, windows: () => Windows) {
    super('app', EVENTS);
    this._backstage = backstage;
    this._windows = windows;
    this._name = backstage.facts.name;
    this.isPackaged = backstage.facts.isPackaged;
    const { profile, home } = backstage.facts;
    const places = { home, appData: join(home, 'appData'), userData: profile, sessionData: profile, logs: join(profile, 'logs') };
    for (const [name, path] of Object.entries({ ...places, temp: tmpdir(), exe: process.execPath, module: process.execPath })) {
      this._paths.set(name, path);
    }
    for (const name of ['desktop', 'documents', 'downloads', 'music', 'pictures', 'videos']) this._paths.set(name, join(home, name));
    // As Electron does on POSIX: a polite signal is a request to quit.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  get name(): string {
    return this._name;
  }

  set name(name: string) {
    this._name = name;
  }

  get quitting(): boolean {
    return this._quitting;
  }

  /** By the runner, once the main module has been evaluated: as in Electron, a module that waits for readiness at its top never ends. */
  becomeReady(): void {
    if (this._quitting) return;
    this._ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this._readiness.resolve(undefined);
    for (const report of this._pending.splice(0)) report();
  }

  whenReady(): Promise<void> {
    return this._readiness.promise;
  }

  isReady(): boolean {
    return this._ready;
  }

  quit(): void {
    if (this._quitting) return;
    const event = new PreventableEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this._quitting = true;
    setImmediate(() => void this._quitWithWindows());
  }

  exit(exitCode = 0): void {
    this._quitting = true;
    this._windows().destroyAll();
    this.emit('quit', {}, exitCode);
    process.exit(exitCode);
  }

  /** Electron waits for the end of this process; here what would follow is only written down. */
  relaunch({ args = process.argv.slice(1) }: Electron.RelaunchOptions = {}): void {
    appendFileSync(relaunchFile(this._backstage.facts.home), `${JSON.stringify({ args })}\n`);
  }

  focus(): void {}
  hide(): void {}
  show(): void {}
  enableSandbox(): void {
    if (this._ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (this._ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this._lock ??= new InstanceLock(
      this._backstage.facts.home,
      this.getPath('userData'),
      ({ argv, workingDirectory, additionalData: data }) => {
        const report = (): void => void this.emit('second-instance', {}, argv, workingDirectory, data);
        if (this._ready) report();
        else this._pending.push(report);
      },
    );
    return this._lock.request(additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this._lock?.held ?? false;
  }

  releaseSingleInstanceLock(): void {
    this._lock?.release();
  }

  getPath(name: PathName): string {
    const path = this._paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    this._paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this._paths.set('logs', path ?? join(this.getPath('userData'), 'logs'));
  }

  getAppPath(): string {
    return this._backstage.facts.appPath;
  }

  getName(): string {
    return this._name;
  }

  setName(name: string): void {
    this._name = name;
  }

  getVersion(): string {
    return this._backstage.facts.version;
  }

  getLocale(): string {
    return this._backstage.facts.locale;
  }

  getSystemLocale(): string {
    return this._backstage.facts.locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [this._backstage.facts.locale];
  }

  setAppUserModelId(): void {}

  setLoginItemSettings(settings: Electron.Settings): void {
    this._loginItem = { ...settings };
  }

  getLoginItemSettings(): Pick<Electron.LoginItemSettings, 'openAtLogin' | 'wasOpenedAtLogin' | 'executableWillLaunchAtLogin'> {
    const openAtLogin = this._loginItem.openAtLogin ?? false;
    return { openAtLogin, wasOpenedAtLogin: false, executableWillLaunchAtLogin: openAtLogin };
  }

  /** For the driver: what was last set, null when nothing was. */
  loginItem(): Electron.Settings | null {
    return Object.keys(this._loginItem).length === 0 ? null : this._loginItem;
  }

  /** By the windows, when the last one has closed. */
  allWindowsClosed(): void {
    if (this._quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  private async _quitWithWindows(): Promise<void> {
    if (!(await this._windows().closeAll())) {
      this._quitting = false;
      return;
    }
    const event = new PreventableEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this._quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    process.exit(0);
  }
}
