/** What can be wrong with the clouds, the disk and the clock for a step of a scenario, and is over afterwards. */
import fc from 'fast-check';
import type { StartDeadline } from '../../electron/app/ports/system.ts';
import { DEFAULT_SMOOBU_SWITCHES } from '../../electron/demo/smoobu/switches.ts';
import type { SteadyFaults } from '../../electron/demo/http/faults.ts';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import { DEFAULT_THE_KEYS_SWITCHES } from '../../electron/demo/the-keys/switches.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { FIRST_LOCK } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

export interface Hardship {
  readonly name: string;
  readonly smoobu?: Partial<SmoobuSwitches>;
  readonly theKeys?: Partial<TheKeysSwitches>;
  /** How far the computer's clock is ahead of the clouds' clocks. */
  readonly clockErrorMs?: number;
  readonly isDiskFull?: boolean;
  readonly faults?: { readonly smoobu?: Partial<SteadyFaults>; readonly theKeys?: Partial<SteadyFaults> };
  /** Whose lists do not come within the time for reading. */
  readonly slowLock?: number;
}

/** PINs that end in an even digit are refused: half of all draws. */
const EVEN_PINS = Array.from({ length: 5_000 }, (_, half) => String(half * 2).padStart(4, '0')).join(',');

/** Credentials of another account, which sees the same or nothing, or whose account cannot be read. */
const ACCOUNTS: readonly Hardship[] = [
  { name: 'another Smoobu account', smoobu: { account: 'other' } },
  { name: 'another Smoobu account with the same bookings', smoobu: { account: 'other-same-bookings' } },
  { name: 'an unreadable Smoobu account', smoobu: { account: 'unreadable' } },
  { name: 'another The Keys account', theKeys: { account: 'other' } },
  { name: 'an unreadable The Keys account', theKeys: { account: 'unreadable' } },
];
export const accountSwitch: fc.Arbitrary<Hardship> = fc.constantFrom(...ACCOUNTS);

export const hardship: fc.Arbitrary<Hardship> = fc.constantFrom<Hardship>(
  { name: 'half of all PINs are refused', theKeys: { refusedPins: EVEN_PINS } },
  { name: 'half of all PINs are refused, without saying so', theKeys: { refusedPins: EVEN_PINS, clearMessages: false } },
  { name: 'keypads without a 7', theKeys: { missingDigits: '7' } },
  { name: 'long names are refused', theKeys: { refusedNames: 'long' } },
  { name: 'names with marks are refused, without saying so', theKeys: { refusedNames: 'characters', clearMessages: false } },
  { name: 'a name used twice is refused', theKeys: { refusedNames: 'repeated' } },
  { name: 'starts in the past are refused', theKeys: { pastStarts: 'refuse' } },
  { name: 'every write is refused', theKeys: { refuseWith: 'Opération impossible' } },
  { name: 'names are kept in upper case', theKeys: { keptNames: 'upper' } },
  { name: 'names are kept with question marks', theKeys: { keptNames: 'question-marks' } },
  { name: 'lists lag by three minutes', theKeys: { listDelayMs: 3 * MINUTE_MS } },
  { name: 'keypads hold three codes', theKeys: { codesPerKeypad: 3 } },
  { name: 'totals are off by one', smoobu: { totalOffBy: 1 } },
  { name: 'totals are off, over pages', smoobu: { totalOffBy: -1, maxPageSize: 2 } },
  { name: 'pages repeat the first one', smoobu: { repeatFirstPage: true, maxPageSize: 2 } },
  { name: 'one row is unreadable', smoobu: { unreadableRow: 'dates' } },
  { name: 'one row is unreadable, also by id', smoobu: { unreadableRow: 'dates-everywhere' } },
  { name: 'one row has no id', smoobu: { unreadableRow: 'id' } },
  { name: 'the clock is 100 days behind', clockErrorMs: -100 * DAY_MS },
  { name: 'the clock is two days ahead', clockErrorMs: 2 * DAY_MS },
  { name: 'the clock is an hour behind', clockErrorMs: -HOUR_MS },
  { name: 'the disk is full', isDiskFull: true },
  { name: 'a lock is slow', slowLock: FIRST_LOCK },
  { name: 'the last lock is slow', slowLock: FIRST_LOCK + 3 },
  { name: 'one lock fails', faults: { theKeys: { lists: { [FIRST_LOCK]: { kind: 'bad-gateway' } } } } },
  { name: 'a row of somebody else has no keypad', theKeys: { brokenRows: 'foreign' } },
  { name: 'a row of ours has no keypad', theKeys: { brokenRows: 'ours' } },
  { name: 'Smoobu rejects the credentials', faults: { smoobu: { all: { kind: 'rejected' } } } },
  { name: 'The Keys rejects the credentials', faults: { theKeys: { all: { kind: 'rejected' } } } },
  { name: 'Smoobu asks for a pause', faults: { smoobu: { all: { kind: 'unavailable', retryAfter: '7200' } } } },
  { name: 'The Keys asks for a pause of its writes', faults: { theKeys: { writes: { kind: 'unavailable', retryAfter: '7200' } } } },
  ...ACCOUNTS,
);

export function beginHardship(
  { smoobu = {}, theKeys = {}, clockErrorMs = 0, isDiskFull = false, faults = {} }: Hardship,
  world: World,
): void {
  world.disk.isFull = isDiskFull;
  world.clock.stepWall(clockErrorMs);
  world.clouds.smoobu.setSwitches({ ...smoobu, clockOffsetMs: -clockErrorMs });
  world.clouds.theKeys.setSwitches({ ...theKeys, clockOffsetMs: -clockErrorMs });
  world.clouds.smoobu.faults.set(faults.smoobu ?? {});
  world.clouds.theKeys.faults.set(faults.theKeys ?? {});
}

export function endHardship({ clockErrorMs = 0 }: Hardship, world: World, plan: Pick<Scenario, 'smoobu' | 'theKeys'>): void {
  world.disk.isFull = false;
  world.clouds.smoobu.faults.clear();
  world.clouds.theKeys.faults.clear();
  world.clock.stepWall(-clockErrorMs);
  world.clouds.smoobu.setSwitches({ ...DEFAULT_SMOOBU_SWITCHES, ...plan.smoobu });
  world.clouds.theKeys.setSwitches({ ...DEFAULT_THE_KEYS_SWITCHES, ...plan.theKeys });
}

/** How long the slow lock may take. */
const SLOW_MS = 15;

/** A run's time, of which the part for reading is over soon after a list of the slow lock is asked for. */
export function createSlowReading(): { readonly startDeadline: StartDeadline; play(hardship: Hardship | null, world: World): void } {
  const reading = new Set<AbortController>();
  return {
    startDeadline(_durationMs, parent) {
      // The deadline of the whole run has no parent with one of its own.
      const stop = new AbortController();
      const signal = parent === undefined ? stop.signal : AbortSignal.any([parent, stop.signal]);
      reading.add(stop);
      return { signal, reached: () => stop.signal.aborted, cancel: () => void reading.delete(stop) };
    },
    play(hardship, world) {
      const slow = hardship?.slowLock;
      world.clouds.theKeys.faults.onRequest(
        slow === undefined
          ? null
          : ({ listOfLock }) => {
              if (listOfLock !== slow) return null;
              setTimeout(() => [...reading].at(-1)?.abort(), SLOW_MS);
              return { kind: 'hang' };
            },
      );
    },
  };
}
