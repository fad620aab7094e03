/** The doors over the next weeks. */
import { emptyHost, largeHost, smallHost } from '../data.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'timeline' } as const;

export const scenes: readonly Scene[] = [
  { name: 'timeline-small', host: smallHost, goto },
  { name: 'timeline-empty', host: emptyHost, goto },
  { name: 'timeline-large', host: largeHost, goto, checks: 'light' },
];
