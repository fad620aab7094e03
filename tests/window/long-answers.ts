/**
 * Hands long answers to the page as files of its own origin. Playwright would pass them through the debugger, which compiles them as source:
 * 78 ms of the page's main thread for a snapshot of 2,000 stays, 2 ms as a file. Electron's messages cost as little.
 */
import type { BrowserContext } from 'playwright-core';
import { PAGE_ORIGIN } from './built-window.ts';

const FOLDER = '/long-answers/';
const LONG = 50_000;

export interface LongAnswers {
  /** What to answer instead: an address, which `latchkeyGalleryRead` of the page reads. */
  insteadOf(answer: string | null): string | null;
}

export async function serveLongAnswers(context: BrowserContext): Promise<LongAnswers> {
  const texts = new Map<string, string>();
  // As a text, since Vitest replaces `import()` in functions.
  await context.addInitScript('globalThis.latchkeyGalleryRead = async (address) => (await import(address)).default;');
  await context.route(`${PAGE_ORIGIN}${FOLDER}*`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const text = texts.get(pathname);
    if (text === undefined) return route.abort();
    texts.delete(pathname);
    return route.fulfill({ status: 200, headers: { 'content-type': 'text/javascript' }, body: `export default ${sourceOf(text)};` });
  });
  let count = 0;
  return {
    insteadOf(answer) {
      if (answer === null || answer.length < LONG) return answer;
      count += 1;
      const address = `${FOLDER}${String(count)}.js`;
      texts.set(address, answer);
      return address;
    },
  };
}

/** In single quotes, of which JSON has few. */
function sourceOf(json: string): string {
  return `'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
