/** Runs in the page before its scripts, under `npm run dev`: takes the page's calls to the server. Uses nothing from outside. */

export function devBridge(callPath: string): void {
  const page = globalThis as unknown as { latchkeyGalleryCall: (name: string, payload: unknown) => Promise<string | null> };
  page.latchkeyGalleryCall = async (name, payload) => {
    const response = await fetch(`${callPath}${location.search}`, { method: 'POST', body: JSON.stringify({ name, payload }) });
    return response.json() as Promise<string | null>;
  };
}
