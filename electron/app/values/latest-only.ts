/** Handles one request at a time. Of the pending requests only the latest is kept; an older one is answered as superseded. */

/** `isSuperseded`: a later request is pending, so the work may stop early. */
export type LatestWork<Request, Answer> = (request: Request, isSuperseded: () => boolean) => Promise<Answer>;

export function createLatestOnly<Request, Answer>(
  work: LatestWork<Request, Answer>,
  superseded: () => Answer,
): (request: Request) => Promise<Answer> {
  let isWorking = false;
  let pending: { readonly request: Request; readonly answer: PromiseWithResolvers<Answer> } | null = null;

  async function workUntilDone(): Promise<void> {
    isWorking = true;
    for (let next = takePending(); next !== null; next = takePending()) {
      try {
        next.answer.resolve(await work(next.request, () => pending !== null));
      } catch (bug) {
        next.answer.reject(bug);
      }
    }
    isWorking = false;
  }
  function takePending(): typeof pending {
    const next = pending;
    pending = null;
    return next;
  }

  return (request) => {
    pending?.answer.resolve(superseded());
    const answer = Promise.withResolvers<Answer>();
    pending = { request, answer };
    if (!isWorking) void workUntilDone();
    return answer.promise;
  };
}
