/** What is read from the locks, and in which order it is looked at. */
import { describe, expect, it } from 'vitest';
import { code, DOOR, input, SECOND_DOOR, settings } from '../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../tests/reconcile/fixtures.ts';
import { branded, lockId, place } from '../../tests/support/ids.ts';
import type { PlanInput } from '../domain/plan.ts';
import { compareCodes, comparePlaces, isSamePlace, observe, placesOf } from './observe.ts';

const told = (parts: InputParts) => observe(input(parts)).problems;

describe('a keypad', () => {
  it('is another one on another lock, whatever its id', () => {
    expect(isSamePlace(place(11, 'KpAlpha1'), place(12, 'KpAlpha1'))).toBe(false);
    expect(isSamePlace(place(11, 'KpAlpha1'), place(11, 'KpBravo2'))).toBe(false);
    expect(isSamePlace(place(11, 'KpAlpha1'), DOOR)).toBe(true);
  });
  it('comes in the order of its lock, and then of its id', () => {
    const places = [place(12, 'KpA'), place(2, 'KpB'), place(2, 'KpA')];
    expect(places.toSorted(comparePlaces)).toEqual([place(2, 'KpA'), place(2, 'KpB'), place(12, 'KpA')]);
    const { mapping } = settings({ units: [{ unitId: 101, doors: [SECOND_DOOR, DOOR] }] });
    expect(placesOf(mapping).map(({ keypadId }) => keypadId)).toEqual(['KpAlpha1', 'KpBravo2', 'KpGate44']);
  });
});

describe('codes', () => {
  it('come in the order of their ids, and then of their keypads', () => {
    const codes = [code({ id: 3 }), code({ id: 2, ...SECOND_DOOR }), code({ id: 2 })];
    expect(codes.toSorted(compareCodes)).toEqual([codes[2], codes[1], codes[0]]);
    expect(observe(input({ codes: codes.slice(0, 1).concat(code({ id: 1 })) })).all.map(({ id }) => id)).toEqual([1, 3]);
  });
  it('count once, however often a list has them', () => expect(observe(input({ codes: [code(), code()] })).all).toHaveLength(1));
  it('of two bookings are told', () =>
    expect(told({ codes: [code({ description: 'Smoobu#12 Smoobu#13' })] })).toEqual([
      { kind: 'ambiguous-tag', text: { key: 'problem.ambiguous-tag', parameters: {} }, retryable: false, ...DOOR, codeId: 900 },
    ]));
  it('that cannot be read leave their keypad in doubt, which is told', () => {
    const unread = branded<NonNullable<PlanInput['unread']>>(
      new Map([[lockId(11), [{ codeId: 1, keypadId: DOOR.keypadId, description: null }]]]),
    );
    expect(told({ unread })).toEqual([
      { kind: 'door-unreadable', text: { key: 'problem.door-unreadable', parameters: {} }, retryable: false, ...DOOR },
    ]);
    expect(observe(input({ unread, codes: [code()] })).all).toEqual([]);
    expect(told({})).toEqual([]);
  });
});
