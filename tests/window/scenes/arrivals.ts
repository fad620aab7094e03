/** Arrivals and what waits for the host. */
import { calmHost, emptyHost, largeHost, smallHost } from '../data.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'arrivals', bookingId: null } as const;

export const scenes: readonly Scene[] = [
  { name: 'arrivals-small', host: smallHost, goto },
  { name: 'arrivals-calm', host: calmHost, goto },
  { name: 'arrivals-empty', host: emptyHost, goto },
  { name: 'arrivals-large', host: largeHost, goto, checks: 'light' },
];
