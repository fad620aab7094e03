/** What the build lays down about updates: the feed (https), and who has to have signed what comes from it. */
import type { UpdateSource } from '../electron/app/updates/update-policy.ts';

/** LATCHKEY_UPDATE_FEED: an address; unset, the program does not renew itself. LATCHKEY_UPDATE_PUBLISHER: the subject of the certificate, for Windows. */
export function updateSourceOf(env: Readonly<Record<string, string | undefined>>): UpdateSource {
  const feed = env.LATCHKEY_UPDATE_FEED?.trim() ?? '';
  const publisher = env.LATCHKEY_UPDATE_PUBLISHER?.trim() ?? '';
  if (feed === '') return { feed: '', publisher: '' };
  const address = URL.canParse(feed) ? new URL(feed) : null;
  if (address?.protocol !== 'https:' || address.username !== '' || address.search !== '' || address.hash !== '') {
    throw new Error('LATCHKEY_UPDATE_FEED has to be a plain https address, for instance https://downloads.example/latchkey/');
  }
  return { feed: address.href, publisher };
}
