/** `status --arrivals`: whether each arriving guest will get in, from what the last syncs knew. Reads this computer only, not the network. */
import { knownCovered } from '../../../app/readiness/remember-covered.ts';
import { isPaused } from '../../../app/schedule/schedule-policy.ts';
import { LAST_READ } from '../../../../shared/domain/readiness.ts';
import type { ReadinessFacts } from '../../../../shared/readiness/facts.ts';
import { judgeArrival } from '../../../../shared/readiness/judge.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/time.ts';
import { answer } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { Backend } from '../../backend.ts';
import type { CommandContext } from '../../context.ts';
import { arrivalsDocument, renderArrivals } from '../../render/arrivals.ts';
import type { ArrivalFacts } from '../../render/arrivals.ts';
import { nextRuns } from '../status.ts';

export async function arrivals(context: CommandContext, within = 72): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const facts = gather(opened.value, within);
  return answer(arrivalsDocument(facts), (style) => renderArrivals(facts, style));
}

function gather(backend: Backend, within: number): ArrivalFacts {
  const settings = backend.settings.read();
  const nowMs = backend.clock.nowMs();
  const { remembered } = backend.history.memory();
  const lastRead = remembered['last-read'].get(LAST_READ) ?? null;
  const [next = 0, later = next] = nextRuns(backend, settings.schedule.cron);
  const intervalMs = later > next ? later - next : HOUR_MS;
  const [lastRun = null] = backend.history.listRuns({ limit: 1, isWhole: true });
  const known: ReadinessFacts = {
    nowMs,
    intervalMs,
    lastRead,
    health: remembered['lock-health'],
    reach: remembered['code-reach'],
    computer: {
      isPaused: isPaused(settings.pause, nowMs),
      isRejected: [...remembered.rejection.values()].some(({ rejected }) => rejected > 0),
      hasMissedTwoSyncs: lastRun !== null && nowMs - Date.parse(lastRun.finishedAt) >= 2 * intervalMs,
    },
  };
  const shown = [...remembered.arrival.values()]
    .filter(({ startMs, endMs }) => startMs - nowMs <= within * HOUR_MS && nowMs - startMs <= DAY_MS && endMs > nowMs)
    .toSorted((one, other) => one.startMs - other.startMs || one.bookingId - other.bookingId)
    .map((arrival) => ({ arrival, readiness: judgeArrival(arrival, known) }));
  return { settings, nowMs, within, shown, covered: knownCovered(backend.history), asOfMs: lastRead?.bookingsAtMs ?? null };
}
