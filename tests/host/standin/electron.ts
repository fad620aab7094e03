/** What `import … from 'electron'` gives the app's main module on the stand-in. */
import type * as Electron from 'electron';
import { assemble } from './assemble.ts';
import type { LaunchFacts } from './backstage.ts';
import type { StageCalls } from './contract.ts';
import { createCalls } from './standin-calls.ts';
import { missing } from './strict.ts';
import { connect } from './wire.ts';

const facts = process.env.LATCHKEY_STANDIN;
if (facts === undefined || process.send === undefined) throw new Error('stand-in: start it with launchHost of tests/host/host.ts');
delete process.env.LATCHKEY_STANDIN;

const port = {
  send: (message: object): void => {
    if (process.connected) process.send?.(message);
  },
  onMessage: (listener: (message: unknown) => void): void => void process.on('message', listener),
  // Without its driver nobody could end it any more.
  onClose: (listener: () => void): void =>
    void process.once('disconnect', () => {
      listener();
      process.exit(1);
    }),
};
// Both sides need each other; calls only come once the main module runs.
const calls: { current: object } = { current: {} };
const stage = connect<StageCalls>(port, new Proxy({}, { get: (_target, name) => Reflect.get(calls.current, name) as unknown }));
const standin = assemble(stage, JSON.parse(facts) as LaunchFacts);
calls.current = createCalls(standin);

export function start(): void {
  standin.becomeReady();
  stage.started().catch(() => {});
}

type Exports = typeof Electron;
/** The names are Electron's own, or this does not compile. */
const exported = standin.electron satisfies { readonly [Name in keyof Exports]?: object };
export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  webContents,
} = exported;

type Missing = Exclude<keyof Exports, keyof typeof exported | 'default'>;
const not = (name: Missing): never => missing(name);
export const autoUpdater = not('autoUpdater');
export const BaseWindow = not('BaseWindow');
export const BrowserView = not('BrowserView');
export const contentTracing = not('contentTracing');
export const crashReporter = not('crashReporter');
export const desktopCapturer = not('desktopCapturer');
export const globalShortcut = not('globalShortcut');
export const inAppPurchase = not('inAppPurchase');
export const MessageChannelMain = not('MessageChannelMain');
export const netLog = not('netLog');
export const powerSaveBlocker = not('powerSaveBlocker');
export const pushNotifications = not('pushNotifications');
export const safeStorage = not('safeStorage');
export const ShareMenu = not('ShareMenu');
export const TouchBar = not('TouchBar');
export const utilityProcess = not('utilityProcess');
export const View = not('View');
export const webFrameMain = not('webFrameMain');
export const WebContentsView = not('WebContentsView');

/** Libraries look up names that do not exist in main (`electron.ipcRenderer`) and find nothing there, as on Electron. */
export default exported;
