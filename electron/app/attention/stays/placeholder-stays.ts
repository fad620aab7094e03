/** A template may tell a guest a PIN that does not open the door: urgent whenever the stay is, since Smoobu may send one at any moment. */
import type { MatterProvider } from '../matter.ts';

const KIND = 'placeholder-stays';

export const placeholderStays: MatterProvider = {
  problemKinds: [KIND],
  find: ({ problems, localization: { text } }) =>
    problems
      .filter(({ kind }) => kind === KIND)
      .map(({ bookingId = null, message }) => ({
        kind: KIND,
        key: `${KIND}:${String(bookingId)}`,
        target: { view: 'today', bookingId },
        item: { severity: 'urgent', bookingId, message, trayLabel: text('tray.placeholder-stays') },
        notice: {
          category: 'held',
          status: 'due',
          facets: ['urgent'],
          title: text('notice.placeholder-stays-title'),
          body: message,
          isUrgent: true,
          breaksQuietHours: true,
        },
      })),
};
