/** Keeps what shared/reconcile/refusals/created-codes.ts decides by: each create that The Keys answered, as it happens. */
import { claimOf } from '../../../../shared/domain/ids.ts';
import type { CodeId, KeypadPlace } from '../../../../shared/domain/ids.ts';
import { createdKey, withCreate, withListed, withoutCode } from '../../../../shared/reconcile/refusals/created-codes.ts';
import type { CreatedCodes } from '../../../../shared/reconcile/refusals/created-codes.ts';
import { at } from '../../../../shared/time.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { Clock } from '../../ports/system.ts';
import type { OldCode, WriteOperation } from './writer.ts';
import type { CreateOperation, MoveOperation, PlannedOperation } from '../../../../shared/domain/plan.ts';

export interface CreateLog {
  /** The Keys accepted it, or may have: then without an id. */
  created(operation: CreateOperation | MoveOperation, codeId: CodeId | null): void;
  /** A list shows it. */
  listed(operation: WriteOperation, codeId: CodeId): void;
  deleted(operation: PlannedOperation | OldCode, codeId: CodeId): void;
}

export function createCreateLog(history: HistoryStore, clock: Clock): CreateLog {
  const known = new Map(history.memory().remembered['created-codes']);
  const set = (key: string, value: CreatedCodes | null): void => {
    if (value === null) known.delete(key);
    else known.set(key, value);
    history.remember([{ kind: 'created-codes', key, value }]);
  };
  const keyOf = (operation: PlannedOperation | OldCode, place: KeypadPlace): string =>
    createdKey(claimOf(operation.kind === 'old-code' ? operation.move : operation), place);
  return {
    created(operation, codeId) {
      const { lockId, keypadId, record } = operation;
      const window = { start: at(record.startDate, record.startTime), end: at(record.endDate, record.endTime) };
      const key = keyOf(operation, operation);
      set(key, withCreate(known.get(key), { claimId: claimOf(operation), lockId, keypadId, codeId, window }, clock.nowMs()));
    },
    listed(operation, codeId) {
      const key = keyOf(operation, operation);
      const codes = known.get(key);
      if (codes?.creates.some(({ listed }) => !listed) === true) set(key, withListed(codes, new Set([codeId])));
    },
    deleted(operation, codeId) {
      const key = keyOf(operation, operation);
      const codes = known.get(key);
      if (codes?.creates.some((create) => create.codeId === codeId) === true) set(key, withoutCode(codes, codeId));
    },
  };
}
