/** Whether this Node version can run Latchkey. Imports nothing, since it must load on the versions that it refuses. */

/** undici 8 and node:sqlite do not load on older versions. */
const MIN_MAJOR = 22;
const MIN_MINOR = 19;

/** A message for the user, or null when the version (such as "24.21.0") is new enough. */
export function refuseOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MIN_MAJOR || (major === MIN_MAJOR && minor >= MIN_MINOR)) return null;
  return `Latchkey needs Node ${MIN_MAJOR}.${MIN_MINOR} or newer, and this is Node ${version}. In a checkout, \`npm run -s latchkey -- …\` uses the right one.`;
}
