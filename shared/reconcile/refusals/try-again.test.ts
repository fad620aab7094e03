/** What is sent after a refusal, asked directly: for which stays, with which PINs, and in which form. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  pin,
  SECOND_DOOR,
  settings,
  wall,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time.ts';
import { observe } from '../observe.ts';
import { wantedFields } from '../stay/stay-operations.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { NOTHING_REFUSED, refusalKey } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { isPinOpen, triesOf } from './try-again.ts';

const DRAW = { attempt: 0, length: 4 };
const KNOWN = new Map([[12, DRAW]]);

interface Given extends InputParts {
  readonly stay?: object;
  /** Times of the unit. */
  readonly unit?: Record<string, unknown>;
  readonly refusal?: Partial<Refusal>;
  readonly refusedAt?: typeof DOOR;
  readonly learned?: { readonly note: number; readonly name: number; readonly start: number };
  readonly openedAgoMs?: number;
  readonly draws?: typeof KNOWN;
  /** A code that is not for a booking. */
  readonly isOther?: boolean;
}
/** Of one stay whose PIN was drawn before. */
function ask({ stay = {}, unit = {}, refusal, refusedAt = DOOR, learned, openedAgoMs, draws = KNOWN, isOther = false, ...parts }: Given) {
  const tried = (remembered: Partial<Remembered>) => {
    const memory = { pinDraws: draws, remembered: { ...nothingRemembered(), ...remembered } };
    const read = input({ bookings: [booking(stay)], settings: settings({ unit }), ...parts, memory });
    const [observation, clock] = [observe(read), createLocalClock(read.settings, read.nowMs)];
    const [found] = sortBookings(read, observation, clock).live;
    if (found === undefined) throw new TypeError('No such stay.');
    const claim = isOther ? { ...found, booking: null } : found;
    return { claim, tries: triesOf(claim, read, clock) };
  };
  const first = tried({});
  const { print } = first.tries.send(wantedFields(first.claim, null), DOOR).next;
  return tried({
    refusal: new Map(
      refusal === undefined ? [] : [[refusalKey(bookingId(12), refusedAt), { ...NOTHING_REFUSED, draws: [], print, ...refusal }]],
    ),
    'lock-forms': new Map(learned === undefined ? [] : [[String(DOOR.lockId), learned]]),
    'open-pin': new Map(openedAgoMs === undefined ? [] : [['12', { sinceMs: NOW_MS - openedAgoMs }]]),
  });
}
/** What the user wishes for the PIN; a digest is the PIN itself. */
const wished = (wish: object, typed?: string): Given => ({
  wishes: {
    ...NO_WISHES,
    stays: new Map([[bookingId(12), { ...noStayWish(), pin: wish as never }]]),
    typedPins: new Map(typed === undefined ? [] : [[bookingId(12), pin(typed)]]),
    digestOf: (one) => one,
  },
});
const today = (checkIn: string) => ({ stay: { arrival: date('2026-11-23') }, unit: { checkIn: wall(checkIn) } });

