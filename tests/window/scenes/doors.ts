/** Units and their doors: editing, what that would change, and what it looks like when one account cannot be read. */
import { branded, codeId, personId } from '../../support/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { connectedFirstDay, emptyHost, largeHost, mixedPortfolio, previewOf, smallHost } from '../data.ts';
import { broken, never, ok, refused } from '../scene.ts';
import type { Answers, GalleryHost, Scene, Stage } from '../scene.ts';

const goto = { view: 'doors', unitId: null } as const;
type Found = CallOutput<'accounts.discover'>;

const NEW_GATE = branded<NonNullable<Found['locks']>[number]>({
  ...{ lockId: 3720, name: 'Lyon, nouveau portail', timeZone: null, batteryMillivolts: 7900 },
  keypads: [{ keypadId: 'Kp1Ng2Wx', name: 'Digicode' }],
});

/** The user's own discovery, with something else about it. */
async function finding(host: () => Promise<GalleryHost>, change: (found: Found) => Partial<Found>): Promise<GalleryHost> {
  const given = await host();
  const answer = await given.answers['accounts.discover']?.(null);
  if (answer === undefined || answer === 'never' || !answer.ok) throw new Error('The user discovers nothing.');
  const found = { ...answer.value, ...change(answer.value) };
  return { ...given, answers: { ...given.answers, 'accounts.discover': () => ok(found) } };
}

