import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  person,
  SECOND_DOOR,
  settings,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import { plan } from '../plan.ts';
import { locksConcerned } from './locks-concerned.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const both = [code(), code({ id: 901, ...SECOND_DOOR })];
const [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK] = [DOOR.lockId, SECOND_DOOR.lockId, FORMER_DOOR.lockId];
const known = {
  ...nothingRemembered(),
  mapping: new Map([['known', { units: 1 }]]),
  account: new Map([
    ['smoobu', { id: '1' }],
    ['the-keys', { id: '1' }],
  ]),
};

function concerned(parts: Parameters<typeof input>[0]): readonly number[] {
  const read = input({ memory: { remembered: known }, settings: TWO_DOORS, ...parts });
  return [...locksConcerned(plan(read), read, [])].sort();
}
const WAITING = { ...FORMER_DOOR, key: 'asked', bookingId: 12, unitId: 101, codeId: 900, hold: 'too-many-deletes' as const };
const about = (
  changes: readonly { readonly kind: string; readonly key: string; readonly value: object | null }[],
  parts: Parameters<typeof input>[0] = {},
): readonly number[] =>
  [
    ...locksConcerned(
      { operations: [], remember: changes as unknown as readonly MemoryChange[], settledHolds: [] },
      input({ settings: TWO_DOORS, bookings: [booking()], ...parts }),
      [],
    ),
  ].sort();

describe('the locks that a plan is about', () => {
  it.each([
    ['none, while all is right', { bookings: [booking()], codes: both }, []],
    ['all doors of a stay that lacks one code', { bookings: [booking()], codes: [code()] }, [DOOR_LOCK, SECOND_LOCK]],
    [
      'and where its code is that moves',
      { bookings: [booking()], codes: [code({ ...FORMER_DOOR })] },
      [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK],
    ],
    [
      'a removal',
      { bookings: [booking({ state: 'cancelled' })], codes: [code({ ...FORMER_DOOR })] },
      [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK],
    ],
    [
      'a removal that waits',
      { bookings: [booking({ state: 'cancelled', arrival: date('2026-11-22') })], codes: [code({ startDate: date('2026-11-22') })] },
      [DOOR_LOCK, SECOND_LOCK],
    ],
    ['a person', { wishes: wishing(person()) }, [DOOR_LOCK]],
  ] as const)('%s', (_, parts, expected) => {
    expect(concerned(parts)).toEqual(expected);
  });

  it.each([
    ['a claim, by its key', [{ kind: 'no-code', key: '12', value: { codeIds: [] } }], {}, [DOOR_LOCK, SECOND_LOCK]],
    ['a claim on a keypad', [{ kind: 'refusal', key: '12@13/KpGate44', value: null }], {}, [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK]],
    ['a lock', [{ kind: 'vanished', key: '13', value: { codeIds: [] } }], {}, [FORMER_LOCK]],
    [
      'a code',
      [{ kind: 'last-written', key: '950', value: null }],
      { codes: [code({ id: 950, ...FORMER_DOOR, description: '' })] },
      [FORMER_LOCK],
    ],
    [
      'a code of another claim',
      [{ kind: 'stays-on', key: '950', value: null }],
      { codes: [code({ id: 950, ...FORMER_DOOR })] },
      [DOOR_LOCK, SECOND_LOCK, FORMER_LOCK],
    ],
    ['a code that no list shows', [{ kind: 'last-written', key: '950', value: null }], {}, []],
    ['a booking, which it names', [{ kind: 'wished-stay', key: 'x', value: { bookingId: 12 } }], {}, [DOOR_LOCK, SECOND_LOCK]],
    ['a person, whom it names', [{ kind: 'let-in', key: 'x', value: { claimId: 'k3m9qa' } }], { wishes: wishing(person()) }, [DOOR_LOCK]],
    ['a lock, whose number is also that of a booking', [{ kind: 'lock-forms', key: '12', value: null }], {}, [SECOND_LOCK]],
    ['no lock', [{ kind: 'mapping', key: 'known', value: { units: 2 } }], {}, []],
  ] as const)('a memory of %s', (_, changes, parts, expected) => {
    expect(about(changes, parts)).toEqual(expected);
  });

  it.each(['doors-inside', 'booked-again', 'code-end', 'no-code', 'open-pin', 'refusal'])('a memory of a claim: %s', (kind) => {
    expect(about([{ kind, key: '12', value: null }])).toEqual([DOOR_LOCK, SECOND_LOCK]);
  });
  it.each(['vanished', 'unread-lock', 'lock-forms'])('a memory of a lock: %s', (kind) => {
    expect(about([{ kind, key: '13', value: null }])).toEqual([FORMER_LOCK]);
  });
  it.each(['kept-name', 'last-written', 'removed', 'stays-on'])('a memory of a code: %s', (kind) => {
    expect(about([{ kind, key: '950', value: null }], { codes: [code({ id: 950, ...FORMER_DOOR, description: '' })] })).toEqual([
      FORMER_LOCK,
    ]);
  });
  it('a lock whose list failed shows no codes', () => {
    expect(about([{ kind: 'removed', key: '900', value: null }], { codes: [code()], failed: [DOOR_LOCK] })).toEqual([]);
  });

  it('a question that is settled, with all doors of its claim', () => {
    const read = input({ settings: TWO_DOORS, bookings: [booking()], memory: { waiting: new Map([['asked', WAITING]]) } });
    const settled = (key: string) => [...locksConcerned({ operations: [], remember: [], settledHolds: [key] }, read, [])].sort();
    expect([settled('asked'), settled('another')]).toEqual([[DOOR_LOCK, SECOND_LOCK, FORMER_LOCK], []]);
  });
  it('a code that moves, and where it was', () => {
    const move = { kind: 'move', bookingId: 34, lockId: SECOND_LOCK, from: { lockId: FORMER_LOCK } } as never;
    const read = input({ settings: TWO_DOORS });
    expect([...locksConcerned({ operations: [move], remember: [], settledHolds: [] }, read, [])]).toEqual([SECOND_LOCK, FORMER_LOCK]);
  });
  it('claims that the run does something for', () => {
    const read = input({ settings: TWO_DOORS, bookings: [booking()] });
    expect([...locksConcerned({ operations: [], remember: [], settledHolds: [] }, read, [bookingId(12)])]).toEqual([
      DOOR_LOCK,
      SECOND_LOCK,
    ]);
  });

  it('a memory that is forgotten is about what it was about', () => {
    const limit = { ...FORMER_DOOR, codes: 3, atMs: 0 };
    const remembered = { ...known, 'keypad-limit': new Map([['13/KpGate44', limit]]) };
    expect(about([{ kind: 'keypad-limit', key: '13/KpGate44', value: null }], { memory: { remembered } })).toEqual([FORMER_LOCK]);
  });
});
