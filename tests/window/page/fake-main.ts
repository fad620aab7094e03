/** Runs in the page before its scripts: the bridge of the preload, answered by the process of the tests or of `npm run dev`. Uses nothing from outside. */

export function fakeMain(): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    latchkeyGalleryCall(name: string, payload: unknown): Promise<string | null>;
  };
  const listeners = new Map<string, Set<(payload: string) => void>>();
  page.latchkey = {
    async call(name: string, payload: unknown): Promise<string> {
      return (await page.latchkeyGalleryCall(name, payload)) ?? new Promise(() => undefined);
    },
    on(name: string, listener: (payload: string) => void): () => void {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known);
      known.add(listener);
      return () => void known.delete(listener);
    },
  };
  page.latchkeyGalleryEmit = (name: string, payload: string): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
}
