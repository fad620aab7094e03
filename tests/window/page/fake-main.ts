/** Runs in the page before its scripts: the bridge of the preload, answered by the process of the tests or of `npm run dev`. Uses nothing from outside. */

export function fakeMain(): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    latchkeyGalleryCall(name: string, payload: unknown): Promise<string | null>;
    latchkeyGalleryRead(address: string): Promise<string>;
  };
  const listeners = new Map<string, Set<(payload: string) => void>>();
  page.latchkey = {
    async call(name: string, payload: unknown): Promise<string> {
      const start = performance.now();
      const answer = await page.latchkeyGalleryCall(name, payload);
      if (answer === null) return new Promise(() => undefined);
      // No JSON text begins like an address.
      const text = answer.startsWith('/') ? await page.latchkeyGalleryRead(answer) : answer;
      performance.measure(name, { start });
      return text;
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
