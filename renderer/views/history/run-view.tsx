/** One run: how it ended and what that means, its problems, and its operations. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall, useLoad } from '../../lib/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Said } from '../../ui/said.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { Card, View } from '../../ui/view.tsx';
import type { RunDetail } from './run-list.ts';
import { RunOperations } from './run-operations.tsx';
import { countsText, dayText, isRunning, outcomeText, problemSubject, runText } from './run-text.ts';

export interface RunViewProps {
  readonly id: string;
  readonly onBack: () => void;
}

export function RunView({ id, onBack }: RunViewProps) {
  const app = useApp();
  const { t, formats, snapshot } = app;
  // A run that is shown while it runs is loaded again when it has ended.
  const { state, isBusy, reload } = useLoad('history.run', { id }, snapshot.lastRun?.run.id === id);
  const back = (
    <Button icon="left" onClick={onBack}>
      {t('history.back')}
    </Button>
  );
  if (state.kind === 'loaded' && state.value !== null) {
    const startedMs = Date.parse(state.value.run.startedAt);
    const day = dayText(app, formats.dateAt(startedMs));
    return (
      <View title={t('history.run-title', { day, time: formats.instant(startedMs, startedMs) })} actions={back}>
        <Detail detail={state.value} />
      </View>
    );
  }
  return (
    <View title={t('history.run')} actions={back}>
      {state.kind === 'loading' && <Loading label={t('history.run-loading')} />}
      {state.kind === 'error' && (
        <Failure title={t('history.run-failed')} text={t('history.failed-text')} error={state.error} onRetry={reload} isBusy={isBusy} />
      )}
      {state.kind === 'loaded' && <Empty icon="history" title={t('history.run-gone')} text={t('history.run-gone-text')} />}
    </View>
  );
}

function Detail({ detail }: { readonly detail: RunDetail }) {
  const app = useApp();
  const { t, snapshot, go } = app;
  const { run, operations, problems, requests } = detail;
  const { tone, text, icon, meaning } = outcomeText(t, run, isRunning(run, snapshot));
  const { trigger, duration } = runText(app, run);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('history.asked'), trigger],
    ...(duration === null ? [] : [[t('history.took'), duration] as const]),
    [t('history.did'), countsText(t, run)],
    ...(run.counts.unchanged > 0 ? [[t('history.kept'), t('history.count.unchanged', { count: run.counts.unchanged })] as const] : []),
    ...(run.counts.skipped > 0 ? [[t('history.skipped'), t('history.count.skipped', { count: run.counts.skipped })] as const] : []),
    [t('history.requests'), t('history.requests-made', { smoobu: requests.smoobu, theKeys: requests.theKeys })],
  ];
  return (
    <>
      <div class="row">
        <Badge tone={tone} text={text} icon={icon} />
        <p class="grow">{meaning}</p>
        {run.outcome === 'held' && snapshot.holds.length > 0 && (
          <Button kind="primary" onClick={() => go({ view: 'today', bookingId: null })}>
            {t('history.decide')}
          </Button>
        )}
      </div>
      <dl class="run-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt class="hint">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RunProblems problems={problems} />
      <RunOperations operations={operations} />
      <CopyReport id={run.id} />
    </>
  );
}

function RunProblems({ problems }: { readonly problems: RunDetail['problems'] }) {
  const app = useApp();
  const { t } = app;
  if (problems.length === 0) return null;
  return (
    <Card title={t('history.problems', { count: problems.length })} tone="warning">
      <ol class="plain-list run-items">
        {problems.map((problem, index) => (
          <li key={index}>
            <p>{problem.message}</p>
            <Said said={problem.said} />
            <p class="row quiet-text">
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
    </Card>
  );
}

/** Copies a run's report for support, and shows exactly what was copied. */
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
    <Card title={t('history.support')}>
      <p>{t('history.support-text')}</p>
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
    </Card>
  );
}
