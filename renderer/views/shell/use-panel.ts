/** The side panel as state: what it shows, and where the focus goes when it opens and closes. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { focusAfterDraw } from '../../lib/focus.ts';
import type { PanelTarget } from '../../lib/panel.ts';
import { PANEL_FIELD_ID, PANEL_TITLE_ID } from '../../ui/side-panel.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import type { PanelComponent, PanelLoader } from './panel-loader.tsx';

export interface OpenPanel {
  readonly target: PanelTarget;
  readonly Content: PanelComponent;
}
export interface Panel {
  readonly shown: OpenPanel | null;
  readonly open: (target: PanelTarget) => void;
  readonly close: () => void;
  /** Another page opens: what the panel shows belongs to the page before. The focus moves with the page. */
  readonly drop: () => void;
}

export function usePanel(panels: PanelLoader, onFailed: () => void): Panel {
  const [shown, setShown] = useState<OpenPanel | null>(null);
  const opener = useRef<Element | null>(null);
  const wanted = useRef<PanelTarget | null>(null);

  const open = useCallback(
    (target: PanelTarget) => {
      wanted.current = target;
      const { activeElement } = document;
      if (activeElement?.closest('.side-panel') === null) opener.current = activeElement;
      void panels.load(target.kind).then((isLoaded) => {
        // The user may have opened another, or closed it, while it was loaded.
        if (wanted.current !== target) return;
        const Content = panels.get(target.kind);
        if (!isLoaded || Content === null) {
          onFailed();
          return;
        }
        setShown({ target, Content });
        focusAfterDraw(PANEL_FIELD_ID, PANEL_TITLE_ID);
      });
    },
    [panels, onFailed],
  );
  const close = useCallback(() => {
    wanted.current = null;
    setShown(null);
    const before = opener.current;
    opener.current = null;
    // A row that opened it may have been drawn again since, or be gone.
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else focusAfterDraw(...(before === null || before.id === '' ? [] : [before.id]), VIEW_TITLE_ID);
  }, []);
  const drop = useCallback(() => {
    wanted.current = null;
    opener.current = null;
    setShown(null);
  }, []);
  return { shown, open, close, drop };
}
