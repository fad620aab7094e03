/** Two computers with one account, on which the user gave one stay different times, over the demo clouds. */
import { expect, it } from 'vitest';
import type { Pin } from '../../shared/domain/code.ts';
import { noStayWish, withRetired } from '../../shared/domain/wishes.ts';
import type { DayTime } from '../../shared/domain/wishes.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { WallTime } from '../../shared/time.ts';
import { typePin } from './acts/own-pin.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation } from './world.ts';

const at = (day: number, time: string): DayTime => ({ day, time: time as WallTime });

it.each([
  // Within reach of each other's: what was written last stays.
  [[null, at(1, '18:00')], [at(0, '18:00'), at(0, '10:00')], '2026-11-27T18:00 2026-11-28T10:00', ['changed-by-hand'], []],
  // Nothing in common: the usual times.
  [
    [at(-2, '08:00'), at(-2, '09:00')],
    [at(2, '21:00'), at(2, '22:00')],
    '2026-11-27T15:00 2026-11-28T12:00',
    ['kept-by-hand'],
    ['changed-by-hand'],
  ],
] as const)(
  'the code settles, and the user is told (%j and %j)',
  async ([from, until], [otherFrom, otherUntil], expected, told, otherTold) => {
    const world = await twoDoors([{ name: 'Mara Lind', arrival: 4 }]);
    try {
      const id = bookingId(world.clouds.smoobu.bookings()[0]?.id ?? 0);
      world.clouds.smoobu.changeBooking(id, { departure: '2026-11-28' });
      const [one, other] = [world.install({ pinKey: new Uint8Array(32).fill(1) }), world.install({ pinKey: new Uint8Array(32).fill(1) })];
      const wish = (by: Installation, times: { readonly from: DayTime | null; readonly until: DayTime | null }): unknown =>
        by.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: id, wish: { ...noStayWish(), ...times } }] }));
      wish(one, { from, until });
      wish(other, { from: otherFrom, until: otherUntil });
      const rounds = async (count: number): Promise<readonly (readonly string[])[]> => {
        let kinds: (readonly string[])[] = [];
        for (let round = 0; round < count; round += 1) {
          kinds = [];
          for (const by of [one, other]) {
            world.clock.advance(10 * MINUTE_MS);
            kinds.push([...new Set((await by.run()).problems.map(({ kind }) => kind))]);
          }
        }
        return kinds;
      };
      await rounds(6);
      const writes = (): number => world.clouds.theKeys.events().filter(({ by }) => by === 'request').length;
      const before = writes();
      const kinds = await rounds(3);
      expect(writes()).toBe(before);
      const windows = world.clouds.theKeys
        .codes()
        .map((share) => `${String(share.startDate)}T${String(share.startTime)} ${String(share.endDate)}T${String(share.endTime)}`);
      expect(windows).toEqual([expected, expected]);
      expect(kinds).toEqual([told, otherTold]);
    } finally {
      await world.close();
    }
  },
);

it.each([
  ['retired there', null],
  ['typed over there', '5937'],
])('a PIN that the user typed on one computer, %s, settles on one that counts on both', async (_what, typedThere) => {
  const world = await twoDoors(['Mara Lind']);
  try {
    const id = bookingId(world.clouds.smoobu.bookings()[0]?.id ?? 0);
    const [one, other] = [world.install({ pinKey: new Uint8Array(32).fill(1) }), world.install({ pinKey: new Uint8Array(32).fill(2) })];
    const pins = () => [...new Set(world.clouds.theKeys.codes().map(({ code }) => code))];
    const sync = async (by: Installation): Promise<readonly string[]> => {
      world.clock.advance(10 * MINUTE_MS);
      return (await by.run()).problems.map(({ kind }) => kind);
    };
    const type = (by: Installation, pin: string): unknown =>
      by.wishes.change((wishes) => ({
        ...wishes,
        stays: [{ bookingId: id, wish: { ...noStayWish(), pin: { typed: by.vault.seal('wish-pin', id, pin as Pin), retired: [] } } }],
      }));
    type(one, '4826');
    await sync(one);
    expect(pins()).toEqual(['4826']);
    if (typedThere === null)
      other.wishes.change((wishes) => withRetired(wishes, id, { digest: other.vault.digestPin('4826' as Pin) ?? '' }));
    else type(other, typedThere);
    await sync(other);
    const settled = pins();
    expect([settled.length, settled.includes('4826'), typedThere === null || settled[0] === typedThere]).toEqual([1, false, true]);
    const confirmed = world.settings;
    world.settings = { ...confirmed, recovery: 'copy' };
    expect(await sync(one)).toContain('mapping-unconfirmed');
    expect(pins()).toEqual(settled);
    world.settings = confirmed;
    const typeAgain = () => typePin(world.clouds.smoobu.bookings()[0]!, '4826', world, { installation: one });
    for (const told of [[], ['pin-changed-by-hand'], ['pin-changed-by-hand']]) {
      expect(await typeAgain()).toBeNull();
      expect(new Set(await sync(one))).toEqual(new Set(told));
      await sync(other);
      expect(pins()).toEqual(settled);
    }
    // What the user types here afterwards counts again.
    type(one, '8261');
    await sync(one);
    for (let round = 0; round < 3; round += 1) for (const by of [other, one]) await sync(by);
    expect(pins()).toEqual(['8261']);
  } finally {
    await world.close();
  }
});

it('a PIN that each computer replaced by the other’s settles on a third, which neither replaced', async () => {
  const world = await twoDoors(['Mara Lind']);
  try {
    const id = bookingId(world.clouds.smoobu.bookings()[0]?.id ?? 0);
    const [one, other] = [world.install({ pinKey: new Uint8Array(32).fill(1) }), world.install({ pinKey: new Uint8Array(32).fill(2) })];
    const pins = () => [...new Set(world.clouds.theKeys.codes().map(({ code }) => code))];
    const sync = async (by: Installation): Promise<readonly string[]> => {
      world.clock.advance(10 * MINUTE_MS);
      return (await by.run()).problems.map(({ kind }) => kind);
    };
    const replace = async (by: Installation): Promise<string> => {
      const [pin = ''] = pins();
      const digest = by.vault.digestPin(pin as Pin) ?? '';
      by.wishes.change((wishes) => withRetired(wishes, id, { digest }));
      await sync(by);
      return pin;
    };
    await sync(one);
    const replaced = [await replace(other), await replace(one)];
    const told: string[] = [];
    for (let round = 0; round < 6; round += 1) told.push(...(await sync(other)), ...(await sync(one)));
    const settled = pins();
    expect([settled.length, settled.some((pin) => replaced.includes(pin))]).toEqual([1, false]);
    expect(told).toContain('pin-changed-by-hand');
    await sync(other);
    await sync(one);
    expect(pins()).toEqual(settled);
  } finally {
    await world.close();
  }
});
