/** The settings could not be read: either the last good copy is in use, or there is no mapping and there are no codes. */
import type { MatterProvider } from '../matter.ts';

export const settingsRecovered: MatterProvider = {
  problemKinds: ['settings-recovered', 'mapping-unconfirmed'],
  find({ recovered, problems, settings: { recovery }, localization: { text } }) {
    const target = { view: 'doors', unitId: null } as const;
    if (recovery === 'copy') {
      const message = text('attention.mapping-unconfirmed');
      return [
        {
          kind: 'settings-recovered',
          key: 'mapping-unconfirmed',
          target,
          item: { severity: 'urgent', message, trayLabel: text('tray.mapping-unconfirmed') },
          // Nothing is said when it is resolved: the user did it.
          notice: {
            category: 'held',
            status: 'due',
            facets: ['mapping-unconfirmed'],
            title: text('notice.mapping-unconfirmed-title'),
            body: message,
            isUrgent: false,
          },
        },
      ];
    }
    const isLost = recovery === 'lost' || problems.some(({ kind }) => kind === 'settings-recovered');
    if (!isLost && !recovered.includes('settings')) return [];
    return [
      {
        kind: 'settings-recovered',
        key: 'settings-recovered',
        target,
        item: { severity: 'urgent', message: text('attention.settings-recovered'), trayLabel: text('tray.settings-recovered') },
        notice: null,
      },
    ];
  },
};
