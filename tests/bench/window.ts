/** The window: how much code comes first, how soon there is something to see, and whether long lists ever stand still. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { withoutMisfits } from '../../electron/ipc/without-misfits.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { BUILT_WINDOW, buildWindowWhenStale, firstFiles } from '../window/built-window.ts';
import { crowded } from '../window/data/crowd.ts';
import { largeHost, smallHost } from '../window/data.ts';
import { LIGHT, openGallery } from '../window/gallery.ts';
import type { Gallery, OpenScene } from '../window/gallery.ts';
import { ok } from '../window/scene.ts';
import type { Scene } from '../window/scene.ts';
import { median } from './measure.ts';
import type { Measurement, Part } from './measure.ts';

const KILOBYTE = 1024;
const CODE_LIMIT = { name: 'limit', value: 60 };
const FIRST_VIEW_LIMIT = { name: 'limit', value: 200 };
const FINDER_LIMIT = { name: 'limit', value: 50 };
const TASK_LIMIT = { name: 'limit', value: 50 };
const TIMES = 7;
/** Through all of the history, at most; 10,000 runs in pages. */
const SCREENS = 400;

const ARRIVALS = { view: 'today', bookingId: null } as const;
const HISTORY = { view: 'history', runId: null } as const;

export const windowPart: Part = {
  name: 'window',
  about: `the built window in the tests' browser: its code, its first view (median of ${String(TIMES)}), lists of 2,000 stays and 10,000 runs, and a calendar of the 10,000 stays that the window gets`,
  async measure() {
    await buildWindowWhenStale();
    const gallery = await openGallery();
    try {
      return [
        ...codeOf(BUILT_WINDOW),
        ...(await firstViews()),
        ...(await inList(
          gallery,
          'arrivals of 2,000 bookings',
          { name: 'bench-arrivals', host: largeHost, goto: ARRIVALS },
          searchArrivals,
        )),
        ...(await inList(gallery, 'history of 10,000 runs', { name: 'bench-history', host: largeHost, goto: HISTORY }, searchHistory)),
        ...(await crowdedCalendar(gallery)),
        ...(await finding(gallery)),
      ];
    } finally {
      await gallery.close();
    }
  },
};

/** What a user waits for: the frame, the arrivals and the words of the largest language. The other views follow while nobody waits. */
function codeOf(folder: string): readonly Measurement[] {
  const paths = firstFiles(folder).filter((path) => path.endsWith('.js'));
  const [assets, first] = [dirname(paths[0] ?? ''), paths.map((path) => basename(path))];
  const all = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const isLanguage = (name: string): boolean => /^(first|more)-words-/.test(name);
  const code = all.filter((name) => !isLanguage(name));
  const size = (compress: (bytes: Uint8Array) => Uint8Array, names: readonly string[]): number =>
    names.map((name) => compress(readFileSync(join(assets, name))).byteLength / KILOBYTE).reduce((sum, part) => sum + part, 0);
  return (
    [
      ['gzip', gzipSync],
      ['brotli', brotliCompressSync],
    ] as const
  ).flatMap(([name, compress]): Measurement[] => {
    const largest = (kind: string): number =>
      Math.max(...all.filter((file) => file.startsWith(kind)).map((file) => size(compress, [file])));
    const [words, others] = [largest('first-words-'), largest('more-words-')];
    return [
      { what: `window, code and words it opens with, ${name}`, value: size(compress, first) + words, unit: 'KB', against: CODE_LIMIT },
      { what: `window, code of all views, ${name}`, value: size(compress, code), unit: 'KB', against: null },
      { what: `window, words of the largest language, ${name}`, value: words + others, unit: 'KB', against: null },
    ];
  });
}

/** With main's own check of the snapshot. The part until the snapshot is there is longer here than in the app: Playwright passes the question on. */
async function firstViews(): Promise<readonly Measurement[]> {
  const gallery = await openGallery({ hasFastAnswers: true });
  const rows: Measurement[] = [];
  for (const [name, host] of [
    ['6 units', smallHost],
    ['120 units, 2,000 bookings', largeHost],
  ] as const) {
    const { snapshot } = await host();
    const checked = () => withoutMisfits(contract['snapshot.get'].output, snapshot).value;
    const scene: Scene = { name: 'bench-first-view', host, goto: null, answers: { 'snapshot.get': () => ok(checked() ?? snapshot) } };
    const times: number[] = [];
    const waits: number[] = [];
    // The first opens the page and warms nothing that a user would find warm: it is left out.
    for (let time = 0; time <= TIMES; time += 1) {
      const [tookMs = Number.NaN, waitedMs = Number.NaN] = await gallery.withScene(scene, LIGHT, async ({ page }) => {
        // Told a moment after it is on the screen.
        const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
        const waited = await page.evaluate(() => performance.getEntriesByName('snapshot.get')[0]?.duration);
        return [await painted.jsonValue(), waited];
      });
      if (time === 0) continue;
      times.push(tookMs);
      waits.push(waitedMs);
    }
    rows.push(
      { what: `window, first view, ${name}`, value: median(times), unit: 'ms', against: FIRST_VIEW_LIMIT },
      { what: `window, of it until the snapshot is there, ${name}`, value: median(waits), unit: 'ms', against: null },
    );
  }
  await gallery.close();
  return rows;
}

