/** One run, opened: how it ended and what that means, its problems, and its operations in words. */
import { useApp } from '../../lib/app.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { CopyReport } from './copy-report.tsx';
import type { RunDetail } from './run-list.ts';
import { RunOperations } from './run-operations.tsx';
import { RunProblems } from './run-problems.tsx';
import { countsWords, dayWords, isUnderWay, outcomeWords, runWords } from './run-words.ts';

export interface RunViewProps {
  readonly id: string;
  readonly onBack: () => void;
}

export function RunView({ id, onBack }: RunViewProps) {
  const { t, formats, nowMs, snapshot } = useApp();
  // One in hand is read again when it has ended.
  const { state, isBusy, reload } = useLoad('history.run', { id }, [id, snapshot.lastRun?.run.id === id]);
  const back = (
    <Button icon="left" onClick={onBack}>
      {t('history.back')}
    </Button>
  );
  if (state.kind === 'loaded' && state.value !== null) {
    const { run } = state.value;
    const startedMs = Date.parse(run.startedAt);
    const day = dayWords(t, formats, formats.dateAt(startedMs), nowMs);
    return (
      <View title={t('history.run-title', { day, time: formats.instant(startedMs, startedMs) })} actions={back}>
        <Opened detail={state.value} />
      </View>
    );
  }
  return (
    <View title={t('history.run')} actions={back}>
      {state.kind === 'loading' && <Loading label={t('history.run-loading')} />}
      {state.kind === 'error' && (
        <Failure title={t('history.run-failed')} error={state.error} onRetry={reload} isBusy={isBusy} text={t('history.failed-text')} />
      )}
      {state.kind === 'loaded' && <Empty icon="history" title={t('history.run-gone')} text={t('history.run-gone-text')} />}
    </View>
  );
}

function Opened({ detail }: { readonly detail: RunDetail }) {
  const { t, formats, snapshot, go } = useApp();
  const { run, operations, problems, requests } = detail;
  const outcome = outcomeWords(t, run, isUnderWay(run, snapshot));
  const { trigger, duration } = runWords(t, formats, run);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('history.asked'), trigger],
    ...(duration === null ? [] : [[t('history.took'), duration] as const]),
    [t('history.did'), countsWords(t, run)],
    ...(run.counts.unchanged > 0 ? [[t('history.kept'), t('history.count.unchanged', { count: run.counts.unchanged })] as const] : []),
    ...(run.counts.skipped > 0 ? [[t('history.skipped'), t('history.count.skipped', { count: run.counts.skipped })] as const] : []),
    [t('history.requests'), t('history.requests-made', { smoobu: requests.smoobu, theKeys: requests.theKeys })],
  ];
  return (
    <>
      <div class="run-summary">
        <Badge tone={outcome.tone} text={outcome.text} {...(outcome.icon === undefined ? {} : { icon: outcome.icon })} />
        <p>{outcome.meaning}</p>
        {run.outcome === 'held' && snapshot.holds.length > 0 && (
          <Button kind="primary" onClick={() => go({ view: 'arrivals', bookingId: null })}>
            {t('history.decide')}
          </Button>
        )}
      </div>
      <dl class="run-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
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
