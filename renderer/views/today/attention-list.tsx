/** What needs the user, most urgent first, each item with the one button that helps, or with its answers. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { QuickFixButton } from './quick-fix-button.tsx';
import { quickFixForAttention } from './quick-fixes.ts';
import { ShowAll, SHOWN_AT_FIRST } from './show-all.tsx';
import type { Sync } from '../shell/use-sync.ts';

const TITLE_ID = 'attention-title';
const LIST_ID = 'attention-list';

export function AttentionList({ sync, onShowHold }: { readonly sync: Sync; readonly onShowHold: (key: string | null) => void }) {
  const { snapshot, t } = useApp();
  const { attention } = snapshot;
  const [isExpanded, setExpanded] = useState(false);
  if (attention.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={TITLE_ID} data-focus-fallback={TITLE_ID}>
      <h2 id={TITLE_ID} tabIndex={-1}>
        {t('arrivals.attention')}
      </h2>
      <ul id={LIST_ID} class="attention-list panel" role="list">
        {(isExpanded ? attention : attention.slice(0, SHOWN_AT_FIRST)).map((item, index) => (
          <li key={item.key} class={item.severity}>
            <Badge tone={item.severity} text={t(`arrivals.${item.severity}`)} />
            <p id={`attention-${String(index)}`}>{item.message}</p>
            {item.question === null ? (
              <QuickFixButton
                fix={quickFixForAttention(item, snapshot)}
                sync={sync}
                onShowHold={onShowHold}
                describedBy={`attention-${String(index)}`}
              />
            ) : (
              <AnswerButtons question={item.question} describedBy={`attention-${String(index)}`} focusId={TITLE_ID} />
            )}
          </li>
        ))}
      </ul>
      <ShowAll count={attention.length} isExpanded={isExpanded} listId={LIST_ID} onToggle={() => setExpanded(!isExpanded)} />
    </section>
  );
}
