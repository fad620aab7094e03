/** One run at a time: a request during a run queues one more, and later requests join that one. */

export interface RunQueue<Request, Answer> {
  /** Resolves with the answer of the run that served the request. */
  request(request: Request): Promise<Answer>;
  /** A run is in progress or queued. */
  isBusy(): boolean;
  /** Resolves when no run is in progress or queued, later requests included. */
  whenIdle(): Promise<void>;
}

/** `join` makes one request of two queued ones; null when they cannot share a run. */
export function createRunQueue<Request, Answer>(
  run: (request: Request) => Promise<Answer>,
  join: (waiting: Request, later: Request) => Request | null,
): RunQueue<Request, Answer> {
  const waiting: { request: Request; answer: PromiseWithResolvers<Answer> }[] = [];
  let working: Promise<void> | null = null;
  /** Set before the first run starts: a run that requests another one at once must not start it in parallel. */
  let isBusy = false;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        next.answer.resolve(await run(next.request));
      } catch (bug) {
        next.answer.reject(bug);
      }
    }
    isBusy = false;
  }

  return {
    request(request) {
      for (const entry of waiting) {
        const joined = join(entry.request, request);
        if (joined === null) continue;
        entry.request = joined;
        return entry.answer.promise;
      }
      const answer = Promise.withResolvers<Answer>();
      waiting.push({ request, answer });
      if (!isBusy) {
        isBusy = true;
        working = work();
      }
      return answer.promise;
    },
    isBusy: () => isBusy,
    async whenIdle() {
      while (isBusy) await working;
    },
  };
}
