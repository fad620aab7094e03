/** Starts the app's main module on the stand-in: a Node process for main, and a browser for its windows. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { sharedBrowser, startBrowser } from '../browser.ts';
import { drive, remote } from '../driver.ts';
import type { Host, LaunchOptions } from '../api.ts';
import { appEnvironment, appFacts, realPlatform, run, within } from '../processes.ts';
import type { Running } from '../processes.ts';
import { forgetRelaunches, readRelaunches } from '../relaunches.ts';
import { BrowserSide } from './browser/browser-side.ts';
import type { MainCalls } from './calls.ts';
import type { LaunchFacts } from './context.ts';
import type { Control } from './control.ts';
import { connect } from './rpc.ts';
import type { Port } from './rpc.ts';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));

function spawnMain(options: LaunchOptions, args: readonly string[]): Running {
  const main = resolve(options.main);
  const profile = resolve(options.profile);
  const { home, env } = appEnvironment({ ...options, profile });
  const versions = { electron: 'stand-in', chrome: 'stand-in', node: process.versions.node };
  const {
    isPackaged = false,
    notificationsFail = false,
    wasOpenedAtLogin = false,
    platform = realPlatform(),
    locale = 'en-US',
    standin = RUN,
  } = options;
  const told = { isPackaged, notificationsFail, wasOpenedAtLogin, platform, locale };
  const facts: LaunchFacts = { profile, home, ...told, versions, ...appFacts(main) };
  return run({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', standin, main, ...args],
    env: { ...env, LATCHKEY_STANDIN: JSON.stringify(facts) },
    withChannel: true,
  });
}

function portOf({ child }: Running): Port {
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => void child.once('disconnect', listener),
  };
}

export async function launchStandin(options: LaunchOptions): Promise<Host> {
  const { browser: look = 'headless', debuggingPort } = options;
  const hasOwnBrowser = look === 'visible' || debuggingPort !== undefined;
  // The browser and the main process start at the same time.
  const browser: Promise<Browser> = hasOwnBrowser
    ? startBrowser({ visible: look === 'visible', ...(debuggingPort === undefined ? {} : { debuggingPort }) })
    : sharedBrowser();
  browser.catch(() => {});
  const profile = resolve(options.profile);
  forgetRelaunches(profile);
  const running = spawnMain(options, options.args ?? []);
  const { child, pid, output } = running;
  const browserSide = new BrowserSide(browser, { locale: options.locale ?? 'en-US', timezone: options.env?.TZ });
  const main = connect<MainCalls>(portOf(running), browserSide);
  browserSide.connectTo(main);

  const exited = (async () => {
    try {
      return await running.exited;
    } finally {
      await browserSide.close().catch(() => {});
      if (hasOwnBrowser) await (await browser.catch(() => null))?.close().catch(() => {});
    }
  })();
  exited.catch(() => {});
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  const written = (): string => `${output.stdout}${output.stderr}`.slice(-4000);

  try {
    const failed = running.exited.then((code) => Promise.reject(new Error(`the app ended with code ${code} before it had started`)));
    const started = Promise.race([Promise.all([browserSide.hasStarted, browser]), failed]);
    // An app that quits at once (a second instance) is started by secondInstance() instead.
    await within(options.startTimeoutMs ?? 15_000, 'the start of the app', started, () => {});
  } catch (error) {
    await kill();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${written()}`, { cause: error });
  }

  /** Adds the app's output to the error when the app has ended. */
  const explained = async <T>(called: Promise<T>): Promise<T> =>
    called.catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.includes('has gone')) throw error;
      throw new Error(`${error.message}\n${written()}`, { cause: error });
    });
  const control = remote<Control>((name, args) => explained(main.control(name, args)));
  const page = async (timeoutMs = 10_000): Promise<Page> => {
    for (let waitedMs = 0; ; waitedMs += 20) {
      const shown = (await control.windows()).find(({ isVisible, isLoading, url }) => isVisible && !isLoading && url !== '');
      const found = shown === undefined ? null : browserSide.pageOf(shown.id);
      if (found !== null) return found;
      if (waitedMs >= timeoutMs) throw new Error(`no window was shown within ${timeoutMs} ms\n${written()}`);
      await sleep(20);
    }
  };
  return {
    ...drive(control),
    kind: 'standin',
    pid,
    page,
    exited,
    kill,
    async secondInstance(args = [], timeoutMs = 10_000) {
      const second = spawnMain(options, args);
      // It has no browser side: if it opened a window, it would not end.
      connect(portOf(second), { started: () => {} });
      return within(timeoutMs, 'the end of the second instance', second.exited, () => second.child.kill('SIGKILL'));
    },
    async endSession() {
      await control.endSession().catch((error: unknown) => (String(error).includes('has gone') ? exited : Promise.reject(error as Error)));
    },
    async ipcLog() {
      return browserSide.ipcLog;
    },
    relaunches: async () => readRelaunches(profile),
    output: () => ({ ...output }),
    pageOutput: () => browserSide.output,
    async evaluateMain(body, argument) {
      return (await explained(main.evaluate(String(body), argument))) as never;
    },
    async quit(timeoutMs = 10_000) {
      // The app may end before it answers.
      void control.quit().catch(() => {});
      return within(timeoutMs, 'quitting', exited, () => child.kill('SIGKILL'));
    },
  };
}
