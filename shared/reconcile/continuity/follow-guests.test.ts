/** What a plan follows of guests who booked again, before any code is decided about. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, NOW_MS, pin, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Booking } from '../../domain/booking.ts';
import type { BookingId } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryValue, Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { Settings } from '../../domain/settings.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { Secret } from '../../secret.ts';
import { observe } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { followGuests } from './continuity.ts';

type Guest = MemoryValue<'booked-again'>['guest'];
interface Parts extends InputParts {
  /** What is remembered of booking 13: who booked it, and the booking before. */
  readonly link?: readonly [Guest, number];
  readonly also?: Partial<Remembered>;
}

const DRAWN = { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) };
const OWN_DRAW = { pinDraws: new Map([[13, { attempt: 0, length: 4 }]]) };
const DRAWN_PIN = input().drawPin(bookingId(12), 0, 4);
const contact = { email: new Secret('anna@demo.invalid'), phone: null, guestId: null };
/** 12 is cancelled, and 13 the same guest's by a contact, or by the name alone. */
const by = (proof: 'contact' | 'name', changes: Parameters<typeof booking>[0] = {}, former: typeof changes = {}): readonly Booking[] =>
  [booking({ state: 'cancelled', ...former }), booking({ id: 13, ...changes })].map((one) =>
    proof === 'contact' ? { ...one, contact } : one,
  );
const own = (changes: Parameters<typeof code>[0] = {}) => code({ id: 901, description: 'Smoobu#13', ...changes });

function inputOf({ link, also = {}, memory, ...parts }: Parts) {
  const links = new Map(link === undefined ? [] : [['13', { guest: link[0], from: link[1] as BookingId }]]);
  return input({ ...parts, memory: { remembered: { ...nothingRemembered(), 'booked-again': links, ...also }, ...memory } });
}
function followed(parts: Parts) {
  const read = inputOf(parts);
  const clock = createLocalClock(read.settings, read.nowMs);
  const observation = observe(read);
  return followGuests(read, observation, sortBookings(read, observation, clock), clock);
}
const remembers = (parts: Parts) =>
  followed(parts).remember.flatMap(({ kind, key, value }) => (kind === 'booked-again' ? [[key, value]] : []));
