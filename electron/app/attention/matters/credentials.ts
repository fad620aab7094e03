/** A cloud rejected the stored credentials, or there are none although the setup is complete. */
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../../shared/errors.ts';
import type { CloudName } from '../../../../shared/errors.ts';
import type { Facts } from '../../status/facts.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';

export const credentials: MatterProvider = {
  problemKinds: ['credentials-missing', 'credentials-rejected'],
  find: (facts) =>
    CLOUD_NAMES.map((cloud): Matter => ({
      kind: 'credentials',
      key: `credentials:${cloud}`,
      target: { view: 'accounts', cloud },
      item: itemOf(cloud, facts),
      notice: noticeOf(cloud, facts),
    })),
};

function itemOf(cloud: CloudName, { health, connections, settings, localization: { text } }: Facts): Matter['item'] {
  const failure = connections[cloud].lastTest?.failure;
  const isRejected = health[cloud].isRejected || failure === 'credentials-rejected';
  // Before that, connecting the accounts is one of the first steps.
  const isMissing = settings.setup.done && failure === 'credentials-missing';
  if (!isRejected && !isMissing) return null;
  const title = CLOUD_TITLES[cloud];
  return {
    severity: 'urgent',
    cloud,
    message: text(isRejected ? 'attention.rejected' : 'attention.not-connected', { cloud: title }),
    trayLabel: text('tray.credentials', { cloud: title }),
  };
}

/** Only what a run met: whoever tests credentials in the window sees the answer there. */
function noticeOf(cloud: CloudName, { health, connections, localization: { text } }: Facts): MatterNotice | null {
  const category = 'credentials';
  const { isRejected, credentialsRevision } = health[cloud];
  const { stored, lastTest } = connections[cloud];
  const title = CLOUD_TITLES[cloud];
  if (isRejected) {
    return {
      category,
      status: 'due',
      facets: [`rejected:${credentialsRevision}`],
      title: text('notice.rejected-title', { cloud: title }),
      body: text('notice.rejected-body'),
      isUrgent: true,
    };
  }
  if (lastTest?.failure === null) {
    return { category, status: 'resolved', message: text('notice.recovered-credentials', { cloud: title }) };
  }
  return stored ? { category, status: 'ongoing' } : null;
}
