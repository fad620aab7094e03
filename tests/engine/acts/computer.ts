/** A computer with a home folder that can lose its files, and what the user decided there. */
import { memoryWishes } from '../../../electron/storage/wishes/wishes-in-memory.ts';
import type { WishStore } from '../../../electron/app/ports/storage.ts';
import { noWishes } from '../../../shared/domain/wishes.ts';
import type { Installation, World } from '../world.ts';

export interface Computer {
  readonly installation: Installation;
  lose(what: 'wishes' | 'history' | 'folder'): void;
}

/** The PIN key is in the keychain, which is not lost with the home folder. */
export function createComputer(world: World, pinKey: Uint8Array): Computer {
  let stored = memoryWishes();
  const wishes: WishStore = {
    read: () => stored.read(),
    change: (update) => stored.change(update),
    recovered: null,
  };
  const install = (): Installation => world.install({ pinKey, wishes });
  let installation = install();
  return {
    get installation() {
      return installation;
    },
    lose(what) {
      // A damaged file is noticed; a folder that is gone is a first start.
      if (what === 'wishes') stored = memoryWishes({ ...noWishes(), recovery: 'lost' });
      if (what === 'folder') stored = memoryWishes();
      if (what !== 'wishes') installation = install();
    },
  };
}
