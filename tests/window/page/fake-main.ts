/** Runs in the page before its scripts: the bridge of the preload, answered by the process of the tests or of `npm run dev`. Uses nothing from outside. */

export function fakeMain(): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    latchkeyGalleryCall(name: string, payload: unknown): Promise<string | null>;
  };
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  page.latchkey = {
    async call(name: string, payload: unknown): Promise<unknown> {
      const answer = await page.latchkeyGalleryCall(name, payload);
      return answer === null ? new Promise(() => undefined) : (JSON.parse(answer) as unknown);
    },
    on(name: string, listener: (payload: unknown) => void): () => void {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known);
      known.add(listener);
      return () => void known.delete(listener);
    },
  };
  page.latchkeyGalleryEmit = (name: string, payload: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
}
