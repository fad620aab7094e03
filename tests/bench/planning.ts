/** Planning 20,000 bookings against 10,000 codes, and more stays than four digits have PINs; cold and warm, each kind in fresh processes. */
import { run } from './child.ts';
import { median } from './measure.ts';
import type { Measurement, Part } from './measure.ts';

export interface PlanningTimes {
  readonly coldMs: number;
  readonly warmMs: readonly number[];
}

interface Aims {
  readonly warmMs: number;
  readonly coldMs: number;
}
const QUIET: Aims = { warmMs: 100, coldMs: 100 };
const HALF_NEW: Aims = { warmMs: 250, coldMs: 400 };
/** More stays than PINs: keypads that are nearly full. */
const CROWDED: Aims = { warmMs: 1000, coldMs: 1000 };
const ONE_UNIT: Aims = { warmMs: 4000, coldMs: 4000 };
const PROCESSES = 3;

export const planning: Part = {
  name: 'plan',
  about: 'planning 20,000 bookings against 10,000 codes on 2,000 doors, real PIN source, six digits',
  async measure() {
    return [
      ...(await measureKind('half-new', 'plan, 10,000 codes to create', HALF_NEW)),
      ...(await measureKind('quiet', 'plan, nothing to do', QUIET)),
      ...(await measureKind('crowded', 'plan, 12,000 codes of four digits to create', CROWDED)),
      ...(await measureKind('one-unit', 'plan, 60,000 stays of one unit', ONE_UNIT)),
    ];
  },
};

async function measureKind(kind: string, name: string, { warmMs, coldMs }: Aims): Promise<readonly Measurement[]> {
  const times: PlanningTimes[] = [];
  for (let index = 0; index < PROCESSES; index += 1) {
    const { output } = await run([...process.execArgv, new URL('planning-process.ts', import.meta.url).pathname, kind]);
    times.push(JSON.parse(output) as PlanningTimes);
  }
  return [
    {
      what: `${name}, warm (median)`,
      value: median(times.flatMap((one) => one.warmMs)),
      unit: 'ms',
      against: { name: 'aim', value: warmMs },
    },
    {
      what: `${name}, first in its process`,
      value: median(times.map((one) => one.coldMs)),
      unit: 'ms',
      against: { name: 'aim', value: coldMs },
    },
  ];
}
