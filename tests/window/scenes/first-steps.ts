/** The first day. */
import type { Localization } from '../../../electron/app/status/localization.ts';
import { lockId } from '../../support/ids.ts';
import { connectedFirstDay, firstDay, mappedFirstDay, mixedPortfolio, NOW_MS, previewOf, smallHost } from '../data.ts';
import { broken, never, ok, refused } from '../scene.ts';
import type { Answer, Scene, Stage } from '../scene.ts';

const typed = async ({ page }: Stage, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
};
const connectSmoobu = async (stage: Stage): Promise<void> => {
  await typed(stage, { 'API key': 'invented-key', 'API secret': 'invented-secret' });
  await stage.page.getByRole('button', { name: 'Save and test' }).first().click();
  await stage.settled();
};
const connection = (failure: 'credentials-rejected' | null) => ({ stored: true, userName: null, lastTest: { atMs: NOW_MS, failure } });

/** Chooses a file as by hand; what is in it is main's to say. */
const chooseFile = async ({ page }: Stage, name: string): Promise<void> => {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('invented: true\n') });
};
const importFile = async (stage: Stage): Promise<void> => {
  await stage.page.getByRole('button', { name: 'Import the Python' }).click();
  await chooseFile(stage, 'config.yml');
  await stage.page.getByRole('group', { name: 'What the file contains' }).waitFor();
  await stage.settled();
};

export const scenes: readonly Scene[] = [
  { name: 'first-steps-new', host: firstDay, goto: null },
  { name: 'first-steps-demo', host: firstDay, goto: null, snapshot: (ofHost) => ({ ...ofHost, isDemo: true }) },
  {
    name: 'first-steps-fields-missing',
    host: firstDay,
    goto: null,
    act: async ({ page }) => page.getByRole('button', { name: 'Save and test' }).first().click(),
  },
  {
    name: 'first-steps-found',
    host: firstDay,
    goto: null,
    act: async (stage) => {
      await connectSmoobu(stage);
      const { connections } = await firstSnapshot();
      await stage.change({ connections: { ...connections, smoobu: connection(null) } });
    },
  },
  {
    name: 'first-steps-rejected',
    host: firstDay,
    goto: null,
    answers: { 'credentials.save': () => ok(connection('credentials-rejected')) },
    act: async (stage) => {
      await connectSmoobu(stage);
      const { connections } = await firstSnapshot();
      await stage.change({ connections: { ...connections, smoobu: connection('credentials-rejected') } });
    },
  },
  {
    name: 'first-steps-keychain',
    host: firstDay,
    goto: null,
    answers: { 'credentials.save': () => refused('keychain-locked', 'The keychain is locked: unlock the login keyring.') },
    act: connectSmoobu,
  },
  {
    name: 'first-steps-phone',
    host: firstDay,
    goto: null,
    act: async (stage) => {
      await typed(stage, { 'Phone number': '06 39 98 00 12' });
    },
  },
  { name: 'first-steps-import', host: firstDay, goto: null, act: importFile },
  {
    name: 'first-steps-import-mistakes',
    host: firstDay,
    goto: null,
    answers: {
      'import.read': () =>
        ok({
          kind: 'unreadable',
          mistakes: [
            { line: 4, message: 'apartment_locks.500101: must be the number of a lock, or a list of such numbers' },
            { line: 12, message: 'code_settings.length: must be a whole number from 4 to 8' },
          ],
        }),
    },
    act: importFile,
  },
  { name: 'first-steps-doors', host: connectedFirstDay, goto: null, checks: 'full' },
  {
    name: 'first-steps-doors-change',
    host: connectedFirstDay,
    goto: null,
    act: async (stage) => {
      await stage.page.getByRole('button', { name: 'Change the doors of Croix-Rousse' }).click();
      await stage.page.getByRole('button', { name: 'Also for… Lyon, portail commun' }).click();
      await stage.settled();
    },
  },
  {
    name: 'first-steps-doors-choose',
    host: connectedFirstDay,
    goto: null,
    act: async (stage) => {
      await stage.page.getByRole('button', { name: 'Choose its door: Parking' }).click();
      await stage.settled();
    },
  },
  { name: 'first-steps-doors-reading', host: connectedFirstDay, goto: null, answers: { 'accounts.discover': never } },
  { name: 'first-steps-doors-broken', host: connectedFirstDay, goto: null, answers: { 'mapping.get': broken } },
  { name: 'first-steps-plan', host: mappedFirstDay, goto: null, checks: 'full', answers: { 'plan.preview': firstPlan } },
  { name: 'first-steps-plan-nothing', host: mappedFirstDay, goto: null },
  {
    name: 'first-steps-plan-open',
    host: mappedFirstDay,
    goto: null,
    answers: { 'plan.preview': firstPlan },
    act: async ({ page }) => {
      await page.locator('.plan-unit').first().click();
    },
  },
  { name: 'first-steps-plan-loading', host: mappedFirstDay, goto: null, answers: { 'plan.preview': never } },
  { name: 'first-steps-plan-broken', host: mappedFirstDay, goto: null, answers: { 'plan.preview': broken } },
  {
    name: 'first-steps-writing',
    host: mappedFirstDay,
    goto: null,
    checks: 'full',
    act: async (stage) => {
      await stage.page.getByRole('button', { name: 'Start', exact: true }).click();
      const doors = [3, 0, 4, 1, 2, 0].map((done, index) => ({ lockId: lockId(3701 + index), done, total: 4 }));
      await stage.change({ firstStepsDone: true, activity: 'syncing', progress: { phase: 'apply', done: 10, total: 24, doors } });
    },
  },
  {
    name: 'first-steps-written',
    host: smallHost,
    goto: { view: 'first-steps' },
  },
];

/** What the first sync of the demo did, which removes outdated codes too; and a guest of a unit without a door. */
async function firstPlan(_of: unknown, localization?: Localization): Promise<Answer<'plan.preview'>> {
  const [first] = (await mixedPortfolio()).runs;
  if (first === undefined) throw new Error('The portfolio has no first run.');
  return ok(previewOf(first, localization));
}
async function firstSnapshot() {
  return (await firstDay()).snapshot;
}
