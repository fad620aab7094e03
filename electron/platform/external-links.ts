/** The web pages the app may open in the user's browser: a closed list of complete addresses, so that nothing can be appended to them. */
import type { Shell } from 'electron';
import type { Logger } from '../app/ports/system.ts';

export const EXTERNAL_LINKS: readonly string[] = [
  // Where users create the Smoobu API key and look at bookings.
  'https://login.smoobu.com/',
];

/** Opens a listed page; any other address is only logged. */
export function openExternalLink(url: string, shell: Pick<Shell, 'openExternal'>, log: Logger): void {
  if (EXTERNAL_LINKS.includes(url)) shell.openExternal(url).catch(() => log.log('warn', 'opening a link failed'));
  else log.log('warn', 'unlisted link blocked');
}
