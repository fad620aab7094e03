/** Finds a Chromium for tests and starts it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { bundledBrowser } from './bundled-browser.ts';

export interface BrowserChoice {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it was found, for messages. */
  readonly source: string;
  /** The bundled one cannot show a window. */
  readonly headlessOnly: boolean;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome',
];

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((root) => root !== undefined);
    const tails = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return tails.flatMap((tail) => roots.map((root) => join(root, ...tail)));
  }
  return NAMES.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
}

/** LATCHKEY_BROWSER, else an installed Chromium, Chrome or Edge, else the one from npm (Linux x64 only), which LATCHKEY_BROWSER=bundled forces. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserChoice> {
  const wanted = env.LATCHKEY_BROWSER ?? '';
  if (wanted !== '' && wanted !== 'bundled') {
    if (!existsSync(wanted)) throw new Error(`LATCHKEY_BROWSER names ${wanted}, which does not exist`);
    return { executable: wanted, env: {}, source: 'LATCHKEY_BROWSER', headlessOnly: false };
  }
  const installed = wanted === 'bundled' ? undefined : usualPlaces(env).find((path) => existsSync(path));
  if (installed !== undefined) return { executable: installed, env: {}, source: 'installed', headlessOnly: false };
  const bundled = await bundledBrowser();
  if (bundled !== null) return { ...bundled, source: '@sparticuz/chromium', headlessOnly: true };
  throw new Error(
    'No browser for the window: install Chromium, Chrome or Edge, or name one in LATCHKEY_BROWSER. (npm brings one on Linux x64 only.)',
  );
}

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

export interface BrowserStart {
  readonly visible?: boolean;
  readonly debuggingPort?: number;
}

const shared: { browser: Promise<Browser> | null } = { browser: null };

/** One browser for all tests of this process, each with contexts of its own. It ends with the process. */
export async function sharedBrowser(): Promise<Browser> {
  const running = await shared.browser?.catch(() => null);
  if (running?.isConnected() === true) return running;
  shared.browser = startBrowser();
  return shared.browser;
}

/** For a process that is to end by itself: the browser keeps it running. */
export async function closeSharedBrowser(): Promise<void> {
  await (await shared.browser?.catch(() => null))?.close();
}

/** Starts a browser with a new profile; it ends with `close` or with this process. */
export async function startBrowser({ visible = false, debuggingPort }: BrowserStart = {}): Promise<Browser> {
  const choice = await findBrowser();
  if (visible && choice.headlessOnly) {
    throw new Error('A visible window needs an installed Chromium, Chrome or Edge: the browser from npm can draw to no screen.');
  }
  return chromium.launch({
    executablePath: choice.executable,
    headless: !visible,
    // Chromium's sandbox does not run as root, and needs a kernel feature that containers often lack.
    chromiumSandbox: process.platform !== 'linux',
    args: [...QUIET, ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`])],
    env: { ...(process.env as Record<string, string>), ...choice.env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
