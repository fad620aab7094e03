/** The dialog that prints sheets. What goes on paper is saved as a PDF by tests/e2e/weekly.test.ts. */
import { smallHost } from '../data.ts';
import { refused } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';

const goto = { view: 'today', bookingId: null } as const;

async function open(stage: Stage): Promise<void> {
  await stage.page.keyboard.press('Control+p');
  await stage.page.getByRole('dialog').waitFor();
  await stage.settled();
}
async function openEmergency(stage: Stage): Promise<void> {
  await open(stage);
  await stage.page.getByRole('radio', { name: 'Emergency sheet' }).check({ force: true });
  await stage.page.getByLabel('With PINs').check();
}

export const scenes: readonly Scene[] = [
  { name: 'print-dialog', host: smallHost, goto, act: open, checks: 'full' },
  { name: 'print-emergency', host: smallHost, goto, act: openEmergency },
  {
    name: 'print-refused',
    host: smallHost,
    goto,
    answers: { 'sheet.emergency': () => refused('unreachable', 'The Keys cannot be reached.') },
    act: async (stage) => {
      await openEmergency(stage);
      await stage.page.getByRole('button', { name: 'Save as PDF' }).click();
      await stage.settled();
    },
  },
];
