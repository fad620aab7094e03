/** Accounts and settings: one page of sections, with the navigation beside it. */
import { useEffect, useState } from 'preact/hooks';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import type { SettingsSection } from '../../../shared/settings-sections.ts';
import { useApp } from '../../lib/app.ts';
import { View } from '../../ui/view.tsx';
import { Account } from '../accounts/account.tsx';
import type { PreviewReport } from '../preview/plan-preview.tsx';
import { AboutSection } from './about-section.tsx';
import { ComputerSection, HistorySection, LookSection } from './app-sections.tsx';
import { BackupSection } from './backup-section.tsx';
import { DraftBar, DraftReview } from './draft/draft-bar.tsx';
import { CodesSection, TimesSection } from './draft/draft-fields.tsx';
import { useSettingsDraft } from './draft/use-settings-draft.ts';
import { ImportPanel } from './import-panel.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { ResetSection } from './reset-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { Section } from './section.tsx';
import { SettingsNav } from './settings-nav.tsx';

export interface SettingsProps {
  /** Scrolls to this account and focuses it. */
  readonly cloud: CloudName | null;
  /** Scrolls to this part and focuses it. */
  readonly section: SettingsSection | null;
}
export function Settings({ cloud, section }: SettingsProps) {
  const { t } = useApp();
  const draft = useSettingsDraft();
  const [report, setReport] = useState<PreviewReport | null>(null);
  return (
    <View title={t('shell.settings')}>
      <div class="settings">
        <SettingsNav wanted={section} />
        <div class="settings-content">
          <Section id="accounts">
            <Accounts cloud={cloud} />
          </Section>
          <TimesSection draft={draft} />
          <CodesSection draft={draft} />
          <DraftReview draft={draft} onReport={setReport} />
          <ScheduleSection />
          <NotificationsSection />
          <LookSection />
          <ComputerSection />
          <HistorySection />
          <BackupSection />
          <Section id="import">
            <div class="setting">
              <ImportPanel />
            </div>
          </Section>
          <ResetSection />
          <AboutSection />
        </div>
      </div>
      <DraftBar draft={draft} report={report} />
    </View>
  );
}

function accountId(cloud: CloudName): string {
  return `account-${cloud}`;
}

function Accounts({ cloud }: { readonly cloud: CloudName | null }) {
  const { route } = useApp();
  // Depends on the route, because a second notification about the same account must lead there again.
  useEffect(() => {
    const account = cloud === null ? null : document.getElementById(accountId(cloud));
    account?.scrollIntoView({ block: 'start' });
    account?.focus({ preventScroll: true });
  }, [route, cloud]);
  return (
    <>
      {CLOUD_NAMES.map((name) => (
        <section key={name} class="setting stack" id={accountId(name)} tabIndex={-1} aria-label={CLOUD_TITLES[name]}>
          <h3>{CLOUD_TITLES[name]}</h3>
          <Account cloud={name} />
        </section>
      ))}
    </>
  );
}
