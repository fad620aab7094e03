/** The frame of a view (its heading, its actions and its content), and the cards in it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../lib/app.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { ShortcutKeys } from './shortcut-keys.tsx';

/** The heading that gets the focus when the view is opened. */
export const VIEW_TITLE_ID = 'view-title';

export interface ViewProps {
  readonly title: string;
  /** One sentence on what the view is for, where the title is not enough. */
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** `fill`: the content uses all the height and scrolls by itself (lists of thousands). */
  readonly layout?: 'page' | 'fill';
  readonly children: ComponentChildren;
}
export function View({ title, lead, actions, layout = 'page', children }: ViewProps) {
  return (
    <div class={`view ${layout}`}>
      <header class="view-header">
        <div>
          <h1 id={VIEW_TITLE_ID} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p class="lead">{lead}</p>}
        </div>
        <div class="row view-actions">
          {actions}
          <FindButton />
        </div>
      </header>
      {children}
    </div>
  );
}

function FindButton() {
  const { t, snapshot, openFinder } = useApp();
  // The setup is one thing after the other.
  if (!snapshot.firstStepsDone) return null;
  return (
    <button type="button" class="button find" onClick={openFinder}>
      <Icon name="search" />
      <span class="find-word">{t('finder.open')}</span>
      <ShortcutKeys shortcut="find" />
    </button>
  );
}

export interface CardProps {
  readonly title: string;
  /** 2 for parts of a view, 3 within those. */
  readonly level?: 2 | 3;
  readonly tone?: 'neutral' | 'warning';
  readonly icon?: IconName;
  readonly actions?: ComponentChildren;
  readonly id?: string;
  readonly children?: ComponentChildren;
}
export function Card({ title, level = 2, tone = 'neutral', icon, actions, id, children }: CardProps) {
  const titleId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={`card panel stack ${tone}`} aria-labelledby={titleId} id={id} tabIndex={id === undefined ? undefined : -1}>
      <Heading id={titleId}>
        {icon !== undefined && <Icon name={icon} />} {title}
      </Heading>
      {children}
      {actions !== undefined && <div class="row">{actions}</div>}
    </section>
  );
}
