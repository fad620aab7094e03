/** Removals need the user's approval: one matter for all of them, since the window lists each. */
import { holdCause } from '../../../../shared/reconcile/removals/hold-cause.ts';
import type { MatterProvider } from '../matter.ts';

export const held: MatterProvider = {
  problemKinds: ['no-bookings', 'removal-held'],
  find({ holds, problems, localization: { text } }) {
    const hasNoBookings = problems.some(({ kind }) => kind === 'no-bookings');
    if (holds.length === 0 && !hasNoBookings) return [];
    const [first] = holds;
    const bookingId = first !== undefined && holds.every((hold) => hold.bookingId === first.bookingId) ? first.bookingId : null;
    // All doors of one cause are one thing to decide.
    const causes = new Set(holds.map(holdCause));
    const count = causes.size;
    return [
      {
        kind: 'held',
        key: 'held',
        target: { view: 'today', bookingId },
        item: {
          severity: 'urgent',
          bookingId,
          message: hasNoBookings ? text('problem.no-bookings') : text('attention.held', { count }),
          trayLabel: text('tray.held'),
        },
        // Nothing is said when it is resolved: the user decided.
        notice: {
          category: 'held',
          status: 'due',
          facets: [...new Set([...causes, ...(hasNoBookings ? ['no-bookings'] : [])])],
          title: count === 0 ? text('notice.run-held-title') : text('notice.held-title', { count }),
          body: text('notice.held-body'),
          isUrgent: false,
        },
      },
    ];
  },
};
