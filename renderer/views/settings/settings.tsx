/** Accounts and settings: one page of sections, with a link to each. */
import { useEffect } from 'preact/hooks';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { Card, View } from '../../ui/view.tsx';
import { Account } from '../accounts/account.tsx';
import { AboutSection } from './about-section.tsx';
import { ComputerSection, LookSection } from './app-sections.tsx';
import { BackupSection } from './backup-section.tsx';
import { ImportPanel } from './import-panel.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { CodesSection, HistorySection } from './number-sections.tsx';
import { ResetSection } from './reset-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { Section, SECTION_IDS, sectionElementId } from './section.tsx';
import type { SectionId } from './section.tsx';
import { TimesSection } from './times-section.tsx';

/** `cloud`: scrolls to this account and focuses it. */
export function Settings({ cloud }: { readonly cloud: CloudName | null }) {
  const { t } = useApp();
  return (
    <View title={t('shell.settings')}>
      <div class="settings">
        <JumpLinks />
        <div class="stack wide">
          <Section id="accounts">
            <Accounts cloud={cloud} />
          </Section>
          <ScheduleSection />
          <TimesSection />
          <CodesSection />
          <NotificationsSection />
          <LookSection />
          <ComputerSection />
          <HistorySection />
          <Section id="import">
            <ImportPanel />
          </Section>
          <BackupSection />
          <ResetSection />
          <AboutSection />
        </div>
      </div>
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
    const card = cloud === null ? null : document.getElementById(accountId(cloud));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  }, [route, cloud]);
  return (
    <>
      {CLOUD_NAMES.map((name) => (
        <Card key={name} level={3} id={accountId(name)} title={CLOUD_TITLES[name]} icon={name === 'smoobu' ? 'calendar' : 'door'}>
          <Account cloud={name} />
        </Card>
      ))}
    </>
  );
}

function JumpLinks() {
  const { t } = useApp();
  const jump = (id: SectionId): void => {
    const section = document.getElementById(sectionElementId(id));
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return (
    <nav class="jump-links" aria-label={t('settings.sections')}>
      <ul>
        {SECTION_IDS.map((id) => (
          <li key={id}>
            <a
              href={`#${sectionElementId(id)}`}
              onClick={(event) => {
                event.preventDefault();
                jump(id);
              }}
            >
              {t(`settings.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
