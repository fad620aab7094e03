/** The update feed and publisher that are built into the program. */
import type { UpdateSource } from '../electron/app/updates/update-policy.ts';

/** LATCHKEY_UPDATE_FEED: an https address; without it the program does not update itself. LATCHKEY_UPDATE_PUBLISHER: the certificate's subject, for Windows. */
export function updateSourceOf(env: Readonly<Record<string, string | undefined>>): UpdateSource {
  const feed = env.LATCHKEY_UPDATE_FEED?.trim() ?? '';
  const publisher = env.LATCHKEY_UPDATE_PUBLISHER?.trim() ?? '';
  if (feed === '') return { feed: '', publisher: '' };
  const address = URL.canParse(feed) ? new URL(feed) : null;
  if (address?.protocol !== 'https:' || address.username !== '' || address.search !== '' || address.hash !== '') {
    throw new Error('LATCHKEY_UPDATE_FEED must be a plain https address, such as https://downloads.example/latchkey/');
  }
  return { feed: address.href, publisher };
}
