/** Plays a history turn by turn and judges every message that is sent; then nothing goes wrong any more, and whoever is due must have been told. */
import { memoryWishes } from '../../../../electron/storage/wishes/wishes-in-memory.ts';
import type { FaultHook } from '../../../../electron/demo/http/faults.ts';
import type { FaultKind } from '../../../../electron/demo/http/faults.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import { at, dateOf, instantOf, localNow, MINUTE_MS } from '../../../../shared/time.ts';
import type { WallTime } from '../../../../shared/time.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { Computer } from '../../acts/computer.ts';
import { Decided } from '../../acts/decided.ts';
import { book, liveBookings } from '../../acts/events.ts';
import { portfolio } from '../../scenario.ts';
import { Killed } from '../../killable.ts';
import { startWorld } from '../../world.ts';
import { change, decide, happen, start, useSettings } from './events.ts';
import type { TellingStage } from './events.ts';
import type { TellingHistory, TellingTrouble, TellingTurn, Trouble } from './history.ts';
import { LOCK_NAMES, momentOf } from './moment.ts';
import type { Moment } from './moment.ts';
import { Oracle } from './oracle.ts';

const NO_TROUBLE: TellingTrouble = { sends: [], reads: [], killsAtSend: null, decides: null };
const ZONE = 'Europe/Paris';

export interface Played {
  readonly judged: number;
  /** What the user is asked about guests who were not told. */
  readonly asked: readonly string[];
}

export async function playTelling(plan: TellingHistory): Promise<Played> {
  const { seed, mapping } = portfolio({ ...plan, bookings: [], foreign: [] });
  const locks = mapping.locks.map((lock, index) => ({ ...lock, name: LOCK_NAMES[index] ?? '' }));
  const world = await startWorld(seed, { ...mapping, locks }, { nowMs: plan.nowMs, trigger: plan.trigger, smoobuSwitches: plan.smoobu });
  try {
    const { languages } = plan;
    const history = { ...plan, turns: [] };
    for (const [index, stay] of plan.stays.entries()) {
      const id = book(stay, { world, history });
      world.clouds.smoobu.changeBooking(id as BookingId, { language: languages[index % languages.length] ?? '' });
    }
    useSettings(plan.settings, world);
    // Two people who decide differently about one guest are not what this is about.
    const wishes = memoryWishes();
    const computers = Array.from({ length: plan.computers }, (_, index): Computer => {
      const pinKey = new Uint8Array(32).fill(plan.haveOneKey ? 1 : index + 1);
      return { installation: world.install({ pinKey, wishes }), lose: () => undefined };
    });
    const oracle = new Oracle(world);
    const stage: TellingStage = { world, history, computers, decided: new Decided(), told: new Map(), people: 0, plan, oracle };
    for (const [index, turn] of plan.turns.entries()) {
      for (const computer of plan.startsAt === index ? computers : []) await start(false, stage, computer);
      await playTurn(turn, stage);
    }
    return { judged: oracle.judged, asked: await settle(stage) };
  } finally {
    await world.close();
  }
}

async function playTurn({ minutes, computer: which, events, trouble, telling, isAct }: TellingTurn, stage: TellingStage): Promise<void> {
  const { world, computers } = stage;
  world.clock.advance(minutes * MINUTE_MS);
  const computer = computers[which % computers.length];
  if (computer === undefined) return;
  let claim: BookingId | null = null;
  for (const event of events) claim = (await happen(event, stage, computer)) ?? claim;
  if (trouble !== null) beginTrouble(trouble, stage, computer);
  await runOf(computer, stage, telling, isAct ? claim : null);
  for (const cloud of [world.clouds.smoobu, world.clouds.theKeys]) cloud.faults.clear();
}

function beginTrouble(trouble: Trouble, { world: { clouds } }: TellingStage, { installation }: Computer): void {
  if (trouble.kind === 'kill') installation.killAt(trouble.at, trouble.when);
  if (trouble.kind === 'down') clouds[trouble.cloud].faults.set({ all: { kind: 'server-error', status: 503 } });
}

/** null: it was killed. */
async function runOf(computer: Computer, stage: TellingStage, telling: TellingTrouble, claim: BookingId | null): Promise<RunReport | null> {
  const { world, oracle, told } = stage;
  const { smoobu } = world.clouds;
  const left = { sends: [...telling.sends], reads: [...telling.reads] };
  let pending: { readonly moment: Moment; readonly sent: number } | null = null;
  let reads = 0;
  const errors: Error[] = [];
  const judgePending = (): void => {
    if (pending === null) return;
    const { moment, sent } = pending;
    pending = null;
    const message = smoobu.sentMessages().slice(sent)[0];
    try {
      oracle.judge(moment, message?.text ?? null, message?.arrived === true);
    } catch (error) {
      errors.push(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const faultOf = (kinds: (FaultKind | null)[]): ReturnType<FaultHook> => {
    const kind = kinds.shift() ?? null;
    return kind === null ? null : { kind };
  };
  smoobu.faults.onRequest(({ path }) => {
    judgePending();
    const [, id = '', end = ''] = /^\/api\/reservations\/(\d+)\/(messages|messages\/send-message-to-guest)$/.exec(path) ?? [];
    if (end === 'messages') {
      reads += 1;
      if (telling.decides?.at === reads) decide(telling.decides.does, Number(id), stage, computer);
      if (telling.killsAtSend !== null) computer.installation.killAt(1, telling.killsAtSend);
      const fault = faultOf(left.reads);
      if (fault !== null) oracle.noteUnread(Number(id));
      return fault;
    }
    if (end === '') return null;
    pending = { moment: momentOf(world, Number(id), computer), sent: smoobu.sentMessages().length };
    return faultOf(left.sends);
  });
  const report = await computer.installation.run(claim === null ? {} : { claim, trigger: 'act' }).catch((error: unknown) => {
    if (error instanceof Killed) return null;
    throw error;
  });
  judgePending();
  oracle.endRun();
  const [error] = errors;
  if (error !== undefined) throw error;
  if (report !== null) told.set(computer, report.problems);
  return report;
}

/** Long enough to read every thread twice, and until it is day. */
async function settle(stage: TellingStage): Promise<readonly string[]> {
  const { world, computers, oracle } = stage;
  change(world, { pause: { kind: 'none' } });
  const round = async (): Promise<void> => {
    for (const computer of computers) await runOf(computer, stage, NO_TROUBLE, null);
  };
  for (const minutes of [16, 16, 16, 70, 70]) {
    world.clock.advance(minutes * MINUTE_MS);
    await round();
  }
  const now = world.clock.nowMs();
  const noon = instantOf(at(dateOf(localNow(ZONE, now)), '13:00' as WallTime), ZONE);
  world.clock.advance(noon > now ? noon - now : 16 * MINUTE_MS);
  for (const minutes of [0, 16, 16, 35]) {
    world.clock.advance(minutes * MINUTE_MS);
    await round();
  }
  const problems = computers.flatMap((computer) => stage.told.get(computer) ?? []);
  return oracle.assertAllTold(
    liveBookings(world).map(({ id }) => id),
    computers,
    problems,
  );
}
