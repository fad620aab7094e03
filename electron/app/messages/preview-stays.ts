/** Stays as a preview of a text shows them: from the settings and the last run, without their PINs. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { StayInText } from '../../../shared/messages/templates/values.ts';
import { doorName } from './stays-to-tell.ts';

/** Those with doors. In place of the reference, which only Smoobu knows, the number of the booking. */
export function previewStays(stays: readonly Pick<StayStatus, 'stay'>[], { mapping }: Pick<Settings, 'mapping'>): readonly StayInText[] {
  return stays.flatMap(({ stay: { booking, doors, unitName } }): readonly StayInText[] => {
    const unit = mapping.units.find(({ unitId }) => unitId === booking.unitId);
    const [first] = doors;
    if (first === undefined) return [];
    return [
      {
        bookingId: booking.id,
        guestName: booking.guestName,
        unitName,
        address: unit?.address ?? '',
        reference: String(booking.id),
        window: doors.reduce(
          ({ start, end }, { window }) => ({
            start: window.start > start ? window.start : start,
            end: window.end < end ? window.end : end,
          }),
          first.window,
        ),
        doors: doors.map((door) => {
          const hint = unit?.doors.find((one) => placeKey(one) === placeKey(door))?.hint ?? '';
          return { name: doorName(door, { mapping }), prefix: door.prefix, hint, pin: null };
        }),
      },
    ];
  });
}
