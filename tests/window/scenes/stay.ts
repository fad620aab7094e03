/** The panel of a stay. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { calmHost, NOW_MS, smallHost } from '../data.ts';
import { never, ok, refused } from '../scene.ts';
import type { GalleryHost, Scene, Stage } from '../scene.ts';
import type { WallTime } from '../../../shared/time.ts';
import { bookingId } from '../../support/ids.ts';

/** Two doors, ready; one that failed. */
const READY = bookingId(90_017);
const FAILED = bookingId(90_032);
/** Leaves today at noon; the next guest comes at three. */
const LEAVING = bookingId(90_009);
const at = (id: number) => ({ view: 'today', bookingId: bookingId(id) }) as const;

async function press(stage: Stage, name: RegExp | string): Promise<void> {
  await stage.page.locator('.side-panel').getByRole('button', { name }).first().click();
  await stage.settled();
}
type View = CallOutput<'stay.view'>;
function viewed(host: () => Promise<GalleryHost>, change: Partial<View>): Scene['host'] {
  return async () => {
    const of = await host();
    const { answers } = of;
    const view = answers['stay.view'];
    return {
      ...of,
      answers: {
        ...answers,
        'stay.view': async (payload) => {
          const answer = await view?.(payload);
          return answer !== undefined && answer !== 'never' && answer.ok ? ok({ ...answer.value, ...change }) : never();
        },
      },
    };
  };
}
function withLinks(snapshot: AppSnapshot): AppSnapshot {
  const links = [
    { name: 'gateway', state: 'doubtful', message: 'The gateway of “Courtyard gate” was not seen since 09:40.' },
    { name: 'battery', state: 'doubtful', message: 'The battery of “Flat, 2nd floor” is low.' },
    { name: 'guest', state: 'unknown', message: 'Whether the guest was told is not known.' },
  ] as const;
  const because = { kind: 'cannot-verify', message: links[0].message, retryable: true } as const;
  return {
    ...snapshot,
    stays: snapshot.stays.map((status) =>
      status.stay.booking.id === READY ? { ...status, verdict: 'check', worst: 'gateway', because, links: [...links] } : status,
    ),
  };
}
function blocked(snapshot: AppSnapshot): AppSnapshot {
  const because = { kind: 'blocked', message: 'Blocked by you: the guest does not get in.', retryable: false } as const;
  const links = [{ name: 'code', state: 'doubtful', message: because.message }] as const;
  return {
    ...snapshot,
    stays: snapshot.stays.map((status) =>
      status.stay.booking.id === READY ? { ...status, verdict: 'check', worst: 'code', because, links: [...links] } : status,
    ),
  };
}
const OWN_TIMES: Partial<View> = {
  note: 'Arrives with the night train',
  own: { from: { day: 0, time: '13:00' as WallTime }, until: null },
  refused: [
    {
      end: 'end',
      says: '09:00' as WallTime,
      because: 'earlier-than-usual',
      otherId: null,
      otherGuest: null,
      grant: { day: 0, time: '09:00' as WallTime },
    },
  ],
  told: [{ way: 'message', state: 'confirmed', at: new Date(NOW_MS - 180_000_000).toISOString(), agrees: 'no' }],
};

export const scenes: readonly Scene[] = [
  { name: 'stay-ready', host: calmHost, goto: at(READY), opensDialog: ['Opens from…', 'Until…', 'Block…'] },
  { name: 'stay-revealed', host: calmHost, goto: at(READY), act: (stage) => press(stage, /^Reveal/), removesItself: ['Hide the PINs'] },
  { name: 'stay-failed', host: smallHost, goto: at(FAILED), act: (stage) => stage.settled() },
  {
    name: 'stay-links',
    host: calmHost,
    goto: at(READY),
    snapshot: withLinks,
    act: async (stage) => {
      await stage.page.locator('.side-panel').getByText('Details', { exact: true }).click();
      await stage.settled();
    },
  },
  // Cancelled, and the code still opens.
  { name: 'stay-cancelled', host: smallHost, goto: at(90_005), act: (stage) => stage.settled() },
  { name: 'stay-own-times', host: viewed(calmHost, OWN_TIMES), goto: at(READY), act: (stage) => stage.settled() },
  {
    name: 'stay-blocked',
    host: viewed(calmHost, { isBlocked: true }),
    goto: at(READY),
    snapshot: blocked,
    act: (stage) => stage.settled(),
  },
  { name: 'stay-menu', host: calmHost, goto: at(READY), act: (stage) => press(stage, /^More actions/) },
  {
    name: 'stay-extended',
    host: calmHost,
    goto: { view: 'today', bookingId: LEAVING, extend: true },
    act: async ({ page }) => page.getByRole('dialog').getByLabel('Time').fill('16:00'),
  },
  { name: 'stay-times', host: calmHost, goto: at(READY), act: (stage) => press(stage, 'Until…') },
  {
    name: 'stay-unread',
    host: calmHost,
    goto: at(READY),
    answers: {
      'stay.view': () => refused('unreachable', 'Smoobu cannot be reached.'),
      'call.view': never,
      'call.reveal': () => refused('unreachable', 'The Keys cannot be reached.'),
    },
    act: (stage) => press(stage, /^Reveal/),
  },
];
