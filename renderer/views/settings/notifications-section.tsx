/** Which notifications are shown, and in which hours none are. */
import type { UserSettings } from '../../../shared/domain/settings.ts';
import { useApp } from '../../lib/app.ts';
import { readTime } from '../../lib/limits.ts';
import { SwitchField } from '../../ui/switch-field.tsx';
import { CommitField } from './commit-field.tsx';
import { Section } from './section.tsx';
import { useSaver } from './use-saver.ts';

const KINDS = ['arrival', 'held', 'credentials', 'unreachable', 'recovered'] as const;

type QuietHours = UserSettings['notifications']['quietHours'];

export function NotificationsSection() {
  const { t, formats, snapshot } = useApp();
  const { notifications } = snapshot.settings;
  const { quietHours } = notifications;
  const { save, error } = useSaver('notifications', 'notifications');
  const saveHours = (change: Partial<QuietHours>): void => void save({ quietHours: { ...quietHours, ...change } });
  return (
    <Section id="notifications" text={t('settings.notifications-text')} error={error}>
      {KINDS.map((kind) => (
        <SwitchField
          key={kind}
          label={t(`settings.notify-${kind}`)}
          isOn={notifications[kind]}
          onChange={(isOn) => void save({ [kind]: isOn })}
        />
      ))}
      <SwitchField
        label={t('settings.quiet')}
        hint={t('settings.quiet-text')}
        isOn={quietHours.enabled}
        onChange={(enabled) => saveHours({ enabled })}
      />
      {quietHours.enabled && (
        <>
          {(['from', 'to'] as const).map((end) => (
            <CommitField
              key={end}
              type="time"
              label={t(`settings.quiet-${end}`)}
              hint={quietHours.from === quietHours.to ? t('settings.quiet-same') : formats.timeHint(quietHours[end])}
              saved={quietHours[end]}
              read={readTime}
              wrong={t('settings.a-time')}
              onCommit={(time) => saveHours({ [end]: time })}
            />
          ))}
        </>
      )}
    </Section>
  );
}
