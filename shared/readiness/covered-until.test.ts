/** Until when the doors stay right without a sync: one rule each, and any small world against the second implementation of the rules. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worlds } from '../../tests/reconcile/arbitraries.ts';
import { assure, timeLimitMs } from '../../tests/reconcile/assure.ts';
import { booking, code, date, DOOR, input, person, personCode, settings, wall, wishing } from '../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../tests/reconcile/fixtures.ts';
import { managedFor } from '../../tests/reconcile/managed-codes.ts';
import { isListed, known, liveStays, wallNow, windowOfCode, zoneAt } from '../../tests/reconcile/oracle.ts';
import { applyPlan } from '../../tests/reconcile/simulate.ts';
import { inputOf, remember } from '../../tests/reconcile/world.ts';
import type { TrueCode, World } from '../../tests/reconcile/world.ts';
import { bookingId, codeId } from '../../tests/support/ids.ts';
import { nothingRemembered, withChanges } from '../domain/memory.ts';
import type { MemoryChange } from '../domain/memory.ts';
import type { PlanInput } from '../domain/plan.ts';
import type { Telling } from '../domain/told.ts';
import { noStayWish } from '../domain/wishes.ts';
import { isSamePlace } from '../reconcile/observe.ts';
import { plan } from '../reconcile/plan.ts';
import { HOUR_MS, localNow, MINUTE_MS } from '../time.ts';
import { coveredUntil, messagesBefore } from './covered-until.ts';

const PARIS = 'Europe/Paris';
/** Of what is on the locks, as if the run could write nothing. */
function ends(parts: InputParts, changes: readonly MemoryChange[] = []): readonly [string, string] | null {
  const read = input({ ...parts, memory: { ...parts.memory, remembered: withChanges(nothingRemembered(), changes) } });
  const found = coveredUntil(read, plan(read));
  return found === null ? null : [localNow(PARIS, found.untilMs), found.ends];
}
/** Arrivals up to 21 February are in the horizon of 90 days, and those of the day after were read as well. */
const UNREAD = ['2027-02-23T00:00', 'unread-days'] as const;
const NOW = '2026-11-23T10:00';
/** It is ten: today, with a code of its own. */
const staying = { id: 12, arrival: date('2026-11-20'), departure: date('2026-11-27') } as const;