describe('whether the PIN of a stay may still change', () => {
  it.each([
    ['not before a door was refused', undefined, false],
    ['from that moment', 0, true],
    ['for less than a day', DAY_MS - 1, true],
    ['not after a day, since the guest may have been told', DAY_MS, false],
    ['not when the clock was ahead', -1, false],
  ])('%s', (_when, agoMs, expected) =>
    expect(isPinOpen(agoMs === undefined ? undefined : { sinceMs: NOW_MS - agoMs }, NOW_MS)).toBe(expected),
  );
  it.each<[string, Given, boolean]>([
    ['yes, with neither a draw nor a code', { draws: new Map() }, true],
    ['not with a code', { draws: new Map(), codes: [code()] }, false],
    ['not with a draw, since the code may have been deleted by hand', {}, false],
    ['yes, while a door refuses it', { codes: [code()], openedAgoMs: MINUTE_MS }, true],
    ['not once the stay has begun', { openedAgoMs: MINUTE_MS, ...today('10:00') }, false],
    ['yes, of somebody who is told once there are codes', { openedAgoMs: MINUTE_MS, ...today('10:00'), isOther: true }, true],
    ['yes, a minute before the stay', { openedAgoMs: MINUTE_MS, ...today('10:01') }, true],
    [
      'by the clock of the door',
      {
        openedAgoMs: MINUTE_MS,
        ...today('09:00'),
        settings: settings({ unit: { checkIn: wall('09:00') }, locks: [{ lockId: 11, timeZone: 'America/New_York' }] }),
      },
      true,
    ],
  ])('%s', (_when, given, expected) => expect(ask(given).tries.isOpen).toBe(expected));

  const [first, second] = [code({ pin: pin('4711') }), code({ id: 901, pin: pin('5822') })];
  const retiring = (...digests: readonly string[]) => wished({ typed: null, retired: digests.map((digest) => ({ digest })) });
  it.each<[string, Given, boolean]>([
    ['yes, where the user retired it', { codes: [first], ...retiring('4711') }, true],
    ['yes, where that is so of one of two codes', { codes: [first, second], ...retiring('5822') }, true],
    [
      'yes, where it may be the retired one with zeros',
      { codes: [code({ pin: pin('471'), pinMayLackZeros: true })], ...retiring('0471') },
      true,
    ],
    ['yes, where it is drawn again', { codes: [first], ...retiring('9153'), drawPin: () => pin('9153') }, true],
    ['not where another was retired', { codes: [first], ...retiring('5822') }, false],
    ['yes, where the user typed another', { codes: [first], ...wished({ typed: 'sealed', retired: [] }, '8261') }, true],
    [
      'not where the user typed the one it has',
      { codes: [first], draws: new Map(), ...wished({ typed: 'sealed', retired: [] }, '4711') },
      false,
    ],
  ])('%s, of a stay with a draw', (_when, given, expected) => expect(ask(given).tries.isOpen).toBe(expected));
});

describe('a PIN for all doors of a stay', () => {
  const doors = (...digits: readonly (string | undefined)[]) =>
    settings({
      unit: { doors: digits.map((these, index) => ({ ...(index === 0 ? DOOR : SECOND_DOOR), ...(these && { digits: these }) })) },
    });
  const refusal = { draws: [DRAW] };
  const isUsable = (text: string, given: Given) => ask({ drawPin: () => pin('4711'), ...given }).tries.isUsable(pin(text));
  it.each<[string, string, Given, boolean]>([
    ['may be any', '4711', {}, true],
    ['has only digits that a keypad has', '4711', { settings: doors('1234') }, false],
    ['may have all of its digits', '4321', { settings: doors('1234') }, true],
    ['has only digits that every keypad has', '4711', { settings: doors('1234', undefined) }, false],
    ['is not one that a door refused', '4711', { refusal, openedAgoMs: 0 }, false],
    ['nor one that another door refused', '4711', { refusal, refusedAt: SECOND_DOOR, settings: doors('', ''), openedAgoMs: 0 }, false],
    ['may be another than that', '4712', { refusal, openedAgoMs: 0 }, true],
    ['stays as it was once the guest may know it', '4711', { refusal }, true],
  ])('%s', (_which, text, given, expected) => expect(isUsable(text, given)).toBe(expected));
});

describe('a write that was refused again and again', () => {
  const waiting = { tries: 3, nextMs: NOW_MS + HOUR_MS, said: 'non' };
  const told = (given: Given, place = DOOR) => ask({ refusal: waiting, ...given }).tries.waits(place);
  it('waits, and the user is told until when', () =>
    expect(told({})).toMatchObject({ kind: 'write-refused', said: 'non', text: { parameters: { until: '2026-11-23T11:00' } } }));
  it('waits for the user where the guest may know the PIN', () =>
    expect(told({ refusal: { ...waiting, isKeptPin: true } })).toMatchObject({ kind: 'pin-refused', said: 'non' }));
  it.each<[string, Given]>([
    ['a day before the stay', { unit: { checkIn: wall('10:00') } }],
    ['when its time has come', { refusal: { ...waiting, nextMs: NOW_MS } }],
    ['when other dates are wanted', { refusal: { ...waiting, print: 1 } }],
    ['when nothing was refused', { refusal: undefined as never }],
  ])('is sent %s', (_when, given) => expect(told(given)).toBeNull());
  it('waits up to a day before the stay, and only at that door', () => {
    expect(told({ unit: { checkIn: wall('10:01') } })).not.toBeNull();
    expect(told({}, FORMER_DOOR)).toBeNull();
  });
});

