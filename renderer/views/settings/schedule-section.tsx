/** How often Latchkey syncs: a preset, or a cron expression with its next times while it is typed. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { SelectField } from '../../ui/field.tsx';
import { CommitField } from './commit-field.tsx';
import { cronOf, presetChoices, presetOf } from './schedule-presets.ts';
import type { PresetId } from './schedule-presets.ts';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';

export function ScheduleSection() {
  const { t, formats, nowMs, snapshot } = useApp();
  const { schedule } = snapshot.settings;
  const { save, error } = useSaver('schedule', 'schedule');
  /** null while the saved expression is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const cron = typed ?? schedule.cron;
  const times = useNextTimes(cron);
  const isOwn = typed !== null || presetOf(schedule.cron) === 'own';
  const choose = (id: PresetId | 'own'): void => {
    setTyped(id === 'own' ? schedule.cron : null);
    if (id !== 'own') void save({ cron: cronOf(id) });
  };
  return (
    <Section id="schedule" text={t('settings.schedule-text')} error={error}>
      <SelectField
        label={t('settings.preset')}
        value={isOwn ? 'own' : presetOf(schedule.cron)}
        choices={presetChoices(t)}
        onChange={choose}
      />
      {isOwn && (
        <CommitField
          label={t('settings.cron')}
          hint={t('settings.cron-hint')}
          maxLength={120}
          saved={schedule.cron}
          // Main refuses what has five fields and is no schedule all the same.
          read={(text) => (/^\S+(?:\s+\S+){4}$/.test(text.trim()) ? text.trim() : null)}
          wrong={t('settings.cron-wrong')}
          onTyped={setTyped}
          onCommit={(text) => void save({ cron: text }).then(() => setTyped(null))}
        />
      )}
      <div class="setting">
        <NextTimes times={times} />
        <p class="hint">{t('settings.spread')}</p>
        {snapshot.nextRunAtMs !== null && typed === null && (
          <p>{t('settings.next-run', { time: formats.instant(snapshot.nextRunAtMs, nowMs) })}</p>
        )}
      </div>
    </Section>
  );
}

type SchedulePreview = CallOutput<'schedule.preview'>;
/** After the last key. */
const TYPING_PAUSE_MS = 200;

/** null until the first answer. */
function useNextTimes(cron: string): SchedulePreview | null {
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

function NextTimes({ times }: { readonly times: SchedulePreview | null }) {
  const { t, formats } = useApp();
  const titleId = useId();
  if (times?.valid !== true) return null;
  if (times.nextRunsMs.length === 0) return <p class="field-error">{t('settings.next-none')}</p>;
  return (
    <div>
      <p id={titleId} class="strong">
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
