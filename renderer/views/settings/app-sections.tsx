/** Language and theme, start at login and the log, and what the history remembers: each saved at once. */
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/i18n/languages.ts';
import { useApp } from '../../lib/app.ts';
import { LIMITS, readWholeNumber } from '../../lib/limits.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Failure } from '../../ui/states.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import { CommitField } from './commit-field.tsx';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';

export function LookSection() {
  const { t, snapshot } = useApp();
  const { app } = snapshot.settings;
  const { save, error } = useSaver('app', 'look');
  return (
    <Section id="look" error={error}>
      <SelectField
        label={t('settings.language')}
        value={app.language}
        choices={[
          { value: 'system', label: t('settings.as-system') },
          ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
        ]}
        onChange={(language) => void save({ language })}
      />
      <SelectField
        label={t('settings.theme')}
        value={app.theme}
        choices={[
          { value: 'system', label: t('settings.as-system') },
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
        onChange={(theme) => void save({ theme })}
      />
    </Section>
  );
}

export function ComputerSection() {
  const { t, snapshot } = useApp();
  const { save, error } = useSaver('app', 'computer');
  const logs = useCall('logs.open');
  return (
    <Section id="computer" error={error}>
      <StartAtLogin isOn={snapshot.settings.app.startAtLogin} onChange={(startAtLogin) => void save({ startAtLogin })} />
      <div class="setting-action">
        <p class="hint">{t('settings.logs-hint')}</p>
        <Button isBusy={logs.isBusy} onClick={() => void logs.run(null)}>
          {t('settings.logs')}
        </Button>
        <Failure title={t('settings.logs-failed')} error={logs.error} text={t('settings.logs-failed-text')} />
      </div>
    </Section>
  );
}

/** Also at the end of the setup. */
export function StartAtLogin({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t, snapshot } = useApp();
  const { canStartAtLogin, isDemo } = snapshot;
  return (
    <SwitchField
      label={t('settings.start-at-login')}
      hint={t('settings.start-at-login-hint')}
      isOn={isOn && canStartAtLogin}
      disabledBecause={canStartAtLogin ? null : t(isDemo ? 'settings.not-in-demo' : 'settings.not-installed')}
      onChange={onChange}
    />
  );
}

export function HistorySection() {
  const { t, snapshot, confirm } = useApp();
  const { keepDays, codeUses } = snapshot.settings.history;
  const { save, error } = useSaver('history', 'history');
  const limits = LIMITS.historyKeepDays;
  const saveDays = async (days: number): Promise<void> => {
    // What is older is deleted by the next sync.
    const isWanted =
      days >= keepDays ||
      (await confirm({
        title: t('settings.history-shorter', { count: days }),
        texts: [t('settings.history-shorter-text')],
        confirm: t('settings.history-delete'),
        cancel: t('settings.history-keep'),
        kind: 'danger',
      }));
    if (isWanted) await save({ keepDays: days });
  };
  return (
    <Section id="history" error={error}>
      <CommitField
        type="number"
        label={t('settings.history-days')}
        hint={t('settings.history-days-hint')}
        min={limits.min}
        max={limits.max}
        saved={String(keepDays)}
        read={(text) => readWholeNumber(text, limits)}
        wrong={t('settings.whole-number', limits)}
        onCommit={(days) => void saveDays(days)}
      />
      <SwitchField
        label={t('settings.code-uses')}
        hint={t('settings.code-uses-hint')}
        isOn={codeUses}
        onChange={(isOn) => void save({ codeUses: isOn })}
      />
    </Section>
  );
}
