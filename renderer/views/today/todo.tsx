/** What there is to do, worst first: one card per matter, with the one action that helps, its answers, or the removals to approve. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { TODO_TITLE_ID } from './card.tsx';
import { useRemovals } from './use-removals.ts';
import { RemovalCard } from './removal-card.tsx';
import { RemovalFailures } from './removal-failures.tsx';
import { TodoCard } from './todo-card.tsx';

const LIST_ID = 'todo-list';
/** So that the guests of today stay in sight. */
const SHOWN_AT_FIRST = 4;

/** `showKey`: an item that must be visible even in a list that is cut short. */
export function Todo({ showKey }: { readonly showKey: string | null }) {
  const { snapshot, t } = useApp();
  const { attention, holds } = snapshot;
  const removals = useRemovals();
  const [isExpanded, setExpanded] = useState(false);
  const mustShowAll = attention.slice(SHOWN_AT_FIRST).some(({ key }) => key === showKey);
  // A button for one more card would take its place.
  const isFolded = attention.length > SHOWN_AT_FIRST + 1 && !mustShowAll;
  const shown = isFolded && !isExpanded ? attention.slice(0, SHOWN_AT_FIRST) : attention;
  if (attention.length === 0 && !removals.hasFailed) return null;
  return (
    <section class="stack" aria-labelledby={TODO_TITLE_ID} data-focus-fallback={TODO_TITLE_ID}>
      <h2 id={TODO_TITLE_ID} tabIndex={-1} class="visually-hidden">
        {t('today.to-do-title')}
      </h2>
      <RemovalFailures removals={removals} />
      {attention.length > 0 && (
        <ul id={LIST_ID} class="todo panel" role="list">
          {shown.map((item) => {
            const held = holds.filter(({ key }) => item.holds?.includes(key) === true);
            return held.length > 0 ? (
              <RemovalCard key={item.key} item={item} holds={held} removals={removals} />
            ) : (
              <TodoCard key={item.key} item={item} />
            );
          })}
        </ul>
      )}
      {isFolded && (
        <div class="row">
          <Button kind="quiet" isExpanded={isExpanded} controls={LIST_ID} onClick={() => setExpanded(!isExpanded)}>
            {isExpanded ? t('today.show-fewer') : t('today.show-all', { count: attention.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
