import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  input,
  person,
  personCode,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
  wishing,
} from '../../tests/reconcile/fixtures.ts';
import { bookingId, lockId, personId } from '../../tests/support/ids.ts';
import { claimOf } from '../domain/ids.ts';
import type { MemoryChange } from '../domain/memory.ts';
import { nothingRemembered } from '../domain/memory.ts';
import type { Plan } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import { plan } from './plan.ts';
import { changesOfClaim, doorsOfClaim, isAboutClaim, NO_BOOKINGS, planOfPeople, scopedPlan } from './scope.ts';

const OWN = bookingId(12);
const two = [booking(), booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-28'), departure: date('2026-11-30') })];

describe('the plan for one stay', () => {
  it('has only the operations of that stay, and counts nothing of the others', () => {
    const own = code({ endDate: date('2026-11-26') });
    const read = input({ bookings: two, codes: [own, code({ id: 901, pin: pin('5822'), description: 'Smoobu#14' })] });
    const whole = plan(read);
    expect(summaries(whole)).toEqual(['update 900', 'create KpAlpha1']);
    const scoped = scopedPlan(whole, read, OWN);
    expect(summaries(scoped)).toEqual(['update 900']);
    expect(scoped).toMatchObject({ unchanged: 0, skipped: 0, heldBecause: null, stays: whole.stays });
    expect(scopedPlan(whole, read, bookingId(99))).toMatchObject({ operations: [], unchanged: 0, skipped: 0 });
    const right = input({ bookings: two, codes: [code()] });
    expect([OWN, bookingId(13)].map((id) => scopedPlan(plan(right), right, id).unchanged)).toEqual([1, 0]);
  });

  it('settles no hold and forgets nothing of anybody else', () => {
    const hold = (id: number, key: string) => ({ ...DOOR, key, bookingId: id, unitId: 101, codeId: 900 + id, hold: 'too-many-deletes' });
    const waiting = new Map([
      ['own', hold(12, 'own')],
      ['other', hold(13, 'other')],
    ]);
    const read = input({ bookings: two, memory: { waiting } as never });
    const whole = plan(read);
    expect(whole.settledHolds).toEqual(['own', 'other']);
    expect(scopedPlan(whole, read, OWN).settledHolds).toEqual(['own']);
  });

  it('is part of the whole plan, and the plans of all claims are the whole plan', () => {
    const day = fc.integer({ min: 10, max: 29 }).map((number) => `2026-11-${String(number)}`);
    const stays = fc.array(
      fc.record({ arrival: day, nights: fc.integer({ min: 1, max: 4 }), state: fc.constantFrom('live', 'cancelled') }),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(stays, fc.boolean(), (drawn, complete) => {
        const bookings = drawn.map(({ arrival, nights, state }, index) =>
          booking({
            id: 12 + index,
            guestName: `Guest ${String(index)}`,
            state: state as 'live',
            arrival: date(arrival),
            departure: date(`2026-12-${String(nights).padStart(2, '0')}`),
          }),
        );
        const codes = bookings
          .filter(({ id }) => id % 2 === 0)
          .map(({ id }) =>
            code({ id: 900 + id, name: `Guest ${String(id - 12)}`, pin: pin(String(4000 + id * 7)), description: `Smoobu#${String(id)}` }),
          );
        const read = input({ bookings, codes, complete });
        const whole: Plan = plan(read);
        const parts = bookings.flatMap(({ id }) => scopedPlan(whole, read, id).operations);
        expect(new Set(parts)).toEqual(new Set(whole.operations));
        for (const { id } of bookings)
          expect(scopedPlan(whole, read, id).operations.every((operation) => claimOf(operation) === id)).toBe(true);
      }),
    );
  });
});

describe('people', () => {
  const PLUMBER = personId('k3m9qa');
  const CLEANER = personId('zzzzz9');
  const both = wishing(person(), person({ id: CLEANER, name: 'Cleaner', doors: [DOOR, SECOND_DOOR] }));
  const cleaners = [
    personCode({ id: 951, name: 'Cleaner', pin: pin('5822'), description: 'Latchkey#zzzzz9', hasSchedule: true }),
    personCode({ id: 952, ...SECOND_DOOR, name: 'Cleaner', pin: pin('5822'), description: 'Latchkey#zzzzz9' }),
  ];
  const waiting = new Map([['hold', { ...DOOR, key: 'hold', bookingId: 13, unitId: 101, codeId: 913, hold: 'too-many-deletes' }]]);
  const read = input({
    bookings: [booking({ id: 13, unitId: 102 }), booking()],
    wishes: both,
    codes: [personCode({ endTime: wall('11:00') }), ...cleaners],
    settings: settings({ units: [{ unitId: 101, doors: [DOOR, SECOND_DOOR] }] }),
    memory: { waiting } as never,
  });
  const whole = plan(read);

  it('each have a plan of their own', () => {
    expect(scopedPlan(whole, read, PLUMBER)).toMatchObject({ operations: [{ codeId: 950 }], unchanged: 0, skipped: 0 });
    expect(scopedPlan(whole, read, CLEANER)).toMatchObject({ operations: [], unchanged: 1, skipped: 1 });
  });
  it('are all that is planned while nothing was read of bookings', () => {
    expect([summaries(whole), problemKinds(whole), whole.settledHolds, whole.stays.length]).toEqual([
      ['create KpAlpha1', 'create KpBravo2', 'update 950'],
      ['scheduled-code', 'unmapped-unit'],
      ['hold'],
      1,
    ]);
    expect(whole.remember).not.toEqual([]);
    const ofPeople = planOfPeople(whole);
    expect([summaries(ofPeople), problemKinds(ofPeople), ofPeople.people]).toEqual([['update 950'], ['scheduled-code'], whole.people]);
    expect(ofPeople).toMatchObject({ stays: [], others: [], unchanged: 1, skipped: 1, heldBecause: null, settledHolds: [], remember: [] });
  });
});

it('without an answer of Smoobu, no code of a booking is taken for one too many', () => {
  const missing = { memory: { missingSinceMs: new Map([[12, 0]]) }, lookups: new Map([[12, { kind: 'missing' as const }]]) };
  const read = { ...input({ ...missing, codes: [code()] }), bookings: NO_BOOKINGS };
  expect(plan(read)).toMatchObject({ operations: [], others: [] });
  expect(summaries(plan({ ...read, bookings: { ...NO_BOOKINGS, complete: true } }))).toEqual(['delete 900 gone held: no-bookings']);
});

it('what runs remember belongs to a claim by its value, the code it is about, or its key', () => {
  const remembered = {
    ...nothingRemembered(),
    decision: new Map([
      ['k', { choice: 'keep', claimId: OWN, lockId: lockId(11), codeId: 1 }],
      ['other', { choice: 'keep', claimId: bookingId(13), lockId: lockId(11), codeId: 2 }],
    ]),
  };
  const read = input({ codes: [code(), code({ id: 12, description: 'Smoobu#13' })], failed: [12], memory: { remembered } as never });
  const window = { start: '2026-11-24T15:00', end: '2026-11-27T12:00' };
  const changes = [
    { kind: 'doors-inside', key: '12', value: null },
    { kind: 'doors-inside', key: '123', value: null },
    { kind: 'refusal', key: '12@11/KpAlpha1', value: null },
    { kind: 'refusal', key: '123@11/KpAlpha1', value: null },
    { kind: 'decision', key: 'k', value: null },
    { kind: 'decision', key: 'other', value: null },
    { kind: 'last-written', key: '900', value: { ...window, isChanged: true } },
    // The code of another booking, whose number is the id of this one.
    { kind: 'kept-name', key: '12', value: null },
    { kind: 'removed', key: '12', value: null },
    { kind: 'last-written', key: '12', value: { ...window, isChanged: true } },
    { kind: 'live-codes', key: 'all', value: { samples: [] } },
    { kind: 'mapping', key: 'mapping', value: { units: 3 } },
  ] as unknown as MemoryChange[];
  expect(changesOfClaim(changes, read, OWN).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'doors-inside 12',
    'refusal 12@11/KpAlpha1',
    'decision k',
    'last-written 900',
  ]);
});

