/** Finding a door by three letters among 2,000 stays, first and with each further letter. */
import type { KnownBooking } from '../../shared/doors/code-owner.ts';
import { doorIndex, findDoor } from '../../shared/doors/find-door.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { LocalDate } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';

const STAYS = 2_000;
const ROUNDS = 50;
const TODAY = '2026-11-23' as LocalDate;
const FIRST = ['Björk', 'Łukasz', 'Anna', 'Zoë', 'Jean-François', 'Maximiliane', 'Søren', 'Ivana'];
const LAST = ['Hallgrímsdóttir', 'Wiśniewski', 'Müller', 'Asante-Boadu', 'Dragomirescu', 'Nguyễn', 'Groß', "O'Brien"];

export const doors: Part = {
  name: 'door',
  about: `finding a guest among ${String(STAYS)} stays`,
  measure: async () => {
    const { mapping } = defaultSettings();
    const bookings = Array.from({ length: STAYS }, (_unused, index): KnownBooking => {
      const name = `${FIRST[index % FIRST.length] ?? ''} ${LAST[Math.floor(index / FIRST.length) % LAST.length] ?? ''} ${String(index)}`;
      return { id: bookingId(index + 1), state: 'live', unitId: null, arrival: TODAY, departure: TODAY, guestName: name };
    });
    const firsts: number[] = [];
    const furthers: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      const index = doorIndex({ bookings, people: [], mapping }, TODAY);
      findDoor(index, 'hal');
      const found = performance.now();
      findDoor(index, 'hallg');
      firsts.push(found - begun);
      furthers.push(performance.now() - found);
    }
    return [
      { what: 'door, the first search of the process', value: firsts[0] ?? Number.NaN, unit: 'ms', against: { name: 'aim', value: 50 } },
      { what: 'door, a search (median)', value: median(firsts), unit: 'ms', against: { name: 'aim', value: 50 } },
      { what: 'door, a further letter (median)', value: median(furthers), unit: 'ms', against: null },
    ];
  },
};
