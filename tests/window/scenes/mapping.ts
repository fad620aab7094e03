/** Units and their doors. */
import { connectedFirstDay, largeHost, smallHost } from '../data.ts';
import { broken, never } from '../scene.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'mapping', unitId: null } as const;

export const scenes: readonly Scene[] = [
  { name: 'mapping-small', host: smallHost, goto },
  { name: 'mapping-unmapped', host: connectedFirstDay, goto },
  { name: 'mapping-loading', host: smallHost, goto, answers: { 'mapping.get': never, 'accounts.discover': never } },
  { name: 'mapping-broken', host: smallHost, goto, answers: { 'mapping.get': broken } },
  { name: 'mapping-large', host: largeHost, goto, checks: 'light' },
];
