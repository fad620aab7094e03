/** Whether this Node can run Latchkey. Imports nothing: it must load on the very versions that it refuses. */

/** undici 8 and node:sqlite do not load on older ones. */
const WANTED_MAJOR = 22;
const WANTED_MINOR = 19;

/** One line for the user, or null when the version (such as "24.21.0") will do. */
export function refuseOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > WANTED_MAJOR || (major === WANTED_MAJOR && minor >= WANTED_MINOR)) return null;
  return `Latchkey needs Node ${WANTED_MAJOR}.${WANTED_MINOR} or newer, and this is Node ${version}. In a checkout, \`npm run -s latchkey -- …\` uses the right one.`;
}
