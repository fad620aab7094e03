/** Lists that scheduled syncs ask for in a day, against syncs that read every lock. */
import { quietDay, SYNCS } from '../engine/quiet-day.ts';
import type { Part } from './measure.ts';

export const quietDayPart: Part = {
  name: 'quiet',
  about: `lists asked for in a day of ${String(SYNCS)} syncs, with bookings, cancellations and changes by hand`,
  async measure() {
    const scheduled = await quietDay('schedule');
    const everything = await quietDay('manual');
    const against = { name: 'reading every lock', value: everything.asked };
    return [{ what: 'lists asked for in a day', value: scheduled.asked, unit: 'lists', against }];
  },
};
