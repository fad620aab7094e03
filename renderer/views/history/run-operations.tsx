/** What a run did to the codes: what, for whom, why, from what to what, and what became of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { operationChanges, operationReason, operationStatus, operationTitle } from '../../lib/operation-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/view.tsx';
import { operationAbout } from './place-words.ts';

/** Drawn at a time: a first run may have made hundreds. */
const STEP = 50;

export function RunOperations({ operations }: { readonly operations: readonly OperationReport[] }) {
  const { t } = useApp();
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLOListElement>(null);
  const focusFrom = useRef<number | null>(null);
  useEffect(() => {
    // The button may be gone, or further down: the focus goes to the first of what it has brought.
    const item = focusFrom.current === null ? undefined : list.current?.children[focusFrom.current];
    focusFrom.current = null;
    if (item instanceof HTMLElement) item.focus();
  }, [shown]);
  if (operations.length === 0) return null;
  const rest = operations.length - shown;
  return (
    <Card title={t('history.operations', { count: operations.length })}>
      <ol class="plain-list run-operations" ref={list}>
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
    </Card>
  );
}

function Operation({ operation }: { readonly operation: OperationReport }) {
  const app = useApp();
  const { t, snapshot } = app;
  const status = operationStatus(app, operation.status);
  const changes = operationChanges(app, operation);
  return (
    <>
      <div class="run-operation-head">
        <h3>{operationTitle(app, operation)}</h3>
        <Badge tone={status.tone} text={status.text} {...(status.icon === undefined ? {} : { icon: status.icon })} />
      </div>
      <p class="quiet-text">{operationAbout(snapshot, t, operation).join(' · ')}</p>
      <p>{operationReason(app, operation)}</p>
      {changes.length > 0 && (
        <dl class="run-changes">
          {changes.map(({ key, field, from, to }) => (
            <div key={key}>
              <dt>{field}</dt>
              <dd>{from === null ? to : t('history.from-to', { from, to })}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