/** The longest task while it is scrolled through, and while words are typed that filter it. */
async function inList(
  gallery: Gallery,
  name: string,
  scene: Scene,
  search: (open: OpenScene) => Promise<void>,
): Promise<readonly Measurement[]> {
  return gallery.withScene(scene, LIGHT, async (open) => {
    const { page } = open;
    const scrolling = await longestTask(page, async () => {
      await page.evaluate(scrollThrough, SCREENS);
      await open.settled();
    });
    const typing = await longestTask(page, () => search(open));
    return [
      { what: `window, longest task scrolling ${name}`, value: scrolling, unit: 'ms' as const, against: TASK_LIMIT },
      { what: `window, longest task filtering ${name}`, value: typing, unit: 'ms' as const, against: TASK_LIMIT },
    ];
  });
}

/** The longest task from any other view to the calendar, all stays of which are of one unit. */
async function crowdedCalendar(gallery: Gallery): Promise<readonly Measurement[]> {
  const scene: Scene = { name: 'bench-calendar', host: smallHost, goto: { view: 'settings' }, snapshot: crowded };
  return gallery.withScene(scene, LIGHT, async (open) => {
    const opening = await longestTask(open.page, async () => {
      await open.emit('window.goto', { view: 'calendar' });
      await open.page.locator('.calendar-grid').waitFor();
      await open.settled();
    });
    return [
      { what: 'window, longest task opening the calendar of 10,000 stays of one unit', value: opening, unit: 'ms', against: TASK_LIMIT },
    ];
  });
}

/** From a letter typed into the finder to what it finds, among 2,000 bookings: main's own search, and what is drawn of it. */
async function finding(gallery: Gallery): Promise<readonly Measurement[]> {
  const scene: Scene = { name: 'bench-finder', host: largeHost, goto: ARRIVALS };
  return gallery.withScene(scene, LIGHT, async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    const times: number[] = [];
    for (const letters of ['s', 'sa', 'l', 'le', 'm', 'ma', 'mar', 'a', 'an']) {
      await page.getByRole('combobox').fill('');
      times.push(await page.evaluate(typedToFound, letters));
    }
    return [
      { what: 'window, finder: from a letter to what it finds, 2,000 bookings', value: median(times), unit: 'ms', against: FINDER_LIMIT },
    ];
  });
}

/** Runs in the page: types, and waits until the list has changed and is drawn. Uses nothing from outside. */
async function typedToFound(letters: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
  const list = document.querySelector('[role="listbox"]');
  if (field === null || list === null) throw new Error('The finder is not open.');
  const isGuestShown = (): boolean => list.querySelector('[role="option"]')?.textContent.match(/\d/) !== null;
  const startedAtMs = performance.now();
  field.value = letters;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (isGuestShown()) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
  return performance.now() - startedAtMs;
}

async function searchArrivals(open: OpenScene): Promise<void> {
  const search = open.page.getByRole('searchbox').first();
  await search.focus();
  for (const letter of 'Grünewalder') await open.page.keyboard.type(letter, { delay: 30 });
  await open.settled();
  for (let index = 0; index < 11; index += 1) await open.page.keyboard.press('Backspace', { delay: 30 });
  await open.settled();
}

async function searchHistory(open: OpenScene): Promise<void> {
  const field = open.page.getByRole('searchbox').first();
  await field.focus();
  for (const digit of '90005') await open.page.keyboard.type(digit, { delay: 30 });
  await open.settled();
  for (let index = 0; index < 5; index += 1) await open.page.keyboard.press('Backspace', { delay: 30 });
  await open.settled();
}

interface TraceEvent {
  readonly name?: string;
  readonly tid?: number;
  readonly pid?: number;
  /** Microseconds: from beginning to end, and of these on a core. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Of the pages' own threads, by the browser's trace: observers within the page see none under 50 ms. On a core, so that whatever else
 * the machine does at the moment is not taken for the window's slowness.
 */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as readonly TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const traceConfig = { includedCategories: ['disabled-by-default-devtools.timeline'] };
  await session.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const thread = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread));
  const tasks = events.filter((event) => event.name === 'RunTask' && pages.has(thread(event)));
  if (tasks.length === 0) throw new Error('The trace has no tasks of the page.');
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
}

/** Runs in the page: screen by screen to the end, each drawn. */
async function scrollThrough(screens: number): Promise<void> {
  const scroller = document.querySelector('.virtual-scroller') ?? document.querySelector('main');
  if (scroller === null) throw new Error('Nothing scrolls here.');
  for (let screen = 0; screen < screens; screen += 1) {
    scroller.scrollBy(0, scroller.clientHeight);
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) {
      // More may be on its way.
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return;
    }
  }
}
