/** Settings and accounts. */
import { smallHost } from '../data.ts';
import { broken, never } from '../scene.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'settings' } as const;

export const scenes: readonly Scene[] = [
  { name: 'settings-all', host: smallHost, goto },
  { name: 'settings-accounts', host: smallHost, goto: { view: 'accounts', cloud: 'smoobu' } },
  { name: 'settings-loading', host: smallHost, goto, answers: { 'settings.get': never } },
  { name: 'settings-broken', host: smallHost, goto, answers: { 'settings.get': broken } },
];
