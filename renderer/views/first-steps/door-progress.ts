/** How many codes of each door are written: while the first sync is at work, and as it ended. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { isHeld } from '../preview/preview-rows.ts';

export interface DoorState {
  readonly lockId: LockId;
  readonly done: number;
  readonly total: number;
}

export function doorsAt(progress: AppSnapshot['progress']): readonly DoorState[] {
  return progress?.doors ?? [];
}
/** Only what was read back from the lock counts. */
export function doorsOfRun(operations: readonly OperationReport[]): readonly DoorState[] {
  return [
    ...Map.groupBy(
      operations.filter((operation) => !isHeld(operation)),
      ({ lockId }) => lockId,
    ),
  ].map(([lockId, own]) => ({
    lockId,
    done: own.filter(({ status }) => status === 'done').length,
    total: own.length,
  }));
}
