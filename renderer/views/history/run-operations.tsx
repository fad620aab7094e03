/** What a run did to the codes: for whom, why, which values changed, and the result. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { operationChanges, operationReason, operationStatus, operationTitle } from '../../lib/operation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { OperationChanges } from '../preview/operation-changes.tsx';
import { operationSubject } from './run-text.ts';

/** Shown at a time: a first sync may have hundreds. */
const STEP = 50;

export function RunOperations({ operations }: { readonly operations: readonly OperationReport[] }) {
  const { t } = useApp();
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLOListElement>(null);
  const focusFrom = useRef<number | null>(null);
  useEffect(() => {
    // The button has moved down or is gone: the focus goes to the first operation it added.
    const item = focusFrom.current === null ? undefined : list.current?.children[focusFrom.current];
    focusFrom.current = null;
    if (item instanceof HTMLElement) item.focus();
  }, [shown]);
  if (operations.length === 0) return null;
  const rest = operations.length - shown;
  return (
    <section class="stack">
      <h3>{t('history.operations', { count: operations.length })}</h3>
      <ol class="plain-list run-items" ref={list}>
        {operations.slice(0, shown).map((operation) => (
          <li key={operation.key} tabIndex={-1}>
            <Operation operation={operation} />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <div class="row">
          <Button
            icon="down"
            onClick={() => {
              focusFrom.current = shown;
              setShown(shown + STEP);
            }}
          >
            {t('history.more', { count: Math.min(rest, STEP) })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Operation({ operation }: { readonly operation: OperationReport }) {
  const app = useApp();
  const { t, snapshot, go } = app;
  const title = operationTitle(app, operation);
  // Whom it is about is told above.
  const changes = operationChanges(app, operation).filter(({ key }) => key !== 'name' || operation.kind === 'update');
  return (
    <>
      <div class="row between">
        <h4>{title}</h4>
        <Badge {...operationStatus(app, operation.status)} />
      </div>
      <p class="quiet-text">{operationSubject(app, operation).join(' · ')}</p>
      <p>{operationReason(app, operation)}</p>
      <OperationChanges changes={changes} />
      {operation.status === 'held' &&
        (snapshot.holds.some(({ key }) => key === operation.key) ? (
          <div class="row">
            <Button name={`${t('history.decide')}: ${title}`} onClick={() => go({ view: 'today', bookingId: null })}>
              {t('history.decide')}
            </Button>
          </div>
        ) : (
          <p class="quiet-text">{t('history.decided')}</p>
        ))}
    </>
  );
}
