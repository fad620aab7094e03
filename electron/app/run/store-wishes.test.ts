/** Wishes that a run stores by itself: those that follow a guest, whom they keep out, and which are over. */
import { describe, expect, it } from 'vitest';
import { booking, date, input, person } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { noStayWish, noWishes } from '../../../shared/domain/wishes.ts';
import type { StayWish, Wishes } from '../../../shared/domain/wishes.ts';
import { StorageFailure } from '../ports/storage.ts';
import { dropPastWishes, followWishes, keepFollowed } from './store-wishes.ts';
import type { Followed } from './store-wishes.ts';

const wish = (changes: Partial<StayWish> = {}): StayWish => ({ ...noStayWish(), ...changes });
const stored = (stays: Readonly<Record<number, StayWish>>): Wishes => ({
  ...noWishes(),
  people: [person()],
  stays: Object.entries(stays).map(([id, one]) => ({ bookingId: bookingId(Number(id)), wish: one })),
});
const NOTED = { kind: 'wished-stay', key: '12', value: null } as const;

/** `before`: as they are stored; null: they cannot be changed. */
function kept(act: (ports: Parameters<typeof keepFollowed>[1]) => void, before: Wishes | null, fails?: Error) {
  const log: string[] = [];
  let wishes = before;
  const changeWishes = (update: (known: Wishes) => Wishes): void => {
    log.push('stored');
    if (fails !== undefined) throw fails;
    if (wishes !== null) wishes = update(wishes);
  };
  act({ history: { remember: () => log.push('remembered') }, ...(before === null ? {} : { changeWishes }) });
  return { log, wishes };
}

describe('wishes that follow a guest', () => {
  const followed = (parts: Partial<Followed>): Followed => ({
    ...{ input: input(), wishes: new Map(), guests: new Map(), remember: [NOTED] },
    ...parts,
  });
  const one = followed({ wishes: new Map([[bookingId(12), { from: null, until: null, note: 'late' }]]) });

  it('are stored before it is remembered that they are', () => {
    const { log, wishes } = kept(
      (ports) => keepFollowed(one, ports),
      stored({ 12: wish({ letInSinceMs: 5 }), 34: wish({ note: 'other' }) }),
    );
    expect(log).toEqual(['stored', 'remembered']);
    expect(wishes).toEqual(stored({ 12: wish({ letInSinceMs: 5, note: 'late' }), 34: wish({ note: 'other' }) }));
  });
  it('are new ones where there were none', () => {
    expect(kept((ports) => keepFollowed(one, ports), stored({})).wishes).toEqual(stored({ 12: wish({ note: 'late' }) }));
  });
  it('are stored beside by whom another guest is recognised', () => {
    const guests = new Map([[bookingId(34), ['digest']]]);
    const { wishes } = kept((ports) => keepFollowed({ ...one, guests }, ports), stored({ 34: wish({ blockedSinceMs: 1 }) }));
    expect(wishes?.stays.map(({ bookingId: id, wish: { note, guest } }) => [id, note, guest])).toEqual([
      [34, '', ['digest']],
      [12, 'late', []],
    ]);
  });
  it('add by whom a blocked guest is recognised, where nothing is known and the wish is still there', () => {
    const guests = new Map([12, 34, 56].map((id) => [bookingId(id), ['digest']] as const));
    const before = stored({ 12: wish({ blockedSinceMs: 1 }), 34: wish({ blockedSinceMs: 1, guest: ['earlier'] }) });
    const { wishes, log } = kept((ports) => keepFollowed(followed({ guests }), ports), before);
    expect([wishes, log.length]).toEqual([
      stored({ 12: wish({ blockedSinceMs: 1, guest: ['digest'] }), 34: wish({ blockedSinceMs: 1, guest: ['earlier'] }) }),
      2,
    ]);
  });
  it('are not touched where nothing follows, or where they cannot be changed', () => {
    expect(kept((ports) => keepFollowed(followed({}), ports), stored({})).log).toEqual([]);
    expect(kept((ports) => keepFollowed(one, ports), null).log).toEqual([]);
  });
  it('are stored by a later run where the disk is full, and no other error is passed over', () => {
    expect(kept((ports) => keepFollowed(one, ports), stored({}), new StorageFailure('full')).log).toEqual(['stored']);
    expect(() => kept((ports) => keepFollowed(one, ports), stored({}), new Error('defect'))).toThrow('defect');
  });
});

describe('a guest who was blocked before the booking could be read', () => {
  const blocked = (guest: readonly string[]) =>
    new Map([
      [bookingId(12), wish({ blockedSinceMs: 1, guest: [...guest] })],
      [bookingId(34), wish({ noCode: true, guest: ['other'] })],
    ]);
  const read = (guest: readonly string[], digests: readonly string[] = ['a', 'b']): PlanInput =>
    input({
      bookings: [booking({ contact: { email: 'a@example.org' } } as never)],
      wishes: { ...NO_WISHES, stays: blocked(guest), guestDigests: () => digests },
    });
  it('is recognised from now on, in this run too', () => {
    const { guests, input: planned } = followWishes(read([]));
    expect([...guests]).toEqual([[12, ['a', 'b']]]);
    expect([...planned.wishes.stays].map(([id, { guest }]) => [id, guest])).toEqual([
      [12, ['a', 'b']],
      [34, ['other']],
    ]);
  });
  it('changes nothing where that is known, or where nothing tells', () => {
    for (const known of [read(['earlier']), read([], [])]) {
      expect(followWishes(known)).toMatchObject({ guests: new Map() });
      expect(followWishes(known).input.wishes.stays).toEqual(known.wishes.stays);
    }
  });
});

describe('wishes for stays that are long over', () => {
  const remembered = {
    ...nothingRemembered(),
    'wished-stay': new Map([['12', { bookingId: bookingId(12), departure: date('2026-01-01') }]]),
  };
  const past = (ids: readonly number[]): PlanInput =>
    input({ memory: { remembered }, wishes: { ...NO_WISHES, stays: new Map(ids.map((id) => [bookingId(id), wish({ noCode: true })])) } });
  it('go, before it is remembered that they are gone', () => {
    const { log, wishes } = kept((ports) => dropPastWishes(past([12, 34]), ports), stored({ 12: wish(), 34: wish() }));
    expect([log, wishes]).toEqual([['stored', 'remembered'], stored({ 34: wish() })]);
  });
  it('stay where the disk is full, and all is remembered where none goes', () => {
    expect(kept((ports) => dropPastWishes(past([12]), ports), stored({ 12: wish() }), new StorageFailure('full')).log).toEqual(['stored']);
    expect(kept((ports) => dropPastWishes(past([34]), ports), stored({ 34: wish() })).log).toEqual(['remembered']);
    expect(kept((ports) => dropPastWishes(past([12]), ports), null).log).toEqual([]);
  });
});
