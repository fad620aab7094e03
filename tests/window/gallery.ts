/** Opens the built window in the tests' headless browser, with a main process made of data: no Electron, no stand-in, no ports. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { AppChange, AppSnapshot } from '../../shared/domain/app-state.ts';
import type { CallName } from '../../shared/ipc/channels.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { sharedBrowser, startBrowser } from '../host/browser.ts';
import { BUILT_WINDOW, PAGE_ORIGIN, serveWindow } from './built-window.ts';
import type { Localization } from '../../electron/app/status/localization.ts';
import { NOW_MS, ZONE } from './data/clock.ts';
import { ENGLISH, localizationOf } from './data/localization.ts';
import { fakeMain } from './page/fake-main.ts';
import { standingClock } from './page/standing-clock.ts';
import { isDrawn } from './page/drawn.ts';
import { serveLongAnswers } from './long-answers.ts';
import { SceneMain } from './scene-main.ts';
import type { GalleryHost, Scene, Stage } from './scene.ts';

export interface Look {
  readonly theme: 'light' | 'dark' | 'forced' | 'high-contrast';
  readonly widthPx: number;
  readonly heightPx: number;
  /** 2: the page at 200 %, in half as many CSS pixels. */
  readonly zoom: 1 | 2;
  readonly motion: 'full' | 'reduced';
}
export const LIGHT: Look = { theme: 'light', widthPx: 980, heightPx: 680, zoom: 1, motion: 'reduced' };

export interface OpenScene extends Stage {
  /** What main has shown last. */
  readonly shown: AppSnapshot;
  /** Errors of the page and its console, refusals of the content policy included. */
  readonly errors: readonly string[];
  /**
   * As when the user chooses another language in the settings: the window's texts and main's. Dates and times of the window stay as they are,
   * unless `locale` says whose they are.
   */
  speak(language: Language, locale?: string): Promise<void>;
}
export interface Gallery {
  /** The page is used for other scenes afterwards. `localization`: of what main answers until `speak`, English unless told otherwise. */
  withScene<T>(scene: Scene, look: Look, use: (open: OpenScene) => Promise<T>, localization?: Localization): Promise<T>;
  close(): Promise<void>;
}
export interface GalleryOptions {
  /** A built window; out/renderer unless told otherwise. */
  readonly folder?: string;
  /** One to share; else the gallery has its own. */
  readonly browser?: Browser;
  /** With the made-up language in place of Polish. */
  readonly isPseudo?: boolean;
  /** Long answers take no longer than in the app. Only for measurements: `settled` does not wait until the page has read them. */
  readonly hasFastAnswers?: boolean;
}

interface Slot {
  readonly page: Page;
  /** What the page shows. */
  scene: LiveScene | null;
  /** What it shows once it has loaded; until then the calls come from the page before. */
  next: LiveScene | null;
}

const shared = new Map<boolean, Promise<Gallery>>();

/** In the one gallery of this process, for tests: its pages are used again by the next test, of another file too. */
export async function withScene<T>(
  scene: Scene,
  look: Look,
  use: (open: OpenScene) => Promise<T>,
  { isPseudo = false }: Pick<GalleryOptions, 'isPseudo'> = {},
): Promise<T> {
  const gallery = shared.get(isPseudo) ?? sharedBrowser().then((browser) => openGallery({ browser, isPseudo }));
  shared.set(isPseudo, gallery);
  return (await gallery).withScene(scene, look, use);
}

