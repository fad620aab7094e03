/** The page of what guests are told, the dialog that starts a way, the panel of one message, and the texts. */
import { BUILT_IN } from '../../../shared/messages/templates/texts/built-in.ts';
import { GUEST_LANGUAGES } from '../../../shared/domain/told.ts';
import { emptyHost, largeHost, smallHost } from '../data.ts';
import { bookingId } from '../../support/ids.ts';
import { startPlan, withMessages } from '../data/tellings.ts';
import { broken, never, ok, refused } from '../scene.ts';
import type { Answers, Scene, Stage } from '../scene.ts';

const goto = { view: 'messages' } as const;
const DAYS = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** As main would write it for this guest, with dots for the digits. */
async function messageFor(bookingId: number, given?: string): Promise<string> {
  const { snapshot } = await smallHost();
  const kind = withMessages(snapshot).tellings.find((one) => one.bookingId === bookingId)?.kind ?? 'code';
  const template = given ?? BUILT_IN.en.templates[kind];
  const day = (date: string): string => DAYS.format(Date.parse(`${date}T00:00:00Z`));
  const stay = snapshot.stays.find((one) => one.stay.booking.id === bookingId)?.stay;
  if (stay === undefined) throw new Error(`No stay has the booking ${String(bookingId)}.`);
  const { booking, doors, unitName } = stay;
  const nameOf = (lockId: number): string => snapshot.names.doors.find((door) => door.lockId === lockId)?.lockName ?? '';
  const values: Readonly<Record<string, string>> = {
    guest: booking.guestName.split(' ')[0] ?? '',
    unit: unitName,
    doors: doors.map(({ lockId, prefix }) => `${nameOf(lockId)}: ${prefix}••••`).join('\n'),
    from: `${day(booking.arrival)} 15:00`,
    until: `${day(booking.departure)} 12:00`,
    change: 'The PIN is new, and the code works for a shorter time.',
    address: '903 Montée des Navettes',
    host: 'Aurélie',
  };
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
const answers: Answers = {
  'messages.preview': async ({ bookingId }) => ok({ language: 'en', text: await messageFor(bookingId), waitsFor: null }),
  'messages.copy': () => ok({ language: 'en' }),
  'messages.mark-told': () => ok(null),
  'messages.stop': () => ok({ wasOn: true }),
  'messages.start': async ({ confirmed, way }) =>
    ok(
      confirmed === null
        ? way === 'threads' || way === 'host'
          ? { kind: 'plan' as const, lines: [], more: 0 }
          : startPlan((await smallHost()).snapshot)
        : { kind: 'started' as const },
    ),
  'templates.list': () =>
    ok({
      templates: (['code', 'correction'] as const).flatMap((name) =>
        GUEST_LANGUAGES.map((language, index) => ({
          ...{ name, language, unitId: null, version: index === 1 ? 2 : 0, text: BUILT_IN[language].templates[name] },
          ...{ builtIn: index !== 1, draft: index > 3 },
        })),
      ),
    }),
  'templates.preview': async ({ text }) =>
    ok({ errors: [], warnings: [], previews: [{ bookingId: bookingId(90_017), text: await messageFor(90_017, text) }] }),
  'templates.save': () => ok({ isSaved: true, errors: [], warnings: [] }),
  'templates.reset': () => ok({ wasOwn: true }),
  'templates.test': () => ok({ result: 'sent' as const }),
};
const switchOn =
  (index: number) =>
  async (stage: Stage): Promise<void> => {
    await stage.page.locator('.way .switch').nth(index).click();
    await stage.page.locator('dialog').waitFor();
    await stage.settled();
  };
const openLine =
  (index: number) =>
  async (stage: Stage): Promise<void> => {
    await stage.page.locator('.telling-row.item').nth(index).click();
    await stage.page.locator('.side-panel h2').waitFor();
    await stage.settled();
  };
const openTexts = async (stage: Stage): Promise<void> => {
  await stage.page.locator('.view-actions > .button').first().click();
  await stage.page.locator('.text-row').first().waitFor();
};
const openText =
  (index: number) =>
  async (stage: Stage): Promise<void> => {
    await openTexts(stage);
    await stage.page.locator('.text-row').nth(index).click();
    await stage.page.locator('.text-area').waitFor();
    await stage.settled();
  };
const showTab = async ({ page }: Stage, index: number): Promise<void> => page.locator('.view-header .segment input').nth(index).check();
const on = { host: smallHost, goto, answers, snapshot: withMessages } as const;

export const scenes: readonly Scene[] = [
  { name: 'messages-next', ...on },
  { name: 'messages-panel', ...on, act: openLine(1) },
  { name: 'messages-text', ...on, act: openText(1) },
  { name: 'messages-off', host: smallHost, goto, answers },
  { name: 'messages-sent', ...on, act: (stage) => showTab(stage, 1) },
  { name: 'messages-waiting', ...on, act: (stage) => showTab(stage, 2) },
  { name: 'messages-start', host: smallHost, goto, answers, act: switchOn(0) },
  { name: 'messages-start-placeholder', host: smallHost, goto, answers, act: switchOn(1) },
  { name: 'messages-start-threads', host: smallHost, goto, answers, act: switchOn(2) },
  { name: 'messages-start-host', host: smallHost, goto, answers, act: switchOn(3) },
  { name: 'messages-start-loading', host: smallHost, goto, answers: { ...answers, 'messages.start': never }, act: switchOn(0) },
  {
    name: 'messages-start-refused',
    host: smallHost,
    goto,
    answers: { ...answers, 'messages.start': () => refused('no-pin-key', 'There is no PIN key in the keychain.') },
    act: switchOn(0),
  },
  // A question stays in the language in which it was asked.
  { name: 'messages-stop', ...on, act: switchOn(0), checks: 'light' },
  {
    name: 'messages-panel-no-text',
    ...on,
    answers: { ...answers, 'messages.preview': () => refused('not-verified', 'Not every door of this stay has its verified code yet.') },
    act: openLine(0),
  },
  {
    name: 'messages-panel-asked',
    ...on,
    snapshot: (ofHost) => {
      const told = withMessages(ofHost);
      const unclear = told.tellings.find(({ state }) => state === 'unclear');
      if (unclear === undefined) return told;
      const about = { bookingId: unclear.bookingId, cloud: null, unitId: null, lockId: null };
      return {
        ...told,
        attention: [
          {
            ...about,
            key: 'told-unclear:1',
            kind: 'told-unclear',
            title: 'Did a message to a guest arrive?',
            severity: 'urgent',
            message: 'It is not certain that the message to this guest arrived. Look in Smoobu and say whether it did.',
            target: { view: 'today', bookingId: unclear.bookingId },
            question: { key: 'told-unclear:1', choices: ['arrived', 'send-again'] },
          },
        ],
      };
    },
    act: async (stage) => {
      await showTab(stage, 2);
      await openLine(0)(stage);
    },
  },
  { name: 'messages-texts', ...on, act: openTexts },
  {
    name: 'messages-text-mistakes',
    ...on,
    answers: {
      ...answers,
      'templates.preview': () =>
        ok({
          errors: [{ kind: 'unknown-placeholder', line: 2, message: 'There is no placeholder {gest}. Did you mean {guest}?' }],
          warnings: [{ kind: 'capitals', line: 1, message: 'Booking channels may reject a message with words in capitals: HELLO' }],
          previews: [],
        }),
    },
    act: openText(5),
  },
  {
    name: 'messages-texts-error',
    ...on,
    answers: { ...answers, 'templates.list': broken },
    act: async ({ page }) => page.locator('.view-actions > .button').first().click(),
  },
  { name: 'messages-empty', host: emptyHost, goto, answers, snapshot: withMessages },
  { name: 'messages-large', host: largeHost, goto, answers, snapshot: withMessages, checks: 'light' },
];
