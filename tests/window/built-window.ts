/** The window's page as it is shipped, from out/renderer, handed to the browser with the app's own headers, without any server. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { answerAppRequest, APP_ORIGIN, listAppFiles } from '../../electron/platform/app-files.ts';
import { firstWords } from '../../shared/i18n/pl/first-words.ts';
import { moreWords } from '../../shared/i18n/pl/more-words.ts';
import type { Section } from '../../shared/i18n/message.ts';
import { pseudoSection } from '../support/pseudo.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILT_WINDOW = join(ROOT, 'out', 'renderer');
/** A name that exists nowhere; every request to it is answered here. Secure, as the app's own scheme is. */
export const PAGE_ORIGIN = 'https://latchkey.test';

/** Builds the window unless the one in out/renderer is newer than its sources. */
export async function buildWindowWhenStale(): Promise<void> {
  const changedMs = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['renderer/**/*.*', 'shared/**/*.ts', 'build/vite.renderer.config.ts', 'package-lock.json'], { cwd: ROOT });
  const newestMs = Math.max(...sources.filter((path) => !path.endsWith('.test.ts')).map((path) => changedMs(join(ROOT, path))));
  if (changedMs(join(BUILT_WINDOW, 'index.html')) > newestMs) return;
  await build({ configFile: join(ROOT, 'build', 'vite.renderer.config.ts') });
}

interface Served {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Answers from the folder as it is now; everything else is refused, as in the app. `isPseudo`: with the made-up language in place of Polish. */
export async function serveWindow(context: BrowserContext, folder: string, { isPseudo }: { readonly isPseudo: boolean }): Promise<void> {
  const files = listAppFiles(folder);
  const bodies = new Map<string, Served>();
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (!address.startsWith(`${PAGE_ORIGIN}/`)) return route.abort('blockedbyclient');
    const url = `${APP_ORIGIN}${address.slice(PAGE_ORIGIN.length)}`;
    let known = bodies.get(url);
    if (known === undefined) {
      const answer = await answerAppRequest(files, { method: route.request().method(), url });
      const body = Buffer.from(await answer.arrayBuffer());
      const pseudo = isPseudo ? PSEUDO.find(({ name, says }) => body.includes(`as ${name}`) && body.includes(says)) : undefined;
      known = { status: answer.status, headers: Object.fromEntries(answer.headers), body: pseudo?.body ?? body };
      bodies.set(url, known);
    }
    return route.fulfill(known);
  });
}
/** In place of the Polish files, known by a sentence. */
const PSEUDO = [
  { name: 'moreWords', says: moreWords['history.title'], body: pseudoFile('moreWords', moreWords) },
  { name: 'firstWords', says: firstWords['common.try-again'], body: pseudoFile('firstWords', firstWords) },
] as const;
function pseudoFile(name: string, words: Section): Buffer {
  return Buffer.from(`export const ${name} = ${JSON.stringify(pseudoSection(words))};`);
}

/** What the page loads before it can draw, by its own index.html. */
export function firstFiles(folder: string): readonly string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => join(folder, path));
}
