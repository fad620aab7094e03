/** The frame of what the side panel shows: a heading with the button that closes it, and the content. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../lib/app.ts';
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
  return (
    <aside
      class="side-panel"
      aria-labelledby={PANEL_TITLE_ID}
      onKeyDown={(event) => {
        // A menu or dialog within closes first.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        closePanel();
      }}
    >
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
