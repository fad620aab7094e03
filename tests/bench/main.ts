/** `npm run bench`: speed and memory, each beside a limit or a peer of the same run. `npm run bench -- plan start-up` measures these alone. */
import { availableParallelism } from 'node:os';
import { closeSharedBrowser } from '../host/browser.ts';
import { desktop } from './desktop.ts';
import { doors } from './doors.ts';
import { history } from './history.ts';
import { hostile } from './hostile.ts';
import { renderMeasurements } from './measure.ts';
import type { Measurement } from './measure.ts';
import { messages } from './messages.ts';
import { planning } from './planning.ts';
import { quietDayPart } from './quiet-day.ts';
import { runs } from './runs.ts';
import { start } from './start.ts';
import { startUp } from './start-up.ts';
import { watchMemory } from './watch-memory.ts';
import { windowPart } from './window.ts';

const PARTS = [runs, quietDayPart, planning, doors, messages, history, hostile, startUp, start, watchMemory, desktop, windowPart];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. The parts are ${PARTS.map((part) => part.name).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const measurements: Measurement[] = [];
  for (const part of PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    process.stderr.write(`${part.name}: ${part.about}\n`);
    measurements.push(...(await part.measure()));
  }
  process.stdout.write(`\nNode ${process.version} on ${process.platform}, ${String(availableParallelism())} cores\n`);
  process.stdout.write(`${renderMeasurements(measurements)}\n`);
  await closeSharedBrowser();
}
