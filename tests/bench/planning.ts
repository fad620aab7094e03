/** Planning 20,000 bookings against 10,000 codes, cold and warm, each kind in fresh processes. */
import { run } from './child.ts';
import { median } from './measure.ts';
import type { Measurement, Part } from './measure.ts';

export interface PlanningTimes {
  readonly coldMs: number;
  readonly warmMs: readonly number[];
}

const AIM = { name: 'aim', value: 150 };
const PROCESSES = 3;

export const planning: Part = {
  name: 'plan',
  about: 'planning 20,000 bookings against 10,000 codes on 2,000 doors, real PIN source, six digits',
  async measure() {
    return [...(await measureKind('half-new', 'plan, 10,000 codes to create')), ...(await measureKind('quiet', 'plan, nothing to do'))];
  },
};

async function measureKind(kind: string, name: string): Promise<readonly Measurement[]> {
  const times: PlanningTimes[] = [];
  for (let index = 0; index < PROCESSES; index += 1) {
    const { output } = await run([...process.execArgv, new URL('planning-process.ts', import.meta.url).pathname, kind]);
    times.push(JSON.parse(output) as PlanningTimes);
  }
  return [
    { what: `${name}, warm (median)`, value: median(times.flatMap(({ warmMs }) => warmMs)), unit: 'ms', against: AIM },
    { what: `${name}, first in its process`, value: median(times.map(({ coldMs }) => coldMs)), unit: 'ms', against: AIM },
  ];
}