describe('the form of a write', () => {
  const sent = (given: Given, description = 'Smoobu#12') => {
    const { claim, tries } = ask(given);
    const { fields, next, isNoteCut = false } = tries.send({ ...wantedFields(claim, null), description }, DOOR);
    const { print: _print, ...left } = next;
    return { name: fields.name, start: `${fields.startDate}T${fields.startTime}`, description: fields.description, isNoteCut, next: left };
  };
  const form = (note: number, name: number, start: number) => ({ note, name, start });
  const plain = { name: 'Anna Müller', start: '2026-11-24T15:00', description: 'Smoobu#12', isNoteCut: false };

  it('is at first what is wanted; then a plainer name is left to try', () =>
    expect(sent({})).toEqual({ ...plain, next: { pin: false, note: null, name: 3, start: null } }));
  it('may have another PIN next, while that may still change', () => expect(sent({ openedAgoMs: 0 }).next.pin).toBe(true));
  it('is as wanted after everything was tried, and nothing is left to try', () =>
    expect(sent({ refusal: { tries: 1 }, openedAgoMs: 0 })).toEqual({
      ...plain,
      next: { pin: false, note: null, name: null, start: null },
    }));
  it.each<[string, Given]>([
    ['the one that is due next', { refusal: form(0, 3, 0) }],
    ['the one that the lock accepted before', { learned: form(0, 3, 0) }],
    ['the plainer of both', { refusal: form(0, 1, 0), learned: form(0, 3, 0) }],
    ['whichever that is', { refusal: form(0, 3, 0), learned: form(0, 1, 0) }],
  ])('of a name is %s', (_which, given) => expect(sent(given)).toMatchObject({ name: 'Anna Muller', next: { name: 5 } }));

  const note = `Smoobu#12 ${'late '.repeat(70)}`;
  it.each<[string, Given, number, boolean]>([
    ['whole', {}, 360, false],
    ['cut', { refusal: form(1, 0, 0) }, 255, true],
    ['cut as the lock accepted it', { learned: form(2, 0, 0) }, 120, true],
    ['cut as far as one of both is', { refusal: form(1, 0, 0), learned: form(2, 0, 0) }, 120, true],
    ['whichever that is', { refusal: form(2, 0, 0), learned: form(1, 0, 0) }, 120, true],
  ])('of a note is %s', (_which, given, atMost, isNoteCut) => {
    const { description, ...others } = sent(given, note);
    expect(others.isNoteCut).toBe(isNoteCut);
    expect(description.startsWith('Smoobu#12 late')).toBe(true);
    expect(description.length).toBeLessThanOrEqual(atMost);
    expect(description.length).toBeGreaterThan(atMost - 10);
  });

  const here = { arrival: date('2026-11-22') };
  it.each<[string, Given, string, number | null]>([
    ['as wanted before the stay, whatever the lock accepted', { learned: form(0, 0, 2), ...today('10:01') }, '2026-11-23T10:01', null],
    ['as wanted at first', { stay: here }, '2026-11-22T15:00', 1],
    ['as wanted from the first minute', { ...today('10:00') }, '2026-11-23T10:00', 1],
    ['now', { stay: here, refusal: form(0, 0, 1) }, '2026-11-23T10:00', 2],
    ['shortly after now', { stay: here, refusal: form(0, 0, 2) }, '2026-11-23T10:02', null],
    ['what the lock accepted', { stay: here, learned: form(0, 0, 1) }, '2026-11-23T10:00', 2],
    ['the later one of both', { stay: here, refusal: form(0, 0, 1), learned: form(0, 0, 2) }, '2026-11-23T10:02', null],
    ['whichever that is', { stay: here, refusal: form(0, 0, 2), learned: form(0, 0, 1) }, '2026-11-23T10:02', null],
    [
      'as wanted where the stay is over by then',
      { stay: { ...here, departure: date('2026-11-23') }, unit: { checkOut: wall('10:02') }, refusal: form(0, 0, 2) },
      '2026-11-22T15:00',
      null,
    ],
    [
      'shortly after now in the last minute',
      { stay: { ...here, departure: date('2026-11-23') }, unit: { checkOut: wall('10:03') }, refusal: form(0, 0, 2) },
      '2026-11-23T10:02',
      null,
    ],
  ])('of a start is %s', (_which, given, start, next) => expect(sent(given)).toMatchObject({ start, next: { start: next } }));
});
