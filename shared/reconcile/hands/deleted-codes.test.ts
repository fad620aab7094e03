/** What is remembered and told of codes that somebody deleted at The Keys, by what the locks show. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  person,
  personCode,
  SECOND_DOOR,
  settings,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId, codeId, personId } from '../../../tests/support/ids.ts';
import type { Code } from '../../domain/code.ts';
import type { Remembered } from '../../domain/memory.ts';
import { DAY_MS } from '../../time.ts';
import { observe } from '../observe.ts';
import { peopleOf } from '../people/people.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { findDeletedCodes } from './deleted-codes.ts';

interface Parts extends InputParts {
  /** Codes that a list showed as they were sent. */
  readonly verified?: readonly Code[];
  readonly also?: Partial<Remembered>;
}
function found({ verified = [code()], also = {}, ...parts }: Parts) {
  const remembered = { ...sent(verified), ...also };
  const read = input({ bookings: [booking()], wishes: WISHES, ...parts, memory: { remembered } });
  const observation = observe(read);
  const clock = createLocalClock(read.settings, read.nowMs);
  const sorted = sortBookings(read, observation, clock);
  const claims = [...sorted.live, ...peopleOf(read, observation, sorted, clock).claims];
  const deleted = findDeletedCodes(read, observation, claims, sorted.byId);
  return {
    remember: deleted.remember,
    told: deleted.problems.map(({ kind, bookingId: id }) => [kind, id]),
    stopped: claims.flatMap((claim) => claim.doors.flatMap((door) => deleted.obstacle(claim, door)?.kind ?? [])),
  };
}
const kinds = (parts: Parts) => found(parts).remember.map(({ kind, key, value }) => [kind, key, value === null ? null : 'kept']);
const two = settings({ unit: { doors: [SECOND_DOOR, DOOR] } });
const PLACE = '12@11/KpAlpha1';
const FORGOTTEN = ['read-back', '900', null];

const known = (changes: Partial<ReturnType<Remembered['deleted-by-hand']['get']>> = {}, key = PLACE): Partial<Remembered> => ({
  'deleted-by-hand': new Map([
    [
      key,
      {
        claimId: bookingId(12),
        ...DOOR,
        codeId: codeId(899),
        atMs: NOW_MS - 1_000,
        isAgain: false,
        wasOff: false,
        isAnswered: false,
        pin: null,
        guest: [],
        ...changes,
      },
    ],
  ]),
});

describe('a code that a list does not show any more', () => {
  it('was deleted: it is told, with what an answer needs', () => {
    const contact = { email: null, phone: null, guestId: 7 };
    const wishes = { ...WISHES, guestDigests: () => ['a', 'b', 'c', 'd'] };
    const { remember, told, stopped } = found({ bookings: [booking({ contact })], wishes });
    expect(remember).toEqual([
      { kind: 'read-back', key: '900', value: null },
      {
        kind: 'deleted-by-hand',
        key: PLACE,
        value: {
          claimId: 12,
          ...DOOR,
          codeId: 900,
          atMs: NOW_MS,
          isAgain: false,
          wasOff: false,
          isAnswered: false,
          pin: 'k4711',
          guest: ['a', 'b', 'c'],
        },
      },
    ]);
    expect([told, stopped]).toEqual([[['code-deleted', 12]], []]);
  });

  it('tells nothing of a guest without a contact, or of a PIN without a key', () => {
    const wishes = { ...WISHES, digestOf: () => null, guestDigests: () => ['a'] };
    const verified = sent([code()], wishes);
    expect(found({ also: verified, wishes }).remember[1]).toMatchObject({ value: { pin: null, guest: [] } });
  });

  it('is told of a person’s code as well', () => {
    const tagged = personCode();
    const [value] = [...sent([tagged])['read-back'].values()];
    const also = { 'read-back': new Map([['950', { ...value!, claimId: personId('k3m9qa') }]]) };
    const { remember } = found({ also, wishes: { ...WISHES, people: [person()] } });
    expect(remember.at(-1)).toMatchObject({ kind: 'deleted-by-hand', key: 'k3m9qa@11/KpAlpha1', value: { guest: [] } });
  });

  it.each<readonly [string, Parts, readonly unknown[]]>([
    ['of one of several doors', { settings: two }, [FORGOTTEN, ['deleted-by-hand', PLACE, 'kept']]],
    ['not where its lock was not read', { failed: [11] }, []],
    ['not of a stay that is cancelled', { bookings: [booking({ state: 'cancelled' })] }, [FORGOTTEN]],
    [
      'not of a stay that is over',
      {
        bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') })],
        verified: [code({ startDate: date('2026-11-20') })],
      },
      [FORGOTTEN],
    ],
    ['not on a door that is not the guest’s any more', { verified: [code({ ...FORMER_DOOR })] }, [FORGOTTEN]],
    ['not where another code of the guest has its place', { codes: [code({ id: 901 })] }, [FORGOTTEN]],
    [
      'also where another has another door',
      { codes: [code({ id: 901, ...FORMER_DOOR })] },
      [FORGOTTEN, ['deleted-by-hand', PLACE, 'kept']],
    ],
    ['not where Latchkey made room', { also: { 'made-room': new Map([[PLACE, {}]]) as unknown as Remembered['made-room'] } }, [FORGOTTEN]],
  ])('counts as deleted %s', (_rule, parts, expected) => {
    expect(kinds(parts)).toEqual(expected);
  });

  it('was never seen: nobody deleted it', () => {
    const [value] = [...sent([code()])['read-back'].values()];
    expect(kinds({ also: { 'read-back': new Map([['900', { ...value!, isVerified: false }]]) } })).toEqual([FORGOTTEN]);
  });

  it.each([
    [DAY_MS - 1, 'deleted-again', 1],
    [DAY_MS, 'code-deleted', 0],
  ] as const)('%i ms after the last time: %s', (passed, kind, count) => {
    const { told, stopped } = found({ also: known({ atMs: NOW_MS - passed }) });
    expect([told, stopped]).toEqual([[[kind, 12]], Array(count).fill('deleted-again')]);
  });
});

