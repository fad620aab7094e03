/** What needs the user, most pressing first, each with the one button that helps. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { HelpButton } from './helps-button.tsx';
import { helpForAttention } from './helps.ts';
import type { Sync } from './use-sync.ts';

/** More than that, and what matters goes under. */
const SHOWN_AT_FIRST = 3;
const TITLE_ID = 'attention-title';
const LIST_ID = 'attention-list';

export function AttentionList({ sync, onShowHold }: { readonly sync: Sync; readonly onShowHold: (key: string | null) => void }) {
  const { snapshot, t } = useApp();
  const { attention } = snapshot;
  const [isWhole, setWhole] = useState(false);
  if (attention.length === 0) return null;
  const shown = isWhole ? attention : attention.slice(0, SHOWN_AT_FIRST);
  return (
    <section class="attention" aria-labelledby={TITLE_ID} data-focus-home={TITLE_ID}>
      <h2 id={TITLE_ID} tabIndex={-1}>
        {t('arrivals.attention')}
      </h2>
      <ul id={LIST_ID} class="attention-list" role="list">
        {shown.map((item, index) => (
          <li key={item.key} class={item.severity}>
            <Badge tone={item.severity} text={t(`arrivals.${item.severity}`)} />
            <p id={`attention-${String(index)}`}>{item.message}</p>
            <HelpButton
              help={helpForAttention(item, snapshot)}
              sync={sync}
              onShowHold={onShowHold}
              describedBy={`attention-${String(index)}`}
            />
          </li>
        ))}
      </ul>
      {attention.length > SHOWN_AT_FIRST && (
        <div class="row">
          <Button kind="quiet" isExpanded={isWhole} controls={LIST_ID} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('arrivals.show-fewer') : t('arrivals.show-all', { count: attention.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
