/** Electron's fuses in the packaged program, under electron-builder's names. A fuse that is not listed keeps Electron's default. */
export const FUSES = {
  /** Otherwise ELECTRON_RUN_AS_NODE=1 makes the signed binary run any script. */
  runAsNode: false,
  /** Otherwise NODE_OPTIONS=--require loads code into the main process. */
  enableNodeOptionsEnvironmentVariable: false,
  /** Otherwise --inspect lets any local program read the main process, which has the keychain's secrets in memory. */
  enableNodeCliInspectArguments: false,
  /** The program runs from its archive only, and only if the archive is unchanged. */
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  /** Pages are loaded over app://, so file: pages need no privileges. */
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  /** There are no cookies, and Chromium would store a key in the user's keychain and read it at every start. */
  enableCookieEncryption: false,
} as const;
