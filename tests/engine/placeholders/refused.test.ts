/** Placeholders that Smoobu refuses to change, answers that do not come, and two installations. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ana, install, lineOf, newPin, open, pinOfAna, settle, shown, start, watch, watchWrites, withPrefixes, world } from './ana.ts';

beforeEach(open);
afterEach(async () => world.close());

describe('refused by Smoobu', () => {
  test('where deleting is refused, a neutral text is shown meanwhile and after a cancellation', async () => {
    world.clouds.smoobu.setSwitches({ placeholderDelete: 'refused' });
    const computer = install();
    await computer.run();
    newPin(computer);
    const atWrites = watchWrites();
    expect((await computer.run()).problems).toEqual([]);
    expect([...new Set(atWrites)].map((text) => /\d/.test(text))).toEqual([false]);
    expect(shown()).toBe(pinOfAna());
    world.clouds.smoobu.cancelBooking(ana);
    const report = await computer.run();
    expect([shown(), lineOf(report.told)]).toEqual(['Please ask your host for the door code.', []]);
    const requests = watch();
    await computer.run();
    expect(requests).toEqual([]);
  });

  test('where changing is refused as well, an urgent problem says so until it is gone, and the write was not held up', async () => {
    const computer = install();
    await computer.run();
    const former = pinOfAna();
    world.clouds.smoobu.setSwitches({ placeholderDelete: 'no-route', placeholderUpdate: 'refused' });
    newPin(computer);
    const report = await computer.run();
    expect(report.problems.map(({ kind }) => kind)).toEqual(['placeholder-stays']);
    expect((await computer.run()).problems.map(({ kind }) => kind)).toEqual(['placeholder-stays']);
    expect([shown(), pinOfAna() === former]).toEqual([former, false]);
    world.clouds.smoobu.setSwitches({ placeholderDelete: 'works' });
    expect((await computer.run()).problems).toEqual([]);
    expect(shown()).toBe(pinOfAna());
  });

  test('where the list cannot be read, the write goes on, and an urgent problem says so until the placeholder is right', async () => {
    const computer = install();
    await computer.run();
    const former = pinOfAna();
    newPin(computer);
    world.clouds.smoobu.faults.onRequest(({ path }) => (path === '/api/custom-placeholders' ? { kind: 'forbidden' } : null));
    for (let runs = 0; runs < 2; runs += 1)
      expect((await computer.run()).problems.map(({ kind }) => kind)).toEqual(['placeholder-stays', 'placeholder-failed']);
    expect([shown(), pinOfAna() === former]).toEqual([former, false]);
    world.clouds.smoobu.faults.clear();
    expect([(await computer.run()).problems, shown()]).toEqual([[], pinOfAna()]);
  });

  test('where only updating is refused, it is made again', async () => {
    world.clouds.smoobu.setSwitches({ placeholderUpdate: 'no-route' });
    withPrefixes('28', '28');
    const computer = install();
    await computer.run();
    start({ doorsKey: 'latchkeyDoors' });
    await computer.run();
    withPrefixes('29', '29');
    expect((await computer.run()).problems).toEqual([]);
    expect([shown(), world.clouds.smoobu.placeholders()]).toMatchObject([`29${pinOfAna()}`, { length: 2 }]);
  });

  test.each(['server-error-after', 'drop-after', 'drop-before', 'server-error', 'rate-limited'] as const)(
    'after an answer that does not come (%s), the list decides',
    async (kind) => {
      const computer = install();
      world.clouds.smoobu.faults.onRequest(({ method }) => (method === 'GET' ? null : { kind }));
      await computer.run();
      world.clouds.smoobu.faults.clear();
      await settle(computer);
      expect([shown(), world.clouds.smoobu.placeholders().length]).toEqual([pinOfAna(), 1]);
      newPin(computer);
      world.clouds.smoobu.faults.onRequest(({ method }) => (method === 'GET' ? null : { kind }));
      await computer.run();
      world.clouds.smoobu.faults.clear();
      await settle(computer);
      expect([shown(), world.clouds.smoobu.placeholders().length]).toEqual([pinOfAna(), 1]);
    },
  );
});

describe('two installations', () => {
  test('both keep one placeholder, whoever changes the PIN', async () => {
    const pinKey = new Uint8Array(32).fill(9);
    const [one, other] = [install({ pinKey }), install({ pinKey })];
    await one.run();
    await other.run();
    expect(world.clouds.smoobu.placeholders()).toHaveLength(1);
    newPin(other);
    await other.run();
    expect(shown()).toBe(pinOfAna());
    await one.run();
    newPin(one);
    await one.run();
    await other.run();
    expect([shown(), world.clouds.smoobu.placeholders().length]).toEqual([pinOfAna(), 1]);
  });

  test('a register that was lost: the placeholder of this PIN goes before the PIN does', async () => {
    const pinKey = new Uint8Array(32).fill(9);
    await install({ pinKey }).run();
    const other = install({ pinKey });
    newPin(other);
    const atWrites = watchWrites();
    await other.run();
    expect(new Set(atWrites)).toEqual(new Set(['']));
    expect(shown()).toBe(pinOfAna());
  });

  test('a register that was lost: an earlier PIN of this booking is not taken for somebody else’s', async () => {
    const pinKey = new Uint8Array(32).fill(9);
    const one = install({ pinKey });
    await one.run();
    const former = pinOfAna();
    newPin(one);
    await one.run();
    const [row] = world.clouds.smoobu.placeholders();
    world.clouds.smoobu.changePlaceholder(row?.id ?? 0, { defaultValue: former });
    const { problems } = await install({ pinKey, wishes: one.wishes }).run();
    expect([problems.map(({ kind }) => kind), shown()]).toEqual([[], pinOfAna()]);
  });
});
