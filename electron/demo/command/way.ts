/** The part of the demo's story in which a gateway falls silent: which doors have something to know, and which codes have yet to reach theirs. */
import { troubleOf } from '../../cli/render/health.ts';
import { wrapHanging } from '../../cli/render/text.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import type { DemoCommandOptions } from './demo-options.ts';

/** How many codes have yet to reach their doors, as the last run knew. */
export function printWay({ stores, settings, clock }: DemoWorld, { style, print }: Pick<DemoCommandOptions, 'style' | 'print'>): number {
  const { 'lock-health': health, 'code-reach': reach } = stores.history.memory().remembered;
  for (const { lockId, name } of settings.mapping.locks) {
    const trouble = troubleOf(judgedHealth(health.get(String(lockId))), clock.nowMs());
    if (trouble !== '') print(`${style.paint('warn', '!')} ${wrapHanging(`${name}: ${trouble}`, style.width, 2)}`);
  }
  const waiting = [...reach.values()].filter(({ reachedAtMs }) => reachedAtMs === null).length;
  print(
    waiting === 0
      ? `${style.paint('good', '✓')} Every code has reached its door.`
      : `${style.paint('warn', '!')} ${String(waiting)} of ${String(reach.size)} codes are on their way to their doors.`,
  );
  return waiting;
}
