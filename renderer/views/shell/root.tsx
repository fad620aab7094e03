/** The window as a whole: follows the snapshot, its language and theme, and where the user or main wants to be. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import { AppContext } from '../../lib/app.tsx';
import type { App } from '../../lib/app.tsx';
import type { Bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/clock.ts';
import { DraftBox, DraftContext } from '../mapping/drafts.tsx';
import { createFormats } from '../../lib/format.ts';
import type { SnapshotStore } from '../../lib/store.ts';
import { loadTexts } from '../../lib/texts.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { Announcer, ANNOUNCED_MS } from '../../ui/announcer.tsx';
import type { Announcement } from '../../ui/announcer.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { Shell } from './shell.tsx';
import type { ViewComponent, ViewLoader } from './view-loader.tsx';

/** Hands targets from main to the page, also those that came before it was drawn. */
export interface Goto {
  /** The newest not yet shown. */
  take(): WindowTarget | null;
  subscribe(listener: () => void): () => void;
}

export interface RootProps {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  readonly goto: Goto;
  /** The view of `route` is on the shelf. */
  readonly first: { readonly snapshot: AppSnapshot; readonly t: WindowTranslate; readonly route: WindowTarget };
  readonly shelf: ViewLoader;
}

export function Root({ bridge, store, goto, first, shelf }: RootProps) {
  const snapshot = useSnapshot(store, first.snapshot);
  const t = useTexts(snapshot, first.t);
  const { language, locale, theme } = snapshot.appearance;
  const formats = useMemo(() => createFormats(locale), [locale]);
  const nowMs = useNow();
  const [announcement, announce] = useAnnouncement();
  const { route, view, go } = useRoute(goto, first.route, shelf, () => announce(t('shell.view-failed')));
  const [drafts] = useState(() => new DraftBox());

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const app: App = { snapshot, bridge, t, formats, nowMs, route, go, announce };
  return (
    <AppContext.Provider value={app}>
      <DraftContext.Provider value={drafts}>
        <Shell view={view} />
      </DraftContext.Provider>
      <Announcer announcement={announcement} />
    </AppContext.Provider>
  );
}

function useSnapshot(store: SnapshotStore, first: AppSnapshot): AppSnapshot {
  const [snapshot, setSnapshot] = useState(store.get() ?? first);
  useEffect(() => store.subscribe(() => setSnapshot((before) => store.get() ?? before)), [store]);
  return snapshot;
}

/** The words change when those of the new language are there: nothing flickers in between. */
function useTexts({ appearance }: AppSnapshot, first: WindowTranslate): WindowTranslate {
  const [texts, setTexts] = useState<{ readonly t: WindowTranslate }>({ t: first });
  const { language, locale, theme } = appearance;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    let isCurrent = true;
    void loadTexts({ language, locale, theme }).then((t) => {
      if (isCurrent) setTexts({ t });
    });
    return () => {
      isCurrent = false;
    };
  }, [language, locale]);
  return texts.t;
}

function useAnnouncement(): [Announcement | null, (text: string) => void] {
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);
  useEffect(() => {
    if (announcement === null) return;
    const timer = setTimeout(() => setAnnouncement(null), ANNOUNCED_MS);
    return () => clearTimeout(timer);
  }, [announcement]);
  const announce = useCallback((text: string) => setAnnouncement((before) => ({ text, number: (before?.number ?? 0) + 1 })), []);
  return [announcement, announce];
}

interface Place {
  readonly route: WindowTarget;
  readonly view: ViewComponent;
}
function useRoute(goto: Goto, first: WindowTarget, shelf: ViewLoader, onFailed: () => void): Place & { readonly go: App['go'] } {
  const [place, setPlace] = useState<Place>(() => placeOn(shelf, first));
  const wanted = useRef<WindowTarget>(first);
  const failed = useRef(onFailed);
  failed.current = onFailed;
  const go = useCallback(
    (target: WindowTarget) => {
      wanted.current = target;
      const show = (): void => {
        // The user may have gone elsewhere while it was loaded.
        if (wanted.current !== target) return;
        setPlace(placeOn(shelf, target));
        // Once it is drawn. A view that shows one item takes the focus further, to that item.
        requestAnimationFrame(() => document.getElementById(VIEW_TITLE_ID)?.focus());
      };
      if (shelf.get(target.view) !== null) show();
      else void shelf.load(target.view).then((isThere) => (isThere ? show() : failed.current()));
    },
    [shelf],
  );
  useEffect(
    () =>
      goto.subscribe(() => {
        const target = goto.take();
        if (target !== null) go(target);
      }),
    [goto, go],
  );
  useEffect(() => {
    const idle = requestIdleCallback(() => void shelf.loadRest());
    return () => cancelIdleCallback(idle);
  }, [shelf]);
  return { ...place, go };
}
function placeOn(shelf: ViewLoader, route: WindowTarget): Place {
  const view = shelf.get(route.view);
  if (view === null) throw new Error(`The view ${route.view} was not loaded.`);
  return { route, view };
}
