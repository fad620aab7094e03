/** One run at a time: a trigger during a run asks for one more, and later triggers join that one. */

export interface RunQueue<Request, Answer> {
  /** Resolves with the report of the run that served the request. */
  request(request: Request): Promise<Answer>;
  /** True from the first request until nothing is running or waiting. */
  isBusy(): boolean;
  /** Resolves when nothing runs or waits any more; requests made meanwhile are waited for too. */
  whenIdle(): Promise<void>;
}

/** `join` makes one request of two that wait; null when they cannot share a run, and then they follow each other. */
export function createRunQueue<Request, Answer>(
  run: (request: Request) => Promise<Answer>,
  join: (waiting: Request, later: Request) => Request | null,
): RunQueue<Request, Answer> {
  const waiting: { request: Request; answer: PromiseWithResolvers<Answer> }[] = [];
  let working: Promise<void> | null = null;
  /** Set before the first run begins: one that requests another at once must not start it beside itself. */
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
