/** Which keys this computer has. */

export function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh');
}
