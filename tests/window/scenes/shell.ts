/** The frame around the views. */
import { calmHost, smallHost } from '../data.ts';
import type { Stage } from '../scene.ts';
import type { Scene } from '../scene.ts';

const goto = { view: 'today', bookingId: null } as const;

async function find(stage: Stage, typed: string): Promise<void> {
  await stage.page.keyboard.press('Control+k');
  await stage.page.getByRole('combobox').fill(typed);
  await stage.settled();
}

export const scenes: readonly Scene[] = [
  { name: 'shell-demo', host: calmHost, goto: null, snapshot: (ofHost) => ({ ...ofHost, isDemo: true }) },
  { name: 'shell-finder', host: smallHost, goto, act: (stage) => find(stage, ''), checks: 'full' },
  { name: 'shell-finder-guest', host: smallHost, goto, act: (stage) => find(stage, 'mar') },
  { name: 'shell-finder-none', host: smallHost, goto, act: (stage) => find(stage, 'nobody of this name') },
  { name: 'shell-shortcuts', host: smallHost, goto, act: ({ page }) => page.keyboard.press('?') },
  {
    name: 'shell-sync-details',
    host: smallHost,
    goto,
    act: ({ page }) => page.getByRole('region', { name: 'Sync' }).getByRole('button').first().click(),
  },
  {
    name: 'shell-no-answer',
    host: smallHost,
    goto: null,
    answers: { 'snapshot.get': () => ({ ok: false, error: { kind: 'internal', detail: null, message: 'The app does not answer.' } }) },
  },
];
