/**
 * One write on one lock, which is never repeated blindly: after a lost or ambiguous answer the lock is listed again, and what is on it decides
 * whether the write has happened, is tried once more, or stays unknown.
 */
import type { Code } from '../../../../shared/domain/code.ts';
import { claimOf } from '../../../../shared/domain/ids.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import type { DeleteOperation, MoveOperation, PlannedOperation } from '../../../../shared/domain/plan.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import { isPresent, verifyCode } from '../../../../shared/reconcile/verify.ts';
import { isInDoubt } from '../../../../shared/reconcile/trust/unread-shares.ts';
import type { LockCloud } from '../../ports/clouds.ts';

export type WriteOperation = Exclude<PlannedOperation, { kind: 'delete' }>;
/** The code that a move deletes at its end. */
export interface OldCode extends Pick<DeleteOperation, 'lockId' | 'keypadId' | 'codeId' | 'key' | 'after'> {
  readonly kind: 'old-code';
  readonly move: MoveOperation;
}

export type WriteOutcome = { readonly ok: true; readonly codeId: CodeId | null } | { readonly ok: false; readonly failure: CloudFailure };
export interface Writer {
  write(operation: PlannedOperation | OldCode): Promise<WriteOutcome>;
}

/** Attempts in all, where each answer is lost and the lock shows that nothing has happened. */
const MAX_SENDS = 2;

export function createWriter(locks: LockCloud, signal: AbortSignal): Writer {
  return {
    async write(operation) {
      for (let sends = 1; ; sends += 1) {
        const answer = await send(operation, locks, signal);
        if (answer.ok) return { ok: true, codeId: answer.value };
        const failure = answer.error;
        if (failure.certain) return { ok: false, failure };
        const list = await locks.listCodes(operation.lockId, { signal });
        // A row that cannot be read may be what was written.
        if (!list.ok || isInDoubt(operation, list.value.unread, new Set())) return { ok: false, failure };
        const seen = lookFor(operation, list.value.codes);
        if (seen !== null) return { ok: true, codeId: seen.codeId };
        if (sends === MAX_SENDS || signal.aborted) return { ok: false, failure: { ...failure, certain: true } };
      }
    },
  };
}

async function send(
  operation: PlannedOperation | OldCode,
  locks: LockCloud,
  signal: AbortSignal,
): Promise<Result<CodeId | null, CloudFailure>> {
  switch (operation.kind) {
    case 'create':
    case 'move': {
      const created = await locks.createCode(operation.lockId, operation.keypadId, operation.record, { signal });
      return created.ok ? { ok: true, value: created.value.codeId } : created;
    }
    case 'update':
    case 'adopt': {
      const updated = await locks.updateCode(operation.codeId, operation.record, { signal });
      return updated.ok ? { ok: true, value: operation.codeId } : updated;
    }
    case 'delete':
    case 'old-code':
      return locks.deleteCode(operation.codeId, { signal });
  }
}

/** null where the write has not happened. */
function lookFor(operation: PlannedOperation | OldCode, codes: readonly Code[]): { codeId: CodeId | null } | null {
  switch (operation.kind) {
    case 'create':
    case 'move': {
      // Any code with the tag counts: the read-back checks it, and a second create would make a double.
      const found = verifyCode(codes, { claimId: claimOf(operation), place: operation, codeId: null, record: operation.record });
      return found.kind === 'missing' ? null : { codeId: found.codeId };
    }
    case 'update':
    case 'adopt': {
      const found = verifyCode(codes, {
        claimId: claimOf(operation),
        place: operation,
        codeId: operation.codeId,
        record: operation.record,
      });
      return found.kind === 'verified' ? { codeId: operation.codeId } : null;
    }
    case 'delete':
    case 'old-code':
      return isPresent(codes, operation.codeId) ? null : { codeId: null };
  }
}
