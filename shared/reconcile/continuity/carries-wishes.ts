/** Whether the user decided something for a stay that its guest may expect of another booking too. */
import type { StayWish } from '../../domain/wishes.ts';

export function carriesWishes(wish: StayWish | undefined): wish is StayWish {
  if (wish === undefined) return false;
  return wish.from !== null || wish.until !== null || wish.note !== '' || wish.noCode || wish.noMessages === true;
}
