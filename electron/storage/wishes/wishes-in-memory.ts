/** Wishes that nothing stores: for the demo and for tests. */
import type { WishStore } from '../../app/ports/storage.ts';
import { noWishes, wishesSchema } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';

export function memoryWishes(initial: Wishes = noWishes()): WishStore {
  let wishes = initial;
  return {
    read: () => wishes,
    change: (update) => {
      const next = update(wishes);
      if (next !== wishes) wishes = wishesSchema.parse(next);
      return wishes;
    },
    recovered: null,
  };
}
