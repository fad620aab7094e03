/** Where new versions come from: set by the build (build/update-source.ts), and empty without a feed. */
import type { UpdateSource } from '../app/updates/update-policy.ts';

declare const LATCHKEY_UPDATE_SOURCE: UpdateSource | undefined;

export function updateSource(): UpdateSource {
  return typeof LATCHKEY_UPDATE_SOURCE === 'undefined' ? { feed: '', publisher: '' } : LATCHKEY_UPDATE_SOURCE;
}
