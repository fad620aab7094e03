/** What `import … from 'electron'` gives the app's main module on the stand-in. */
import { dirname } from 'node:path';
import type * as Electron from 'electron';
import { assemble } from './assemble.ts';
import type { LaunchFacts } from './backstage.ts';
import type { StageCalls } from './contract.ts';
import { createCalls } from './standin-calls.ts';
import { missing } from './strict.ts';
import { connect } from './wire.ts';

const given = process.env.LATCHKEY_STANDIN;
if (given === undefined || process.send === undefined) throw new Error('stand-in: start it with launchHost of tests/host/host.ts');
delete process.env.LATCHKEY_STANDIN;
const facts = JSON.parse(given) as LaunchFacts;
Object.defineProperty(process, 'resourcesPath', { value: dirname(facts.appPath) });

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
const standin = assemble(stage, facts);
calls.current = createCalls(standin, () => everything);

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

/** There by name, and nothing more. */
const absent = {
  autoUpdater: missing('autoUpdater'),
  BaseWindow: missing('BaseWindow'),
  BrowserView: missing('BrowserView'),
  contentTracing: missing('contentTracing'),
  crashReporter: missing('crashReporter'),
  desktopCapturer: missing('desktopCapturer'),
  globalShortcut: missing('globalShortcut'),
  inAppPurchase: missing('inAppPurchase'),
  MessageChannelMain: missing('MessageChannelMain'),
  netLog: missing('netLog'),
  powerSaveBlocker: missing('powerSaveBlocker'),
  pushNotifications: missing('pushNotifications'),
  safeStorage: missing('safeStorage'),
  ShareMenu: missing('ShareMenu'),
  TouchBar: missing('TouchBar'),
  utilityProcess: missing('utilityProcess'),
  View: missing('View'),
  webFrameMain: missing('webFrameMain'),
  WebContentsView: missing('WebContentsView'),
} satisfies { readonly [Name in keyof Exports]?: never };
export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  inAppPurchase,
  MessageChannelMain,
  netLog,
  powerSaveBlocker,
  pushNotifications,
  safeStorage,
  ShareMenu,
  TouchBar,
  utilityProcess,
  View,
  webFrameMain,
  WebContentsView,
} = absent;

/** Libraries look up names that main does not have (`electron.ipcRenderer`) and find nothing, as on Electron. */
const everything = { ...exported, ...absent };
export default everything;
