/** A guest is at the door. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { WallTime } from '../../../shared/time.ts';
import { calmHost } from '../data.ts';
import { never, ok, refused } from '../scene.ts';
import type { GalleryHost, Scene, Stage } from '../scene.ts';

const goto = { view: 'call' } as const;

async function type(stage: Stage, words: string): Promise<void> {
  await stage.page.getByRole('searchbox').fill(words);
  await stage.settled();
}
async function press(stage: Stage, name: RegExp): Promise<void> {
  await stage.page.getByRole('main').getByRole('button', { name }).first().click();
  await stage.settled();
}
type View = NonNullable<CallOutput<'call.view'>>;
type Door = View['doors'][number];
function viewed(change: (door: Door) => Partial<Door>, more: Partial<View> = {}): Scene['host'] {
  return async (): Promise<GalleryHost> => {
    const host = await calmHost();
    const { answers } = host;
    const view = answers['call.view'];
    return {
      ...host,
      answers: {
        ...answers,
        'call.view': async (payload) => {
          const answer = await view?.(payload);
          if (answer === undefined || answer === 'never' || !answer.ok || answer.value === null) return never();
          return ok({ ...answer.value, doors: answer.value.doors.map((door) => ({ ...door, ...change(door) })), ...more });
        },
      },
    };
  };
}

export const scenes: readonly Scene[] = [
  { name: 'call-start', host: calmHost, goto },
  {
    name: 'call-revealed',
    host: calmHost,
    goto,
    act: async (stage) => {
      await type(stage, 'björk');
      await press(stage, /^Reveal/);
    },
  },
  { name: 'call-results', host: calmHost, goto, act: (stage) => type(stage, 'lyon') },
  { name: 'call-none', host: calmHost, goto, act: (stage) => type(stage, 'nobody') },
  {
    name: 'call-early',
    host: viewed((door) => ({
      state: 'opens-later',
      minutes: 40,
      openEarly: { day: 0, time: '10:15' as WallTime },
      hints: [],
      health: { ...door.health, reach: 'phone', battery: 'low', isGatewayAlive: null },
    })),
    goto,
    act: (stage) => type(stage, 'björk'),
  },
  {
    name: 'call-blocked',
    host: viewed(() => ({ state: 'blocked', hints: [] }), { hasMessage: false, spares: 0 }),
    goto,
    act: (stage) => type(stage, 'björk'),
  },
  {
    name: 'call-unread',
    host: async () => {
      const host = await calmHost();
      const { answers } = host;
      const unreached = refused('unreachable', 'The Keys cannot be reached.');
      return {
        ...host,
        answers: { ...answers, 'call.view': (payload) => (payload.fresh ? unreached : answers['call.view']?.(payload)) ?? never() },
      };
    },
    goto,
    act: (stage) => type(stage, 'björk'),
  },
];
