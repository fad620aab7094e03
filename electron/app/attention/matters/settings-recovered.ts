/** The settings could not be read and were set aside: without a mapping there are no codes. */
import type { MatterProvider } from '../matter.ts';

export const settingsRecovered: MatterProvider = {
  problemKinds: ['settings-recovered'],
  find({ recovered, localization: { text } }) {
    if (!recovered.includes('settings')) return [];
    return [
      {
        kind: 'settings-recovered',
        key: 'settings-recovered',
        target: { view: 'mapping', unitId: null },
        item: { severity: 'urgent', message: text('attention.settings-recovered'), trayLabel: text('tray.settings-recovered') },
        notice: null,
      },
    ];
  },
};
