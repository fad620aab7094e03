/** Removals need the user's approval: an item for each cause, which asks by name, and one notification for all of them. */
import type { OperationReport } from '../../../../shared/domain/run.ts';
import { holdCause, holdGroups } from '../../../../shared/reconcile/removals/hold-cause.ts';
import type { HoldGroup } from '../../../../shared/reconcile/removals/hold-cause.ts';
import type { Facts } from '../../status/facts.ts';
import { unitLabel } from '../../status/names.ts';
import { truncate } from '../../values/text.ts';
import type { Matter, MatterProvider } from '../matter.ts';

/** A title has room for this much of a name. */
const MAX_NAME = 60;

export const held: MatterProvider = {
  problemKinds: ['no-bookings', 'removal-held'],
  find(facts) {
    const { holds, problems, localization } = facts;
    const { text } = localization;
    const hasNoBookings = problems.some(({ kind }) => kind === 'no-bookings');
    if (holds.length === 0 && !hasNoBookings) return [];
    // All doors of one cause are one thing to decide.
    const causes = new Set(holds.map(holdCause));
    const count = causes.size;
    return [
      {
        kind: 'held',
        key: 'held',
        target: { view: 'today', bookingId: bookingOf(holds) },
        item:
          holds.length === 0
            ? { severity: 'urgent', title: text('held.nothing-booked'), message: text('problem.no-bookings'), trayLabel: text('tray.held') }
            : null,
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
      ...holdGroups(holds).map((group) => matterOf(group, facts)),
    ];
  },
};

function matterOf({ key, reason, holds }: HoldGroup, facts: Facts): Matter {
  const { text } = facts.localization;
  const bookingId = bookingOf(holds);
  const unitId = holds[0]?.unitId ?? null;
  const unit = facts.calledNames.units.find((one) => one.unitId === unitId)?.name ?? null;
  return {
    kind: 'held',
    key: `held:${key}`,
    target: { view: 'today', bookingId },
    item: {
      severity: 'urgent',
      bookingId,
      unitId,
      title: titleOf(holds, facts),
      message: text(`held.${reason ?? 'other'}`),
      trayLabel: unit === null ? text('tray.held') : text('tray.held-unit', { unit: unitLabel(unit, text) }),
      holds: holds.map((hold) => hold.key),
    },
    notice: null,
  };
}

/** "Remove Rosalind Achterberg’s code from 2 doors?" */
function titleOf(holds: readonly OperationReport[], { guests, localization: { text } }: Facts): string {
  const [first] = holds;
  const claims = new Set(holds.map(({ bookingId, personId }) => bookingId ?? personId));
  if (first === undefined || claims.size > 1) return text('held.title-many', { count: claims.size });
  const { bookingId, changes } = first;
  const ofPerson = String(changes.name?.to ?? changes.name?.from ?? first.personId ?? '');
  const ofBooking = text('held.no-name', { booking: String(bookingId) });
  const guest = truncate(bookingId === null ? ofPerson : (guests.get(bookingId) ?? ofBooking), MAX_NAME);
  return holds.some(({ kind }) => kind === 'delete')
    ? text('held.title', { guest, count: holds.length })
    : text('held.title-end', { guest });
}

/** null: they are about several. */
function bookingOf(holds: readonly OperationReport[]): OperationReport['bookingId'] {
  const [first] = holds;
  return first !== undefined && holds.every(({ bookingId }) => bookingId === first.bookingId) ? first.bookingId : null;
}
