/** Wishes in one checked JSON file, with the last good copy beside it. The app and the command line may change it at the same time. */
import { join } from 'node:path';
import type { WishStore } from '../../app/ports/storage.ts';
import { StorageFailure } from '../../app/ports/storage.ts';
import { noWishes, WISHES_SCHEMA_VERSION, wishesSchema } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { err } from '../../../shared/result.ts';
import { CheckedFile } from '../checked-file.ts';
import type { CheckedFileOptions, CheckedFormat, Exclusively } from '../checked-file.ts';
import { newerVersion, parsedBy } from '../checked-text.ts';
import { storageFailureOf } from '../disk-failures.ts';
import { acquireLock } from '../process-lock.ts';

const FORMAT: CheckedFormat<Wishes> = {
  name: 'wishes',
  // Twenty thousand stays, each with a note of the greatest length.
  maxBytes: 64_000_000,
  initial: noWishes,
  decisive: (raw) => raw,
  parse: (raw) => {
    const version = raw.schemaVersion;
    if (typeof version === 'number' && version > WISHES_SCHEMA_VERSION) return err(newerVersion('wishes', version));
    return parsedBy(wishesSchema, raw);
  },
  checked: (wishes) => wishesSchema.parse(wishes),
};

/** A change takes milliseconds. */
const WAIT_MS = 5_000;

/** Opens `wishes.json` in the folder. Throws only when the folder itself cannot be used. */
export function openWishStore(options: CheckedFileOptions): WishStore {
  const file = new CheckedFile(FORMAT, options, exclusivelyBy(join(options.folder, 'wishes.lock')));
  return {
    read: () => file.read(),
    change: (update) => file.change(update),
    get recovered() {
      return file.recovered;
    },
  };
}

function exclusivelyBy(lockFile: string): Exclusively {
  return (work) => {
    const lock = tryLock(lockFile);
    try {
      return work();
    } finally {
      lock.release();
    }
  };
}

function tryLock(lockFile: string): { release(): void } {
  try {
    const lock = acquireLock(lockFile, WAIT_MS);
    if (lock !== null) return lock;
  } catch (error) {
    throw storageFailureOf(error) ?? error;
  }
  throw new StorageFailure('failing');
}