/** The second unit gets another door as well: shared from then on. */
async function addDoor(stage: Stage): Promise<void> {
  const { page } = stage;
  await openUnit(stage, 1);
  await page.getByRole('button', { name: 'Add a door' }).click();
  await page.locator('.doors-keypad-button:not([aria-disabled])').last().click();
  await stage.settled();
}
async function openUnit({ page }: Stage, index: number): Promise<void> {
  await page
    .getByRole('list', { name: 'Units' })
    .getByRole('button', { name: /^(Change the doors|Choose its door)/ })
    .nth(index)
    .click();
}
async function openDoor(stage: Stage, name: string): Promise<void> {
  await stage.page.getByRole('list', { name: 'All doors' }).getByRole('button', { name }).click();
  await stage.page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
  await stage.settled();
}
/** The door with a spare code among its codes. */
const withSpare: NonNullable<Answers['door.view']> = async (asked) => {
  const answer = await (await smallHost()).answers['door.view']?.(asked);
  if (answer === undefined || answer === 'never' || !answer.ok) throw new Error('The door is not shown.');
  const { codes } = answer.value;
  const [sample] = codes ?? [];
  if (sample === undefined) throw new Error('The door has no code.');
  const spare = { owner: 'person', bookingId: null, personId: personId('k3m9qa'), isSpare: true, name: 'Spare' } as const;
  const always = { opens: 'now', isNext: false, start: null, end: null } as const;
  return ok({ ...answer.value, spare: 'on', codes: [...(codes ?? []), { ...sample, ...spare, ...always, codeId: codeId(684_020) }] });
};
async function seePreview({ page }: Stage): Promise<void> {
  await page.locator('#doors-review').scrollIntoViewIfNeeded();
  await page.locator('#doors-review').evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

export const scenes: readonly Scene[] = [
  { name: 'doors-small', host: smallHost, goto },
  { name: 'doors-open', host: smallHost, goto, act: async (stage) => openUnit(stage, 1), checks: 'full', removesItself: ['Remove '] },
  {
    name: 'doors-panel',
    host: smallHost,
    goto,
    act: async (stage) => openDoor(stage, 'Lyon, portail commun'),
    checks: 'full',
    opensDialog: ['Remove code'],
  },
  {
    name: 'doors-panel-spare',
    host: smallHost,
    goto,
    answers: { 'door.view': withSpare },
    act: async (stage) => {
      await openDoor(stage, 'Lyon, portail commun');
      await stage.page.getByRole('switch').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'doors-panel-replace',
    // A question stays in the language it was asked in, as this check would not have it.
    checks: 'light',
    host: () => finding(smallHost, ({ locks }) => ({ locks: [...(locks ?? []), NEW_GATE] })),
    goto,
    act: async (stage) => {
      await openDoor(stage, 'Lyon, portail commun');
      await stage.page.getByRole('button', { name: 'Replace with' }).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'doors-panel-unread',
    host: smallHost,
    goto,
    answers: { 'door.view': ({ fresh }) => (fresh ? refused('unreachable', 'The Keys cannot be reached. Check the network.') : never()) },
    act: async (stage) => openDoor(stage, 'Lyon, portail commun'),
  },
  {
    name: 'doors-leave',
    // A question stays in the language it was asked in, as this check would not have it.
    checks: 'light',
    host: smallHost,
    goto,
    act: async (stage) => {
      await addDoor(stage);
      await stage.page.getByRole('navigation').getByRole('button', { name: 'Today' }).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'doors-unmapped', host: connectedFirstDay, goto, removesItself: ['Use this match', 'Use these'] },
  {
    name: 'doors-accepted',
    host: connectedFirstDay,
    goto,
    act: async (stage) => {
      await stage.page.getByRole('button', { name: /^Use these/ }).click();
      await stage.settled();
    },
  },
  {
    name: 'doors-choosing',
    host: smallHost,
    goto,
    act: async (stage) => {
      await openUnit(stage, 0);
      await stage.page.getByRole('button', { name: 'Add a door' }).click();
    },
  },
  {
    name: 'doors-draft',
    host: smallHost,
    goto,
    act: async (stage) => {
      await addDoor(stage);
      await seePreview(stage);
    },
    opensDialog: ['Discard'],
  },
  {
    name: 'doors-draft-removals',
    host: smallHost,
    goto,
    answers: {
      'plan.preview': async (_of, localization) => {
        const { draftPreview } = await mixedPortfolio();
        const removals = draftPreview.operations.slice(0, 3).map((operation, index) => ({
          ...operation,
          key: `gone ${String(index)}`,
          kind: 'delete' as const,
          evidence: 'cancelled' as const,
          changes: {},
          ...(index === 0 ? { status: 'held' as const, hold: 'someone-may-be-inside' as const } : {}),
        }));
        return ok({ ...previewOf(draftPreview, localization), operations: [...draftPreview.operations, ...removals] });
      },
    },
    act: async (stage) => {
      await addDoor(stage);
      await seePreview(stage);
    },
  },
  {
    name: 'doors-draft-nothing',
    host: emptyHost,
    goto,
    act: async (stage) => {
      await addDoor(stage);
      await seePreview(stage);
    },
  },
  {
    name: 'doors-draft-reading',
    host: smallHost,
    goto,
    answers: { 'plan.preview': never },
    act: async (stage) => {
      const { page } = stage;
      await openUnit(stage, 1);
      await page.getByLabel('Minutes before check-in').fill('30');
      await page.locator('#doors-review').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'doors-draft-unseen',
    host: smallHost,
    goto,
    answers: { 'plan.preview': () => refused('unreachable', 'The Keys cannot be reached. Check the network.') },
    act: async (stage) => {
      await addDoor(stage);
      await stage.page.getByRole('button', { name: 'Save doors' }).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'doors-mistakes',
    host: smallHost,
    goto,
    act: async (stage) => {
      const { page } = stage;
      await openUnit(stage, 1);
      await page.getByRole('button', { name: 'Prefix and digits of' }).first().click();
      await page.getByLabel('Prefix (typed before the PIN)').first().fill('12a');
      await page.getByLabel('Own check-in time').check();
      await page.getByLabel('Check-in', { exact: true }).fill('');
      await page.getByLabel('Minutes after check-out').fill('9000');
    },
  },
  {
    name: 'doors-gone',
    host: () =>
      finding(smallHost, ({ units, locks }) => ({
        units: units?.slice(1) ?? null,
        locks: locks?.map((lock, index) => (index === 0 ? { ...lock, keypads: [] } : lock)) ?? null,
      })),
    goto,
    act: async ({ page }) => {
      await page.locator('.doors-item', { hasText: 'Not in Smoobu' }).first().getByRole('button', { name: 'Change the doors' }).click();
    },
    removesItself: ['Remove unit', 'Remove '],
  },
  {
    name: 'doors-units-unread',
    host: () =>
      finding(smallHost, () => ({
        units: null,
        suggestions: [],
        failures: [{ cloud: 'smoobu', kind: 'unreachable', message: 'Smoobu cannot be reached. Check the network of this computer.' }],
      })),
    goto,
  },
  {
    name: 'doors-locks-unread',
    host: () =>
      finding(smallHost, () => ({
        locks: null,
        suggestions: [],
        failures: [{ cloud: 'the-keys', kind: 'credentials-rejected', message: 'The Keys does not accept the phone number and password.' }],
      })),
    goto,
  },
  { name: 'doors-no-units', host: () => finding(connectedFirstDay, () => ({ units: [], suggestions: [] })), goto },
  { name: 'doors-no-locks', host: () => finding(connectedFirstDay, () => ({ locks: [], suggestions: [] })), goto },
  { name: 'doors-loading', host: smallHost, goto, answers: { 'mapping.get': never, 'accounts.discover': never } },
  { name: 'doors-broken', host: smallHost, goto, answers: { 'mapping.get': broken } },
  {
    name: 'doors-undo',
    host: smallHost,
    goto,
    act: async (stage) => {
      await addDoor(stage);
      await stage.page.getByRole('button', { name: 'Save doors', disabled: false }).click();
      await stage.page.getByRole('button', { name: 'Undo the last save' }).click();
      await stage.page.getByRole('dialog').getByText('stay').first().waitFor();
    },
  },
  { name: 'doors-large', host: largeHost, goto, checks: 'light' },
  {
    name: 'doors-large-draft',
    host: largeHost,
    goto,
    checks: 'light',
    answers: {
      'plan.preview': async (_of, localization) => {
        const { snapshot } = await largeHost();
        const { draftPreview } = await mixedPortfolio();
        const [sample] = draftPreview.operations;
        const operations = snapshot.stays.flatMap(({ stay: { booking, doors } }) =>
          doors.map((door) => ({
            ...(sample as NonNullable<typeof sample>),
            key: `create ${String(booking.id)} ${String(door.lockId)} ${door.keypadId}`,
            kind: 'create' as const,
            status: 'planned' as const,
            bookingId: booking.id,
            unitId: booking.unitId,
            lockId: door.lockId,
            keypadId: door.keypadId,
            changes: { start: { from: null, to: door.window.start }, end: { from: null, to: door.window.end } },
          })),
        );
        const bookings = snapshot.stays.map(({ stay: { booking, unitName } }) => ({
          bookingId: booking.id,
          guestName: booking.guestName,
          unitName,
          arrival: booking.arrival,
          departure: booking.departure,
        }));
        return ok({ ...previewOf(draftPreview, localization), operations, bookings });
      },
    },
    act: async (stage) => {
      await addDoor(stage);
      await seePreview(stage);
    },
  },
];
