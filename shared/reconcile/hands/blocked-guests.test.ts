/** Which guests are recognised as blocked, and what is remembered of the question about them. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, NOW_MS, person, wishing } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { GuestContact } from '../../domain/booking.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';
import type { SentCode } from './sent-codes.ts';

type Parts = InputParts & {
  readonly wish?: Partial<StayWish>;
  readonly decided?: readonly (readonly [number, boolean])[];
  readonly also?: Partial<Remembered>;
};

const GUEST = { email: null, phone: null, guestId: 7 };
const OTHER = { ...GUEST, guestId: 8 };
const guestDigests = ({ guestId }: GuestContact) => (guestId === null ? [] : [`mail ${String(guestId)}`, `phone ${String(guestId)}`]);
/** Booking 5 was blocked, and is not read any more. */
const BLOCKED = { ...noStayWish(), blockedSinceMs: 1, guest: ['phone 7'] };
/** Booking 12 is the same guest's as the blocked one. */
const AGAIN = booking({ contact: GUEST });
const LATER = { id: 13, arrival: date('2026-12-01'), departure: date('2026-12-03') };

function planned({ wish = {}, decided = [], also = {}, ...parts }: Parts) {
  const stays = new Map([
    [bookingId(5), BLOCKED],
    [bookingId(12), { ...noStayWish(), ...wish }],
  ]);
  const asked = new Map(decided.map(([id, isLetIn]) => [String(id), { claimId: bookingId(id), isLetIn, guest: ['mail 7', 'phone 7'] }]));
  return plan(
    input({
      bookings: [AGAIN],
      wishes: { ...NO_WISHES, stays, guestDigests },
      memory: { remembered: { ...nothingRemembered(), 'blocked-guest': asked, ...also } },
      ...parts,
    }),
  );
}
const withheld = (parts: Parts) =>
  planned(parts).problems.flatMap(({ kind, bookingId: id }) => (kind === 'blocked-guest-returns' ? [id] : []));
const remembered = (parts: Parts) => planned(parts).remember.filter(({ kind }) => kind === 'blocked-guest');

describe('a guest who books again', () => {
  const off = code({ id: 901, description: 'Smoobu#13', active: false });
  const marked = code({ id: 901, description: 'Smoobu#13 blocked' });
  const unsent = { ...sent([{ ...off, active: true }])['read-back'].get('901'), wasOn: false } as SentCode;
  const seenOff = (id: number) => ({ 'seen-off': new Map([['900', { ...DOOR, claimId: bookingId(id), guest: ['phone 7'] }]]) });
  const noWishes = { wishes: { ...NO_WISHES, guestDigests } };
  const two = [AGAIN, booking({ ...LATER, contact: GUEST })];
  it.each<readonly [string, Parts, readonly number[]]>([
    ['withheld where the user blocked that guest', {}, [12]],
    ['let in where nobody did', noWishes, []],
    [
      'let in where the user let that guest in again',
      { wishes: { ...NO_WISHES, stays: new Map([[bookingId(5), { ...BLOCKED, blockedSinceMs: null }]]), guestDigests } },
      [],
    ],
    ['let in with a contact of somebody else', { bookings: [booking({ contact: OTHER })] }, []],
    ['let in without a contact', { bookings: [booking()] }, []],
    ['let in where the user said so about this stay', { wish: { letInSinceMs: NOW_MS } }, []],
    ['let in where the question was answered so', { decided: [[12, true]] }, []],
    ['withheld while it is not answered', { decided: [[12, false]] }, [12]],
    ['asked about no more where this stay is blocked too', { wish: { blockedSinceMs: NOW_MS } }, []],
    ['asked about no more where its only code is off', { codes: [code({ active: false })] }, []],
    ['withheld where one of its codes is on', { codes: [code({ active: false }), code({ id: 902 })] }, [12]],
    [
      'asked about no more once the stay is over',
      { bookings: [booking({ contact: GUEST, arrival: date('2026-11-18'), departure: date('2026-11-20') })] },
      [],
    ],
    ['withheld where the code of another stay is off', { ...noWishes, bookings: two, codes: [off] }, [12]],
    ['withheld where the code of another stay says so', { ...noWishes, bookings: two, codes: [marked] }, [12]],
    [
      'let in where the code of another stay was written as on, and never read so',
      { ...noWishes, bookings: two, codes: [off], also: { 'read-back': new Map([['901', unsent]]) } },
      [],
    ],
    [
      'let in where one code of another stay is on',
      { ...noWishes, bookings: two, codes: [off, code({ id: 902, description: 'Smoobu#13' })] },
      [],
    ],
    [
      'let in where the code of another stay is on, which was seen off',
      { ...noWishes, bookings: two, codes: [code({ id: 902, description: 'Smoobu#13' })], also: seenOff(13) },
      [],
    ],
    ['withheld where the code of another stay was seen off, and is gone', { ...noWishes, bookings: two, also: seenOff(13) }, [12]],
    ['asked about no more where its only code was off, and is gone', { decided: [[12, false]], also: seenOff(12) }, []],
  ])('is %s', (_rule, parts, expected) => {
    expect(withheld(parts)).toEqual(expected);
  });

  it('is not recognised where neither booking has a contact', () => {
    expect(withheld({ bookings: [booking(), booking(LATER)], codes: [off] })).toEqual([]);
  });
  it('is not one of the people with codes', () => {
    const wishes = { ...wishing(person()), stays: new Map([[bookingId(5), BLOCKED]]), guestDigests };
    expect(withheld({ wishes })).toEqual([12]);
  });
});

