/** The frame around the views. */
import { calmHost, smallHost } from '../data.ts';
import type { Scene } from '../scene.ts';

export const scenes: readonly Scene[] = [
  { name: 'shell-demo', host: calmHost, goto: null, snapshot: (ofHost) => ({ ...ofHost, isDemo: true }) },
  {
    name: 'shell-no-answer',
    host: smallHost,
    goto: null,
    answers: { 'snapshot.get': () => ({ ok: false, error: { kind: 'internal', detail: null, message: 'The app does not answer.' } }) },
  },
];
