/** Whether this computer is able to write what is still to be written. */
import type { Arrival, Link } from '../../domain/readiness.ts';
import { linkTo, NEAR_MS } from '../facts.ts';
import type { ReadinessFacts } from '../facts.ts';
import { isCodeConfirmed } from './code-link.ts';

export function computerLink(arrival: Arrival, { nowMs, lastRead, computer }: ReadinessFacts): Link {
  const isDone = arrival.isBlocked ? arrival.doors.every(({ state }) => state === 'off') : isCodeConfirmed(arrival, lastRead);
  if (isDone) return linkTo('good', null, null);
  const stopped = arrival.startMs - nowMs <= NEAR_MS ? 'broken' : 'doubtful';
  if (computer.isPaused) return linkTo(stopped, 'link.computer.paused', null);
  if (computer.isRejected) return linkTo(stopped, 'link.computer.rejected', null);
  return computer.hasMissedTwoSyncs ? linkTo('doubtful', 'link.computer.asleep', null) : linkTo('good', null, null);
}