it('problems are reported when they are about the claim, its locks, or everything', () => {
  const about = (facts: Partial<Problem>): Problem => ({
    kind: 'unverified',
    text: problemText('problem.not-confirmed'),
    retryable: true,
    ...facts,
  });
  const locks = new Set([lockId(11)]);
  const isOwn = (facts: object, claim: typeof OWN | ReturnType<typeof personId> = OWN): boolean => isAboutClaim(about(facts), claim, locks);
  expect([isOwn({ bookingId: 12, lockId: 99 }), isOwn({ lockId: 11 }), isOwn({})]).toEqual([true, true, true]);
  expect([isOwn({ bookingId: 13, lockId: 11 }), isOwn({ lockId: 99 }), isOwn({ unitId: 101 }), isOwn({ personId: 'k3m9qa' })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const person = personId('k3m9qa');
  expect([isOwn({ personId: 'k3m9qa' }, person), isOwn({ personId: 'other1' }, person), isOwn({ bookingId: 12 }, person)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('the doors of a claim are those of its unit, or its own', () => {
  const { mapping } = settings();
  const people = [{ id: personId('k3m9qa'), doors: [SECOND_DOOR] }] as never;
  expect(doorsOfClaim(OWN, two, mapping, { people })).toEqual(mapping.units[0]?.doors);
  expect(doorsOfClaim(bookingId(99), two, mapping, { people })).toEqual([]);
  expect(doorsOfClaim(personId('k3m9qa'), two, mapping, { people })).toEqual([SECOND_DOOR]);
  expect(doorsOfClaim(personId('nobody'), two, mapping, { people })).toEqual([]);
});
