/** The two generated files: THIRD_PARTY_NOTICES with all licence texts, and the short list for the window. */
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import style from '../../.oxfmtrc.json' with { type: 'json' };
import type { Shipped } from './licences.ts';

export const NOTICES_FILE = fileURLToPath(new URL('../../THIRD_PARTY_NOTICES', import.meta.url));
export const LIST_FILE = fileURLToPath(new URL('../../shared/licences.ts', import.meta.url));
const RULE = '-'.repeat(80);

export function noticesText(shipped: readonly Shipped[]): string {
  const opening = [
    'Latchkey is shipped with the work of others. What follows are their names and licences, made by `npm run notices`',
    'from what the bundles really contain. Latchkey itself is under the licence in LICENSE.',
  ].join('\n');
  const parts = shipped.map(({ name, version, licence, note, text }) => {
    const title = [name, version].filter((word) => word !== null).join(' ');
    return [RULE, `${title} (${licence})`, ...(note === null ? [] : [note]), '', text].join('\n');
  });
  return `${[opening, ...parts].join('\n\n')}\n`;
}

/** Names only: the texts are larger than the rest of the window. */
export async function listSource(shipped: readonly Shipped[]): Promise<string> {
  const list = shipped.map(({ name, version, licence }) => ({ name, version, licence }));
  const source = `/** Made by \`npm run notices\`, not by hand: what is shipped besides our own code, for the window. The texts are in THIRD_PARTY_NOTICES. */

export interface ShippedLicence {
  readonly name: string;
  /** Null where it comes with another one, whose version says it. */
  readonly version: string | null;
  readonly licence: string;
}

export const SHIPPED_LICENCES: readonly ShippedLicence[] = ${JSON.stringify(list)};
`;
  return (await format(LIST_FILE, source, style)).code;
}
