/** Starts the app's main module on real Electron through Playwright, with the hook that records and drives what is outside the window. */
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import type { BrowserWindow } from 'electron';
import type { ElectronApplication, JSHandle, Page } from 'playwright-core';
import { drive, remote } from '../driver.ts';
import { electronBinary } from '../../../build/electron-binary.ts';
import type { Host, IpcRecord, LaunchOptions } from '../api.ts';
import { appEnvironment, appFacts, collect, realPlatform, run, within } from '../processes.ts';
import { forgetRelaunches, readRelaunches } from '../relaunches.ts';
import type { Control } from '../standin/control.ts';

const HOOK = fileURLToPath(new URL('hook.cjs', import.meta.url));

interface Hooked {
  readonly evaluate: (source: string, argument: unknown) => unknown;
  readonly control: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly ipcLog: readonly IpcRecord[];
}

interface Command {
  readonly executable: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

function commandOf(options: LaunchOptions, args: readonly string[]): Command {
  const binary = electronBinary();
  if (binary.path === null) throw new Error(binary.reason);
  const main = resolve(options.main);
  const profile = resolve(options.profile);
  const { env } = appEnvironment({ ...options, profile });
  const facts = { ...appFacts(main), profile };
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    executable: binary.path,
    args: ['-r', HOOK, ...root, `--lang=${options.locale ?? 'en-US'}`, main, ...args],
    env: { ...(env as Record<string, string>), LATCHKEY_HOST_FACTS: JSON.stringify(facts) },
  };
}

function call(app: ElectronApplication, name: string, args: readonly unknown[]): Promise<unknown> {
  return app.evaluate(
    (_exports, [method, values]) => {
      const { control } = (globalThis as unknown as Record<symbol, Hooked>)[Symbol.for('latchkey.host')] as Hooked;
      return control[method]?.(...values);
    },
    [name, args] as const,
  );
}

async function shownPage(app: ElectronApplication): Promise<Page | null> {
  for (const page of app.windows()) {
    const window = (await app.browserWindow(page)) as JSHandle<BrowserWindow>;
    if (await window.evaluate((shown) => shown.isVisible() && !shown.webContents.isLoading())) return page;
  }
  return null;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', (code) => done(code)))
    : Promise.resolve(child.exitCode);
}

export async function launchElectron(options: LaunchOptions): Promise<Host> {
  if (options.platform !== undefined && options.platform !== realPlatform())
    throw new Error(`Electron here is not on ${options.platform}.`);
  const { executable, args, env } = commandOf(options, options.args ?? []);
  const profile = resolve(options.profile);
  forgetRelaunches(profile);
  const app = await _electron.launch({ executablePath: executable, args, env, timeout: options.startTimeoutMs ?? 15_000 });
  const child = app.process();
  const output = collect(child);
  const pageOutput: string[] = [];
  const listen = (page: Page): void => {
    page.on('console', (message) => void pageOutput.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => void pageOutput.push(`uncaught: ${error.message}`));
  };
  app.windows().forEach(listen);
  app.on('window', listen);
  await app.evaluate(({ app: main }) => main.whenReady());

  const control = remote<Control>((name, values) => call(app, name, values));
  const exited = exitOf(child);
  const readLog = (): Promise<readonly IpcRecord[]> =>
    app.evaluate(() => ((globalThis as unknown as Record<symbol, Hooked>)[Symbol.for('latchkey.host')] as Hooked).ipcLog);
  let lastLog: readonly IpcRecord[] = [];
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  return {
    ...drive(control),
    kind: 'electron',
    pid: child.pid ?? 0,
    exited,
    kill,
    async page(timeoutMs = 10_000) {
      for (let waitedMs = 0; ; waitedMs += 20) {
        const page = await shownPage(app);
        if (page !== null) return page;
        if (waitedMs >= timeoutMs) throw new Error(`no window was shown within ${timeoutMs} ms\n${output.stdout}${output.stderr}`);
        await sleep(20);
      }
    },
    async secondInstance(further = [], timeoutMs = 10_000) {
      const second = commandOf(options, further);
      const running = run({ command: second.executable, args: second.args, env: second.env, withChannel: false });
      return within(timeoutMs, 'the end of the second instance', running.exited, () => running.child.kill('SIGKILL'));
    },
    async endSession() {
      await control.endSession().catch((error: unknown) => (String(error).includes('host: ') ? Promise.reject(error as Error) : exited));
    },
    async ipcLog() {
      // The log is in the main process. After its exit, the last one read is returned, at the latest from when quitting began.
      lastLog = await readLog().catch(() => lastLog);
      return lastLog;
    },
    relaunches: async () => readRelaunches(profile),
    output: () => ({ ...output }),
    pageOutput: () => pageOutput,
    async evaluateMain(body, argument) {
      // On what the app imports, which the hook has replaced in part: Playwright itself would hand over Electron.
      return app.evaluate(
        (_exports, [source, value]) => {
          const { evaluate } = (globalThis as unknown as Record<symbol, Hooked>)[Symbol.for('latchkey.host')] as Hooked;
          return evaluate(source, value) as never;
        },
        [String(body), argument] as const,
      );
    },
    async quit(timeoutMs = 10_000) {
      lastLog = await readLog().catch(() => lastLog);
      void control.quit().catch(() => {});
      return within(timeoutMs, 'quitting', exited, () => child.kill('SIGKILL'));
    },
  };
}
