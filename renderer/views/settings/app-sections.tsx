/** Language and appearance, start at login, and the log files. */
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/i18n/languages.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { Failure } from '../../ui/states.tsx';
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
      <div class="row">
        <Button isBusy={logs.isBusy} onClick={() => void logs.run(null)}>
          {t('settings.logs')}
        </Button>
      </div>
      <p class="hint">{t('settings.logs-hint')}</p>
      <Failure title={t('settings.logs-failed')} error={logs.error} text={t('settings.logs-failed-text')} />
    </Section>
  );
}

/** Also at the end of the setup. */
export function StartAtLogin(props: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t } = useApp();
  return <CheckField label={t('settings.start-at-login')} hint={t('settings.start-at-login-hint')} {...props} />;
}
