/** Past runs. */
import { emptyHost, largeHost, smallHost } from '../data.ts';
import { broken, never } from '../scene.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'history', runId: null } as const;

export const scenes: readonly Scene[] = [
  { name: 'history-small', host: smallHost, goto },
  { name: 'history-empty', host: emptyHost, goto },
  { name: 'history-loading', host: smallHost, goto, answers: { 'history.runs': never } },
  { name: 'history-broken', host: smallHost, goto, answers: { 'history.runs': broken } },
  { name: 'history-large', host: largeHost, goto, checks: 'light' },
];
