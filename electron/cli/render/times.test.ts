import { describe, expect, it } from 'vitest';
import { booking, date, input, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { stayFacts } from '../../app/acts/stay-facts.ts';
import { refusedTimes } from '../../app/acts/times-refused.ts';
import type { Booking } from '../../../shared/domain/booking.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { StayWish } from '../../../shared/domain/wishes.ts';
import { refusedTimeText } from './times.ts';

const ID = bookingId(12);
/** Arrives on the 24th and leaves on the 27th. */
const LEAVES = booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-22'), departure: date('2026-11-24') });
const ARRIVES = booking({ id: 14, guestName: '', arrival: date('2026-11-27'), departure: date('2026-11-29') });

interface Case {
  readonly stay?: Parameters<typeof booking>[0];
  readonly others?: readonly Booking[];
  readonly times?: Record<string, unknown>;
  readonly complete?: boolean;
  readonly wish?: Partial<StayWish>;
}
function refusedOf({ stay = {}, others = [], times = {}, complete = true, wish }: Case) {
  const read = input({ bookings: [booking(stay), ...others], settings: settings({ times }), complete });
  const stays = new Map(wish === undefined ? [] : [[ID, { ...noStayWish(), ...wish }] as const]);
  const known = { ...read, wishes: { ...read.wishes, stays } };
  const facts = stayFacts(known, ID);
  if (typeof facts === 'string') throw new Error(facts);
  return { refused: refusedTimes(facts, known), window: facts.claim.window };
}
const textsOf = (given: Case): readonly string[] => refusedOf(given).refused.map((one) => refusedTimeText(one, ID));

describe('why the door does not open as the booking says', () => {
  it.each<[string, Case, string]>([
    [
      'an early check-in while somebody leaves',
      { stay: { checkIn: wall('11:00') }, others: [LEAVES] },
      'Check-in at 11:00, as the booking has it: not granted in full, since Otto Berg (booking 13) leaves the unit before, and it is cleaned. To allow it: latchkey stay 12 --from 0+11:00',
    ],
    [
      'one earlier than the settings allow',
      { stay: { checkIn: wall('07:00') } },
      'Check-in at 07:00, as the booking has it: not granted in full, since it is earlier than your settings allow. To allow it: latchkey stay 12 --from 0+07:00',
    ],
    [
      'a late check-out before an arrival',
      { stay: { checkOut: wall('18:00') }, others: [ARRIVES] },
      'Check-out at 18:00, as the booking has it: not granted in full, since another guest (booking 14) arrives in the unit. To allow it: latchkey stay 12 --until 0+18:00',
    ],
    [
      'one in a unit that ignores them',
      { stay: { checkOut: wall('18:00') }, times: { checkOutMode: 'usual' } },
      'Check-out at 18:00, as the booking has it: not used, since this unit ignores times in bookings. To allow it: latchkey stay 12 --until 0+18:00',
    ],
    [
      'a later check-in, which would shut the guest out',
      { stay: { checkIn: wall('20:00') } },
      'Check-in at 20:00, as the booking has it: the door opens at the usual time all the same, so that the guest is not shut out until then.',
    ],
    [
      'a check-in at night',
      { stay: { checkIn: wall('02:00') } },
      'Check-in at 02:00, as the booking has it: it is taken for the night after the day of arrival, when the code works already.',
    ],
  ])('%s', (_what, given, text) => {
    expect(textsOf(given)).toEqual([text]);
  });

  it('says nothing of times that are used, or that the user chose', () => {
    expect(textsOf({ stay: { checkIn: wall('12:00'), checkOut: wall('13:00') } })).toEqual([]);
    expect(textsOf({ stay: { checkIn: wall('07:00') }, wish: { from: { day: 0, time: wall('10:00') } } })).toEqual([]);
  });

  it('the command opens the door exactly as the booking says', () => {
    const given = { stay: { checkIn: wall('11:00'), checkOut: wall('18:00') }, others: [LEAVES, ARRIVES] };
    const [start, end] = refusedOf(given).refused;
    const after = refusedOf({ ...given, wish: { from: start?.grant ?? null, until: end?.grant ?? null } });
    expect([after.window, after.refused]).toEqual([{ start: '2026-11-24T11:00', end: '2026-11-27T18:00' }, []]);
  });
});
