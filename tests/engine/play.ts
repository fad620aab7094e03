/** Plays the steps of a scenario on the clouds, with a run of every installation after each, and then runs until nothing is left to do. */
import { expect } from 'vitest';
import type { Fault, FaultHook } from '../../electron/demo/http/faults.ts';
import { DEFAULT_SMOOBU_SWITCHES } from '../../electron/demo/smoobu/switches.ts';
import type { DemoBooking } from '../../electron/demo/seed.ts';
import type { OperationReport, RunReport } from '../../shared/domain/run.ts';
import { addDays, MINUTE_MS } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import { taggedBooking } from './invariants.ts';
import { bookingInput, doorsOf, unitId } from './scenario.ts';
import type { Change, Scenario, Step } from './scenario.ts';
import { Killed } from './killable.ts';
import type { Installation, World } from './world.ts';
import { englishReason } from '../../shared/i18n/operation-text.ts';
import { englishSentence } from '../../shared/i18n/problem-text.ts';

const ROUND_MS = 15 * MINUTE_MS;
const ALL_READ_MS = 120 * MINUTE_MS;

/** Plays all steps, and returns the number of runs. */
export async function playSteps(world: World, plan: Scenario, installations: readonly Installation[]): Promise<number> {
  const { smoobu, theKeys } = world.clouds;
  let runs = 0;
  for (const step of plan.steps) {
    for (const change of step.changes) applyChange(change, world, plan);
    passTime(world, step);
    smoobu.setSwitches(step.smoobu ?? {});
    for (const cloud of [smoobu, theKeys]) cloud.setLatency(step.latencyMs ?? 0);
    smoobu.faults.onRequest(faultsInOrder(step.faults.smoobu, step.steady?.smoobu ?? null));
    theKeys.faults.onRequest(faultsInOrder(step.faults.theKeys, step.steady?.theKeys ?? null));
    for (const { installation, at, when } of step.kills) installations[installation % installations.length]?.killAt(at, when);
    await Promise.all(installations.map((installation) => runUnlessKilled(installation, step.applyHeld ?? false)));
    runs += installations.length;
    for (const cloud of [smoobu, theKeys]) {
      cloud.faults.clear();
      cloud.setLatency(0);
    }
    smoobu.setSwitches({ ...DEFAULT_SMOOBU_SWITCHES, ...plan.smoobu });
  }
  return runs;
}

function passTime(world: World, step: Step): void {
  world.clock.advance(step.minutes * MINUTE_MS);
  if (step.clockStepMinutes !== undefined) world.clock.stepWall(step.clockStepMinutes * MINUTE_MS);
  if (step.reboot === true) world.clock.reboot(MINUTE_MS);
}

/** Leaves out wrong answers that count as evidence: that one booking does not exist, or that the password is wrong. */
function faultsInOrder(faults: readonly (Fault | null)[], steady: Fault | null): FaultHook {
  const left = [...faults];
  return (request) => {
    const fault = left.length > 0 ? (left.shift() ?? null) : steady;
    if (fault?.kind === 'not-found' && /^\/api\/reservations\/\d+$/.test(request.path)) return null;
    if (fault?.kind === 'forbidden' && request.isSignIn) return null;
    return fault;
  };
}

