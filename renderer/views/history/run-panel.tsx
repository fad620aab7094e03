/** The panel of one sync: how it ended and what that means, its problems, and its changes. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall, useLoad } from '../../lib/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { RunDetail } from './run-list.ts';
import { RunOperations } from './run-operations.tsx';
import { askerOf, countsText, dayText, isRunning, keepNumbers, outcomeText, problemSubject, runText } from './run-text.ts';

export function RunPanel({ runId }: { readonly runId: string }) {
  const app = useApp();
  const { t, formats, snapshot } = app;
  // One that is shown while it runs is loaded again when it has ended.
  const { state, isBusy, reload } = useLoad('history.run', { id: runId }, snapshot.lastRun?.run.id === runId);
  if (state.kind === 'loaded' && state.value !== null) {
    const { run } = state.value;
    const startedMs = Date.parse(run.startedAt);
    const day = dayText(app, formats.dateAt(startedMs));
    return (
      <SidePanel
        title={t('history.sync-title', { day, time: formats.instant(startedMs, startedMs) })}
        lead={t(`history.by.${askerOf(run)}`)}
      >
        <Detail detail={state.value} />
      </SidePanel>
    );
  }
  return (
    <SidePanel title={t('history.sync')}>
      {state.kind === 'loading' && <Loading label={t('history.run-loading')} />}
      {state.kind === 'error' && (
        <Failure title={t('history.run-failed')} text={t('history.failed-text')} error={state.error} onRetry={reload} isBusy={isBusy} />
      )}
      {state.kind === 'loaded' && (
        <>
          <p class="strong">{t('history.run-gone')}</p>
          <p>{t('history.run-gone-text')}</p>
        </>
      )}
    </SidePanel>
  );
}

function Detail({ detail }: { readonly detail: RunDetail }) {
  const app = useApp();
  const { t, snapshot } = app;
  const { run, operations, problems, requests } = detail;
  const { tone, text, icon, meaning } = outcomeText(t, run, isRunning(run, snapshot));
  const { trigger, duration } = runText(app, run);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('history.did'), keepNumbers(countsText(t, { ...run, problemCount: 0 }))],
    ...(run.counts.unchanged > 0 ? [[t('history.kept'), t('history.count.unchanged', { count: run.counts.unchanged })] as const] : []),
    ...(run.counts.skipped > 0 ? [[t('history.skipped'), t('history.count.skipped', { count: run.counts.skipped })] as const] : []),
    [t('history.asked'), trigger],
    ...(duration === null ? [] : [[t('history.took'), duration] as const]),
    [t('history.requests'), t('history.requests-made', { smoobu: requests.smoobu, theKeys: requests.theKeys })],
  ];
  return (
    <>
      <div class={`panel-verdict tone-${tone}`}>
        <Icon name={icon ?? (tone === 'good' ? 'check' : 'alert')} />
        <p>
          <strong>{text}.</strong> {meaning}
        </p>
      </div>
      <dl class="facts run-facts">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <RunProblems problems={problems} isLast={snapshot.lastRun?.run.id === run.id} />
      <RunOperations operations={operations} />
      <CopyReport id={run.id} />
    </>
  );
}

function RunProblems({ problems, isLast }: { readonly problems: RunDetail['problems']; readonly isLast: boolean }) {
  const app = useApp();
  const { t, go } = app;
  if (problems.length === 0) return null;
  return (
    <section>
      <h3>{t('history.problems', { count: problems.length })}</h3>
      <ol class="plain-list run-items">
        {problems.map((problem, index) => (
          <li key={index}>
            <p>{problem.message}</p>
            <Said said={problem.said} />
            <p class="row quiet-text small">
              {problem.retryable ? (
                <Badge tone="waiting" text={t('history.may-clear')} />
              ) : (
                <Badge tone="warning" icon="hand" text={t('history.needs-you')} />
              )}
              {problemSubject(app, problem).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {isLast && problems.some(({ retryable }) => !retryable) && (
        <div class="row">
          <Button onClick={() => go({ view: 'today', bookingId: null })}>{t('history.to-today')}</Button>
        </div>
      )}
    </section>
  );
}

/** Copies a report for support, and shows exactly what was copied. */
function CopyReport({ id }: { readonly id: string }) {
  const { t, announce } = useApp();
  const copying = useCall('history.copy-report');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const answer = await copying.run({ id });
    if (answer === null) return;
    setCopied(answer.text);
    announce(t('history.copied'));
  };
  return (
    <section class="stack">
      <h3>{t('history.support')}</h3>
      <p class="quiet-text small">{t('history.support-text')}</p>
      <div class="row">
        <Button icon="copy" isBusy={copying.isBusy} onClick={() => void copy()}>
          {t('history.copy')}
        </Button>
      </div>
      <Failure title={t('history.copy-failed')} error={copying.error} onRetry={() => void copy()} isBusy={copying.isBusy} />
      {copied !== null && (
        <details open>
          <summary>{t('history.copied-text')}</summary>
          <pre class="raw report" tabIndex={0} role="region" aria-label={t('history.copied-text')}>
            {copied}
          </pre>
        </details>
      )}
    </section>
  );
}
