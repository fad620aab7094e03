/** What the user decided for stays and people was damaged: it is as of the last good copy, or lost. */
import type { Matter, MatterProvider } from '../matter.ts';

export const wishesRecovered: MatterProvider = {
  problemKinds: ['wishes-recovered', 'wishes-lost'],
  find: ({ problems, localization: { text } }) =>
    problems
      .filter(({ kind }) => kind === 'wishes-recovered' || kind === 'wishes-lost')
      .map(({ kind, message, question = null }): Matter => ({
        kind: 'problem',
        key: kind,
        target: { view: 'today', bookingId: null },
        item: { severity: 'urgent', message, question, trayLabel: text('tray.wishes') },
        // Nothing is said when it is resolved: the user did it.
        notice: {
          category: 'held',
          status: 'due',
          facets: [kind],
          title: text('notice.wishes-title'),
          body: message,
          isUrgent: false,
        },
      })),
};
