/** What decides about codes beside the times, and how long the history is kept. */
import { useApp } from '../../lib/app.ts';
import { LIMITS } from '../../lib/limits.ts';
import { NumberSettings } from './number-settings.tsx';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';

export function CodesSection() {
  const { t, snapshot } = useApp();
  const saver = useSaver('codes', t('settings.codes'));
  return (
    <Section id="codes" error={saver.error}>
      <NumberSettings
        values={snapshot.settings.codes}
        isBusy={saver.isBusy}
        onSave={(values) => saver.run(values)}
        settings={[
          { key: 'pinLength', label: t('settings.pin-length'), hint: t('settings.pin-length-hint'), limits: LIMITS.pinLength },
          { key: 'horizonDays', label: t('settings.horizon'), hint: t('settings.horizon-hint'), limits: LIMITS.horizonDays },
          { key: 'keepDays', label: t('settings.keep-days'), hint: t('settings.keep-days-hint'), limits: LIMITS.keepDays },
        ]}
      />
    </Section>
  );
}

export function HistorySection() {
  const { t, snapshot } = useApp();
  const saver = useSaver('history', t('settings.history'));
  return (
    <Section id="history" error={saver.error}>
      <NumberSettings
        values={snapshot.settings.history}
        isBusy={saver.isBusy}
        onSave={(values) => saver.run(values)}
        settings={[
          { key: 'keepDays', label: t('settings.history-days'), hint: t('settings.history-days-hint'), limits: LIMITS.historyKeepDays },
        ]}
      />
    </Section>
  );
}
