/** The window as a whole: follows the snapshot, its language and theme, and where the user or main wants to go. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Appearance, AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import { AppContext } from '../../lib/app.ts';
import type { App, Confirmation } from '../../lib/app.ts';
import type { PanelTarget } from '../../lib/panel.ts';
import type { Bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/clock.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { createFormats } from '../../lib/format.ts';
import type { PendingNavigation } from '../../lib/pending-navigation.ts';
import type { SnapshotStore } from '../../lib/store.ts';
import { loadWords } from '../../lib/texts.ts';
import type { WindowTranslate, Words } from '../../lib/texts.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { announcedForMs, Announcer } from '../../ui/announcer.tsx';
import type { Announcement } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { PanelLoader } from './panel-loader.tsx';
import { Shell } from './shell.tsx';
import { usePanel } from './use-panel.ts';
import { useLayer } from './use-shortcuts.ts';
import { sameView } from './view-loader.tsx';
import type { ViewComponent, ViewLoader } from './view-loader.tsx';

export interface RootProps {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  readonly navigation: PendingNavigation;
  readonly views: ViewLoader;
  /** The view of `route` is loaded. */
  readonly first: { readonly snapshot: AppSnapshot; readonly words: Words; readonly route: WindowTarget };
}

export function Root({ bridge, store, navigation, views, first }: RootProps) {
  const snapshot = useSnapshot(store, first.snapshot);
  const [t, whenAllWords] = useWords(snapshot.appearance, first.words);
  const { language, locale, theme } = snapshot.appearance;
  const formats = useMemo(() => createFormats(locale), [locale]);
  const nowMs = useNow();
  const [announcement, announce] = useAnnouncement();
  const onFailed = useCallback(() => announce(t('shell.view-failed')), [announce, t]);
  const [panels] = useState(() => new PanelLoader(whenAllWords));
  const panel = usePanel(panels, onFailed);
  const [dialog, confirm] = useConfirm();
  const [layer, setLayer] = useLayer();
  const leaveGuard = useRef<Confirmation | null>(null);
  const panelGuard = useRef<Confirmation | null>(null);
  const mayLeave = useCallback(
    async () =>
      (panelGuard.current === null || (await confirm(panelGuard.current))) && (leaveGuard.current === null || confirm(leaveGuard.current)),
    [confirm],
  );
  const { route, view, go } = useRoute({
    navigation,
    views,
    panels,
    first: first.route,
    whenAllWords,
    mayLeave,
    onFailed,
    onLeave: panel.drop,
    // What main opens gets the focus.
    onSent: () => setLayer(null),
  });

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);

  const { shown } = panel;
  const openPanel = (target: PanelTarget): void => void guarded(panelGuard, confirm, () => panel.open(target));
  const closePanel = (): void => void guarded(panelGuard, confirm, panel.close);
  const app: App = {
    ...{ snapshot, store, bridge, t, formats, nowMs, route, go, announce, confirm, openPanel, closePanel },
    openFinder: () => setLayer('finder'),
    openPrint: () => setLayer('print'),
    leaveGuard,
    panelGuard,
    panel: shown?.target ?? null,
  };
  return (
    <AppContext.Provider value={app}>
      <Shell view={view} panel={shown} layer={layer} onLayer={setLayer} whenAllWords={whenAllWords} />
      {dialog}
      <Announcer announcement={announcement} onUndone={() => announce('')} />
    </AppContext.Provider>
  );
}

/** At once where nothing would be lost. */
async function guarded(guard: { readonly current: Confirmation | null }, confirm: App['confirm'], act: () => void): Promise<void> {
  if (guard.current === null || (await confirm(guard.current))) act();
}

function useSnapshot(store: SnapshotStore, first: AppSnapshot): AppSnapshot {
  const [snapshot, setSnapshot] = useState(store.get() ?? first);
  useEffect(() => store.subscribe(() => setSnapshot((before) => store.get() ?? before)), [store]);
  return snapshot;
}

/**
 * The words change once those of the new language are loaded, so that nothing flickers in between. The function resolves when those of every
 * page can be drawn.
 */
