/** What the demo's host does about telling guests: starts after a preview, and wants a new PIN for one of them. */
import { prepareAct } from '../../app/acts/stay-acts.ts';
import { lookAtMessages } from '../../app/messages/look-at-messages.ts';
import { rememberedHere } from '../../app/messages/remembered-here.ts';
import { planStart } from '../../app/messages/start-sending.ts';
import type { StartPlan } from '../../app/messages/start-sending.ts';
import { toldInThreads } from '../../app/messages/threads/read-threads.ts';
import { lookOnce } from '../../app/run/look/read-only.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { ok } from '../../../shared/result.ts';
import type { WallTime } from '../../../shared/time.ts';

/** A day before the arrival, so that few enough are told to follow them. */
const WHEN = { kind: 'days', days: 1, at: '10:00' as WallTime } as const;
const signal = new AbortController().signal;

/** What would go to whom. Threads are read. null: a cloud could not be read. */
export async function previewStart(world: DemoWorld): Promise<StartPlan | null> {
  const { vault, stores } = world;
  const dependencies = await world.ready();
  const { guests } = dependencies.bookings;
  const { input, report } = await lookOnce(dependencies, { trigger: 'manual', settings: toSend(stores.settings.read()), signal });
  if (input === null || guests === undefined) return null;
  const { facts } = lookAtMessages(input, report, vault);
  const ports = { guests, digests: vault, history: rememberedHere(stores.history.memory()), log: dependencies.log };
  const inThreads = await toldInThreads(ports, { input, stays: facts.stays, signal });
  return inThreads.ok ? planStart(facts, { alreadyTold: { kind: 'usual' }, inThreads: inThreads.value }) : null;
}

export function startSending({ stores: { history, settings } }: DemoWorld, { remember }: StartPlan): void {
  history.remember(remember);
  const sending = { ...settings.read().sending, message: true, threads: true };
  settings.write({ ...toSend(settings.read()), sending });
}

function toSend(settings: Settings): Settings {
  const { messages } = settings;
  return { ...settings, messages: { ...messages, message: { ...messages.message, when: WHEN } } };
}

/** The next run carries it out. False: a cloud could not be read. */
export async function wishNewPin(world: DemoWorld, bookingId: BookingId): Promise<boolean> {
  const { stores, vault, clock } = world;
  const settings = stores.settings.read();
  const dependencies = await world.ready();
  const act = await prepareAct(
    {
      ...{ wishes: stores.wishes, history: stores.history, clock, vault, newRunId: () => dependencies.newRunId() },
      look: async (claim) => ok(await lookOnce(dependencies, { trigger: 'act', claim, settings, signal })),
      run: () => Promise.reject(new Error('The next run carries it out.')),
    },
    bookingId,
    { kind: 'new-pin' },
  );
  if (act.ok) stores.wishes.change(act.value.change);
  return act.ok;
}
