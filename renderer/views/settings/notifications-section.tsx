/** Which notifications are shown, and when they rest. */
import { useState } from 'preact/hooks';
import type { UserSettings } from '../../../shared/domain/settings.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { focusInvalid } from '../../ui/form.tsx';
import { readTime } from '../../lib/limits.ts';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';
import type { Saver } from './use-saver.ts';

const KINDS = ['arrival', 'held', 'credentials', 'unreachable', 'recovered'] as const;

export function NotificationsSection() {
  const { t, snapshot } = useApp();
  const { notifications } = snapshot.settings;
  const saver = useSaver('notifications', t('settings.notifications'));
  return (
    <Section id="notifications" text={t('settings.notifications-text')} error={saver.error}>
      {KINDS.map((kind) => (
        <CheckField
          key={kind}
          label={t(`settings.notify-${kind}`)}
          isOn={notifications[kind]}
          onChange={(isOn) => void saver.run({ [kind]: isOn })}
        />
      ))}
      <QuietHours hours={notifications.quietHours} saver={saver} />
    </Section>
  );
}

interface QuietHoursProps {
  readonly hours: UserSettings['notifications']['quietHours'];
  readonly saver: Saver<UserSettings['notifications']>;
}
function QuietHours({ hours, saver }: QuietHoursProps) {
  const { t } = useApp();
  const [draft, setDraft] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [isTried, setTried] = useState(false);
  const shown = { ...hours, ...draft };
  const from = readTime(shown.from);
  const to = readTime(shown.to);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (from === null || to === null) {
      focusInvalid(form);
      return;
    }
    if (!(await saver.run({ quietHours: { ...hours, from, to } }))) return;
    setDraft({});
    setTried(false);
  };
  return (
    <>
      <CheckField
        label={t('settings.quiet')}
        hint={t('settings.quiet-text')}
        isOn={hours.enabled}
        onChange={(enabled) => void saver.run({ quietHours: { ...hours, enabled } })}
      />
      {hours.enabled && (
        <form
          class="setting-form"
          noValidate
          aria-label={t('settings.quiet')}
          onSubmit={(event) => {
            event.preventDefault();
            if (!saver.isBusy) void submit(event.currentTarget);
          }}
        >
          <div class="setting-pair">
            <TextField
              type="time"
              label={t('settings.quiet-from')}
              value={shown.from}
              error={isTried && from === null ? t('settings.a-time') : null}
              onInput={(text) => setDraft({ ...draft, from: text })}
            />
            <TextField
              type="time"
              label={t('settings.quiet-to')}
              value={shown.to}
              error={isTried && to === null ? t('settings.a-time') : null}
              onInput={(text) => setDraft({ ...draft, to: text })}
            />
          </div>
          {shown.from === shown.to && <p class="hint">{t('settings.quiet-same')}</p>}
          <div class="row">
            <Button kind="primary" type="submit" isBusy={saver.isBusy}>
              {t('common.save')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
