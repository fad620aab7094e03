/** Resolved in place of `electron` outside Electron: electron-store only checks which parts exist. */
export default {};