function useWords({ language, locale }: Appearance, first: Words): readonly [WindowTranslate, () => Promise<void>] {
  const [words, setWords] = useState(first);
  const all = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (words.areAll && words.language === language && words.locale === locale) return;
    let isCurrent = true;
    all.current = loadWords({ language, locale }).then((next) => {
      if (isCurrent) setWords(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [language, locale, words]);
  const whenAll = useCallback(() => all.current, []);
  return [words.t, whenAll];
}

function useAnnouncement(): [Announcement | null, App['announce']] {
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);
  useEffect(() => {
    if (announcement === null) return;
    const timer = setTimeout(() => setAnnouncement(null), announcedForMs(announcement));
    return () => clearTimeout(timer);
  }, [announcement]);
  const announce = useCallback<App['announce']>(
    (text, undo) => setAnnouncement((before) => ({ text, undo: undo ?? null, number: (before?.number ?? 0) + 1 })),
    [],
  );
  return [announcement, announce];
}

/** One question at a time: a second one, asked by something that ended meanwhile, answers the first with no. */
function useConfirm(): [preact.ComponentChild, App['confirm']] {
  const [asked, setAsked] = useState<{ readonly confirmation: Confirmation; readonly answer: (yes: boolean) => void } | null>(null);
  const answered = useRef<(() => void) | null>(null);
  // The dialog is closed by now, and has returned the focus: whoever asked may move it on.
  useLayoutEffect(() => {
    answered.current?.();
    answered.current = null;
  }, [asked]);
  const confirm = useCallback<App['confirm']>(
    (confirmation) =>
      new Promise((answer) => {
        setAsked((before) => {
          before?.answer(false);
          return { confirmation, answer };
        });
      }),
    [],
  );
  if (asked === null) return [null, confirm];
  const { title, texts = [], ...buttons } = asked.confirmation;
  const close = (yes: boolean): void => {
    answered.current = () => asked.answer(yes);
    setAsked(null);
  };
  const dialog = (
    <ConfirmDialog title={title} {...buttons} onConfirm={() => close(true)} onCancel={() => close(false)}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </ConfirmDialog>
  );
  return [dialog, confirm];
}

interface Place {
  readonly route: WindowTarget;
  readonly view: ViewComponent;
}
interface RouteOptions {
  readonly navigation: PendingNavigation;
  readonly views: ViewLoader;
  readonly panels: PanelLoader;
  readonly first: WindowTarget;
  /** Asks where something would be lost. */
  readonly mayLeave: () => Promise<boolean>;
  readonly whenAllWords: () => Promise<void>;
  readonly onFailed: () => void;
  /** Another view takes the place of the one before. */
  readonly onLeave: () => void;
  /** Main opens a view: from the tray, or by a notification. */
  readonly onSent: () => void;
}
function useRoute({
  navigation,
  views,
  panels,
  first,
  whenAllWords,
  mayLeave,
  onFailed,
  onLeave,
  onSent,
}: RouteOptions): Place & { readonly go: App['go'] } {
  const [place, setPlace] = useState<Place>(() => placeOf(views, first));
  const wanted = useRef<WindowTarget>(first);
  const shownView = useRef(first.view);
  const go = useCallback(
    (target: WindowTarget) => {
      wanted.current = target;
      const show = (): void => {
        // The user may have gone elsewhere while it was loaded.
        if (wanted.current !== target) return;
        if (shownView.current !== target.view) onLeave();
        shownView.current = target.view;
        setPlace(placeOf(views, target));
        // A view that shows one item moves the focus on to that item.
        focusAfterDraw(VIEW_TITLE_ID);
      };
      const load = (): void => {
        if (views.get(target.view) !== null && target.view === shownView.current) show();
        else void Promise.all([views.load(target.view), whenAllWords()]).then(([isLoaded]) => (isLoaded ? show() : onFailed()));
      };
      if (sameView(shownView.current) === sameView(target.view)) load();
      else void mayLeave().then((isYes) => (isYes ? load() : undefined));
    },
    [views, whenAllWords, mayLeave, onFailed, onLeave],
  );
  const follow = useEffectEvent((target: WindowTarget) => {
    onSent();
    go(target);
  });
  useEffect(() => navigation.listen(follow), [navigation]);
  useEffect(() => {
    const idle = requestIdleCallback(() => void views.loadRest().then(() => panels.loadRest()));
    return () => cancelIdleCallback(idle);
  }, [views, panels]);
  return { ...place, go };
}
function placeOf(views: ViewLoader, route: WindowTarget): Place {
  const view = views.get(route.view);
  if (view === null) throw new Error(`The view ${route.view} was not loaded.`);
  return { route, view };
}

/** Shown when main does not answer at all. */
export function NoAnswer({ t }: { readonly t: WindowTranslate }) {
  return (
    <main class="no-answer">
      <div role="alert">
        <h1>{t('shell.no-answer')}</h1>
        <p>{t('shell.no-answer-text')}</p>
      </div>
    </main>
  );
}
