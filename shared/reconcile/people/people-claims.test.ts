/** What people's wishes make of codes: names, doors, and by which clock they are over. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  person,
  personCode,
  SECOND_DOOR,
  settings,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { observe } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { peopleOf } from './people.ts';

function claimsOf(parts: InputParts, unreadable: readonly number[] = []) {
  const plain = input(parts);
  const read = { ...plain, bookings: { ...plain.bookings, unreadable: unreadable.map(bookingId) } };
  const clock = createLocalClock(read.settings, read.nowMs);
  const observation = observe(read);
  return peopleOf(read, observation, sortBookings(read, observation, clock), clock).claims;
}
const FAR_EAST = 'Pacific/Kiritimati';
const ONCE = { kind: 'once', from: '2026-11-23T09:00', until: '2026-11-23T12:00' };

describe('the names of people', () => {
  it('tell them apart, but not spare codes, which have one name', () => {
    const twins = [person(), person({ id: 'b7c2wx' })];
    const spares = [person({ id: 'c7c2wx', name: 'Spare', isSpare: true }), person({ id: 'd7c2wx', name: 'Spare', isSpare: true })];
    expect(claimsOf({ wishes: wishing(...twins, ...spares) }).map(({ name }) => name)).toEqual([
      'Plumber 20 Nov k3m9qa',
      'Plumber 20 Nov b7c2wx',
      'Spare',
      'Spare',
    ]);
  });
});

describe('the doors of people', () => {
  it('are those of the units, with what the user said of them; one that no unit has any more has nothing', () => {
    const unit = { unit: { doors: [{ ...DOOR, prefix: '7' }] } };
    const [claim] = claimsOf({ settings: settings(unit), wishes: wishing(person({ doors: [DOOR, FORMER_DOOR] })) });
    expect(claim?.doors).toEqual([
      { ...DOOR, prefix: '7' },
      { ...FORMER_DOOR, prefix: '' },
    ]);
  });
});

describe('the time of people', () => {
  it.each([
    ['to come', ONCE, settings(), true],
    ['over at its end', { ...ONCE, until: '2026-11-23T10:00' }, settings(), false],
    ['over by the clock at the lock', ONCE, settings({ locks: [{ lockId: 11, timeZone: FAR_EAST }] }), false],
    ['over by that in the unit', ONCE, settings({ unit: { timeZone: FAR_EAST } }), false],
    [
      'over by that in one of several units',
      ONCE,
      settings({
        units: [
          { unitId: 102, doors: [SECOND_DOOR] },
          { unitId: 101, doors: [FORMER_DOOR, DOOR], timeZone: FAR_EAST },
        ],
      }),
      false,
    ],
    [
      'to come where only another unit is ahead',
      ONCE,
      settings({
        units: [
          { unitId: 102, doors: [SECOND_DOOR], timeZone: FAR_EAST },
          { unitId: 101, doors: [DOOR] },
        ],
      }),
      true,
    ],
  ])('is %s', (_rule, schedule, places, isDue) => {
    expect(claimsOf({ settings: places, wishes: wishing(person({ schedule })) }).map((claim) => claim.isDue)).toEqual([isDue]);
  });

  it('is that of the unit between whose stays somebody comes, whatever doors they have', () => {
    const units = [
      { unitId: 102, doors: [SECOND_DOOR] },
      { unitId: 101, doors: [DOOR], timeZone: FAR_EAST },
    ];
    const cleaner = person({ doors: [SECOND_DOOR], schedule: { kind: 'between-stays', unitId: 101 } });
    expect(claimsOf({ settings: settings({ units }), wishes: wishing(cleaner) }).map(({ unit }) => unit?.unitId)).toEqual([101]);
  });

  it('always, moves on a year before it ends, and not on that day', () => {
    const ends = (createdOn: string) => claimsOf({ wishes: wishing(person({ schedule: { kind: 'always' }, createdOn })) })[0]?.window.end;
    expect([ends('2017-11-23'), ends('2017-11-22')]).toEqual(['2027-11-23T00:00', '2037-11-21T00:00']);
  });
});

describe('a code between stays grows', () => {
  const cleaner = wishing(person({ schedule: { kind: 'between-stays', unitId: 101 } }));
  const twoDoors = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
  it.each<readonly [string, InputParts, readonly number[], boolean]>([
    ['where everything was read', {}, [], true],
    ['not while bookings are incomplete', { complete: false }, [], false],
    ['not while a row cannot be read', {}, [77], false],
    ['where its booking was read on its own', { bookings: [booking({ id: 77 })] }, [77], true],
    ['not while one of two rows cannot be read', { bookings: [booking({ id: 77 })] }, [77, 78], false],
    ['not while one of its doors was not read', { settings: twoDoors, failed: [12] }, [], false],
    ['not while the clock is wrong', { clockIsWrong: true }, [], false],
  ])('%s', (_rule, parts, unreadable, mayGrow) => {
    expect(claimsOf({ wishes: cleaner, ...parts }, unreadable).map(({ gap }) => gap?.mayGrow)).toEqual([mayGrow]);
  });

  const leaves = (departure: string) => booking({ arrival: date('2026-11-20'), departure: date(departure) });
  it.each<readonly [string, InputParts, string]>([
    ['into the next gap', { bookings: [leaves('2026-11-25')] }, '2026-11-25T12:00'],
    [
      'up to the last day that is read',
      { bookings: [leaves('2026-11-26')], settings: settings({ codes: { horizonDays: 3 } }) },
      '2026-11-26T12:00',
    ],
    ['not beyond it', { bookings: [leaves('2026-11-27')], settings: settings({ codes: { horizonDays: 3 } }) }, '2026-11-20T00:00'],
    ['not into one that is over', { bookings: [leaves('2026-11-22')], nowMs: Date.parse('2026-11-23T00:00:00+01:00') }, '2026-11-20T00:00'],
    [
      'into one that is not yet over',
      { bookings: [leaves('2026-11-22')], nowMs: Date.parse('2026-11-22T23:59:00+01:00') },
      '2026-11-22T12:00',
    ],
  ])('%s', (_rule, parts, start) => {
    expect(claimsOf({ wishes: cleaner, ...parts }).map(({ window }) => window.start)).toEqual([start]);
  });

  it('by the clock at the lock', () => {
    // The clock goes back in New York on the first of November, when it has long done so in Paris.
    const there = settings({ locks: [{ lockId: 11, timeZone: 'America/New_York' }] });
    const stay = booking({ arrival: date('2026-10-28'), departure: date('2026-10-31') });
    const late = { ...there, times: { ...there.times, checkOut: '20:00' } } as typeof there;
    const [claim] = claimsOf({ settings: late, bookings: [stay], wishes: cleaner, nowMs: Date.parse('2026-10-31T12:00:00Z') });
    expect(claim?.window).toEqual({ start: '2026-10-31T20:00', end: '2026-11-01T07:00' });
  });

  it('is what its codes have in common while it must not', () => {
    const [wide, narrow] = [
      { startTime: wall('12:00'), endDate: date('2026-11-24'), endTime: wall('00:00') },
      { startTime: wall('13:00'), endTime: wall('23:00') },
    ];
    for (const [first, second] of [
      [wide, narrow],
      [narrow, wide],
    ]) {
      const codes = [personCode(first), personCode({ ...second, id: 951 })];
      const [claim] = claimsOf({ wishes: cleaner, complete: false, codes });
      expect(claim?.window).toEqual({ start: '2026-11-23T13:00', end: '2026-11-23T23:00' });
    }
  });

  it('is nothing without codes while it must not', () => {
    expect(claimsOf({ wishes: cleaner, complete: false, codes: [code()] }).map(({ window }) => window.start)).toEqual(['2026-11-20T00:00']);
  });
});
