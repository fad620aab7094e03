/** Which of the user's acts can be taken back, as far as that can be told without reading the doors. Pure. */
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import { DAY_MS } from '../../../shared/time.ts';

export const UNDO_KEPT_MS = 30 * DAY_MS;

export const UNDOABLE: ReadonlySet<ActKind> = new Set([
  'block',
  'from',
  'until',
  'extend',
  'reset-times',
  'pin',
  'no-code',
  'no-messages',
  'with-messages',
  'person-added',
  'person-removed',
]);
/** A linked code becomes one made by hand again. */
const UNLINKED: ActKind = 'person-linked';

/** The ids of their runs. */
export function undoableRuns({ remembered }: Pick<PlanMemory, 'remembered'>, nowMs: number): ReadonlySet<string> {
  const isKept = ({ atMs }: { readonly atMs: number }): boolean => nowMs - atMs <= UNDO_KEPT_MS;
  const acts = [...remembered.act].filter(([, act]) => isKept(act) && (UNDOABLE.has(act.action) || act.action === UNLINKED));
  const doorActs = [...remembered['door-act']].filter(([, act]) => isKept(act) && (act.act !== 'removed' || act.pin !== null));
  return new Set([...acts, ...doorActs].map(([runId]) => runId));
}