async function runUnlessKilled(installation: Installation, applyHeld: boolean): Promise<void> {
  try {
    await installation.run({ applyHeld });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

export interface Settled {
  readonly runs: number;
  /** The report of each installation's last run. */
  readonly last: readonly RunReport[];
}
export interface SettleOptions {
  readonly maxRounds: number;
  /** 15 minutes by default. */
  readonly roundMs?: number;
  /** Operations that may keep failing. */
  readonly mayFail?: (operation: OperationReport) => boolean;
  /** True when another run is needed although this one did nothing. */
  readonly isUnfinished?: (report: RunReport) => boolean;
}

/** Runs the installations in turn without faults until nothing is left to do. */
export async function runUntilSettled(world: World, installations: readonly Installation[], options: SettleOptions): Promise<Settled> {
  const { maxRounds, roundMs = ROUND_MS, mayFail = () => false, isUnfinished = () => false } = options;
  let runs = 0;
  let lastRound: readonly string[] = [];
  for (let round = 0; round < maxRounds; round += 1) {
    // Then every list is read again, so that what a hand changed is noticed.
    world.clock.advance(round === 0 && world.trigger === 'schedule' ? Math.max(roundMs, ALL_READ_MS) : roundMs);
    const last: RunReport[] = [];
    for (const installation of installations) last.push(await installation.run());
    runs += installations.length;
    const operations = last.flatMap((report) => report.operations);
    expect(operations.filter((one) => (one.status === 'failed' || one.status === 'unverified') && !mayFail(one))).toEqual([]);
    if (round > 0 && operations.every((one) => one.status !== 'done') && !last.some(isUnfinished)) return { runs, last };
    lastRound = last.flatMap((report) => [
      ...report.operations.map((one) => `${one.kind} ${one.status} (code ${String(one.codeId)}): ${englishReason(one)}`),
      ...report.problems.map(englishSentence),
    ]);
  }
  throw new Error(`The runs did not settle. The last round:\n${lastRound.join('\n')}`);
}

export function applyChange(change: Change, world: World, plan: Scenario): void {
  const { smoobu } = world.clouds;
  const live = smoobu.bookings().filter((booking) => booking.type !== 'cancellation');
  const booking = 'which' in change ? live[change.which % Math.max(1, live.length)] : undefined;
  switch (change.kind) {
    case 'add':
      smoobu.addBooking(bookingInput(change.booking, plan.layout, world.clock.nowMs()));
      return;
    case 'remap':
      remap(change, world, plan);
      return;
    case 'lose':
    case 'disable':
    case 'rename':
    case 'open':
    case 'copy':
      byHand(change, world);
      return;
    case 'cancel':
      if (booking !== undefined) smoobu.cancelBooking(booking.id);
      return;
    case 'remove':
      if (booking !== undefined) smoobu.removeBooking(booking.id);
      return;
    case 'rebook':
      if (booking !== undefined) rebook(booking, change, world);
      return;
    case 'move':
      if (booking !== undefined) smoobu.changeBooking(booking.id, { apartmentId: unitId(change.unit % plan.layout.doorsOfUnit.length) });
      return;
    case 'shift':
      if (booking === undefined) return;
      smoobu.changeBooking(booking.id, {
        arrival: addDays(booking.arrival as LocalDate, change.days),
        departure: addDays(booking.departure as LocalDate, change.days),
      });
  }
}

function rebook(booking: DemoBooking, change: Extract<Change, { kind: 'rebook' }>, { clouds: { smoobu } }: World): void {
  const { id, apartmentId, arrival, guestName, checkIn, type } = booking;
  if (type === 'cancellation') return;
  const email = change.hasAddress ? `guest-${String(id)}@demo.invalid` : '';
  smoobu.changeBooking(id, { email });
  if (change.isGone) smoobu.removeBooking(id);
  else smoobu.cancelBooking(id);
  const departure = addDays(booking.departure as LocalDate, change.nights);
  smoobu.addBooking({ apartmentId, arrival, departure, guestName, checkIn, email });
}

function byHand(change: Extract<Change, { kind: 'lose' | 'disable' | 'rename' | 'open' | 'copy' }>, world: World): void {
  const { theKeys } = world.clouds;
  const ours = theKeys.codes().filter((share) => taggedBooking(share) !== null);
  const share = ours[change.which % Math.max(1, ours.length)];
  if (share === undefined) return;
  switch (change.kind) {
    case 'lose':
      theKeys.removeCode(share.id);
      return;
    case 'disable':
      theKeys.changeCode(share.id, { active: false });
      return;
    case 'rename':
      theKeys.changeCode(share.id, { name: 'Renamed by hand' });
      return;
    case 'open':
      theKeys.changeCode(share.id, { startDate: null, endDate: null, startTime: null, endTime: null });
      return;
    case 'copy': {
      const taken = new Set(theKeys.codes().map(({ code }) => code));
      const code = Array.from({ length: 1000 }, (_, index) => String(7300 + index)).find((pin) => !taken.has(pin)) ?? '7300';
      const { lockId, accessory, name, startDate, endDate, startTime, endTime, description } = share;
      theKeys.addForeignCode({ lockId, keypadId: accessory.stringId, name, code, startDate, endDate, startTime, endTime, description });
    }
  }
}

function remap(change: Extract<Change, { kind: 'remap' }>, world: World, { layout }: Scenario): void {
  const { mapping } = world.settings;
  const id = unitId(change.unit % layout.doorsOfUnit.length);
  const keypads = [...new Set(change.doors.map((keypad) => keypad % layout.lockOfKeypad.length))];
  const former = mapping.units.find((unit) => unit.unitId === id)?.doors.map(({ lockId, keypadId }) => ({ lockId, keypadId })) ?? [];
  world.settings = {
    ...world.settings,
    mapping: {
      ...mapping,
      units: mapping.units.map((unit) => (unit.unitId === id ? { ...unit, doors: doorsOf(layout, keypads) } : unit)),
      retired: [...mapping.retired, ...former],
    },
  };
}
