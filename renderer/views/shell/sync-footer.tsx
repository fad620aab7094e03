/** At the foot of the rail, and nowhere else: how the last sync went, until when codes are in place, and the buttons to sync and to pause. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { PauseChoices } from './pause-choices.tsx';
import { lastRunText, nextRunText, progressText } from './run-text.ts';
import { useSync } from './use-sync.ts';

export function SyncFooter() {
  const app = useApp();
  const { snapshot, t } = app;
  const sync = useSync();
  const pause = useCall('pause.set');
  const id = useId();
  const details = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    details.current?.hidePopover();
    opener.current?.focus();
  };
  // A pause may start or end elsewhere: the choices no longer apply then.
  useEffect(() => details.current?.hidePopover(), [snapshot.pause.kind]);
  const { word, isWrong } = stateInAWord(app);
  const covered = coveredWord(app);
  return (
    <section class="sync-footer" aria-label={t('shell.sync')}>
      <button ref={opener} type="button" class="sync-state item" popovertarget={id} aria-busy={pause.isBusy ? 'true' : undefined}>
        <span class={isWrong ? 'sync-word tone-warning' : 'sync-word'}>{word}</span>
        {covered !== null && <span class="quiet-text tiny">{covered}</span>}
      </button>
      <Button icon="sync" name={t('shell.sync-now')} isBusy={sync.isBusy} onClick={sync.start} />
      <div id={id} ref={details} popover="auto" class="menu sync-details stack">
        <SyncDetails />
        <PauseChoices set={pause} onChosen={close} />
        <Failure title={t('sync.pause-failed')} text={t('sync.pause-failed-text')} error={pause.error} />
      </div>
      <Failure title={t('sync.sync-failed')} text={t('sync.sync-failed-text')} error={sync.error} onRetry={sync.start} />
    </section>
  );
}

function SyncDetails() {
  const app = useApp();
  const { snapshot, t, formats, nowMs } = app;
  const { lastRun, progress, activity } = snapshot;
  const endedAtMs = lastRun === null ? null : Date.parse(lastRun.run.finishedAt);
  const isCounted = progress !== null && progress.total > 1;
  const id = useId();
  return (
    <div class="stack">
      {activity === 'syncing' ? (
        <div class="stack">
          <label for={id}>{progressText(app)}</label>
          {/* Without a value the bar shows an unknown length. */}
          <progress id={id} max={isCounted ? progress.total : undefined} value={isCounted ? progress.done : undefined} />
        </div>
      ) : (
        <p class="strong">{lastRunText(app).text}</p>
      )}
      <ul class="quiet-text small" role="list">
        {endedAtMs !== null && (
          <li>
            {t('sync.last-run', { time: formats.instant(endedAtMs, nowMs), ago: formats.relative(Math.min(endedAtMs, nowMs), nowMs) })}
          </li>
        )}
        <li>{nextRunText(app).text}</li>
        <li>{t('shell.version', { version: snapshot.version })}</li>
      </ul>
    </div>
  );
}

/** The one state that matters most. */
function stateInAWord({ snapshot, t, formats, nowMs }: TextContext): { readonly word: string; readonly isWrong: boolean } {
  const { activity, pause, isOnline, lastRun } = snapshot;
  if (activity === 'syncing') return { word: t('shell.syncing'), isWrong: false };
  if (activity === 'quitting') return { word: t('sync.quitting'), isWrong: false };
  if (pause.kind !== 'none') return { word: t('shell.paused'), isWrong: true };
  if (!isOnline) return { word: t('shell.offline'), isWrong: true };
  if (lastRun === null) return { word: t('shell.not-synced'), isWrong: false };
  if (lastRun.run.outcome === 'failed') return { word: t('shell.sync-did-not-work'), isWrong: true };
  const endedAtMs = Math.min(Date.parse(lastRun.run.finishedAt), nowMs);
  return { word: t('shell.synced', { ago: formats.shortRelative(endedAtMs, nowMs) }), isWrong: false };
}

function coveredWord({ snapshot: { covered }, t, formats, nowMs }: TextContext): string | null {
  if (covered === null || covered.untilMs <= nowMs) return null;
  return t('shell.covered', { day: formats.shortDay(formats.dateAt(covered.untilMs)) });
}
