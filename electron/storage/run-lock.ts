/** Allows one run at a time on a data folder. */
import type { RunLock } from '../app/ports/system.ts';
import { storageFailureOf } from './disk-failures.ts';
import { acquireLock, isLockHeld } from './process-lock.ts';

/**
 * `file`: absolute path on a local disk. Where the disk takes no lock, a run goes on without one, unless another process is seen to hold it:
 * two runs at once lead to the same codes, as two installations on one account do, and a guest must not be kept out by a full disk.
 * `beforeWrite`: tests throw here what a full disk throws.
 */
export function createRunLock({ file, beforeWrite }: { readonly file: string; readonly beforeWrite?: () => void }): RunLock {
  return {
    tryAcquire: () => {
      try {
        beforeWrite?.();
        return acquireLock(file, 0);
      } catch (error) {
        if (storageFailureOf(error) === null) throw error;
        return isLockHeld(file) ? null : { release: () => undefined };
      }
    },
  };
}
