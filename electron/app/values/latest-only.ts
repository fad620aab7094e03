/** One piece of work at a time, and of the wishes that wait only the latest: an older one is told that it was superseded. */

/** `isSuperseded`: a later wish waits, so that work which has not really begun may as well be left. */
export type LatestWork<Wish, Answer> = (wish: Wish, isSuperseded: () => boolean) => Promise<Answer>;

export function createLatestOnly<Wish, Answer>(work: LatestWork<Wish, Answer>, superseded: () => Answer): (wish: Wish) => Promise<Answer> {
  let isWorking = false;
  let waiting: { readonly wish: Wish; readonly answer: PromiseWithResolvers<Answer> } | null = null;

  async function workOff(): Promise<void> {
    isWorking = true;
    for (let next = take(); next !== null; next = take()) {
      try {
        next.answer.resolve(await work(next.wish, () => waiting !== null));
      } catch (bug) {
        next.answer.reject(bug);
      }
    }
    isWorking = false;
  }
  function take(): typeof waiting {
    const next = waiting;
    waiting = null;
    return next;
  }

  return (wish) => {
    waiting?.answer.resolve(superseded());
    const answer = Promise.withResolvers<Answer>();
    waiting = { wish, answer };
    if (!isWorking) void workOff();
    return answer.promise;
  };
}
