/** The keychain cannot be used, so there are no credentials. */
import { CLOUD_NAMES } from '../../../../shared/errors.ts';
import { failureMessage } from '../../status/localise.ts';
import type { MatterProvider } from '../matter.ts';

export const keychain: MatterProvider = {
  problemKinds: ['keychain'],
  find({ keychain: failure, connections, system, localization: { text } }) {
    const common = { kind: 'keychain', key: 'keychain', target: { view: 'accounts', cloud: null } } as const;
    const category = 'credentials';
    if (failure === null) {
      // Right after the start nothing has used the keychain yet.
      const wasUsed = CLOUD_NAMES.some((cloud) => connections[cloud].lastTest !== null);
      const notice = wasUsed
        ? ({ category, status: 'resolved', message: text('notice.recovered-keychain') } as const)
        : ({ category, status: 'ongoing' } as const);
      return [{ ...common, item: null, notice }];
    }
    const message = failureMessage(failure, text, system);
    return [
      {
        ...common,
        item: { severity: 'urgent', message, trayLabel: text('tray.keychain') },
        notice: {
          category,
          status: 'due',
          facets: [failure.kind],
          title: text('notice.keychain-title'),
          body: message,
          isUrgent: true,
        },
      },
    ];
  },
};