describe('a code that somebody deleted before', () => {
  const nothing: Parts = { verified: [], codes: [code()] };
  const FORGET = [['deleted-by-hand', PLACE, null]];
  it.each<readonly [string, Parts, readonly unknown[], readonly string[], readonly string[]]>([
    ['is told', { also: known() }, [], ['code-deleted'], []],
    ['is told until a day has passed', { also: known({ atMs: NOW_MS - DAY_MS + 1 }) }, [], ['code-deleted'], []],
    ['is forgotten after a day', { also: known({ atMs: NOW_MS - DAY_MS }) }, FORGET, [], []],
    ['is told on while its lock is not read', { also: known({ atMs: NOW_MS - DAY_MS }), failed: [11] }, [], ['code-deleted'], []],
    ['is told no more once the user answered', { also: known({ isAnswered: true }) }, [], [], []],
    ['twice, is asked about', { also: known({ isAgain: true }), codes: [] }, [], ['deleted-again'], ['deleted-again']],
    [
      'twice, is asked about however long it takes',
      { also: known({ isAgain: true, atMs: NOW_MS - 9 * DAY_MS }), codes: [] },
      [],
      ['deleted-again'],
      ['deleted-again'],
    ],
    ['twice, is forgotten where a code is there again', { also: known({ isAgain: true }) }, FORGET, [], []],
    [
      'twice, is forgotten with the stay',
      { also: known({ isAgain: true }), bookings: [booking({ state: 'cancelled' })], codes: [] },
      FORGET,
      [],
      [],
    ],
  ])('%s', (_rule, parts, remembered, told, stopped) => {
    const all = { ...nothing, ...parts };
    expect(kinds(all)).toEqual(remembered);
    expect([found(all).told.map(([kind]) => kind), found(all).stopped]).toEqual([told, stopped]);
  });

  it('on another door is told beside one that is deleted now', () => {
    const other = known({ ...SECOND_DOOR, claimId: bookingId(77) }, '77@12/KpBravo2');
    expect(found({ also: other }).told).toEqual([
      ['code-deleted', 12],
      ['code-deleted', 77],
    ]);
  });

  it('is told once where it is deleted again', () => {
    expect(found({ also: known() }).told).toEqual([['deleted-again', 12]]);
  });
});

