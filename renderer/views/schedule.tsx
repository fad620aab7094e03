/** When runs happen: presets, or a cron expression with its next three times shown while it is typed. */
import { useEffect, useState } from 'preact/hooks';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Bridge } from '../lib/bridge.ts';
import { formatInstant } from '../lib/format.ts';
import { useCall } from '../lib/use-call.ts';
import { Section, Trouble } from '../ui/section.tsx';

const PRESETS = [
  { cron: '*/5 * * * *', label: 'Every 5 minutes' },
  { cron: '*/15 * * * *', label: 'Every 15 minutes' },
  { cron: '*/30 * * * *', label: 'Every 30 minutes' },
  { cron: '0 * * * *', label: 'Hourly' },
] as const;
const TYPING_PAUSE_MS = 200;

export function Schedule({ bridge }: { bridge: Bridge }) {
  const load = useCall(bridge, 'settings.get');
  const save = useCall(bridge, 'settings.save');
  const [cron, setCron] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    void load.run(null).then((settings) => setCron(settings?.schedule.cron ?? ''));
  }, []);
  const change = (text: string): void => {
    setCron(text);
    setSaved(false);
  };
  return (
    <Section id="schedule" title="Schedule">
      {cron !== null && (
        <form
          aria-label="Schedule"
          onSubmit={(event) => {
            event.preventDefault();
            void save.run({ schedule: { cron } }).then((answer) => setSaved(answer !== null));
          }}
        >
          <label>
            Preset
            <select
              value={PRESETS.some((preset) => preset.cron === cron) ? cron : ''}
              onChange={(event) => change(event.currentTarget.value)}
            >
              <option value="" disabled>
                Own expression
              </option>
              {PRESETS.map((preset) => (
                <option key={preset.cron} value={preset.cron}>
                  {preset.label}
                </option>
              ))}
            </select>
          </label>
          <label>
            Cron expression
            <input value={cron} maxLength={120} spellcheck={false} onInput={(event) => change(event.currentTarget.value)} />
          </label>
          <NextRuns cron={cron} bridge={bridge} />
          <button type="submit" disabled={save.isBusy}>
            Save schedule
          </button>
          {isSaved && <p role="status">Saved.</p>}
        </form>
      )}
      <Trouble message={load.error ?? save.error} />
    </Section>
  );
}

function NextRuns({ cron, bridge }: { cron: string; bridge: Bridge }) {
  const [preview, setPreview] = useState<CallOutput<'schedule.preview'> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void bridge.call('schedule.preview', { cron }).then((answer) => {
        // An answer to what was typed before would show the wrong times.
        if (isCurrent) setPreview(answer.ok ? answer.value : null);
      });
    }, TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [cron]);
  if (preview === null) return null;
  if (!preview.valid) return <p role="alert">This is not a schedule. Five fields are needed, such as */15 * * * *.</p>;
  return (
    <ol aria-label="Next runs">
      {preview.nextRunsMs.map((atMs) => (
        <li key={atMs}>{formatInstant(atMs)}</li>
      ))}
    </ol>
  );
}
