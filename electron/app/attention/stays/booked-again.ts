/** Somebody of the same name booked again: the user says whether it is the same guest. Each pair of bookings is one matter. */
import { unitLabel } from '../../status/names.ts';
import type { Matter, MatterProvider } from '../matter.ts';

export const bookedAgain: MatterProvider = {
  problemKinds: ['booked-again'],
  find: ({ problems, stays, localization: { text } }) =>
    problems
      .filter(({ kind }) => kind === 'booked-again')
      .map(({ bookingId = null, message, question = null }): Matter => {
        const key = question?.key ?? `booked-again:${String(bookingId)}`;
        const name = stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.unitName ?? null;
        const unit = unitLabel(name, text);
        return {
          kind: 'problem',
          key,
          target: bookingId === null ? { view: 'history', runId: null } : { view: 'today', bookingId },
          item: { severity: 'warning', bookingId, message, question, trayLabel: text('tray.booking', { unit }) },
          notice: {
            category: 'held',
            status: 'due',
            facets: [key],
            title: text('notice.booked-again-title'),
            body: text('notice.booked-again-body', { unit }),
            isUrgent: false,
          },
        };
      }),
};
