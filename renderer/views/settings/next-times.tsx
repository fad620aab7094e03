/** The next times of a schedule while it is typed, in this computer's zone. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';

export type SchedulePreview = CallOutput<'schedule.preview'>;
/** After the last key. */
const TYPING_PAUSE_MS = 200;

/** null until the first answer. */
export function useNextTimes(cron: string): SchedulePreview | null {
  const { bridge } = useApp();
  const [times, setTimes] = useState<SchedulePreview | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    let isCurrent = true;
    const ask = (): void => {
      void bridge.call('schedule.preview', { cron }).then((answer) => {
        // An answer to an earlier expression would show the wrong times.
        if (isCurrent) setTimes(answer.ok ? answer.value : null);
      });
    };
    const timer = setTimeout(ask, isFirst.current ? 0 : TYPING_PAUSE_MS);
    isFirst.current = false;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, cron]);
  return times;
}

export function NextTimes({ times }: { readonly times: SchedulePreview | null }) {
  const { t, formats } = useApp();
  const titleId = useId();
  if (times?.valid !== true) return null;
  if (times.nextRunsMs.length === 0) return <p class="field-error">{t('settings.next-none')}</p>;
  return (
    <div>
      <p id={titleId} class="setting-label">
        {t('settings.next-times', { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })}
      </p>
      <ol class="next-times" aria-labelledby={titleId}>
        {times.nextRunsMs.map((atMs) => (
          <li key={atMs}>{formats.fullInstant(atMs)}</li>
        ))}
      </ol>
    </div>
  );
}
