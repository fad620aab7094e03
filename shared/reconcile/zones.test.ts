import { expect, it } from 'vitest';
import { DOOR, NOW_MS, SECOND_DOOR, settings } from '../../tests/reconcile/fixtures.ts';
import { createLocalClock } from './zones.ts';

it('a door has the time of its lock, else of its unit, else that of the settings', () => {
  const made = settings({ unit: { timeZone: 'Asia/Tokyo' }, locks: [{ lockId: 11, timeZone: 'America/New_York' }, { lockId: 12 }] });
  const clock = createLocalClock(made, NOW_MS);
  const unit = made.mapping.units[0] ?? null;
  const elsewhere = { ...SECOND_DOOR, lockId: 99 as never };
  const zones = [clock.zoneAt(DOOR, unit), clock.zoneAt(SECOND_DOOR, unit), clock.zoneAt(elsewhere, unit), clock.zoneAt(null, unit)];
  expect(zones).toEqual(['America/New_York', 'Asia/Tokyo', 'Asia/Tokyo', 'Asia/Tokyo']);
  expect([clock.zoneAt(null, null), clock.zoneAt(DOOR, null)]).toEqual([made.times.timeZone, 'America/New_York']);
  for (let time = 0; time < 2; time += 1)
    expect([clock.nowAt(DOOR, unit), clock.nowAt(null, unit), clock.nowAt(null, null)]).toEqual([
      '2026-11-23T04:00',
      '2026-11-23T18:00',
      '2026-11-23T10:00',
    ]);
});