export async function openGallery({
  folder = BUILT_WINDOW,
  browser: given,
  isPseudo = false,
  hasFastAnswers = false,
}: GalleryOptions = {}): Promise<Gallery> {
  const browser = given ?? (await startBrowser());
  const contexts = new Map<string, Promise<BrowserContext>>();
  const idle = new Map<BrowserContext, Slot[]>();
  const slots = new Map<Page, Slot>();

  const contextFor = ({ zoom }: Look, locale: string): Promise<BrowserContext> => {
    const key = `${String(zoom)} ${locale}`;
    const known = contexts.get(key);
    if (known !== undefined) return known;
    const opened = (async () => {
      const context = await browser.newContext({ timezoneId: ZONE, locale, deviceScaleFactor: zoom, serviceWorkers: 'block' });
      await context.addInitScript(standingClock, NOW_MS);
      await serveWindow(context, folder, { isPseudo });
      const longAnswers = hasFastAnswers ? await serveLongAnswers(context) : null;
      await context.exposeBinding('latchkeyGalleryCall', async ({ page }, name: CallName, payload: unknown) => {
        const slot = slots.get(page);
        if (slot !== undefined && slot.next !== null && name === 'window.ready') {
          slot.scene = slot.next;
          slot.next = null;
        }
        const answer = (await slot?.scene?.call(name, payload)) ?? null;
        return longAnswers === null ? answer : longAnswers.insteadOf(answer);
      });
      await context.addInitScript(fakeMain);
      return context;
    })();
    contexts.set(key, opened);
    return opened;
  };
  const slotOf = async (context: BrowserContext): Promise<Slot> => {
    const free = idle.get(context)?.pop();
    if (free !== undefined) return free;
    const slot: Slot = { page: await context.newPage(), scene: null, next: null };
    slot.page.setDefaultTimeout(15_000);
    slot.page.on('pageerror', (error) => slot.scene?.errors.push(`${error.name}: ${error.message}`));
    slot.page.on('console', (message) => {
      if (message.type() === 'error') slot.scene?.errors.push(message.text());
    });
    slots.set(slot.page, slot);
    return slot;
  };

  return {
    async withScene(scene, look, use, localization) {
      const host = await scene.host();
      const context = await contextFor(look, scene.locale ?? 'en-GB');
      const slot = await slotOf(context);
      const { page } = slot;
      const live = new LiveScene(page, scene, host, localization);
      slot.scene = null;
      slot.next = live;
      await wear(page, look);
      await page.goto(`${PAGE_ORIGIN}/index.html`);
      await live.settled();
      try {
        if (scene.act !== undefined) {
          await scene.act(live);
          await live.settled();
        }
        return await use(live);
      } finally {
        slot.scene = null;
        idle.set(context, [...(idle.get(context) ?? []), slot]);
      }
    },
    async close() {
      const opened = await Promise.all(contexts.values());
      await Promise.all(opened.map((context) => context.close()));
      if (given === undefined) await browser.close();
    },
  };
}

/** Changes the look of an open page, except its `zoom`, which is set when the scene is opened. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.widthPx / look.zoom, height: look.heightPx / look.zoom });
  await page.emulateMedia({
    colorScheme: look.theme === 'dark' ? 'dark' : 'light',
    forcedColors: look.theme === 'forced' ? 'active' : 'none',
    contrast: look.theme === 'high-contrast' ? 'more' : 'no-preference',
    reducedMotion: look.motion === 'reduced' ? 'reduce' : 'no-preference',
  });
}

class LiveScene extends SceneMain implements OpenScene {
  readonly page: Page;
  /** Of the snapshot. */
  #spoken = ENGLISH;

  constructor(page: Page, scene: Scene, host: GalleryHost, localization?: Localization) {
    super(scene, host, localization);
    this.page = page;
  }

  get shown(): AppSnapshot {
    return this.snapshot;
  }

  async emit(name: string, payload: unknown): Promise<void> {
    await this.page.evaluate(
      ([event, text]) =>
        (globalThis as unknown as { latchkeyGalleryEmit(name: string, payload: string): void }).latchkeyGalleryEmit(event, text),
      [name, JSON.stringify(payload)] as const,
    );
  }

  async change(fields: AppChange['fields']): Promise<void> {
    const since = this.snapshot.revision;
    this.snapshot = { ...this.snapshot, ...fields, revision: since + 1 };
    const change: EventPayload<'snapshot.changed'> = { since, revision: since + 1, fields };
    await this.emit('snapshot.changed', change);
    await this.settled();
  }

  async speak(language: Language, locale = this.snapshot.appearance.locale): Promise<void> {
    const before = this.snapshotIn(this.#spoken);
    this.#spoken = this.localization = localizationOf(language, locale);
    const after = this.snapshotIn(this.#spoken);
    const said = differences(before, after);
    await this.change({ ...said, appearance: { ...this.snapshot.appearance, language, locale } });
    // Its catalogue is loaded without a call.
    await this.page.waitForFunction((spoken) => document.documentElement.lang === spoken, language);
    await this.settled();
  }

  /** No call is pending, there is a heading, and two frames have passed without a call: an answer may lead to the next call. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(isDrawn);
    for (;;) {
      const asked = this.calls.length;
      await this.page.evaluate(
        () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
      );
      if (this.pendingCalls === 0 && this.calls.length === asked) return;
    }
  }
}

/** The fields of `after` that are others than in `before`. */
function differences(before: AppSnapshot, after: AppSnapshot): AppChange['fields'] {
  const fields = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof AppSnapshot]),
  );
  return Object.fromEntries(fields);
}
