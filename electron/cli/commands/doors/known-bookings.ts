/** The bookings as Smoobu has them now, to say whose a code is. */
import type { KnownBooking } from '../../../../shared/doors/code-owner.ts';
import type { AccessFailure } from '../../../../shared/errors.ts';
import { fetchRange } from '../../../../shared/reconcile/bookings.ts';
import type { Result } from '../../../../shared/result.ts';
import type { OpenedWithConfig } from '../../config-option.ts';

export async function readBookings({
  backend,
  settings,
}: Pick<OpenedWithConfig, 'backend' | 'settings'>): Promise<Result<readonly KnownBooking[], AccessFailure>> {
  const cloud = await backend.bookingCloud();
  if (!cloud.ok) return cloud;
  const fetched = await cloud.value.fetchBookings(fetchRange(settings, backend.clock.nowMs()));
  return fetched.ok ? { ok: true, value: fetched.value.bookings } : fetched;
}

/** None where they cannot be read: every booking's code then counts as a guest's. */
export async function bookingsIfRead(opened: Pick<OpenedWithConfig, 'backend' | 'settings'>): Promise<readonly KnownBooking[]> {
  const read = await readBookings(opened);
  return read.ok ? read.value : [];
}
