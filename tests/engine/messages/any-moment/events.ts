/** What the user decides about telling guests, and what is written to guests some other way. Everything else is an event of acts. */
import { lookAtMessages } from '../../../../electron/app/messages/look-at-messages.ts';
import type { MessageLook } from '../../../../electron/app/messages/look-at-messages.ts';
import { planStart } from '../../../../electron/app/messages/start-sending.ts';
import { markTold, wantSent } from '../../../../electron/app/messages/user-told.ts';
import type { DemoBooking } from '../../../../electron/demo/seed.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { noStayWish, withAccess } from '../../../../shared/domain/wishes.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { bookingId } from '../../../support/ids.ts';
import type { Computer } from '../../acts/computer.ts';
import { applyEvent, liveBookings } from '../../acts/events.ts';
import type { Stage } from '../../acts/events.ts';
import type { Event } from '../../acts/history.ts';
import { unitId } from '../../scenario.ts';
import type { World } from '../../world.ts';
import type { AnyEvent, GuestEvent, MidRun, TellingEvent, TellingHistory } from './history.ts';
import { momentOf } from './moment.ts';
import type { Oracle } from './oracle.ts';

export interface TellingStage extends Stage {
  readonly plan: TellingHistory;
  readonly oracle: Oracle;
}

const TELLING: ReadonlySet<string> = new Set<TellingEvent['kind']>([
  ...(['start', 'stop', 'pause', 'resume', 'two-hours-pause', 'mute', 'unmute', 'settings', 'except-unit', 'prefix'] as const),
  ...(['answer-told', 'send-now', 'mark-told', 'writes'] as const),
]);
function isTelling(event: AnyEvent): event is TellingEvent {
  return TELLING.has(event.kind);
}

/** Whom the event is about; null: nobody, or it did nothing. */
export async function happen(event: AnyEvent, stage: TellingStage, computer: Computer): Promise<BookingId | null> {
  if (!isTelling(event)) {
    const claim = await applyEvent(event satisfies Event, stage, computer);
    return typeof claim === 'number' ? claim : null;
  }
  if ('which' in event && event.kind !== 'answer-told') return happenToGuest(event, stage, computer);
  const { world } = stage;
  const { settings } = world;
  switch (event.kind) {
    case 'start':
      return start(event.isUsual, stage, computer);
    case 'stop':
      change(world, { sending: { ...settings.sending, message: false } });
      return null;
    case 'pause':
    case 'resume':
      change(world, { pause: { kind: event.kind === 'pause' ? 'until-resumed' : 'none' } });
      return null;
    case 'two-hours-pause':
      change(world, { pause: { kind: 'until', untilMs: world.clock.nowMs() + 2 * HOUR_MS } });
      return null;
    case 'settings':
      useSettings(event, world);
      return null;
    case 'except-unit': {
      const message = { ...settings.messages.message, except: { channels: [], units: [unitId(event.unit) as never] } };
      change(world, { messages: { ...settings.messages, message } });
      return null;
    }
    case 'prefix': {
      const { mapping } = settings;
      const units = mapping.units.map((unit) =>
        unit.unitId === unitId(event.unit) ? { ...unit, doors: unit.doors.map((door) => ({ ...door, prefix: event.prefix })) } : unit,
      );
      change(world, { mapping: { ...mapping, units } });
      return null;
    }
    case 'answer-told':
      return answer(event, stage, computer);
  }
}

async function happenToGuest(event: GuestEvent, { world, plan, oracle }: TellingStage, computer: Computer): Promise<BookingId | null> {
  const booking = pick(liveBookings(world), event.which);
  if (booking === null) return null;
  const id = bookingId(booking.id);
  switch (event.kind) {
    case 'mute':
    case 'unmute':
      mute(event.kind === 'mute', id, computer);
      return id;
    case 'writes':
      writes(event, booking, world, computer);
      if (event.who !== 'guest' && plan.hasThreads) oracle.noteToldOtherwise(id);
      return null;
    case 'send-now': {
      const look = await lookOf(computer);
      const wanted = look === null ? null : wantSent(id, look.facts);
      if (wanted?.ok !== true) return null;
      computer.installation.history.remember([wanted.value]);
      oracle.noteWanted(id);
      return id;
    }
    case 'mark-told': {
      const look = await lookOf(computer);
      const told = look === null ? null : markTold(id, look.facts);
      if (told?.ok !== true) return null;
      computer.installation.history.remember([told.value]);
      oracle.noteToldOtherwise(id);
      return null;
    }
  }
}

