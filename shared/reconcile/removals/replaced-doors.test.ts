import fc from 'fast-check';
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
  pin,
  SECOND_DOOR,
  settings,
  summaries,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { place } from '../../../tests/support/ids.ts';
import type { RetiredPlace } from '../../domain/mapping.ts';
import type { Settings } from '../../domain/settings.ts';
import { plan } from '../plan.ts';
import { isReplacedBy, presentPlace, presentPlaces } from './replaced-doors.ts';

/** Unit 101 had DOOR, and has SECOND_DOOR in its place. */
const REPLACED = replaced(settings({ unit: { doors: [SECOND_DOOR] } }), { ...DOOR, replacedBy: SECOND_DOOR });

function replaced(base: Settings, ...places: readonly RetiredPlace[]): Settings {
  return { ...base, mapping: { ...base.mapping, retired: [...base.mapping.retired, ...places] } };
}

describe('a replaced door', () => {
  it('keeps its old code until the new one is verified, with the same PIN', () => {
    const result = plan(input({ settings: REPLACED, bookings: [booking()], codes: [code()] }));
    expect(summaries(result)).toEqual(['create KpBravo2', 'delete 900 door-replaced']);
    const [create, removal] = result.operations;
    expect(create).toMatchObject({ record: { pin: '4711' } });
    expect(removal).toMatchObject({ after: [create?.key], hold: null });
  });

  it('removes the old code once the new one is there, and after that nothing', () => {
    const there = code({ id: 901, ...SECOND_DOOR });
    expect(summaries(plan(input({ settings: REPLACED, bookings: [booking()], codes: [code(), there] })))).toEqual([
      'delete 900 door-replaced',
    ]);
    expect(plan(input({ settings: REPLACED, bookings: [booking()], codes: [there] }))).toMatchObject({ operations: [], unchanged: 1 });
  });

  it('asks before the old code of somebody who may be inside goes, and makes the new one at once', () => {
    const now = { arrival: date('2026-11-22') };
    const result = plan(input({ settings: REPLACED, bookings: [booking(now)], codes: [code({ startDate: date('2026-11-22') })] }));
    expect(summaries(result)).toEqual(['create KpBravo2', 'delete 900 door-replaced held: doors-changed']);
  });

  it('keeps the old code while the new keypad cannot be read or written', () => {
    expect(plan(input({ settings: REPLACED, bookings: [booking()], codes: [code()], failed: [12] })).operations).toEqual([]);
    const full = [...Array(60).keys()].map((id) => code({ id, ...SECOND_DOOR, description: '', pin: pin(String(5000 + id)) }));
    const limit = new Map([['12/KpBravo2', { ...SECOND_DOOR, codes: 60, atMs: input().nowMs - 60_000 }]]);
    const memory = { remembered: { ...input().memory.remembered, 'keypad-limit': limit } };
    const result = plan(input({ settings: REPLACED, bookings: [booking()], codes: [code(), ...full], memory }));
    expect(result.operations.filter(({ kind }) => kind === 'delete')).toEqual([]);
  });

  it('leaves codes alone that are nobody’s', () => {
    const byHand = code({ id: 902, description: 'Neighbour', name: 'Neighbour' });
    expect(plan(input({ settings: REPLACED, codes: [byHand] })).operations).toEqual([]);
  });

  it('is the new one for people whose wish does not say so yet', () => {
    const world = { settings: REPLACED, wishes: wishing(person()) };
    const result = plan(input({ ...world, codes: [personCode()] }));
    expect(summaries(result)).toEqual(['create KpBravo2', 'delete 950 door-replaced']);
    expect(result.problems).toEqual([]);
    expect(plan(input({ ...world, codes: [personCode(SECOND_DOOR)] })).operations).toEqual([]);
  });

  it('is not the door that another change of the mapping left behind', () => {
    const moved = replaced(settings({ unit: { doors: [SECOND_DOOR] } }), DOOR);
    expect(summaries(plan(input({ settings: moved, bookings: [booking()], codes: [code()] })))).toEqual(['move 900 to KpBravo2']);
  });
});

describe('where a door is now', () => {
  it('is followed through several replacements, and back', () => {
    const chain = {
      retired: [
        { ...DOOR, replacedBy: FORMER_DOOR },
        { ...FORMER_DOOR, replacedBy: SECOND_DOOR },
      ],
    };
    expect(presentPlace(DOOR, chain)).toEqual(SECOND_DOOR);
    expect(isReplacedBy(DOOR, [SECOND_DOOR], chain)).toBe(true);
    expect(isReplacedBy(DOOR, [FORMER_DOOR, SECOND_DOOR], chain)).toBe(true);
    expect(isReplacedBy(DOOR, [FORMER_DOOR], chain)).toBe(false);
    expect(isReplacedBy(SECOND_DOOR, [SECOND_DOOR], chain)).toBe(false);
    expect(presentPlaces([SECOND_DOOR, DOOR], chain)).toEqual([SECOND_DOOR]);
  });

  it('ends for any mapping, also one that names a circle', () => {
    const places = [1, 2, 3, 4].map((lockId) => place(lockId, 'Kp'));
    const any = fc.constantFrom(...places);
    fc.assert(
      fc.property(fc.array(fc.record({ from: any, to: any }), { maxLength: 6 }), any, (steps, start) => {
        const retired = steps.map(({ from, to }) => ({ ...from, replacedBy: to }));
        const end = presentPlace(start, { retired });
        expect(places).toContainEqual(end);
        expect(presentPlaces([end], { retired })).toHaveLength(1);
      }),
    );
  });
});
