/** Triggers in a virtual world, with every run they ask for written down as "trigger hh:mm:ss" in UTC. */
import type { Pause } from '../../../shared/domain/settings.ts';
import { isoInstant } from '../../../shared/time.ts';
import { Triggers } from '../../../electron/app/schedule/triggers.ts';
import type { RunEnd } from '../../../electron/app/schedule/triggers.ts';
import { VirtualWorld } from './virtual-world.ts';

const NO_PAUSE: Pause = { kind: 'none' };
/** One minute past three in Paris. */
const START = '2026-11-23T14:01:00Z';

export function play({
  startAt = START,
  cron = '*/15 * * * *',
  pause = NO_PAUSE,
  isOnline = true,
  isSetUp = true,
  installationNumber = 0,
  runDelayMs = null as number | null,
} = {}) {
  const world = new VirtualWorld(Date.parse(startAt));
  const runs: string[] = [];
  const next: (string | null)[] = [];
  const logged: string[] = [];
  let ended = 0;
  let answer: () => Promise<RunEnd> = async () => 'served';
  const triggers = new Triggers(
    {
      clock: world.clock,
      timers: world.timers,
      scheduler: world.scheduler,
      log: { log: (_level, message) => void logged.push(message) },
      requestRun: (trigger) => {
        runs.push(`${trigger} ${isoInstant(world.clock.nowMs()).slice(11, 19)}`);
        return answer();
      },
      onNextRun: (atMs) => void next.push(atMs === null ? null : isoInstant(atMs).slice(11, 19)),
      onPauseEnded: () => void (ended += 1),
    },
    { cron, pause, isOnline, isSetUp, installationNumber, runDelayMs },
  );
  triggers.start();
  return {
    world,
    triggers,
    runs,
    logged,
    nextRun: () => next.at(-1) ?? null,
    timesTold: () => next.length,
    pausesEnded: () => ended,
    answerWith: (to: () => Promise<RunEnd>) => {
      answer = to;
    },
    /** Runs since the last call. */
    take: () => runs.splice(0),
  };
}
