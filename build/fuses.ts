/**
 * The switches flipped in the packaged program's binary: what it must not be talked into. Names as the packager has them; a fuse that is
 * not named here keeps Electron's default.
 */
export const FUSES = {
  /** Else ELECTRON_RUN_AS_NODE=1 makes a trusted, signed binary run anybody's script. */
  runAsNode: false,
  /** Else NODE_OPTIONS=--require loads code into main. */
  enableNodeOptionsEnvironmentVariable: false,
  /** Else --inspect opens main, with the keychain's secrets in its memory, to any local program. */
  enableNodeCliInspectArguments: false,
  /** The program runs from its archive and from nowhere else, and only when the archive is the one that was packed. */
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  /** Pages come over app://; a file: page is nothing special. */
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  /** Off, since there are no cookies: it would only put a key of Chromium's into the user's keychain, and ask for it at every start. */
  enableCookieEncryption: false,
} as const;
