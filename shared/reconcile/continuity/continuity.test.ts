import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import type { BookingId } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { Plan, PlanInput } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { Secret } from '../../secret.ts';
import { booking, code, date, DOOR, input, NOW_MS, pin, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { plan } from '../plan.ts';
import { readTag } from '../tag.ts';

const FORMER = 12;
const NEXT = 13;
const ANNA = 'anna@demo.invalid';
const DRAWN = new Map([[FORMER, { attempt: 0, length: 4 }]]);

type Link = MemoryValue<'booked-again'>;
const link = (guest: Link['guest'], from = FORMER): Link => ({ from: from as BookingId, guest });

function by(email: string | null, changes: Parameters<typeof booking>[0] = {}): Booking {
  return { ...booking(changes), contact: { email: email === null ? null : new Secret(email), phone: null, guestId: null } };
}
const former = (email: string | null = ANNA, changes: Parameters<typeof booking>[0] = {}) =>
  by(email, { id: FORMER, state: 'cancelled', ...changes });
const next = (email: string | null = ANNA, changes: Parameters<typeof booking>[0] = {}) => by(email, { id: NEXT, ...changes });
function planned({ links = {}, memory, ...parts }: InputParts & { readonly links?: Readonly<Record<number, Link>> }): Plan {
  const remembered = { ...nothingRemembered(), 'booked-again': new Map(Object.entries(links)) };
  return plan(input({ ...parts, memory: { remembered, ...memory } }));
}
const done = ({ operations }: Plan) =>
  operations.map((operation) => [
    operation.kind,
    operation.bookingId,
    operation.kind === 'delete' ? operation.codeId : operation.record.pin,
    ...(operation.kind === 'delete' ? [] : [operation.record.description]),
  ]);
const remembers = ({ remember }: Plan) =>
  remember.flatMap((change: MemoryChange) => (change.kind === 'booked-again' ? [[Number(change.key), change.value?.guest ?? null]] : []));
const tells = ({ problems }: Plan) => problems.map(({ kind }) => kind);

describe('booked again, by a contact', () => {
  it('passes the code on: its PIN stays, the tag is the new one', () => {
    const result = planned({ bookings: [former(), next()], codes: [code({ description: 'Smoobu#12 by the bins' })] });
    expect(done(result)).toEqual([['update', NEXT, '4711', 'Smoobu#13 by the bins']]);
    expect(result.operations[0]?.changes).toEqual({ description: { from: 'Smoobu#12 by the bins', to: 'Smoobu#13 by the bins' } });
    expect([remembers(result), tells(result)]).toEqual([[[NEXT, 'same']], []]);
  });
  it('follows the new days at once', () => {
    const result = planned({ bookings: [former(), next(ANNA, { departure: date('2026-11-29') })], codes: [code()] });
    expect(result.operations[0]?.changes).toMatchObject({ end: { from: '2026-11-27T12:00', to: '2026-11-29T12:00' } });
  });
  it('gives the PIN of a code that is removed already', () => {
    const result = planned({ bookings: [former(), next()], memory: { pinDraws: DRAWN } });
    const told = input().drawPin(FORMER as BookingId, 0, 4);
    expect(done(result)).toEqual([['create', NEXT, told, 'Smoobu#13']]);
    expect(tells(result)).toEqual([]);
    const later = planned({ bookings: [next()], memory: { pinDraws: DRAWN }, links: { [NEXT]: link('same') } });
    expect(done(later)).toEqual([['create', NEXT, told, 'Smoobu#13']]);
    // Two that are said to follow each other have no first one.
    const circle = { [FORMER]: link('same', NEXT), [NEXT]: link('same') };
    expect(done(planned({ bookings: [former(), next()], links: circle }))).not.toEqual(done(later));
  });
  it('gives the first PIN to the third booking of a guest', () => {
    const bookings = [former(), next(ANNA, { state: 'cancelled' }), by(ANNA, { id: 14 })];
    const told = input().drawPin(FORMER as BookingId, 0, 4);
    const result = planned({ bookings, memory: { pinDraws: DRAWN }, links: { [NEXT]: link('same') }, codes: [] });
    expect(done(result)).toEqual([['create', 14, told, 'Smoobu#14']]);
    const retagged = code({ description: 'Smoobu#13' });
    expect(done(planned({ bookings, links: { [NEXT]: link('same') }, codes: [retagged] }))).toEqual([['update', 14, '4711', 'Smoobu#14']]);
  });

  it('in another unit is a move', () => {
    const two = settings({
      units: [
        { unitId: 101, doors: [DOOR] },
        { unitId: 102, doors: [SECOND_DOOR] },
      ],
    });
    const result = planned({ settings: two, bookings: [former(), next(ANNA, { unitId: 102 })], codes: [code()] });
    expect(done(result)).toEqual([['move', NEXT, '4711', 'Smoobu#13']]);
  });

  it('of a guest who is inside, keeps the former door until somebody decides', () => {
    const two = settings({
      units: [
        { unitId: 101, doors: [DOOR] },
        { unitId: 102, doors: [SECOND_DOOR] },
      ],
    });
    const days = { arrival: date('2026-11-22') };
    const open = code({ startDate: date('2026-11-22') });
    const result = planned({ settings: two, bookings: [former(ANNA, days), next(ANNA, { unitId: 102, ...days })], codes: [open] });
    expect(result.operations.map((one) => [one.kind, one.kind === 'delete' ? one.hold : null])).toEqual([
      ['create', null],
      ['delete', 'doors-changed'],
    ]);
  });

  it.each<[string, InputParts]>([
    ['the former one is alive', { bookings: [former(ANNA, { state: 'live' }), next()] }],
    ['the list is incomplete', { bookings: [former(), next()], complete: false }],
    ['another address', { bookings: [former(), next('otto@demo.invalid')] }],
    ['the mapping is not confirmed', { bookings: [former(), next()], settings: { ...settings(), recovery: 'copy' } }],
    ['its code has a schedule', { bookings: [former(), next()], codes: [code({ hasSchedule: true })] }],
  ])('%s: a code of its own', (_name, parts) => {
    const result = planned({ codes: [code()], ...parts });
    expect(done(result).filter(([kind]) => kind !== 'delete')).toMatchObject([
      ['create', NEXT, expect.not.stringMatching('4711'), 'Smoobu#13'],
    ]);
  });

  it('tells of another PIN where the new booking had its code before', () => {
    const codes = [code(), code({ id: 901, pin: pin('8305'), description: 'Smoobu#13' })];
    const result = planned({ bookings: [former(), next()], codes });
    expect([done(result), tells(result)]).toEqual([[['delete', FORMER, 900]], ['other-pin']]);
    expect(remembers(result)).toEqual([[NEXT, 'unknown']]);
    const later = { bookings: [former(), next()], codes: codes.slice(1), links: { [NEXT]: link('unknown') }, memory: { pinDraws: DRAWN } };
    expect(tells(planned(later))).toEqual(['other-pin']);
    expect(tells(planned({ ...later, nowMs: NOW_MS + 3 * 86_400_000 }))).toEqual([]);
  });

  it('gives nothing back or on once the former booking is alive again', () => {
    const result = planned({ bookings: [former(ANNA, { state: 'live' }), next()], codes: [code()], links: { [NEXT]: link('same') } });
    expect(done(result)).toMatchObject([['create', NEXT, expect.not.stringMatching('4711'), 'Smoobu#13']]);
    expect(tells(result)).not.toContain('other-pin');
  });

  it('leaves no hold about a code that has a booking again', () => {
    const bookings = [former(), next()];
    const held = planned({ bookings: bookings.slice(0, 1), codes: [code({ startDate: date('2026-11-22') })] }).operations[0];
    if (held?.kind !== 'delete' || held.hold === null) throw new Error('nothing waits');
    const waiting = new Map([[held.key, { ...held, hold: held.hold }]]);
    const result = planned({ bookings, codes: [code({ startDate: date('2026-11-22') })], memory: { waiting } });
    expect(result.settledHolds).toEqual([held.key]);
  });
});

describe('booked again, by the name alone', () => {
  const bookings = [former(null), next(null)];
  const own = code({ id: 901, pin: pin('8305'), description: 'Smoobu#13' });

  it('makes a code at once, keeps the former one and asks', () => {
    const result = planned({ bookings, codes: [code()] });
    expect(done(result)).toMatchObject([['create', NEXT, expect.not.stringMatching('4711'), 'Smoobu#13']]);
    expect(remembers(result)).toEqual([[NEXT, 'asked']]);
    expect(done(planned({ bookings, codes: [code(), own], links: { [NEXT]: link('asked') } }))).toEqual([]);
  });

  it('the same guest: the former code stays, and the new one goes once it is right', () => {
    const result = planned({ bookings, codes: [code(), own], links: { [NEXT]: link('same') } });
    expect(done(result)).toEqual([
      ['update', NEXT, '4711', 'Smoobu#13'],
      ['delete', NEXT, 901],
    ]);
    expect(result.operations[1]).toMatchObject({ evidence: 'duplicate', after: [result.operations[0]?.key] });
  });

  it('another guest: the former code goes', () => {
    const result = planned({ bookings, codes: [code(), own], links: { [NEXT]: link('other') } });
    expect([done(result), tells(result)]).toEqual([[['delete', FORMER, 900]], []]);
  });

  it('without an answer, the former code goes an hour before it would open', () => {
    const at = (time: string) =>
      planned({ bookings, codes: [code(), own], links: { [NEXT]: link('asked') }, nowMs: Date.parse(`2026-11-24T${time}:00+01:00`) });
    expect(done(at('13:59'))).toEqual([]);
    expect([done(at('14:00')), remembers(at('14:00'))]).toEqual([[['delete', FORMER, 900]], [[NEXT, 'unknown']]]);
  });

  it('gone, as the name on the lock tells', () => {
    const parts = {
      bookings: [next()],
      codes: [code()],
      lookups: new Map([[FORMER, { kind: 'missing' as const }]]),
      memory: { missingSinceMs: new Map([[FORMER, NOW_MS - 11 * 60_000]]) },
    };
    expect(remembers(planned(parts))).toEqual([[NEXT, 'asked']]);
    // Only missing: it may come back.
    const missing = planned({ ...parts, memory: {} });
    expect([remembers(missing), done(missing).map(([kind]) => kind)]).toEqual([[], ['create']]);
  });
});

describe('a guest who is blocked and books again', () => {
  const blocked = (id: number, changes: Partial<StayWish> = {}): PlanInput['wishes'] => ({
    ...NO_WISHES,
    stays: new Map([[id as BookingId, { ...noStayWish(), blockedSinceMs: 1, ...changes }]]),
  });

  it('stays out, and the user is asked, whether the codes are still there or not', () => {
    const bookings = [former(), next()];
    const off = planned({ bookings, codes: [code({ active: false })], wishes: blocked(FORMER) });
    expect([off.operations, tells(off)]).toMatchObject([[{ bookingId: NEXT, record: { active: false } }], ['blocked-guest-returns']]);
    const none = planned({ bookings, memory: { pinDraws: DRAWN }, wishes: blocked(FORMER) });
    expect([done(none), tells(none), remembers(none)]).toEqual([[], ['blocked-guest-returns'], [[NEXT, 'same']]]);
  });

  it('gets the code once the user lets them in, and no PIN that the user retired', () => {
    const parts = { bookings: [former(), next()], memory: { pinDraws: DRAWN }, links: { [NEXT]: link('same') } };
    const told = input().drawPin(FORMER as BookingId, 0, 4);
    const wishes = blocked(FORMER);
    const letIn = { ...noStayWish(), letInSinceMs: NOW_MS };
    const isLetIn = { ...wishes, stays: new Map([...wishes.stays, [NEXT as BookingId, letIn]]) };
    expect(done(planned({ ...parts, wishes: isLetIn }))).toEqual([['create', NEXT, told, 'Smoobu#13']]);
    const retired = blocked(FORMER, { blockedSinceMs: null, pin: { typed: null, retired: [{ attempt: 0, length: 4 }] } });
    expect(done(planned({ ...parts, wishes: retired }))).toMatchObject([['create', NEXT, expect.not.stringMatching(told), 'Smoobu#13']]);
  });

  it('is not recognised by the name alone, which withholds no code', () => {
    const result = planned({ bookings: [former(null), next(null)], codes: [code({ active: false })], wishes: blocked(FORMER) });
    expect(done(result).filter(([kind]) => kind === 'create')).toHaveLength(1);
    expect(remembers(result)).toEqual([[NEXT, 'other']]);
  });
});

describe('whoever booked', () => {
  const anyBooking = fc.record({
    state: fc.constantFrom('live' as const, 'cancelled' as const, 'absent' as const),
    email: fc.constantFrom(null, ANNA, 'otto@demo.invalid'),
    guestName: fc.constantFrom('Anna Müller', 'anna muller', 'Otto Berg', ''),
    unitId: fc.constantFrom(101, 101, 102),
    arrival: fc.constantFrom('2026-11-22', '2026-11-24', '2026-11-25'),
    departure: fc.constantFrom('2026-11-27', '2026-11-28'),
    hasCode: fc.boolean(),
    hasDraw: fc.boolean(),
  });

  it('no code of a live booking is passed on, none to another contact, and each has one owner', () => {
    fc.assert(
      fc.property(fc.array(anyBooking, { minLength: 1, maxLength: 6 }), fc.boolean(), (parts, isConfirmed) => {
        const units = [
          { unitId: 101, doors: [DOOR] },
          { unitId: 102, doors: [SECOND_DOOR] },
        ];
        const all = parts.map(({ email, guestName, unitId, ...rest }, index) => {
          const days = { arrival: date(rest.arrival), departure: date(rest.departure) };
          const state = rest.state === 'absent' ? 'live' : rest.state;
          return { ...rest, booking: by(email, { id: index + 1, guestName, unitId, state, ...days }) };
        });
        const codes = all.flatMap(({ hasCode, booking: { id, guestName, unitId, arrival, departure } }): Code[] =>
          hasCode
            ? [
                code({
                  ...(unitId === 101 ? DOOR : SECOND_DOOR),
                  id: 900 + id,
                  pin: pin(String(4700 + id)),
                  name: guestName,
                  startDate: arrival,
                  startTime: wall('15:00'),
                  endDate: departure,
                  description: `Smoobu#${String(id)}`,
                }),
              ]
            : [],
        );
        const draws = all.filter(({ hasDraw }) => hasDraw).map(({ booking: { id } }) => [id, { attempt: 0, length: 4 }] as const);
        const read = all.filter(({ state }) => state !== 'absent').map((one) => one.booking);
        const absent = all.filter(({ state }) => state === 'absent').map((one) => one.booking.id);
        const result = planned({
          settings: settings({ units }),
          bookings: read,
          codes,
          lookups: new Map(absent.map((id) => [id, { kind: 'missing' as const }])),
          memory: { pinDraws: new Map(draws), missingSinceMs: new Map(isConfirmed ? absent.map((id) => [id, NOW_MS - 3_600_000]) : []) },
        });
        const bookingOf = (id: number | null) => all.find((one) => one.booking.id === id)?.booking;
        const touched = new Map<number, Set<number | null>>();
        for (const operation of result.operations) {
          if (operation.kind === 'create') continue;
          const codeId = operation.kind === 'move' ? operation.from.codeId : operation.codeId;
          touched.set(codeId, (touched.get(codeId) ?? new Set()).add(operation.bookingId));
          const tag = readTag(codes.find(({ id }) => id === codeId)?.description ?? '');
          if (tag.kind !== 'tagged' || tag.claimId === operation.bookingId) continue;
          // It is another booking's now.
          const [from, to] = [bookingOf(Number(tag.claimId)), bookingOf(operation.bookingId)];
          expect(from?.state === 'cancelled' || absent.some((id) => id === tag.claimId)).toBe(true);
          expect(to?.state).toBe('live');
          expect(from?.contact?.email?.reveal()).toBe(to?.contact?.email?.reveal());
          expect(to?.contact?.email).not.toBe(null);
        }
        for (const owners of touched.values()) expect(owners.size).toBe(1);
        for (const operation of result.operations) {
          if (operation.kind === 'delete') continue;
          const owner = codes.find((one) => one.pin === operation.record.pin);
          const drawn = draws.find(([id]) => input().drawPin(id, 0, 4) === operation.record.pin);
          const whose = bookingOf(owner === undefined ? (drawn?.[0] ?? operation.bookingId) : Number(owner.id) - 900);
          if (whose?.id !== operation.bookingId)
            expect(whose?.contact?.email?.reveal()).toBe(bookingOf(operation.bookingId)?.contact?.email?.reveal());
        }
      }),
      { numRuns: 400 },
    );
  });
});
