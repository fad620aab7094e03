/** Placeholders at Smoobu over whole runs: what a template of the host would show at any moment is what opens the doors, or nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toldKey } from '../../../shared/domain/told.ts';
import { withAccess } from '../../../shared/domain/wishes.ts';
import { Killed } from '../killable.ts';
import type { Installation } from '../world.ts';
import { ana, install, lineOf, newPin, open, pinOfAna, pinsOnLocks, shown, start, watch, watchWrites, withPrefixes, world } from './ana.ts';

const DAY_MS = 86_400_000;

beforeEach(open);
afterEach(async () => world.close());

describe('setting', () => {
  test('the digits to type are set once they are on every door, and a quiet sync asks Smoobu nothing', async () => {
    withPrefixes('28', '28');
    const computer = install();
    const report = await computer.run();
    expect(shown()).toBe(`28${pinOfAna()}`);
    expect(lineOf(report.told)).toEqual(['confirmed null']);
    const requests = watch();
    const quiet = await computer.run();
    expect([requests, quiet.told, quiet.problems]).toEqual([[], undefined, []]);
    world.clock.advance(DAY_MS);
    await computer.run();
    expect(requests).toEqual(['GET']);
  });

  test('nothing that is remembered contains the digits', async () => {
    const computer = install();
    await computer.run();
    const { told, placeholder } = computer.history.memory().remembered;
    const texts: string[] = [];
    JSON.stringify([...told, ...placeholder], (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => text.includes(pinOfAna()))).toEqual([]);
  });

  test('a stay that is over leaves nothing at Smoobu and in the register, also when it got longer', async () => {
    const computer = install();
    await computer.run();
    world.clouds.smoobu.changeBooking(ana, { departure: '2026-11-29' });
    await computer.run();
    const ends = [...computer.history.memory().remembered.placeholder.values()].map(({ untilMs }) => new Date(untilMs).toISOString());
    expect(ends).toEqual(['2026-11-29T11:00:00.000Z']);
    world.clock.advance(5 * DAY_MS);
    await computer.run();
    expect(shown()).toBe(pinOfAna());
    world.clock.advance(DAY_MS + 2 * 3_600_000);
    const report = await computer.run();
    expect([shown(), lineOf(report.told)]).toEqual(['', ['off over']]);
    const { told, placeholder } = computer.history.memory().remembered;
    expect([told.size, placeholder.size]).toEqual([0, 0]);
  });

  test('nothing is set for a door that is not verified, before the days, without a start, or without a PIN key', async () => {
    world.clouds.theKeys.faults.set({ writes: { kind: 'unavailable' } });
    const computer = install();
    const requests = watch();
    await computer.run();
    world.clouds.theKeys.faults.clear();
    start({ daysBefore: 0 });
    await computer.run();
    start({ daysBefore: 7 }, false);
    await computer.run();
    start();
    await install({ pinKey: null }).run();
    expect(requests).toEqual([]);
    expect(shown()).toBe('');
    await computer.run();
    expect(shown()).toBe(pinOfAna());
  });

  test('where doors need different digits there is no single PIN, and a problem says so', async () => {
    withPrefixes('28', '');
    const computer = install();
    const report = await computer.run();
    expect(shown()).toBe('');
    expect(report.problems).toMatchObject([{ kind: 'placeholder-no-pin', text: { key: 'problem.placeholder-no-pin' } }]);
    start({ doorsKey: 'latchkeyDoors' });
    const next = await computer.run();
    expect(next.problems).toMatchObject([{ kind: 'placeholder-no-pin', text: { key: 'problem.placeholder-doors-only' } }]);
    expect([shown(), shown('latchkeyDoors').match(/\d{4,}/g)]).toEqual(['', [`28${pinOfAna()}`, pinOfAna()]]);
  });

  test('another key takes over, and nothing is left under the former one', async () => {
    const computer = install();
    await computer.run();
    start({ key: 'doorPin' });
    await computer.run();
    expect([shown(), shown('doorPin')]).toEqual(['', pinOfAna()]);
  });

  test('what somebody deleted or changed at Smoobu is right again after a day', async () => {
    const computer = install();
    await computer.run();
    const [row] = world.clouds.smoobu.placeholders();
    world.clouds.smoobu.changePlaceholder(row?.id ?? 0, { defaultValue: '0000' });
    world.clock.advance(DAY_MS);
    await computer.run();
    expect(shown()).toBe(pinOfAna());
    for (const { id } of world.clouds.smoobu.placeholders()) world.clouds.smoobu.removePlaceholder(id);
    world.clock.advance(DAY_MS);
    await computer.run();
    expect(shown()).toBe(pinOfAna());
  });
});

describe('another account at Smoobu', () => {
  test('nothing is read or concluded while nothing changes', async () => {
    const computer = install();
    await computer.run();
    const { placeholder, told } = computer.history.memory().remembered;
    world.clouds.smoobu.setSwitches({ account: 'other' });
    world.clock.advance(DAY_MS);
    const requests = watch();
    await computer.run();
    const after = computer.history.memory().remembered;
    expect([requests, after.placeholder, after.told]).toEqual([[], placeholder, told]);
  });

  test('a PIN that changes all the same: what is found there goes first, and what is not may be in ours', async () => {
    const computer = install();
    await computer.run();
    world.clouds.smoobu.setSwitches({ account: 'other-same-bookings' });
    newPin(computer);
    const atWrites = watchWrites();
    await computer.run();
    expect(new Set(atWrites)).toEqual(new Set(['']));
    world.clouds.smoobu.setSwitches({ account: 'own' });
    await computer.run();
    expect(shown()).toBe(pinOfAna());
    world.clouds.smoobu.setSwitches({ account: 'other-same-bookings' });
    for (const { id } of world.clouds.smoobu.placeholders()) world.clouds.smoobu.removePlaceholder(id);
    newPin(computer);
    const kinds = async () => (await computer.run()).problems.map(({ kind }) => kind);
    expect([await kinds(), await kinds()]).toEqual([
      ['placeholder-stays', 'other-account'],
      ['placeholder-stays', 'other-account'],
    ]);
    world.clouds.smoobu.setSwitches({ account: 'own' });
    expect([await kinds(), shown()]).toEqual([[], pinOfAna()]);
  });
});

test('switched off again, nothing is left at Smoobu, and a sync asks it nothing more', async () => {
  const computer = install();
  await computer.run();
  start({}, false);
  await computer.run();
  expect(world.clouds.smoobu.placeholders()).toEqual([]);
  const requests = watch();
  await computer.run();
  expect(requests).toEqual([]);
});

describe('taken keys', () => {
  test.each([
    ['of the booking', { type: 1 }],
    ['of the apartment', { type: 2 }],
  ])('one %s that somebody else set is never changed', async (_name, { type }) => {
    const apartmentId = world.clouds.smoobu.bookings()[0]?.apartmentId ?? 0;
    world.clouds.smoobu.addPlaceholder({ key: 'latchkeyPin', defaultValue: 'Ask 4711', type, foreignId: type === 1 ? ana : apartmentId });
    const before = world.clouds.smoobu.placeholders();
    const computer = install();
    const report = await computer.run();
    expect(report.problems).toMatchObject([{ kind: 'placeholder-taken', bookingId: ana }]);
    const requests = watch();
    expect((await computer.run()).problems).toMatchObject([{ kind: 'placeholder-taken' }]);
    newPin(computer);
    await computer.run();
    expect(requests.filter((method) => method !== 'GET')).toEqual([]);
    expect(world.clouds.smoobu.placeholders()).toEqual(before);
    start({ key: 'doorPin' });
    expect((await computer.run()).problems).toEqual([]);
    expect(shown('doorPin')).toBe(pinOfAna());
  });

  test('translations on ours are not overwritten, but do not survive the PIN', async () => {
    const computer = install();
    await computer.run();
    const [row] = world.clouds.smoobu.placeholders();
    world.clouds.smoobu.changePlaceholder(row?.id ?? 0, { translations: { fr: '1234' } });
    world.clock.advance(DAY_MS);
    const report = await computer.run();
    expect(report.problems).toMatchObject([{ kind: 'placeholder-taken' }]);
    expect(world.clouds.smoobu.placeholders()).toMatchObject([{ translations: { fr: '1234' } }]);
    newPin(computer);
    expect((await computer.run()).problems).toEqual([]);
    expect(world.clouds.smoobu.placeholders()).toMatchObject([{ defaultValue: pinOfAna(), translations: {} }]);
  });
});

describe('before the PIN stops opening', () => {
  test('a new PIN: the placeholder is gone before the write, and says the new one after it', async () => {
    const computer = install();
    await computer.run();
    const former = pinOfAna();
    newPin(computer);
    const atWrites = watchWrites();
    const report = await computer.run();
    expect(new Set(atWrites)).toEqual(new Set(['']));
    expect(pinOfAna()).not.toBe(former);
    expect([shown(), report.problems]).toEqual([pinOfAna(), []]);
    const told = computer.history.memory().remembered.told.get(toldKey(ana, 'placeholder'));
    expect(told).toMatchObject({ earlier: [computer.vault.digestPin(former as never)], known: { state: 'confirmed' } });
  });

  test('killed between the deletion and the write: no placeholder, and the next run sets it', async () => {
    const computer = install();
    await computer.run();
    newPin(computer);
    let isDeleted = false;
    world.clouds.smoobu.faults.onRequest(({ method }) => {
      if (method === 'DELETE' && !isDeleted) {
        isDeleted = true;
        computer.killAt(1, 'before');
      }
      return null;
    });
    await expect(computer.run()).rejects.toThrow(Killed);
    expect([isDeleted, shown()]).toEqual([true, '']);
    world.clouds.smoobu.faults.clear();
    await computer.run();
    expect(shown()).toBe(pinOfAna());
  });

  test('killed after it was set: the next run knows that it may be there, whatever the user wants by then', async () => {
    const computer = install();
    world.clouds.smoobu.faults.onRequest(({ method }) => {
      if (method === 'POST') computer.killAt(1, 'before');
      return null;
    });
    await expect(computer.run()).rejects.toThrow(Killed);
    world.clouds.smoobu.faults.clear();
    expect(shown()).toBe(pinOfAna());
    start({}, false);
    await computer.run();
    expect(shown()).toBe('');
  });

  test('also in a run for this stay alone', async () => {
    const computer = install();
    await computer.run();
    newPin(computer);
    const atWrites = watchWrites();
    await computer.run({ claim: ana });
    expect([new Set(atWrites), shown()]).toEqual([new Set(['']), pinOfAna()]);
  });

  test.each([
    ['blocked', (computer: Installation) => computer.wishes.change((wishes) => withAccess(wishes, ana, 'blocked', world.clock.nowMs()))],
    ['cancelled', () => world.clouds.smoobu.cancelBooking(ana)],
    ['another prefix', () => withPrefixes('9', '9')],
    ['moved to another unit', () => world.clouds.smoobu.changeBooking(ana, { apartmentId: world.clouds.smoobu.apartments()[1]?.id ?? 0 })],
  ])('%s: gone before the first write', async (_name, change) => {
    const computer = install();
    await computer.run();
    expect(shown()).toBe(pinOfAna());
    change(computer);
    const atWrites = watchWrites();
    await computer.run();
    expect(atWrites.filter((text) => text !== '')).toEqual([]);
    const expected = pinsOnLocks().length === 0 || world.clouds.smoobu.booking(ana)?.type === 'cancellation' ? '' : null;
    expect(shown()).toBe(expected ?? `${world.settings.mapping.units[0]?.doors[0]?.prefix ?? ''}${pinOfAna()}`);
  });
});

test('with a wrong clock, what stops being true goes all the same', async () => {
  const computer = install();
  await computer.run();
  newPin(computer);
  const offset = { clockOffsetMs: 12 * 3_600_000 };
  world.clouds.smoobu.setSwitches(offset);
  world.clouds.theKeys.setSwitches(offset);
  const atWrites = watchWrites();
  const { problems } = await computer.run();
  expect([problems.map(({ kind }) => kind), new Set(atWrites), shown()]).toEqual([['clock-wrong'], new Set(['']), '']);
  world.clouds.smoobu.setSwitches({ clockOffsetMs: 0 });
  world.clouds.theKeys.setSwitches({ clockOffsetMs: 0 });
  await computer.run();
  expect(shown()).toBe(pinOfAna());
});
