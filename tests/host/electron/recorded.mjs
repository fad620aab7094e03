// What the app's `import … from 'electron'` gets on real Electron under test: Electron itself, with the parts that hook.cjs records.
const { electron } = globalThis[Symbol.for('latchkey.host')];

export default electron;
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
} = electron;
