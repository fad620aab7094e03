// What `import … from 'electron'` resolves to on real Electron under test: Electron, with the parts that hook.cjs records.
const { electron } = globalThis[Symbol.for('latchkey.host')];

export default electron;
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
} = electron;
