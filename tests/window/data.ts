/** The hosts scenes play at: what the real engine made of the demo portfolios, at a fixed moment. Each is made once, when first asked for. */
import { openHistory, WEEK } from './data/history.ts';
import { hostOf, newSettings, settledSettings } from './data/host.ts';
import { largestPortfolio, smallPortfolio } from './data/portfolios.ts';
import type { Portfolio } from './data/portfolios.ts';
import type { GalleryHost } from './scene.ts';

export { NOW_MS } from './data/clock.ts';
export { previewOf } from './data/host.ts';

const SHORT_HISTORY = 240;
const LARGE_HISTORY = 10_000;
const noHistory = () => openHistory({ first: undefined, last: [], runs: 0 });

export const mixedPortfolio = once(() => smallPortfolio('mixed'));
const calmPortfolio = once(() => smallPortfolio('calm'));
const largePortfolio = once(largestPortfolio);

/** 6 units, 26 bookings: most ready, one on its way, one that failed, one cancelled in house and held. */
export const smallHost = once(async () => hostAt(await mixedPortfolio(), WEEK));
/** The same after two days and a half: few enough syncs to walk through all of them by keyboard. */
export const shortHost = once(async () => hostAt(await mixedPortfolio(), SHORT_HISTORY));
/** 6 units, every guest gets in, nothing to decide. */
export const calmHost = once(async () => hostAt(await calmPortfolio(), WEEK));
/** 120 units, 2,000 bookings, 10,000 runs; two locks that cannot be read, and holds. */
export const largeHost = once(async () => hostAt(await largePortfolio(), LARGE_HISTORY));

/** Set up, and not a single booking, code or run. */
export const emptyHost = once(async (): Promise<GalleryHost> => {
  const portfolio = await calmPortfolio();
  const settings = settledSettings(portfolio);
  const nothing = {
    ...portfolio.preview,
    operations: [],
    problems: [],
    stays: [],
    counts: { ...portfolio.preview.counts, unchanged: 0, skipped: 0 },
  };
  return hostOf({
    portfolio: { ...portfolio, preview: nothing, draftPreview: nothing, codes: [] },
    settings,
    seen: [{ ...nothing, run: { ...nothing.run, mode: 'live', outcome: 'nothing-to-do' } }],
    history: noHistory(),
  });
});

/** Nothing connected, nothing mapped, nothing known. */
export const firstDay = once(async (): Promise<GalleryHost> => {
  const portfolio = await calmPortfolio();
  return hostOf({ portfolio, settings: newSettings(), seen: [], history: noHistory() });
});

/** Both accounts connected; the doors are not mapped yet. */
export const connectedFirstDay = once(async (): Promise<GalleryHost> => {
  const portfolio = await calmPortfolio();
  const { stored } = settledSettings(portfolio);
  return hostOf({ portfolio, settings: { ...newSettings(), stored }, seen: [], history: noHistory() });
});

/** Connected and mapped; only the word to begin is missing. */
export const mappedFirstDay = once(async (): Promise<GalleryHost> => {
  const portfolio = await calmPortfolio();
  const settings = settledSettings(portfolio);
  return hostOf({
    portfolio,
    settings: { ...settings, setup: { done: false, sinceMs: 0 } },
    seen: [],
    history: noHistory(),
  });
});

function hostAt(portfolio: Portfolio, runs: number): GalleryHost {
  const settings = settledSettings(portfolio);
  const [first, ...last] = portfolio.runs;
  const history = openHistory({ first, last, runs });
  // Without the first run: since it, the app was started again.
  return hostOf({ portfolio, settings, seen: portfolio.runs.slice(-1), history });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
