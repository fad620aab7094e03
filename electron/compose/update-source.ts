/** Where new versions come from, as the build laid it down (build/update-source.ts); empty where nobody named a feed. */
import type { UpdateSource } from '../app/updates/update-policy.ts';

declare const LATCHKEY_UPDATE_SOURCE: UpdateSource | undefined;

export function updateSource(): UpdateSource {
  return typeof LATCHKEY_UPDATE_SOURCE === 'undefined' ? { feed: '', publisher: '' } : LATCHKEY_UPDATE_SOURCE;
}