describe('covered until', () => {
  it.each<readonly [string, InputParts, readonly [string, string]]>([
    ['nobody is booked', {}, UNREAD],
    ['every guest has a code', { bookings: [booking()], codes: [code()] }, UNREAD],
    ['a guest has none', { bookings: [booking()] }, ['2026-11-24T15:00', 'arrival']],
    ['a guest who is staying has none', { bookings: [booking(staying)] }, [NOW, 'arrival']],
    [
      'the code ends before the stay',
      { bookings: [booking()], codes: [code({ endDate: date('2026-11-26') })] },
      ['2026-11-26T12:00', 'arrival'],
    ],
    ['the code begins too late', { bookings: [booking()], codes: [code({ startTime: wall('16:00') })] }, ['2026-11-24T15:00', 'arrival']],
    ['the code has a weekly schedule', { bookings: [booking()], codes: [code({ hasSchedule: true })] }, ['2026-11-24T15:00', 'arrival']],
    [
      'the times of a code cannot be read',
      { bookings: [booking()], codes: [code({ endDate: 'unknown' })] },
      ['2026-11-24T15:00', 'arrival'],
    ],
    [
      'a booking contradicts itself',
      { bookings: [booking(), booking({ departure: date('2026-11-29') })] },
      ['2026-11-24T00:00', 'arrival'],
    ],
    [
      'a guest arrives after the horizon',
      { bookings: [booking({ arrival: date('2027-02-22'), departure: date('2027-02-25') })] },
      ['2027-02-22T15:00', 'arrival'],
    ],
    ['a code has no end', { bookings: [booking()], codes: [code({ endDate: null, endTime: null })] }, ['2026-11-27T12:00', 'open-code']],
    ['a code ends after the stay', { bookings: [booking()], codes: [code({ endTime: wall('14:00') })] }, ['2026-11-27T12:00', 'open-code']],
    [
      'the booking was cancelled, and the removal waits',
      { bookings: [booking({ ...staying, state: 'cancelled' })], codes: [code({ startDate: date('2026-11-20') })] },
      [NOW, 'open-code'],
    ],
    [
      'the booking was cancelled, and the code begins later',
      { bookings: [booking({ state: 'cancelled' })], codes: [code()] },
      ['2026-11-24T15:00', 'open-code'],
    ],
    [
      'the booking was cancelled, and the code is off',
      { bookings: [booking({ state: 'cancelled' })], codes: [code({ active: false })] },
      UNREAD,
    ],
    [
      'a code has ended',
      {
        bookings: [booking({ ...staying, departure: date('2026-11-22') })],
        codes: [code({ startDate: date('2026-11-20'), endDate: date('2026-11-22') })],
      },
      UNREAD,
    ],
    ['the booking was not found, and nothing says that it is gone', { codes: [code()] }, UNREAD],
    [
      'a blocked guest has a code that works',
      {
        bookings: [booking()],
        codes: [code()],
        wishes: { ...wishing(), stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) },
      },
      ['2026-11-24T15:00', 'open-code'],
    ],
    [
      'the unit opens otherwise this time',
      { bookings: [booking()], wishes: { ...wishing(), stays: new Map([[bookingId(12), { ...noStayWish(), noCode: true }]]) } },
      UNREAD,
    ],
    ['a code by hand is left alone', { codes: [code({ description: '', endDate: null })] }, UNREAD],
    ['a person has no code', { wishes: wishing(person()) }, [NOW, 'person']],
    ['a person has a code', { wishes: wishing(person()), codes: [personCode()] }, UNREAD],
    [
      'a person was removed, and the code could not go',
      { wishes: wishing(person({ removedAtMs: 1, schedule: { kind: 'always' } })), codes: [personCode({ endDate: null })] },
      [NOW, 'open-code'],
    ],
    ['a person is not known here', { codes: [personCode({ endDate: null })] }, UNREAD],
  ])('where %s', (_where, parts, expected) => expect(ends(parts)).toEqual(expected));

  it('is not known where no unit has a door', () => expect(ends({ settings: settings({ unit: { doors: [] } }) })).toBeNull());

  it('ends with the check-out after the gap in which a person comes between stays', () => {
    const cleaner = person({ schedule: { kind: 'between-stays', unitId: 101 } });
    const next = booking({ id: 13, arrival: date('2026-11-27'), departure: date('2026-11-29') });
    const codes = [
      code(),
      code({ id: 901, description: 'Smoobu#13', startDate: date('2026-11-27'), endDate: date('2026-11-29') }),
      personCode({ startDate: date('2026-11-27'), startTime: wall('12:00'), endDate: date('2026-11-27'), endTime: wall('15:00') }),
    ];
    const read = { bookings: [booking(), next], wishes: wishing(cleaner) };
    expect(ends({ ...read, codes })).toEqual(['2026-11-29T12:00', 'person']);
    expect(ends({ ...read, codes: codes.slice(0, 2) })).toEqual(['2026-11-27T12:00', 'person']);
  });

  it('counts a code that somebody switched off as none, until the user has answered that it stays off', () => {
    const asked = (isKept: boolean) =>
      [{ kind: 'switched-off', key: '12', value: { claimId: bookingId(12), ...DOOR, codeId: codeId(900), isKept } }] as const;
    const parts = { bookings: [booking()], codes: [code({ active: false })] };
    expect(ends(parts, asked(false))).toEqual(['2026-11-24T15:00', 'arrival']);
    expect(ends(parts, asked(true))).toEqual(UNREAD);
  });

  it('counts what was verified on a door that cannot be read now', () => {
    const sent = { claimId: bookingId(12), ...DOOR, isActive: true, pin: null, wasOn: true, differs: false };
    const window = { start: '2026-11-24T15:00', end: '2026-11-27T12:00' };
    const kept = (changes: object) =>
      [{ kind: 'read-back', key: '900', value: { ...sent, window, isVerified: true, ...changes } }] as unknown as readonly MemoryChange[];
    const parts = { bookings: [booking()], failed: [DOOR.lockId] };
    expect(ends(parts)).toEqual(['2026-11-24T15:00', 'arrival']);
    expect(ends(parts, kept({}))).toEqual(UNREAD);
    expect(ends(parts, kept({ isVerified: false }))).toEqual(['2026-11-24T15:00', 'arrival']);
    expect(ends(parts, kept({ window: { ...window, end: '2026-12-24T12:00' } }))).toEqual(['2026-11-27T12:00', 'open-code']);
  });

  it('takes the times that somebody gave a code at The Keys as the user answered', () => {
    const hand = { claimId: bookingId(12), ...DOOR, codeId: codeId(900), isPinChanged: false, result: 'longer' };
    const before = { start: '2026-11-24T15:00', end: '2026-11-27T12:00' };
    const changed = (now: object, isKept: boolean) =>
      [{ kind: 'by-hand', key: '900', value: { ...hand, before, window: before, now, isKept } }] as unknown as readonly MemoryChange[];
    const longer = { ...before, end: '2026-11-27T16:00' };
    const shorter = { ...before, end: '2026-11-26T12:00' };
    const codes = (now: { end: string }) => [code({ endDate: date(now.end.slice(0, 10)), endTime: wall(now.end.slice(11)) })];
    const bookings = [booking()];
    expect(ends({ bookings, codes: codes(longer) }, changed(longer, false))).toEqual(UNREAD);
    expect(ends({ bookings, codes: codes(shorter) }, changed(shorter, false))).toEqual([shorter.end, 'arrival']);
    expect(ends({ bookings, codes: codes(shorter) }, changed(shorter, true))).toEqual(UNREAD);
  });
});

