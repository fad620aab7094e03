/** Plays a history turn by turn, judges every run, and then runs without trouble until nothing is left to do. */
import { expect } from 'vitest';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { bookingId } from '../../support/ids.ts';
import { portfolio } from '../scenario.ts';
import { Killed } from '../killable.ts';
import { startWorld } from '../world.ts';
import { createComputer } from './computer.ts';
import type { Computer } from './computer.ts';
import { Decided } from './decided.ts';
import { applyEvent, book, codesOf } from './events.ts';
import type { Stage } from './events.ts';
import type { History, Trouble, Turn } from './history.ts';
import { assertOut, assertOwn, isWhole, keptOut, nearDoors, nowOf, Verdict } from './oracle.ts';

const MAX_ROUNDS = 14;
const ROUND_MS = 16 * MINUTE_MS;
/** Then a scheduled run reads every list. */
const ALL_READ_MS = 120 * MINUTE_MS;

/** The number of runs that were judged as a whole. */
export async function playHistory(history: History): Promise<number> {
  const { seed, mapping } = portfolio({ ...history, bookings: [], foreign: [] });
  const world = await startWorld(seed, mapping, { nowMs: history.nowMs, trigger: history.trigger });
  try {
    for (const stay of history.stays) book(stay, { world, history });
    const computers = Array.from({ length: history.computers }, (_, index) =>
      createComputer(world, new Uint8Array(32).fill(history.haveOneKey ? 1 : index + 1)),
    );
    const stage: Stage = { world, history, computers, decided: new Decided(), told: new Map(), people: 0 };
    let judged = 0;
    for (const turn of history.turns) judged += await playTurn(turn, stage);
    return judged + (await settle(stage));
  } finally {
    await world.close();
  }
}

async function playTurn(turn: Turn, stage: Stage): Promise<number> {
  const { world, computers } = stage;
  world.clock.advance(turn.minutes * MINUTE_MS);
  const computer = computers[turn.computer % computers.length];
  if (computer === undefined) return 0;
  let claim: ClaimId | null = null;
  for (const event of turn.events) claim = await applyEvent(event, stage, computer);
  beginTrouble(turn.trouble, stage, computer);
  const report = await runOf(computer, stage, turn.isAct ? claim : null);
  for (const cloud of [world.clouds.smoobu, world.clouds.theKeys]) cloud.faults.clear();
  return report !== null && isWhole(report, stage, computer) ? 1 : 0;
}

function beginTrouble(trouble: Trouble | null, { world: { clouds } }: Stage, { installation }: Computer): void {
  switch (trouble?.kind) {
    case undefined:
      return;
    case 'kill':
      installation.killAt(trouble.at, trouble.when);
      return;
    case 'down':
      clouds[trouble.cloud].faults.set({ all: { kind: 'server-error', status: 503 } });
      return;
    case 'lost-answers': {
      const left = [...trouble.answers];
      clouds.theKeys.faults.onRequest(({ isWrite }) => {
        const kind = isWrite ? (left.shift() ?? null) : null;
        return kind === null ? null : { kind };
      });
    }
  }
}

/** null: it was killed. */
async function runOf(computer: Computer, stage: Stage, claim: ClaimId | null): Promise<RunReport | null> {
  const { decided, world } = stage;
  const near = nearDoors(stage, 'before-run');
  const out = keptOut(stage, computer);
  const known = world.clouds.theKeys.events().length;
  const report = await computer.installation.run(claim === null ? {} : { claim, trigger: 'act' }).catch((error: unknown) => {
    if (error instanceof Killed) return null;
    throw error;
  });
  const others = world.clouds.theKeys.events().slice(decided.seenWrites.get(computer) ?? known, known);
  const written = new Set(others.flatMap(({ by, before }) => (by === 'request' && before !== null ? [before.id] : [])));
  const isJudged = report !== null && isWhole(report, stage, computer);
  if (isJudged || world.trigger === 'command') decided.seenWrites.set(computer, world.clouds.theKeys.events().length);
  const what = `at ${nowOf(stage)}, ${report === null ? 'killed' : report.run.outcome}`;
  const still = nearDoors(stage, 'after-run');
  for (const door of near) expect(still, `${door} ${what}`).toContain(door);
  assertOwn(stage, computer, known);
  for (const id of out) assertOut(stage, id, `${String(id)} was blocked, ${what}`);
  if (report === null) return null;
  stage.told.set(computer, report.problems);
  if (isJudged) {
    new Verdict(stage, computer, report, written).check();
    decided.noteRun(computer, stage.computers.length === 1, (id) => codesOf(world, bookingId(id)).length > 0);
  }
  return report;
}

/** Two further runs of each computer at the end write nothing. */
async function settle(stage: Stage): Promise<number> {
  const { world, computers } = stage;
  const writes = (): number => world.clouds.theKeys.events().filter(({ by }) => by === 'request').length;
  let reports: (RunReport | null)[] = [];
  // What somebody changed is left alone in the first of two syncs.
  let quiet = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = writes();
    world.clock.advance(world.trigger === 'schedule' ? ALL_READ_MS : ROUND_MS);
    reports = [];
    let isOpen = false;
    for (const computer of computers) {
      const report = await runOf(computer, stage, null);
      reports.push(report);
      isOpen ||= report === null || !isWhole(report, stage, computer) || report.problems.some(({ kind }) => kind === 'booking-missing');
    }
    quiet = isOpen || writes() > before ? 0 : quiet + 1;
    if (quiet < 2) continue;
    for (const computer of [...computers, ...computers]) await runOf(computer, stage, null);
    expect(writes(), 'writes of further syncs').toBe(before);
    return (round + 1) * computers.length;
  }
  throw new Error(`The runs did not settle:\n${reports.flatMap((report) => (report === null ? [] : describe(report))).join('\n')}`);
}

function describe({ run, operations, problems }: RunReport): readonly string[] {
  return [
    run.outcome,
    ...operations.map((one) => `${one.kind} ${one.status} (code ${String(one.codeId)}): ${englishReason(one)}`),
    ...problems.map(englishSentence),
  ];
}
