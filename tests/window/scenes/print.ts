/** The dialog that prints sheets, and the sheets as they are on paper. */
import { PEOPLE_LISTED } from '../data/people.ts';
import { NOW_MS } from '../data/clock.ts';
import { smallHost } from '../data.ts';
import { never, ok, refused } from '../scene.ts';
import type { Answers, Scene, Stage } from '../scene.ts';
import { unitId } from '../../support/ids.ts';

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
/** What would go to the printer: the call that saves it never ends, so that the sheet stays. */
async function onPaper(stage: Stage): Promise<void> {
  await stage.page.getByRole('button', { name: 'Save as PDF' }).click();
  await stage.page.locator('.sheet').waitFor({ state: 'attached' });
  await stage.page.emulateMedia({ media: 'print' });
}

const CODES = [
  { name: 'Björk Hallgrímsdóttir', start: '2026-11-23T15:00', end: '2026-11-29T11:00', pin: '331793' },
  { name: 'Ménage Rosalinde', start: null, end: null, pin: '602418' },
] as const;
const emergency: Answers = {
  'sheet.save-pdf': never,
  'sheet.emergency': ({ withPins }) =>
    ok({
      hasPins: withPins,
      units: [
        {
          unitId: unitId(500101),
          name: 'Vieux Lyon, Traboule',
          address: '27 rue du Bœuf, 69005 Lyon',
          doors: [
            {
              name: 'Courtyard gate',
              prefix: '33',
              readAtMs: NOW_MS,
              codes: CODES.map((code) => ({
                ...code,
                start: code.start as never,
                end: code.end as never,
                pin: withPins ? code.pin : null,
              })),
            },
            { name: 'Flat, 2nd floor', prefix: '', readAtMs: null, codes: [] },
          ],
        },
      ],
    }),
};

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
  {
    name: 'print-paper-today',
    host: smallHost,
    goto,
    answers: { 'sheet.save-pdf': never, 'people.list': () => ok(PEOPLE_LISTED) },
    act: async (stage) => {
      await open(stage);
      await onPaper(stage);
    },
    checks: 'light',
  },
  {
    name: 'print-paper-emergency',
    host: smallHost,
    goto,
    answers: emergency,
    act: async (stage) => {
      await openEmergency(stage);
      await onPaper(stage);
    },
    checks: 'light',
  },
];
