/** What is going on: the last run and what it means, the next, and the two things to do about runs. */
import { useId } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../lib/text-context.ts';
import { Failure } from '../../ui/states.tsx';
import { PauseMenu } from './pause-menu.tsx';
import { overviewWords } from './overview-words.ts';
import { lastRunWords, nextRunWords, progressWords } from './run-words.ts';
import type { Message } from './words.ts';
import type { Sync } from './use-sync.ts';

export const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  waiting: 'clock',
  warning: 'alert',
  urgent: 'alert',
  neutral: 'info',
};

export function Strip({ sync }: { readonly sync: Sync }) {
  const app = useApp();
  const { snapshot, t } = app;
  const pause = useCall('pause.set');
  const isSyncing = snapshot.activity === 'syncing';
  const said = nowWords(app);
  return (
    <section class="strip" aria-label={t('arrivals.now')}>
      {snapshot.staysReadAtMs !== null && <WhoGetsIn />}
      <div class="strip-line">
        <p class={`strip-said tone-${said.tone}`}>
          <span class={isSyncing ? 'turning' : ''}>
            <Icon name={isSyncing ? 'sync' : TONE_ICONS[said.tone]} />
          </span>
          <strong>{said.text}</strong>
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
      <Failure title={t('arrivals.sync-failed')} error={sync.call.error} onRetry={sync.start} text={t('arrivals.sync-failed-text')} />
      <Failure title={t('arrivals.pause-failed')} error={pause.error} text={t('arrivals.pause-failed-text')} />
    </section>
  );
}

/** The heart of it all, first: does everybody get in? */
function WhoGetsIn() {
  const { tone, text, notes } = overviewWords(useApp());
  return (
    <div class={`overview tone-${tone}`}>
      <h2>
        <Icon name={TONE_ICONS[tone]} /> {text}
      </h2>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </div>
  );
}

function nowWords(app: ReturnType<typeof useApp>): Message {
  const { snapshot, t } = app;
  switch (snapshot.activity) {
    case 'syncing':
      return { tone: 'waiting', text: t('arrivals.syncing') };
    case 'quitting':
      return { tone: 'neutral', text: t('arrivals.quitting') };
    case 'starting':
      return snapshot.lastRun === null ? { tone: 'neutral', text: t('arrivals.starting') } : lastRunWords(app);
    case 'idle':
      return lastRunWords(app);
  }
}

function Progress() {
  const app = useApp();
  const { progress } = app.snapshot;
  const id = useId();
  const isCounted = progress !== null && progress.total > 1;
  return (
    <div class="strip-progress">
      <label for={id}>{progressWords(app)}</label>
      {/* Without a value it is one of unknown length. */}
      <progress id={id} max={isCounted ? progress.total : undefined} value={isCounted ? progress.done : undefined} />
    </div>
  );
}

function Times() {
  const app = useApp();
  const { snapshot, t, formats, nowMs } = app;
  const { lastRun } = snapshot;
  const next = nextRunWords(app);
  const endedAtMs = lastRun === null ? null : Date.parse(lastRun.run.finishedAt);
  return (
    <ul class="strip-times" role="list">
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
