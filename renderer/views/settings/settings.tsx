/** Accounts and settings: one page of sections, with a link to each. */
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { View } from '../../ui/view.tsx';
import { Accounts } from '../accounts/accounts.tsx';
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
