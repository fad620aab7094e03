/** Stays or removals that the window leaves out because they do not fit. Their codes are kept correct all the same. */
import type { MatterProvider } from '../matter.ts';

export const leftOut: MatterProvider = {
  find({ leftOut: count, localization: { text } }) {
    if (count === 0) return [];
    return [
      {
        kind: 'left-out',
        key: 'left-out',
        target: { view: 'history', runId: null },
        item: { severity: 'warning', message: text('attention.left-out', { count }), trayLabel: text('tray.other') },
        notice: null,
      },
    ];
  },
};
