/** The first day. */
import { connectedFirstDay, firstDay, mappedFirstDay } from '../data.ts';
import type { Scene } from '../scene.ts';

export const scenes: readonly Scene[] = [
  { name: 'first-steps-new', host: firstDay, goto: null },
  { name: 'first-steps-connected', host: connectedFirstDay, goto: null },
  { name: 'first-steps-mapped', host: mappedFirstDay, goto: null },
];
