/** What `import … from 'electron'` resolves to in the app's main process on the stand-in. */
import { dirname } from 'node:path';
import type * as Electron from 'electron';
import type { BrowserCalls } from './calls.ts';
import type { LaunchFacts } from './context.ts';
import { createStandin } from './exports.ts';
import { fakePlatform } from './faked-platform.ts';
import { createMainCalls } from './main-side.ts';
import { connect } from './rpc.ts';
import { strict } from './strict.ts';

const given = process.env.LATCHKEY_STANDIN;
if (given === undefined || process.send === undefined) throw new Error('stand-in: start it with launchHost of tests/host/host.ts');
delete process.env.LATCHKEY_STANDIN;
const facts = JSON.parse(given) as LaunchFacts;
fakePlatform(facts.platform);
Object.defineProperty(process, 'resourcesPath', { value: dirname(facts.appPath) });

const port = {
  send: (message: object): void => {
    if (process.connected) process.send?.(message);
  },
  onMessage: (listener: (message: unknown) => void): void => void process.on('message', listener),
  // Without the test that drives it, nothing else would end this process.
  onClose: (listener: () => void): void =>
    void process.once('disconnect', () => {
      listener();
      process.exit(1);
    }),
};
// Each side needs the other; calls only arrive once the main module runs.
const calls: { current: object } = { current: {} };
const browser = connect<BrowserCalls>(port, new Proxy({}, { get: (_target, name) => Reflect.get(calls.current, name) as unknown }));
const standin = createStandin(browser, facts);
// The names are Electron's, or this does not compile.
const exported = standin.electron satisfies { readonly [Name in keyof typeof Electron]?: object };
calls.current = createMainCalls(standin, strict('electron', exported));

export function start(): void {
  standin.becomeReady();
  browser.started().catch(() => {});
}

export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} = exported;
/** Not strict: libraries look up names that main does not have, such as `electron.ipcRenderer`, and find nothing on Electron either. */
export default exported;
