/** Keeps what shared/reconcile/hands/sent-codes.ts compares with: each write before it is sent, and what a list showed of it. */
import type { Code } from '../../../../shared/domain/code.ts';
import { claimOf } from '../../../../shared/domain/ids.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import { readBack, sending } from '../../../../shared/reconcile/hands/sent-codes.ts';
import type { SentCode } from '../../../../shared/reconcile/hands/sent-codes.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { WriteOperation } from './writer.ts';

export interface SentLog {
  sending(operation: WriteOperation): void;
  readBack(operation: WriteOperation, code: Code, isVerified: boolean): void;
  gone(codeId: CodeId): void;
}

export function createSentLog(history: Pick<HistoryStore, 'remember'>, { memory, wishes }: Pick<PlanInput, 'memory' | 'wishes'>): SentLog {
  const known = new Map(memory.remembered['read-back']);
  const set = (key: string, value: SentCode | null): void => {
    if (value === null) known.delete(key);
    else known.set(key, value);
    history.remember([{ kind: 'read-back', key, value }]);
  };
  /** Where nothing changes about it, the code was on before. */
  const sent = (operation: WriteOperation): SentCode => {
    const wasOn = (operation.kind === 'update' || operation.kind === 'adopt') && operation.changes.active === undefined;
    return sending(operation, claimOf(operation), operation.record, wasOn, wishes);
  };
  return {
    sending(operation) {
      // A code that is created has no number yet.
      if (operation.kind !== 'update' && operation.kind !== 'adopt') return;
      set(String(operation.codeId), sent(operation));
    },
    readBack(operation, code, isVerified) {
      set(String(code.id), readBack(sent(operation), code, isVerified, wishes));
    },
    gone(codeId) {
      if (known.has(String(codeId))) set(String(codeId), null);
    },
  };
}
