/** Resolved in place of `electron` by electron-store, which only checks which parts exist, and outside Electron. */
export default {};
