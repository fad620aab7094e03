/** The frame of what the side panel shows: a heading with the button that closes it, and the content. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../lib/app.ts';
import { useEffectEvent } from '../lib/use-effect-event.ts';
import { Button } from './button.tsx';

/** The heading that gets the focus when the panel opens. */
export const PANEL_TITLE_ID = 'panel-title';
/** A field that gets it instead, where the panel is a form. */
export const PANEL_FIELD_ID = 'panel-field';

export interface SidePanelProps {
  readonly title: string;
  /** Under the title, in quiet words. */
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}
export function SidePanel({ title, lead, children }: SidePanelProps) {
  const { t, closePanel } = useApp();
  const panel = useRef<HTMLElement>(null);
  const closeByKey = useEffectEvent((event: KeyboardEvent) => {
    // A menu or dialog within closes first.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A button that had the focus may be gone: then the page as a whole has it.
    const { target } = event;
    if (target !== document.body && !(target instanceof Node && panel.current?.contains(target) === true)) return;
    event.preventDefault();
    closePanel();
  });
  useEffect(() => {
    document.addEventListener('keydown', closeByKey);
    return () => document.removeEventListener('keydown', closeByKey);
  }, []);
  return (
    <aside class="side-panel" aria-labelledby={PANEL_TITLE_ID} ref={panel}>
      <header class="panel-head">
        <div>
          <h2 id={PANEL_TITLE_ID} tabIndex={-1}>
            {title}
          </h2>
          {lead !== undefined && <p class="quiet-text tiny">{lead}</p>}
        </div>
        <Button kind="quiet" icon="close" name={t('shell.close-panel')} onClick={closePanel} />
      </header>
      {children}
    </aside>
  );
}
