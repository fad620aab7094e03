/** Planning 20,000 bookings against 10,000 codes, and more stays than four digits have PINs; cold and warm, each kind in fresh processes. */
import { run } from './child.ts';
import { median } from './measure.ts';
import type { Measurement, Part } from './measure.ts';

export interface PlanningTimes {
  readonly coldMs: number;
  readonly warmMs: readonly number[];
}

const AIM = { name: 'aim', value: 150 };
const CROWDED_AIM = { name: 'aim', value: 1000 };
const ONE_UNIT_AIM = { name: 'aim', value: 4000 };
const PROCESSES = 3;

export const planning: Part = {
  name: 'plan',
  about: 'planning 20,000 bookings against 10,000 codes on 2,000 doors, real PIN source, six digits',
  async measure() {
    return [
      ...(await measureKind('half-new', 'plan, 10,000 codes to create', AIM)),
      ...(await measureKind('quiet', 'plan, nothing to do', AIM)),
      ...(await measureKind('crowded', 'plan, 12,000 codes of four digits to create', CROWDED_AIM)),
      ...(await measureKind('one-unit', 'plan, 60,000 stays of one unit', ONE_UNIT_AIM)),
    ];
  },
};

async function measureKind(kind: string, name: string, aim: typeof AIM): Promise<readonly Measurement[]> {
  const times: PlanningTimes[] = [];
  for (let index = 0; index < PROCESSES; index += 1) {
    const { output } = await run([...process.execArgv, new URL('planning-process.ts', import.meta.url).pathname, kind]);
    times.push(JSON.parse(output) as PlanningTimes);
  }
  return [
    { what: `${name}, warm (median)`, value: median(times.flatMap(({ warmMs }) => warmMs)), unit: 'ms', against: aim },
    { what: `${name}, first in its process`, value: median(times.map(({ coldMs }) => coldMs)), unit: 'ms', against: aim },
  ];
}