it('counts the messages that are due before, and those that wait already', () => {
  const line = (state: Telling['state'], atMs: number | null, way: Telling['way'] = 'message'): Telling => ({
    bookingId: bookingId(12),
    way,
    kind: 'code',
    state,
    atMs,
    reason: null,
  });
  const lines = [
    line('scheduled', 5),
    line('scheduled', 10),
    line('due', 1),
    line('waiting', null),
    line('waiting', 99),
    line('sent', 1),
    line('off', null),
  ];
  expect(messagesBefore([...lines, line('scheduled', 5, 'placeholder')], 10)).toBe(4);
});

const CASES = 250;

/** After two syncs, of which the second corrects what the first could not see. */
function synced(world: World): World {
  const sync = (before: World): World => {
    const planned = plan(inputOf(before));
    return { ...before, codes: applyPlan(before.codes, planned), knowledge: remember(before.knowledge, planned) };
  };
  return sync(sync(world));
}

describe('in any small world', () => {
  it(
    'every guest gets in until then, and nobody whose time is over',
    () => {
      assure(
        CASES,
        fc.property(
          worlds({ plain: true }),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
          (before, parts) => {
            const world = synced(before);
            const read = inputOf(world);
            const { untilMs = 0 } = coveredUntil(read, plan(read)) ?? {};
            for (const part of parts) {
              const atMs = world.nowMs + part * (untilMs - MINUTE_MS - world.nowMs);
              if (untilMs - MINUTE_MS <= world.nowMs) continue;
              expect(shutOut(world, atMs)).toEqual([]);
              expect(stillOpen(world, read, atMs)).toEqual([]);
            }
          },
        ),
      );
    },
    timeLimitMs(CASES),
  );

  it(
    'is the moment at which a guest stands before a door, and never after the days that were read',
    () => {
      assure(
        CASES,
        fc.property(worlds({ clean: true, plain: true }), (before) => {
          const world = synced(before);
          const found = coveredUntil(inputOf(world), plan(inputOf(world)));
          if (found === null) return;
          expect(found.untilMs).toBeLessThan(world.nowMs + (world.settings.codes.horizonDays + 4) * 24 * HOUR_MS);
          if (found.ends === 'arrival') expect(withoutCode(world, found.untilMs)).not.toEqual([]);
        }),
      );
    },
    timeLimitMs(CASES),
  );
});

/** Bookings that may be a guest's, with a door that none of their codes opens at that moment. */
function withoutCode(world: World, atMs: number): readonly number[] {
  const read = [...world.bookings, ...[...world.lookups.values()].flatMap((lookup) => (lookup.kind === 'found' ? [lookup.booking] : []))];
  return read.flatMap(({ id, state, unitId }) => {
    const unit = world.settings.mapping.units.find((one) => one.unitId === unitId);
    const isShut = unit?.doors.some((door) => {
      const local = wallNow(zoneAt(world, door, unit), atMs);
      return !world.codes.some((one) => managedFor(world, one) === id && isSamePlace(one, door) && opensAt(one, local));
    });
    return isShut === true && (state === 'live' || state === 'unknown') ? [id] : [];
  });
}

function opensAt(code: TrueCode, local: string): boolean {
  const { start, end } = windowOfCode(code);
  return code.active && !code.hasSchedule && start <= local && local < end;
}

/** Guests with a stay at that moment and a door that was read, which none of their codes opens. */
function shutOut(world: World, atMs: number): readonly number[] {
  const { stays } = plan(inputOf(world));
  return liveStays(world).flatMap(({ booking: { id }, unit, start, end }) => {
    const planned = stays.find((stay) => stay.booking.id === id);
    const doors = unit.doors.filter((door) => {
      const local = wallNow(zoneAt(world, door, unit), atMs);
      const isWanted = planned?.doors.some((one) => isSamePlace(one, door) && one.isOff !== true) === true;
      if (!isWanted || local < start || local >= end) return false;
      return !world.codes.some((one) => managedFor(world, one) === id && isSamePlace(one, door) && opensAt(one, local));
    });
    return doors.length > 0 ? [id] : [];
  });
}

/** Codes that open at that moment although their booking is cancelled, or over by then. */
function stillOpen(world: World, read: PlanInput, atMs: number): readonly number[] {
  const stays = new Map(liveStays(world).map((stay) => [stay.booking.id, stay]));
  return world.codes.flatMap((one) => {
    const id = managedFor(world, one);
    if (id === null || read.lists.get(one.lockId) === null) return [];
    const booked = known(world, id);
    const stay = stays.get(id);
    const isOver =
      booked?.state === 'cancelled' ||
      (stay !== undefined && wallNow(zoneAt(world, one, stay.unit), atMs) >= stay.end && isListed(world, id));
    return isOver && opensAt(one, wallNow(zoneAt(world, one, stay?.unit ?? null), atMs)) ? [one.id] : [];
  });
}
