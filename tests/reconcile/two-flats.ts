/** Two flats behind a gate, and booking 12, which is inside. */
import { date, DOOR, EXACT, FORMER_DOOR, SECOND_DOOR, settings } from './fixtures.ts';

/** Booking 12 is inside since yesterday and leaves in two days. Unit 101 has door 11, unit 102 door 12; both have the gate, 13. Bookings say to the minute who comes and goes. */
export const GATE = FORMER_DOOR;
export const INSIDE = { arrival: date('2026-11-22'), departure: date('2026-11-25') };
export const WINDOW = { startDate: date('2026-11-22'), endDate: date('2026-11-25') };
export const UNITS = settings({
  units: [
    { unitId: 101, name: 'Flat 1', doors: [DOOR, GATE] },
    { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR, GATE] },
  ],
  times: EXACT,
});
