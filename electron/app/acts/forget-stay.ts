/** Forgets a past guest: name, digests, reveals, wishes and what runs remember of the stay, all at once. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { mayBeOpen } from '../../../shared/reconcile/windows.ts';
import type { ActFailure, ActPorts } from './stay-acts.ts';
import { stayFacts } from './stay-facts.ts';

/** Only once the stay is over, or no booking and no code of it is left: PIN draws and wishes of a coming guest are needed. */
export async function mayForget(ports: ActPorts, bookingId: BookingId): Promise<Result<null, ActFailure>> {
  const looked = await ports.look(bookingId);
  if (!looked.ok) return err({ kind: 'access', failure: looked.error });
  const { input, report } = looked.value;
  if (input === null) return err({ kind: 'unread', report });
  const facts = stayFacts(input, bookingId);
  const isCurrent =
    facts === 'stay-without-doors' ||
    (typeof facts !== 'string' && (facts.claim.isDue || facts.claim.managed.some((code) => mayBeOpen(code, facts.now))));
  return isCurrent ? err({ kind: 'refused', because: 'stay-not-over' }) : ok(null);
}

export async function forgetStay(ports: ActPorts, bookingId: BookingId): Promise<Result<null, ActFailure>> {
  const may = await mayForget(ports, bookingId);
  if (!may.ok) return may;
  ports.wishes.change((wishes) => {
    const stays = wishes.stays.filter((stay) => stay.bookingId !== bookingId);
    return stays.length === wishes.stays.length ? wishes : { ...wishes, stays };
  });
  ports.history.forgetBooking(bookingId);
  return ok(null);
}
