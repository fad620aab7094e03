/** The history could not be read and was set aside. Codes do not depend on it. */
import type { MatterProvider } from '../matter.ts';

export const historyRecovered: MatterProvider = {
  problemKinds: ['history-recovered'],
  find({ recovered, localization: { text } }) {
    if (!recovered.includes('history')) return [];
    return [
      {
        kind: 'history-recovered',
        key: 'history-recovered',
        target: { view: 'history', runId: null },
        item: { severity: 'warning', message: text('attention.history-recovered'), trayLabel: text('tray.history-recovered') },
        notice: null,
      },
    ];
  },
};
