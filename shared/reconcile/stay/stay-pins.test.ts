/** Which PIN the doors of a stay get, asked directly, and whether a guest would have to know two. */
import { describe, expect, it } from 'vitest';
import { booking, code, DOOR, input, pin, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import { observe } from '../observe.ts';
import { triesOf } from '../refusals/try-again.ts';
import type { Tries } from '../refusals/try-again.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { PinRegister } from './pins.ts';
import { choosePins, doorWithOtherPin, formerPins, pinOfCode, secretPin } from './stay-pins.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const DRAW = { attempt: 1, length: 4 };
const [BOTH, FIRST] = [[DOOR, SECOND_DOOR], [DOOR]];

function ask(parts: InputParts = {}) {
  const read = input({
    bookings: [booking()],
    settings: TWO_DOORS,
    drawPin: (_id, attempt) => pin(['9153', '4711', '8264'][attempt] ?? '7375'),
    ...parts,
  });
  const [observation, clock] = [observe(read), createLocalClock(read.settings, read.nowMs)];
  const [claim] = sortBookings(read, observation, clock).live;
  if (claim === undefined) throw new TypeError('No such stay.');
  return { claim, read, tries: triesOf(claim, read, clock) };
}

interface Given {
  readonly present?: readonly string[];
  readonly open?: readonly (typeof DOOR)[];
  /** Of other bookings: a PIN and where. */
  readonly taken?: readonly (readonly [string, typeof DOOR])[];
  /** The stay's PIN, 4711, was drawn before. */
  readonly isDrawn?: boolean;
  readonly tries?: Partial<Tries>;
}
function chosen({ present = [], open = BOTH, taken = [], isDrawn = false, tries = {} }: Given) {
  const { claim, read, tries: found } = ask({ memory: { pinDraws: new Map(isDrawn ? [[12, DRAW]] : []) } });
  const register = new PinRegister();
  for (const [text, door] of taken) register.give(bookingId(77), door, pin(text), claim.window);
  const doors = claim.doors.filter((door) => open.some((one) => one.lockId === door.lockId));
  const choices = choosePins(claim, doors, present.map(pin), register, read, { ...found, isOpen: false, ...tries });
  return open.map((door) => choices.get(placeKey(door)));
}
const [KEPT, DRAWN, NEXT] = [
  { pin: '4711', draw: null },
  { pin: '4711', draw: DRAW },
  { pin: '9153', draw: { attempt: 0, length: 4 } },
];
const isUsable = (text: string): boolean => text !== '4711';

describe('the PIN of a door without a code', () => {
  it.each<[string, Given, readonly unknown[]]>([
    ['is the one that the stay has', { present: ['4711'] }, [KEPT, KEPT]],
    ['is of two the one that is free at every door', { present: ['8264', '4711'], taken: [['8264', SECOND_DOOR]] }, [KEPT, KEPT]],
    ['is another where none of them is free', { present: ['4711', '4711'], taken: [['4711', SECOND_DOOR]] }, [KEPT, NEXT]],
    ['is not one that a door refused', { present: ['4711'], tries: { refusedPins: new Set(['4711']) } }, [NEXT, NEXT]],
    ['is not one that the user replaced', { present: ['4711'], tries: { isRetired: (text) => text === '4711' } }, [NEXT, NEXT]],
    ['is drawn for all doors', {}, [NEXT, NEXT]],
    ['is not like another there', { taken: [['9154', DOOR]], open: FIRST }, [DRAWN]],
    ['has digits that the keypads have', { tries: { isUsable: (text) => text !== '9153' } }, [DRAWN, DRAWN]],
    ['comes back as it was drawn', { isDrawn: true }, [DRAWN, DRAWN]],
    ['comes back although a door may refuse it, once the guest may know it', { isDrawn: true, tries: { isUsable } }, [DRAWN, DRAWN]],
    ['may be another while no guest can know it', { isDrawn: true, tries: { isUsable, isOpen: true } }, [NEXT, NEXT]],
    ['comes back while no guest can know it, too', { isDrawn: true, tries: { isOpen: true } }, [DRAWN, DRAWN]],
    ['is another once the user replaced it', { isDrawn: true, tries: { isRetired: (text) => text === '4711' } }, [NEXT, NEXT]],
    ['may be drawn again after a refusal', { isDrawn: true, present: ['4711'], tries: { isOpen: true } }, [DRAWN, DRAWN]],
    [
      'was made by hand, and is not drawn again',
      { isDrawn: true, present: ['8264'], tries: { isOpen: true } },
      [
        { pin: '8264', draw: null },
        { pin: '8264', draw: null },
      ],
    ],
    ['is kept once the guest may know it', { isDrawn: true, present: ['4711'] }, [KEPT, KEPT]],
  ])('%s', (_what, given, expected) => expect(chosen(given)).toEqual(expected));
});

describe('the PIN of a code whose number may lack zeros', () => {
  const short = code({ pin: pin('711'), pinMayLackZeros: true });
  const drawPin = (_id: unknown, attempt: number, length: number) => pin(attempt === 1 ? '711'.padStart(length, '0') : '9'.repeat(length));
  const long = { settings: settings({ codes: { pinLength: 6 } }), drawPin };
  it.each<[string, InputParts, string | null]>([
    ['is certain with four digits', {}, '0711'],
    ['is certain as it was drawn', { ...long, memory: { pinDraws: new Map([[12, { attempt: 1, length: 5 }]]) } }, '00711'],
    ['is not certain where another was drawn', { ...long, memory: { pinDraws: new Map([[12, { attempt: 0, length: 5 }]]) } }, null],
    ['is not certain with more digits', { ...long, drawPin: () => pin('999999') }, null],
    [
      'is certain where it is what would be drawn first',
      { ...long, drawPin: (_id, attempt) => pin(attempt === 0 ? '000711' : '9'.repeat(6)) },
      '000711',
    ],
  ])('%s', (_what, parts, expected) => expect(pinOfCode({ id: bookingId(12) }, short, input(parts))).toBe(expected));
});

describe('a PIN that nobody is told', () => {
  const secret = (first: readonly string[], others: string) => {
    const { claim, read } = ask();
    const register = new PinRegister();
    register.give(bookingId(77), DOOR, pin('4711'), claim.window);
    const drawn: number[] = [];
    const drawPin = (_id: unknown, attempt: number) => {
      drawn.push(attempt);
      return pin(first[drawn.length - 1] ?? others);
    };
    return { found: secretPin(claim, DOOR, register, { ...read, drawPin }), drawn, register, claim };
  };
  it('is the first that is free there and not easy to guess, from draws that no guest gets', () => {
    const { found, drawn, register } = secret(['1111', '4711', '8264'], '9153');
    expect([found, register.isFreeAt(bookingId(78), DOOR, pin('8264'))]).toEqual(['8264', false]);
    expect([new Set(drawn).size, Math.min(...drawn) > 100_000]).toEqual([3, true]);
  });
  it('is none where every draw is taken', () => {
    const { found, drawn } = secret([], '4711');
    expect([found, new Set(drawn).size]).toEqual([null, 500]);
  });
});

describe('a door with another PIN', () => {
  const other = (codes: readonly (readonly [typeof DOOR, string])[], sure: readonly (readonly [typeof DOOR, string])[] = []) => {
    const managed = codes.map(([door, text], index) => code({ id: 900 + index, ...door, pin: pin(text), pinMayLackZeros: true }));
    const { claim } = ask({ codes: managed });
    return doorWithOtherPin(claim, new Map(sure.map(([door, text]) => [placeKey(door), pin(text)])))?.keypadId ?? null;
  };
  it.each<[string, Parameters<typeof other>, string | null]>([
    ['is none without codes', [[]], null],
    [
      'is none where both have one PIN',
      [
        [],
        [
          [DOOR, '4711'],
          [SECOND_DOOR, '4711'],
        ],
      ],
      null,
    ],
    [
      'is the second one',
      [
        [],
        [
          [DOOR, '4711'],
          [SECOND_DOOR, '9153'],
        ],
      ],
      'KpBravo2',
    ],
    ['is none where a number may be the PIN of the other', [[[SECOND_DOOR, '4711']], [[DOOR, '4711']]], null],
    ['is none where a number with zeros may be it', [[[SECOND_DOOR, '711']], [[DOOR, '0711']]], null],
    ['is one where a number cannot be it', [[[SECOND_DOOR, '711']], [[DOOR, '4711']]], 'KpBravo2'],
    ['is none where one door has no code', [[[SECOND_DOOR, '711']]], null],
  ])('%s', (_what, [codes, sure], expected) => expect(other(codes, sure)).toBe(expected));
});

it('the zeros of a PIN may be those of the former booking, until the new one has a draw of its own', () => {
  const draw = { attempt: 0, length: 6 };
  const read = (own: boolean) =>
    input({
      drawPin: (id) => pin(id === bookingId(11) ? '004711' : '999999'),
      memory: { pinDraws: new Map(own ? [[12, draw]] : []) },
    });
  const lost = code({ pin: pin('4711'), pinMayLackZeros: true });
  const of = (own: boolean) => pinOfCode({ id: bookingId(12), former: { draw: { id: bookingId(11), draw } } as never }, lost, read(own));
  expect([of(false), of(true)]).toEqual(['004711', null]);
});
it('the PINs of a former booking count for the same guest, while the new one has no draw', () => {
  const pins = (isSame: boolean, draw: object | null) => formerPins({ former: { isSame, draw, pins: ['4711'] } } as never);
  expect([pins(true, {}), pins(true, null), pins(false, {})]).toEqual([['4711'], [], []]);
});
