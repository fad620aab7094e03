/** Which notifications are shown, and in which hours none are. */
import type { UserSettings } from '../../../shared/domain/settings.ts';
import { useApp } from '../../lib/app.ts';
import { readTime } from '../../lib/limits.ts';
import { CheckField } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { TimeField, TypedForm, useTyped } from './typed-form.tsx';
import { useSaver } from './use-saver.ts';

const KINDS = ['arrival', 'held', 'credentials', 'unreachable', 'recovered'] as const;

type QuietHours = UserSettings['notifications']['quietHours'];

export function NotificationsSection() {
  const { t, snapshot } = useApp();
  const { notifications } = snapshot.settings;
  const { quietHours } = notifications;
  const { save, isBusy, error } = useSaver('notifications', 'notifications');
  const saveHours = (change: Partial<QuietHours>): Promise<boolean> => save({ quietHours: { ...quietHours, ...change } });
  return (
    <Section id="notifications" text={t('settings.notifications-text')} error={error}>
      {KINDS.map((kind) => (
        <CheckField
          key={kind}
          label={t(`settings.notify-${kind}`)}
          isOn={notifications[kind]}
          onChange={(isOn) => void save({ [kind]: isOn })}
        />
      ))}
      <CheckField
        label={t('settings.quiet')}
        hint={t('settings.quiet-text')}
        isOn={quietHours.enabled}
        onChange={(enabled) => void saveHours({ enabled })}
      />
      {quietHours.enabled && <QuietHoursForm hours={quietHours} isBusy={isBusy} onSave={saveHours} />}
    </Section>
  );
}

interface QuietHoursFormProps {
  readonly hours: QuietHours;
  readonly isBusy: boolean;
  readonly onSave: (change: Pick<QuietHours, 'from' | 'to'>) => Promise<boolean>;
}
function QuietHoursForm({ hours, isBusy, onSave }: QuietHoursFormProps) {
  const { t } = useApp();
  const typed = useTyped({ from: hours.from, to: hours.to });
  const from = readTime(typed.text('from'));
  const to = readTime(typed.text('to'));
  return (
    <TypedForm
      label={t('settings.quiet')}
      typed={typed}
      values={from === null || to === null ? null : { from, to }}
      isBusy={isBusy}
      onSave={onSave}
    >
      <div class="setting-pair">
        <TimeField typed={typed} name="from" label={t('settings.quiet-from')} />
        <TimeField typed={typed} name="to" label={t('settings.quiet-to')} />
      </div>
      {typed.text('from') === typed.text('to') && <p class="hint">{t('settings.quiet-same')}</p>}
    </TypedForm>
  );
}
