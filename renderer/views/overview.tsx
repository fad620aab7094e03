/** What is going on, when the next run is, and the switches for both. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { Bridge } from '../lib/bridge.ts';
import { formatInstant } from '../lib/format.ts';
import { useCall } from '../lib/use-call.ts';
import { OUTCOMES, PHASES, pauseWords } from '../lib/words.ts';
import { Section, Trouble } from '../ui/section.tsx';

export function statusLine({ activity, progress, lastRun, isOnline, pause }: AppSnapshot): string {
  if (activity === 'quitting') return 'Finishing';
  if (activity === 'syncing') return progress === null ? 'Syncing' : `Syncing: ${PHASES[progress.phase]}`;
  const paused = pauseWords(pause);
  if (paused !== null) return paused;
  if (!isOnline) return 'Offline';
  return lastRun === null ? 'No run yet' : `${OUTCOMES[lastRun.run.outcome]}, ${formatInstant(Date.parse(lastRun.run.finishedAt))}`;
}

const PAUSES = [
  { choice: 'hour', label: 'Pause for an hour' },
  { choice: 'tomorrow', label: 'Pause until tomorrow' },
  { choice: 'until-resumed', label: 'Pause until resumed' },
] as const;

export function Overview({ snapshot, bridge }: { snapshot: AppSnapshot; bridge: Bridge }) {
  const sync = useCall(bridge, 'sync.now');
  const pause = useCall(bridge, 'pause.set');
  const logs = useCall(bridge, 'logs.open');
  const { activity, nextRunAtMs, isDemo } = snapshot;
  return (
    <Section id="overview" title="Overview">
      {isDemo && <p class="demo">Demo: invented bookings and doors.</p>}
      <p role="status" aria-label="Status" class="status">
        {statusLine(snapshot)}
      </p>
      <p>Next run: {nextRunAtMs === null ? 'none planned' : formatInstant(nextRunAtMs)}</p>
      <div class="row">
        <button type="button" class="main" disabled={activity === 'syncing' || sync.isBusy} onClick={() => void sync.run(null)}>
          Sync now
        </button>
        {snapshot.pause.kind === 'none' ? (
          PAUSES.map(({ choice, label }) => (
            <button type="button" key={choice} disabled={pause.isBusy} onClick={() => void pause.run({ choice })}>
              {label}
            </button>
          ))
        ) : (
          <button type="button" disabled={pause.isBusy} onClick={() => void pause.run({ choice: 'none' })}>
            Resume
          </button>
        )}
        <button type="button" disabled={logs.isBusy} onClick={() => void logs.run(null)}>
          Open the log folder
        </button>
      </div>
      <Trouble message={sync.error ?? pause.error ?? logs.error} />
    </Section>
  );
}