const judged = (parts: Parts) => followed(parts).remember.flatMap(({ value }) => (value !== null && 'guest' in value ? [value.guest] : []));
const formerOf = (parts: Parts) => followed(parts).sorted.live.find(({ id }) => id === 13)?.former;
const replaced = (parts: Parts) => [...followed(parts).replaced];
const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`);

function units(...doors: readonly (readonly object[])[]): Settings {
  return settings({ units: doors.map((own, index) => ({ unitId: 101 + index, doors: own })) });
}

describe('a former booking is looked for', () => {
  it.each<readonly [string, Parts, boolean]>([
    ['for a stay to come', { bookings: by('contact'), codes: [code()] }, true],
    [
      'for no stay that is over',
      {
        bookings: by('contact', { departure: date('2026-11-23'), arrival: date('2026-11-20') }, { arrival: date('2026-11-20') }),
        codes: [code()],
        nowMs: NOW_MS + 3 * 3_600_000,
      },
      false,
    ],
    ['where its PIN was drawn', { bookings: by('contact'), memory: DRAWN }, true],
    ['nowhere without code, PIN or wish', { bookings: by('contact') }, false],
    [
      'in another unit for a booking that has nothing yet',
      { bookings: by('contact', { unitId: 102 }), codes: [code()], settings: units([DOOR], [SECOND_DOOR]) },
      true,
    ],
    [
      'in no other unit for one that has a code',
      { bookings: by('contact', { unitId: 102 }), codes: [code(), own({ ...SECOND_DOOR })], settings: units([DOOR], [SECOND_DOOR]) },
      false,
    ],
    [
      'in no other unit for one that has a PIN',
      {
        bookings: by('contact', { unitId: 102 }),
        codes: [code()],
        settings: units([DOOR], [SECOND_DOOR]),
        memory: OWN_DRAW,
      },
      false,
    ],
    ['for no booking that has one already', { bookings: by('contact'), codes: [code()], link: ['other', 11] }, false],
    ['once', { bookings: by('contact'), codes: [code()], link: ['same', 12] }, false],
  ])('%s', (_rule, parts, isFound) => {
    expect(remembers(parts)).toEqual(isFound ? [['13', { from: 12, guest: 'same' }]] : []);
  });

  it.each<readonly [string, Parts, readonly unknown[]]>([
    ['is gone', {}, [['13', null]]],
    ['is missing in an incomplete list', { complete: false }, []],
    ['was cancelled', { bookings: [booking({ id: 13, state: 'cancelled' })] }, []],
  ])('and forgotten again where the new booking %s: %j', (_rule, parts, expected) => {
    expect(remembers({ link: ['same', 12], ...parts })).toEqual(expected);
  });
});

describe('a former booking that is gone', () => {
  const gone = (ids: readonly number[] = [12]): Parts => ({
    bookings: [booking({ id: 13 })],
    codes: [code()],
    lookups: new Map(ids.map((id) => [id, { kind: 'missing' as const }])),
    memory: { missingSinceMs: new Map(ids.map((id) => [id, NOW_MS - 3_600_000])) },
  });
  it.each<readonly [string, Parts, boolean]>([
    ['is told by its code', {}, true],
    ['in any of several units', { settings: units([SECOND_DOOR], [DOOR]), bookings: [booking({ id: 13, unitId: 102 })] }, true],
    ['that has several doors', { settings: units([DOOR, SECOND_DOOR]) }, true],
    ['by all of its codes', { settings: units([DOOR, SECOND_DOOR]), codes: [code(), code({ id: 901, ...SECOND_DOOR })] }, true],
    ['not where one is on the door of no unit', { codes: [code(), code({ id: 901, ...FORMER_DOOR })] }, false],
    [
      'not on a gate of two units',
      { settings: units([DOOR, FORMER_DOOR], [SECOND_DOOR, FORMER_DOOR]), codes: [code({ ...FORMER_DOOR })] },
      false,
    ],
    ['not where the list is incomplete', { complete: false }, false],
    ['not where the list shows it', { bookings: [booking({ id: 13 }), booking()] }, false],
    ['not where it has no code', { codes: [] }, false],
    ['not without a start', { codes: [code({ startDate: null })] }, false],
    ['not without an end', { codes: [code({ endDate: null })] }, false],
    ['not with a start that cannot be read', { codes: [code({ startDate: 'unknown' })] }, false],
    ['not with an end that cannot be read', { codes: [code({ endDate: 'unknown' })] }, false],
  ])('%s', (_rule, parts, isFound) => {
    expect(remembers({ ...gone(), ...parts })).toEqual(isFound ? [['13', { from: 12, guest: 'asked' }]] : []);
  });
});

describe('whether a guest who booked again is the same', () => {
  const bothDrawn = { pinDraws: new Map([...DRAWN.pinDraws, ...OWN_DRAW.pinDraws]) };
  const note = { ...noStayWish(), note: 'Late train.' };
  const wished = { wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), note]]) }, memory: OWN_DRAW };
  const pinsOf = (...pins: readonly string[]) => pins.map((one, index) => code({ id: 910 + index, pin: pin(one) }));
  it.each<readonly [string, Parts, Guest]>([
    ['a contact says so', { bookings: by('contact'), codes: [code()] }, 'same'],
    ['a contact says so where the codes are removed already', { bookings: by('contact'), memory: DRAWN }, 'same'],
    ['a contact says so where only wishes are to be kept, whatever PIN the new one has', { ...wished, bookings: by('contact') }, 'same'],
    ['not known by the name alone where only wishes are to be kept', { ...wished, bookings: by('name') }, 'unknown'],
    ['not known where both have a PIN that was drawn', { bookings: by('contact'), memory: bothDrawn }, 'unknown'],
    ['not known where a PIN is not shown', { bookings: by('contact'), codes: [code(), code({ id: 901, pin: null })] }, 'unknown'],
    [
      'not known where a code has a schedule',
      { bookings: by('contact'), codes: [code(), code({ id: 901, hasSchedule: true })] },
      'unknown',
    ],
    ['not known where the new booking has a PIN', { bookings: by('contact'), codes: [code()], memory: OWN_DRAW }, 'unknown'],
    ['not known where it has a code with another PIN', { bookings: by('contact'), codes: [code(), own({ pin: pin('8305') })] }, 'unknown'],
    [
      'so where it has a code with one of the PINs',
      { bookings: by('contact'), codes: [...pinsOf('4711', '8305'), own({ pin: pin('8305') })] },
      'same',
    ],
    ['asked by the name alone', { bookings: by('name'), codes: [code()] }, 'asked'],
    ['not asked where there is no code to keep', { bookings: by('name'), memory: DRAWN }, 'unknown'],
    [
      'not asked where a code opens already',
      { bookings: by('name'), codes: [code(), code({ id: 901, startDate: date('2026-11-22') })] },
      'unknown',
    ],
    ['not asked where the start of a code cannot be read', { bookings: by('name'), codes: [code({ startDate: 'unknown' })] }, 'unknown'],
    [
      'not asked an hour before a code opens',
      { bookings: by('name', { arrival: date('2026-11-25') }), codes: [code()], nowMs: at('14:00') },
      'unknown',
    ],
    [
      'not asked an hour before the new stay begins',
      { bookings: by('name', { arrival: date('2026-11-24') }), codes: [code({ startDate: date('2026-11-25') })], nowMs: at('14:00') },
      'unknown',
    ],
    ['asked until then', { bookings: by('name'), codes: [code()], nowMs: at('13:59') }, 'asked'],
    [
      'asked by the clock at the lock',
      {
        bookings: by('name'),
        codes: [code()],
        nowMs: at('01:30'),
        settings: settings({ locks: [{ lockId: 11, timeZone: 'Pacific/Kiritimati' }] }),
      },
      'unknown',
    ],
  ])('%s', (_rule, parts, guest) => {
    expect(judged(parts)).toEqual([guest]);
  });
});

describe('the codes of a former booking', () => {
  const same: Parts = { bookings: by('contact'), link: ['same', 12] };
  it('are the new one’s only, before its own', () => {
    const { observation } = followed({ ...same, codes: [code(), own()] });
    expect([...observation.managed].map(([id, codes]) => [id, codes.map((one) => one.id)])).toEqual([[13, [900, 901]]]);
    expect(observation.ours).toEqual(observation.managed);
  });

  it('come to a booking without any', () => {
    expect(followed({ ...same, codes: [code()] }).observation.managed).toEqual(new Map([[13, [code()]]]));
  });

  it.each<readonly [string, Parts, boolean]>([
    ['before the stay begins', { codes: [code(), own({ pin: pin('8305') })], nowMs: at('14:59') }, true],
    ['not under a guest inside who uses another PIN', { codes: [code(), own({ pin: pin('8305') })], nowMs: at('15:00') }, false],
    ['under one inside who uses the same', { codes: [code(), code({ id: 902, pin: pin('8305') }), own()], nowMs: at('15:00') }, true],
    ['not where there is none', { memory: DRAWN }, false],
    ['where it is not listed any more', { codes: [code()], bookings: by('contact').slice(1) }, true],
  ])('pass %s', (_rule, parts, isReplaced) => {
    expect(replaced({ ...same, ...parts })).toEqual(isReplaced ? [12] : []);
  });

  it('stay where they are while the row of the former booking cannot be read', () => {
    const read = inputOf({ ...same, bookings: by('contact').slice(1), codes: [code()] });
    const unread = { ...read, bookings: { ...read.bookings, unreadable: [bookingId(12)] } };
    const clock = createLocalClock(read.settings, read.nowMs);
    const observation = observe(unread);
    expect([...followGuests(unread, observation, sortBookings(unread, observation, clock), clock).replaced]).toEqual([]);
  });
});

describe('what is known of a former booking', () => {
  const same: Parts = { bookings: by('contact'), link: ['same', 12] };
  it.each<readonly [string, Parts, readonly string[]]>([
    ['the PINs of its codes', { codes: [code(), code({ id: 901, pin: pin('8305') })] }, ['4711', '8305']],
    ['none that is not shown', { codes: [code(), code({ id: 901, pin: null })] }, ['4711']],
    ['one that was drawn', { memory: DRAWN }, [DRAWN_PIN]],
    [
      'with the zeros that a list leaves out',
      { codes: [code({ pin: pin('47'), pinMayLackZeros: true })], memory: DRAWN },
      ['0047', DRAWN_PIN],
    ],
    ['as it is shown where the length is not known', { codes: [code({ pin: pin('47'), pinMayLackZeros: true })] }, ['47']],
    ['nothing', {}, []],
  ])('%s', (_what, parts, pins) => {
    expect(formerOf({ ...same, ...parts })?.pins).toEqual(pins);
  });

  const blocked = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) };
  const days = (count: number) => at('15:00') + count * 86_400_000;
  it.each<readonly [string, Parts, boolean]>([
    ['a changed PIN', {}, true],
    ['none while the user is asked', { bookings: by('name'), link: ['asked', 12] }, false],
    ['none of a guest who is blocked', { wishes: blocked }, false],
    ['one until a day after the stay began', { nowMs: days(1) - 60_000 }, true],
    ['none later', { nowMs: days(1) }, false],
  ])('tells of %s', (_what, parts, isToTell) => {
    expect(formerOf({ ...same, codes: [code()], ...parts })?.isToTell).toBe(isToTell);
  });

  it('is nothing without one, and for other bookings', () => {
    const others = { bookings: [...by('contact'), booking({ id: 14, guestName: 'Ben', unitId: 101 })] };
    expect(followed({ ...same, ...others, codes: [code()] }).sorted.live.map(({ id, former }) => [id, former?.id ?? null])).toEqual([
      [13, 12],
      [14, null],
    ]);
  });
});

describe('a block goes on with its guest', () => {
  const wish = (changes: object) => ({ ...noStayWish(), ...changes });
  const BLOCKED = wish({ blockedSinceMs: 1 });
  it.each<readonly [string, object | null, Partial<Remembered>, boolean]>([
    ['until the user decides about the new booking', null, {}, true],
    ['not where the user let them in', wish({ letInSinceMs: 2 }), {}, false],
    [
      'not where the user answered so',
      null,
      { 'blocked-guest': new Map([['13', { claimId: bookingId(13), isLetIn: true, guest: [] }]]) },
      false,
    ],
    [
      'also where the user was only asked',
      null,
      { 'blocked-guest': new Map([['13', { claimId: bookingId(13), isLetIn: false, guest: [] }]]) },
      true,
    ],
    ['without a question where the user blocked the new booking too', BLOCKED, {}, false],
  ])('%s', (_rule, mine, also, isBlocked) => {
    const stays = new Map([[bookingId(12), BLOCKED], ...(mine === null ? [] : [[bookingId(13), mine as typeof BLOCKED] as const])]);
    const { stillBlocked } = followed({
      bookings: by('contact'),
      codes: [code()],
      link: ['same', 12],
      wishes: { ...NO_WISHES, stays },
      also,
    });
    expect([...stillBlocked]).toEqual(isBlocked ? [13] : []);
  });
});

it('a plan that only extends follows nobody', () => {
  const { sorted, replaced: passed, stillBlocked, remember } = followed({ bookings: by('contact'), codes: [code()], clockIsWrong: true });
  expect([sorted.live.map(({ former }) => former ?? null), passed.size, stillBlocked.size, remember]).toEqual([[null], 0, 0, []]);
});
