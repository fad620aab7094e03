/** The window's page as it is shipped: built once, and handed to the browser with the app's own headers, without any server. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { answerAppRequest, APP_ORIGIN, listAppFiles } from '../../electron/platform/app-files.ts';

/** A name that exists nowhere; every request to it is answered here. Secure, as the app's own scheme is. */
export const PAGE_ORIGIN = 'https://latchkey.test';

export interface BuiltWindow {
  readonly folder: string;
  remove(): void;
}

/** `pseudo`: with the made-up language in the place of Polish. */
export async function buildWindow(mode: 'production' | 'pseudo'): Promise<BuiltWindow> {
  const folder = mkdtempSync(join(tmpdir(), `latchkey-window-${mode}-`));
  const configFile = fileURLToPath(new URL('../../build/vite.renderer.config.ts', import.meta.url));
  await build({ configFile, mode, build: { outDir: folder, emptyOutDir: true } });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Answers from the folder as it is now; everything else is refused, as in the app. */
export async function serveWindow(context: BrowserContext, folder: string): Promise<void> {
  const files = listAppFiles(folder);
  const bodies = new Map<string, { status: number; headers: Record<string, string>; body: Buffer }>();
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (!address.startsWith(`${PAGE_ORIGIN}/`)) return route.abort('blockedbyclient');
    const url = `${APP_ORIGIN}${address.slice(PAGE_ORIGIN.length)}`;
    let known = bodies.get(url);
    if (known === undefined) {
      const answer = await answerAppRequest(files, { method: route.request().method(), url });
      known = { status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) };
      bodies.set(url, known);
    }
    return route.fulfill(known);
  });
}

/** What the page loads before it can draw, by its own index.html. */
export function firstFiles(folder: string): readonly string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => join(folder, path));
}
