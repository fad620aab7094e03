/** What the user did, and which of it can be taken back, as far as that can be told without reading the doors. Pure. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import type { ShownRunRow } from '../../../shared/domain/run.ts';
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

export interface RememberedAct extends Pick<NonNullable<ShownRunRow['act']>, 'what' | 'canUndo'> {
  /** null: it is about a door. */
  readonly claimId: ClaimId | null;
}

/** What the user did, by the id of its run. */
export function rememberedActs({ remembered }: Pick<PlanMemory, 'remembered'>, nowMs: number): ReadonlyMap<string, RememberedAct> {
  const isKept = ({ atMs }: { readonly atMs: number }): boolean => nowMs - atMs <= UNDO_KEPT_MS;
  const acts = [...remembered.act].map(([runId, act]): readonly [string, RememberedAct] => {
    const { action: what, claimId } = act;
    return [runId, { what, claimId, canUndo: isKept(act) && (UNDOABLE.has(what) || what === UNLINKED) }];
  });
  const doorActs = [...remembered['door-act']].map(([runId, act]): readonly [string, RememberedAct] => [
    runId,
    act.act === 'replaced'
      ? { what: 'door-replaced', claimId: null, canUndo: isKept(act) }
      : { what: 'code-removed', claimId: null, canUndo: isKept(act) && act.pin !== null },
  ]);
  return new Map([...acts, ...doorActs]);
}
