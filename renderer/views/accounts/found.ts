/** What a test that went well found in an account, and the words for it. Pure. */
import type { CloudName } from '../../../shared/errors.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { Formats } from '../../lib/format.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

export type Discovery = CallOutput<'accounts.discover'>;
interface Words {
  readonly t: WindowTranslate;
  readonly formats: Formats;
}
export interface FoundCounts {
  /** Smoobu's apartments, or the locks of The Keys. */
  readonly main: number;
  /** null where the cloud has none. */
  readonly keypads: number | null;
}

/** null: this account could not be read. */
export function foundIn(cloud: CloudName, { units, locks }: Pick<Discovery, 'units' | 'locks'>): FoundCounts | null {
  if (cloud === 'smoobu') return units === null ? null : { main: units.length, keypads: null };
  if (locks === null) return null;
  return { main: locks.length, keypads: locks.reduce((sum, { keypads }) => sum + keypads.length, 0) };
}

/** "6 apartments", "8 locks and 7 keypads". */
export function foundWords({ t, formats }: Words, { main, keypads }: FoundCounts): string {
  if (keypads === null) return t('accounts.found-units', { count: main });
  return formats.list([t('accounts.found-locks', { count: main }), t('accounts.found-keypads', { count: keypads })]);
}
