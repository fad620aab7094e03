import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  input,
  NOW_MS,
  person,
  personCode,
  pin,
  SECOND_DOOR,
  settings,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, personId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { LocalDateTime } from '../../time.ts';
import { sparesDue } from './spares.ts';

const ID = personId('k3m9qa');
const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
/** It is the 23rd, ten in the morning; check-out is at eleven. */
const staying = booking({ arrival: date('2026-11-20'), departure: date('2026-11-24') });
const departed = booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') });

function due(parts: InputParts, until = '2026-11-25T00:00', ids: readonly number[] = [12]) {
  const stays = ids.map((id) => ({ bookingId: bookingId(id), until: until as LocalDateTime }));
  const remembered = { ...nothingRemembered(), 'spare-shown': new Map([[ID, { personId: ID, stays }]]) };
  const pinDraws = new Map([[ID, { attempt: 3, length: 4 }]]);
  return sparesDue(input({ wishes: wishing(spare), ...parts, memory: { remembered, pinDraws } }));
}
const RETIRED = [{ personId: 'k3m9qa', retired: [{ attempt: 3, length: 4 }] }];

describe('a spare code that was shown', () => {
  it.each([
    ['the stay goes on', { bookings: [staying] }, false],
    ['the stay is over, whatever was remembered', { bookings: [departed] }, true],
    ['the stay was extended since', { bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-28') })] }, false],
    ['one of two stays is over', { bookings: [departed, { ...staying, id: bookingId(13) }], ids: [12, 13] }, false],
    ['both are over', { bookings: [departed, { ...departed, id: bookingId(13) }], ids: [12, 13] }, true],
    ['the booking is gone before the time that was remembered', { bookings: [] }, false],
    ['the booking is gone at that time', { bookings: [], until: '2026-11-23T10:00' }, true],
    ['the booking is gone after it', { bookings: [], until: '2026-11-23T09:59' }, true],
    ['the bookings are incomplete', { bookings: [departed], complete: false }, false],
    ['the clock is wrong', { bookings: [departed], clockIsWrong: true }, false],
    ['the clock has jumped', { bookings: [departed], clockStepped: true }, false],
  ] as const)('%s', (_what, { until, ids, ...parts }: InputParts & { until?: string; ids?: readonly number[] }, isDue) => {
    expect(due(parts, until, ids)).toEqual(isDue ? RETIRED : []);
  });

  it('while its row cannot be read: it waits', () => {
    const read = { complete: true, bookings: [], incompleteBecause: null, unreadable: [bookingId(12)] };
    const remembered = {
      ...nothingRemembered(),
      'spare-shown': new Map([[ID, { personId: ID, stays: [{ bookingId: bookingId(12), until: '2026-11-01T00:00' as LocalDateTime }] }]]),
    };
    const known = input({ wishes: wishing(spare), memory: { remembered } });
    expect(sparesDue({ ...known, bookings: read })).toEqual([]);
    expect(sparesDue(known)).toHaveLength(1);
  });

  it('whose guest is kept out meanwhile changes at once, also while bookings are incomplete', () => {
    const stays = new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]);
    expect(due({ bookings: [staying], complete: false, wishes: { ...wishing(spare), stays } })).toEqual(RETIRED);
  });

  it('retires a typed PIN and one on the lock by their digests, and waits where the typed one cannot be read', () => {
    const typed = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' }, pin: { typed: 'sealed' } });
    const wishes = { ...wishing(typed), digestOf: (one: string) => `digest ${one}` };
    const parts = { bookings: [departed], codes: [personCode({ pin: pin('8261') }), code({ pin: pin('5555') })] };
    expect(due({ ...parts, wishes: { ...wishes, typedPins: new Map([[ID, pin('9173')]]) } })).toEqual([
      { personId: 'k3m9qa', retired: [{ attempt: 3, length: 4 }, { digest: 'digest 8261' }, { digest: 'digest 9173' }] },
    ]);
    expect(due({ ...parts, wishes })).toEqual([]);
  });

  it.each([
    ['at the lock', settings({ locks: [{ lockId: 11, timeZone: 'Pacific/Kiritimati' }] })],
    ['in the unit, also on another door of it', settings({ unit: { doors: [SECOND_DOOR, DOOR], timeZone: 'Pacific/Kiritimati' } })],
    [
      'in its own unit of several',
      settings({
        units: [
          { unitId: 102, doors: [SECOND_DOOR] },
          { unitId: 101, doors: [DOOR], timeZone: 'Pacific/Kiritimati' },
        ],
      }),
    ],
  ])('counts by the clock %s', (_where, there) => {
    // It is 23:00 there: check-out has passed.
    const leaving = { ...staying, departure: date('2026-11-23') };
    expect(due({ bookings: [leaving], settings: there })).toEqual(RETIRED);
    expect(due({ bookings: [leaving] })).toEqual([]);
  });

  it('ends with the buffer after the stay', () => {
    const bookings = [{ ...staying, departure: date('2026-11-23'), checkOut: null }];
    const buffer = settings({ unit: { bufferAfterMinutes: 60 } });
    const at = (time: string) => due({ bookings, settings: buffer, nowMs: Date.parse(`2026-11-23T${time}:00+01:00`) });
    expect([at('12:59'), at('13:00')]).toEqual([[], RETIRED]);
  });

  it('is that of the person, among others', () => {
    const other = person({ id: 'b7c2wx', name: 'Other' });
    const wishes = { ...wishing(other, spare), digestOf: (one: string) => `digest ${one}` };
    const codes = [personCode({ pin: pin('8261') }), personCode({ id: 951, pin: pin('5555'), description: 'Latchkey#b7c2wx' })];
    expect(due({ bookings: [departed], codes, wishes })).toEqual([
      { personId: 'k3m9qa', retired: [{ attempt: 3, length: 4 }, { digest: 'digest 8261' }] },
    ]);
  });

  const keyed = { ...wishing(spare), digestOf: (one: string) => `digest ${one}` };
  it('retires a drawn PIN once', () => {
    const drawn = input().drawPin(ID, 3, 4);
    expect(due({ bookings: [departed], codes: [personCode({ pin: drawn })], wishes: keyed })).toEqual(RETIRED);
  });

  it.each([
    [new Map([[ID, { attempt: 3, length: 6 }]]), [{ attempt: 3, length: 6 }, { digest: 'digest 000047' }]],
    [new Map(), [{ digest: 'digest 00047' }]],
  ])('retires a PIN with the zeros that a list leaves out: %j', (pinDraws, retired) => {
    const codes = [personCode({ pin: pin('47'), pinMayLackZeros: true })];
    const stays = [{ bookingId: bookingId(12), until: '2026-11-25T00:00' as LocalDateTime }];
    const remembered = { ...nothingRemembered(), 'spare-shown': new Map([[ID, { personId: ID, stays }]]) };
    const read = input({
      wishes: keyed,
      bookings: [departed],
      codes,
      settings: settings({ codes: { pinLength: 5 } }),
      memory: { remembered, pinDraws },
    });
    expect(sparesDue(read)).toEqual([{ personId: 'k3m9qa', retired }]);
  });

  it('waits where its PIN cannot be retired', () => {
    const parts = { bookings: [departed], codes: [personCode({ pin: pin('8261') })] };
    expect(due({ ...parts, wishes: { ...wishing(spare), digestOf: () => null } })).toEqual([]);
  });

  it('retires what can be seen, where a lock was not read or a PIN is not shown', () => {
    const wishes = { ...wishing(spare), digestOf: (one: string) => `digest ${one}` };
    expect(due({ bookings: [departed], codes: [personCode({ pin: null })], failed: [12], wishes })).toEqual(RETIRED);
  });

  it('changes as well after it was removed, and is forgotten once nobody knows it', () => {
    expect(due({ bookings: [departed], wishes: wishing({ ...spare, removedAtMs: NOW_MS }) })).toEqual(RETIRED);
    expect(due({ wishes: wishing() })).toEqual([{ personId: 'k3m9qa', retired: [] }]);
  });
});
