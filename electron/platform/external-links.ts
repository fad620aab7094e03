/** The few pages of the web that the app may open, in the host's own browser. Whatever else asks to be opened is not. */
import { shell } from 'electron';
import { externalLink } from './external-addresses.ts';
import type { Logger } from '../app/ports/system.ts';

/** True when it is on the list and was handed to the system. */
export function openExternalLink(url: string, log: Logger): boolean {
  const address = externalLink(url);
  if (address === null) {
    log.log('warn', 'A link that is not on the list was not opened.');
    return false;
  }
  shell.openExternal(address).catch(() => log.log('warn', 'The system could not open a link.'));
  return true;
}
