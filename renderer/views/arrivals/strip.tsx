/** The top of the arrivals: whether every guest gets in, what the last sync did, when the next one comes, and the buttons to sync and pause. */
import { useId } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { TONE_ICONS } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { overviewText } from './overview.ts';
import { PauseMenu } from './pause-menu.tsx';
import { activityText, nextRunText, progressText } from './run-text.ts';
import type { Sync } from './use-sync.ts';

export function Strip({ sync }: { readonly sync: Sync }) {
  const app = useApp();
  const { snapshot, t } = app;
  const pause = useCall('pause.set');
  const isSyncing = snapshot.activity === 'syncing';
  const { tone, text } = activityText(app);
  return (
    <section class="card panel stack" aria-label={t('arrivals.now')}>
      {snapshot.staysReadAtMs !== null && <WhoGetsIn />}
      <div class="strip-line row between">
        <p class={`strip-status line tone-${tone}`}>
          <span class={isSyncing ? 'turning' : ''}>
            <Icon name={isSyncing ? 'sync' : TONE_ICONS[tone]} />
          </span>
          <strong>{text}</strong>
        </p>
        {snapshot.firstStepsDone && (
          <div class="row">
            <PauseMenu set={pause} />
            <Button kind="primary" icon="sync" isBusy={sync.isBusy} onClick={sync.start}>
              {t('arrivals.sync-now')}
            </Button>
          </div>
        )}
      </div>
      {isSyncing && <Progress />}
      <Times />
      <Failure title={t('arrivals.sync-failed')} text={t('arrivals.sync-failed-text')} error={sync.error} onRetry={sync.start} />
      <Failure title={t('arrivals.pause-failed')} text={t('arrivals.pause-failed-text')} error={pause.error} />
    </section>
  );
}

function WhoGetsIn() {
  const { tone, text, notes } = overviewText(useApp());
  return (
    <div class={`overview tone-${tone}`}>
      <h2>
        <Icon name={TONE_ICONS[tone]} /> {text}
      </h2>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </div>
  );
}

function Progress() {
  const app = useApp();
  const { progress } = app.snapshot;
  const id = useId();
  const isCounted = progress !== null && progress.total > 1;
  return (
    <div class="strip-progress">
      <label for={id}>{progressText(app)}</label>
      {/* Without a value the bar shows an unknown length. */}
      <progress id={id} max={isCounted ? progress.total : undefined} value={isCounted ? progress.done : undefined} />
    </div>
  );
}

function Times() {
  const app = useApp();
  const { snapshot, t, formats, nowMs } = app;
  const { lastRun } = snapshot;
  const next = nextRunText(app);
  const endedAtMs = lastRun === null ? null : Date.parse(lastRun.run.finishedAt);
  return (
    <ul class="strip-times quiet-text small" role="list">
      {endedAtMs !== null && (
        <li>
          {t('arrivals.last-run', { time: formats.instant(endedAtMs, nowMs), ago: formats.relative(Math.min(endedAtMs, nowMs), nowMs) })}
        </li>
      )}
      {snapshot.firstStepsDone && (
        <li class={next.tone === 'warning' ? 'tone-warning' : ''}>
          {next.tone === 'warning' && <Icon name={snapshot.pause.kind === 'none' ? 'alert' : 'pause'} />} {next.text}
        </li>
      )}
    </ul>
  );
}
