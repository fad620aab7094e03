/** How far a run is at each door, while it writes. */
import type { LockId } from '../../../shared/domain/ids.ts';
import { holdOf } from '../../../shared/domain/plan.ts';
import type { PlannedOperation } from '../../../shared/domain/plan.ts';
import type { RunProgress } from '../../../shared/domain/run.ts';

/** What waits for the user is not part of it. */
export class DoorProgress {
  readonly #doors = new Map<LockId, { done: number; total: number }>();

  constructor(operations: readonly PlannedOperation[]) {
    for (const operation of operations) {
      if (holdOf(operation) !== null) continue;
      const door = this.#doors.get(operation.lockId) ?? { done: 0, total: 0 };
      this.#doors.set(operation.lockId, { ...door, total: door.total + 1 });
    }
  }
  /** More steps than planned are those of later rounds, for what was refused. */
  stepped(lockId: LockId): void {
    const door = this.#doors.get(lockId);
    if (door !== undefined) this.#doors.set(lockId, { ...door, done: Math.min(door.done + 1, door.total) });
  }
  list(): NonNullable<RunProgress['doors']> {
    return [...this.#doors].map(([lockId, door]) => ({ lockId, ...door }));
  }
}