/** As the command does, after its preview. */
export async function start(isUsual: boolean, { world, oracle, plan }: TellingStage, computer: Computer): Promise<null> {
  const look = await lookOf(computer);
  if (look === null) return null;
  const { remember } = planStart(look.facts, { alreadyTold: { kind: isUsual ? 'usual' : 'nobody' }, inThreads: new Set() });
  computer.installation.history.remember(remember);
  change(world, { sending: { placeholder: plan.isPlaced, message: true, threads: plan.hasThreads, host: plan.hasThreads } });
  if (plan.isPlaced) computer.installation.history.remember([{ kind: 'way-started', key: 'placeholder', value: { sinceMs: 1 } }]);
  oracle.noteStarted(computer);
  for (const { id } of isUsual ? liveBookings(world) : []) {
    const { now, doors } = momentOf(world, id, computer);
    if (doors.every(({ codes }) => codes.every(({ startDate, startTime }) => `${String(startDate)}T${String(startTime)}` <= now)))
      oracle.noteToldOtherwise(id);
  }
  return null;
}

/** What the user would be shown. */
async function lookOf({ installation }: Computer): Promise<MessageLook | null> {
  const seen: PlanInput[] = [];
  const report = await installation.run({ mode: 'dry-run', onRead: (read) => void seen.push(read) });
  const input = seen.at(-1);
  return input === undefined ? null : lookAtMessages(input, report, installation.vault);
}

export function useSettings({ when, tellsLonger, night }: TellingHistory['settings'], world: World): void {
  const { messages } = world.settings;
  change(world, { messages: { ...messages, quietHours: night, message: { ...messages.message, when, tellsLonger } } });
}
export function change(world: World, changed: Partial<Settings>): void {
  world.settings = { ...world.settings, ...changed };
}
function pick<T>(all: readonly T[], which: number): T | null {
  return all[which % Math.max(1, all.length)] ?? null;
}

function mute(isMuted: boolean, id: BookingId, { installation: { wishes } }: Computer): void {
  wishes.change((known) => {
    const { noMessages: _, ...wish } = known.stays.find((stay) => stay.bookingId === id)?.wish ?? noStayWish();
    const others = known.stays.filter((stay) => stay.bookingId !== id);
    return { ...known, stays: [...others, { bookingId: id, wish: { ...wish, ...(isMuted ? { noMessages: true as const } : {}) } }] };
  });
}

function writes({ who, what }: Extract<TellingEvent, { kind: 'writes' }>, { id }: DemoBooking, world: World, computer: Computer): void {
  const [door] = momentOf(world, id, computer).doors;
  const pin = what === 'another PIN' ? '9317' : `${door?.prefix ?? ''}${door?.codes[0]?.code ?? '9318'}`;
  const from = who === 'guest' ? 'guest' : 'host';
  const times = what === 'many words' ? 27 : 1;
  for (let time = 0; time < times; time += 1) {
    const text = what === 'many words' ? `About the deposit of ${String(1400 + time)} €.` : `The PIN is ${pin}.`;
    world.clouds.smoobu.addMessage({ bookingId: id, from, text, automatic: who === 'automatic' });
  }
}

function answer(
  { which, choice }: Extract<TellingEvent, { kind: 'answer-told' }>,
  { told, oracle }: Stage & { readonly oracle: Oracle },
  computer: Computer,
): BookingId | null {
  const asked = (told.get(computer) ?? []).filter(({ question, kind }) => question !== undefined && kind.startsWith('told-'));
  const problem = pick(asked, which);
  const chosen = pick(problem?.question?.choices ?? [], choice);
  const id = problem?.bookingId;
  if (problem?.question === undefined || chosen === null || id === undefined) return null;
  if (!computer.installation.answer(problem.question.key, chosen)) return null;
  oracle.noteAnswer(id, chosen);
  return id;
}

/** While a run is under way. */
export function decide(does: MidRun['does'], id: number, { world, decided }: Stage, computer: Computer): void {
  switch (does) {
    case 'block':
      computer.installation.wishes.change((before) => withAccess(before, bookingId(id), 'blocked', world.clock.nowMs()));
      decided.setAccess(id, { is: 'blocked', by: computer, isFirm: false });
      return;
    case 'mute':
      mute(true, bookingId(id), computer);
      return;
    case 'stop':
      change(world, { sending: { ...world.settings.sending, message: false } });
      return;
    case 'pause':
      change(world, { pause: { kind: 'until-resumed' } });
  }
}