describe('many codes of a lock that vanish at once', () => {
  /** Guests one after the other, each with a code; `from`: their first day. */
  const guests = (count: number, first = 12) =>
    Array.from({ length: count }, (_, index) => booking({ id: first + index, guestName: `Guest ${String(first + index)}` }));
  const codesOf = (ids: readonly number[], changes: Parameters<typeof code>[0] = {}) =>
    ids.map((id) => code({ id: 900 + id, description: `Smoobu#${String(id)}`, ...changes }));
  const ids = (count: number, first = 12) => Array.from({ length: count }, (_, index) => first + index);
  const waits = (parts: Parts) => found(parts).told.length === 0 && found(parts).stopped.length > 0;
  const vanished = (...codes: readonly number[]): Partial<Remembered> => ({ vanished: new Map([['11', { codeIds: codes.map(codeId) }]]) });

  it('are remembered, and made again once a second sync shows the same', () => {
    const first = found({ bookings: guests(3), verified: codesOf(ids(3)) });
    expect(first).toEqual({
      remember: [{ kind: 'vanished', key: '11', value: { codeIds: [912, 913, 914] } }],
      told: [],
      stopped: Array(3).fill('codes-vanished'),
    });
    const second = found({ bookings: guests(3), verified: codesOf(ids(3)), also: vanished(912, 913, 914) });
    expect([second.told.length, second.stopped]).toEqual([3, []]);
    expect(second.remember).toContainEqual({ kind: 'vanished', key: '11', value: null });
  });

  it.each<readonly [string, Parts, boolean]>([
    ['three of eight', { bookings: guests(8), verified: codesOf(ids(8)), codes: codesOf(ids(5, 15)) }, true],
    ['three of nine', { bookings: guests(9), verified: codesOf(ids(9)), codes: codesOf(ids(6, 15)) }, false],
    ['two', { bookings: guests(2), verified: codesOf(ids(2)) }, false],
    ['three and one more than the sync before', { bookings: guests(4), verified: codesOf(ids(4)), also: vanished(912, 913, 914) }, true],
    [
      'three beside many of another lock',
      {
        bookings: guests(9),
        verified: [...codesOf(ids(3)), ...codesOf(ids(6, 15), { ...SECOND_DOOR })],
        codes: codesOf(ids(6, 15), { ...SECOND_DOOR }),
        settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }),
      },
      true,
    ],
    [
      'three beside many codes whose bookings are cancelled',
      {
        bookings: [...guests(3), ...guests(6, 15).map((one) => ({ ...one, state: 'cancelled' as const }))],
        verified: codesOf(ids(9)),
        codes: codesOf(ids(6, 15)),
      },
      true,
    ],
    [
      'three beside many of stays that are over',
      {
        bookings: [...guests(3), ...guests(6, 15).map((one) => ({ ...one, arrival: date('2026-11-20'), departure: date('2026-11-22') }))],
        verified: codesOf(ids(9)),
        codes: codesOf(ids(6, 15)),
      },
      true,
    ],
    [
      'two, and one whose booking is cancelled',
      { bookings: [...guests(2), booking({ id: 14, state: 'cancelled' })], verified: codesOf(ids(3)) },
      false,
    ],
    [
      'two, and one of another lock',
      {
        bookings: guests(3),
        verified: [...codesOf(ids(2)), ...codesOf([14], { ...SECOND_DOOR })],
        settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }),
      },
      false,
    ],
  ])('%s', (_what, parts, expected) => {
    expect(waits(parts)).toBe(expected);
  });

  it('wait on while what vanished besides is forgotten', () => {
    const bookings = [...guests(3), booking({ id: 15, state: 'cancelled' })];
    expect(kinds({ bookings, verified: codesOf(ids(4)) })).toEqual([
      ['vanished', '11', 'kept'],
      ['read-back', '915', null],
    ]);
  });

  it('keep out of every door whom one of them kept out', () => {
    const verified = [...codesOf([12], { active: false }), ...codesOf(ids(2, 13))];
    expect(found({ bookings: guests(3), verified, settings: two }).stopped).toEqual(Array(4).fill('codes-vanished'));
  });

  it('two that were never seen are none of them', () => {
    const remembered = sent(codesOf(ids(3)))['read-back'];
    const unseen = new Map([...remembered].map(([key, value]) => [key, { ...value, isVerified: key === '912' }]));
    expect(found({ bookings: guests(3), also: { 'read-back': unseen } }).told).toEqual([['code-deleted', 12]]);
  });

  it.each<readonly [string, Parts, readonly unknown[]]>([
    ['when nothing is missing any more', {}, [['vanished', '11', null]]],
    ['not while the lock is not read', { failed: [11] }, []],
  ])('are forgotten %s', (_rule, parts, expected) => {
    const all = { bookings: guests(3), verified: codesOf(ids(3)), codes: codesOf(ids(3)), also: vanished(912, 913, 914) };
    expect(kinds({ ...all, ...parts })).toEqual(expected);
  });

  it('come back too where there are more than are remembered', () => {
    const many = { bookings: guests(501), verified: codesOf(ids(501)) };
    const value = found(many).remember.flatMap((one) => (one.kind === 'vanished' && one.value !== null ? [one.value] : []));
    expect(value.map(({ codeIds }) => codeIds.length)).toEqual([500]);
    expect(found({ ...many, also: { vanished: new Map([['11', value[0]!]]) } }).told).toHaveLength(501);
  });
});