describe('a contact of several guests', () => {
  const named = (...names: readonly string[]) =>
    names.map((guestName, index) =>
      booking({
        id: 12 + index,
        guestName,
        contact: GUEST,
        arrival: date(`2026-12-0${String(index + 1)}`),
        departure: date(`2026-12-0${String(index + 2)}`),
      }),
    );
  const off = code({ id: 901, description: 'Smoobu#13', active: false });
  it.each<readonly [string, Parts, readonly number[]]>([
    ['recognises one name', { bookings: named('Otto Berg') }, [12]],
    ['recognises nobody by two names', { bookings: named('Otto Berg', 'Mia Frost') }, []],
    ['recognises one other name beside that of the blocked guest', { bookings: named('Otto Berg', 'Mia Frost'), codes: [off] }, [12]],
    ['counts a booking without a name for nothing', { bookings: named('Otto Berg', '') }, [12, 13]],
    [
      'says nothing about what only one of them has',
      {
        bookings: [
          ...named('Otto Berg', 'Mia Frost'),
          booking({ ...LATER, id: 14, arrival: date('2026-12-06'), departure: date('2026-12-07'), contact: OTHER }),
        ],
      },
      [],
    ],
  ])('%s', (_rule, parts, expected) => {
    expect(withheld(parts)).toEqual(expected);
  });
});

describe('the question about a blocked guest', () => {
  const forgotten = [{ kind: 'blocked-guest', key: '12', value: null }];
  const gone: Parts = { bookings: [booking({ ...LATER, contact: OTHER })] };
  it.each<readonly [string, Parts, readonly unknown[]]>([
    [
      'is remembered with what the guest is recognised by',
      {},
      [{ kind: 'blocked-guest', key: '12', value: { claimId: 12, isLetIn: false, guest: ['mail 7', 'phone 7'] } }],
    ],
    [
      'is remembered with whether a code opened for the guest before',
      { also: { 'doors-inside': new Map([['12', { isRead: true, places: [] }]]) as never } },
      [{ kind: 'blocked-guest', key: '12', value: { claimId: 12, isLetIn: false, guest: ['mail 7', 'phone 7'], wasInside: true } }],
    ],
    ['keeps its answer beside another stay', { decided: [[12, true]], bookings: [AGAIN, booking({ ...LATER, contact: OTHER })] }, []],
    ['is remembered once', { decided: [[12, false]] }, []],
    [
      'is forgotten where the guest is not withheld any more',
      { decided: [[12, false]], bookings: [booking({ contact: OTHER })] },
      forgotten,
    ],
    ['is forgotten with its booking', { ...gone, decided: [[12, false]] }, forgotten],
    ['is kept while the list of bookings is incomplete', { ...gone, decided: [[12, false]], complete: false }, []],
    ['keeps its answer', { decided: [[12, true]] }, []],
    ['keeps its answer while the list of bookings is incomplete', { ...gone, decided: [[12, true]], complete: false }, []],
    ['loses its answer with its booking', { ...gone, decided: [[12, true]] }, forgotten],
  ])('%s', (_rule, parts, expected) => {
    expect(remembered(parts)).toEqual(expected);
  });
});
