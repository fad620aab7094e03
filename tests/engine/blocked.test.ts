/** Whole runs for guests who are kept out and let in again, and for PINs that the user replaces. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideAccess } from '../../electron/app/acts/decide-access.ts';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import type { StayWish } from '../../shared/domain/wishes.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import { Killed } from './killable.ts';
import type { Installation, World } from './world.ts';

let world: World;
let home: Installation;
/** Two doors for Mara, who arrives tomorrow at 15:00. */
beforeEach(async () => {
  world = await twoDoors(['Mara Lind']);
  home = world.install();
  await home.run();
});
afterEach(async () => {
  await world.close();
});

const mara = (): number => world.clouds.smoobu.bookings()[0]?.id ?? 0;
const codes = (): readonly DemoShare[] => world.clouds.theKeys.codes();
const pins = (): readonly string[] => codes().map(({ code }) => code);
const states = (): readonly boolean[] => codes().map(({ active }) => active);
const kinds = (report: RunReport): readonly string[] => report.problems.map(({ kind }) => kind);
const decide = (access: 'blocked' | 'let-in', by = home): void =>
  decideAccess(by, { id: bookingId(mara()), is: access }, world.clock.nowMs());
const wish = (changes: Partial<StayWish>): unknown =>
  home.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(mara()), wish: { ...noStayWish(), ...changes } }] }));
async function later(by = home): Promise<RunReport> {
  world.clock.advance(15 * MINUTE_MS);
  return by.run();
}
/** During the stay. */
const opens = (pin: string | undefined): boolean => {
  const [share] = codes();
  const atMs = Date.parse(`${share?.startDate ?? ''}T18:00:00+01:00`);
  return codes().some(({ lockId, accessory }) => world.clouds.theKeys.opens(lockId, accessory.stringId, pin ?? '', atMs));
};

describe('a guest who is blocked', () => {
  it('gets in nowhere, and again with the same PIN when let in', async () => {
    const before = pins();
    decide('blocked');
    const blocked = await home.run();
    expect([states(), pins(), kinds(blocked), opens(before[0])]).toEqual([[false, false], before, ['blocked'], false]);
    expect((await later()).operations).toEqual([]);
    decide('let-in');
    expect(kinds(await home.run())).toEqual([]);
    expect([states(), pins(), opens(before[0])]).toEqual([[true, true], before, true]);
    await later();
    // From now on a hand at The Keys counts again.
    world.clouds.theKeys.changeCode(codes()[0]?.id ?? 0, { active: false });
    expect(kinds(await later())).toEqual(['switched-off']);
    expect(states()).toEqual([false, true]);
  });

  it('stays out with lost files, for a second computer, and on doors that are new', async () => {
    decide('blocked');
    await home.run();
    const other = world.install();
    for (const by of [other, world.install()]) {
      expect(kinds(await later(by))).toContain('switched-off');
      expect(states()).toEqual([false, false]);
    }
    // The third unit's door.
    const mapping = world.settings.mapping.units;
    world.settings = {
      ...world.settings,
      mapping: {
        ...world.settings.mapping,
        units: mapping.map((unit, index) => (index === 0 ? { ...unit, doors: mapping.flatMap(({ doors }) => doors) } : unit)),
      },
    };
    await later(other);
    expect(states()).toEqual([false, false]);
    // Who lets the guest in, does so for both.
    expect(other.answer(`off:${String(mara())}`, 'let-in')).toBe(true);
    await later(other);
    expect(states()).toEqual([true, true, true]);
  });

  it('stays out when another computer blocks them after this one let them in and lost its history', async () => {
    decide('blocked');
    await home.run();
    decide('let-in');
    await later();
    const other = world.install();
    decide('blocked', other);
    await later(other);
    const emptied = world.install({ wishes: home.wishes });
    for (const by of [emptied, other, emptied, emptied]) {
      const { problems } = await later(by);
      expect([states(), problems.map(({ text }) => text.key)]).toEqual([
        [false, false],
        [by === other ? 'problem.blocked' : 'problem.off-after-let-in'],
      ]);
    }
    expect(emptied.answer(`off:${String(mara())}`, 'let-in')).toBe(true);
    await later(emptied);
    expect(states()).toEqual([true, true]);
  });

  it('stays out when another computer blocks them while a door still waits to let them in', async () => {
    decide('blocked');
    await home.run();
    decide('let-in');
    const { faults } = world.clouds.theKeys;
    const isUnread = (): void =>
      faults.onRequest(({ path }) => (path.endsWith('/partage/all/serrure/3102') ? { kind: 'forbidden' } : null));
    isUnread();
    await home.run();
    expect([...states()].sort()).toEqual([false, true]);
    faults.clear();
    const other = world.install();
    decide('blocked', other);
    await other.run();
    expect(states()).toEqual([false, false]);
    isUnread();
    expect(kinds(await later())).toContain('switched-off');
    faults.clear();
    for (let round = 0; round < 2; round += 1) expect([kinds(await later()), states()]).toEqual([['switched-off'], [false, false]]);
    expect(home.answer(`off:${String(mara())}`, 'let-in')).toBe(true);
    expect([kinds(await later()), states()]).toEqual([[], [true, true]]);
  });

  it('is out at once when blocked again after another computer let them in', async () => {
    decide('blocked');
    await home.run();
    const other = world.install();
    decide('let-in', other);
    await later(other);
    expect(states()).toEqual([true, true]);
    world.clock.advance(MINUTE_MS);
    decide('blocked');
    expect([kinds(await home.run()), states()]).toEqual([['blocked'], [false, false]]);
    for (const by of [other, home, other]) {
      await later(by);
      expect(states()).toEqual([false, false]);
    }
    // A hand that comes after counts, as ever.
    for (const { id } of codes()) world.clouds.theKeys.changeCode(id, { active: true });
    await later();
    expect([kinds(await later()), states()]).toEqual([['switched-on'], [true, true]]);
  });

  it('stays out, and is asked about once, when somebody switched off the codes at The Keys', async () => {
    for (const { id } of codes()) world.clouds.theKeys.changeCode(id, { active: false });
    const asked = await later();
    expect(asked.problems.map(({ kind, question }) => [kind, question?.choices])).toEqual([['switched-off', ['let-in', 'keep-blocked']]]);
    expect(asked.run.outcome).toBe('held');
    expect(home.answer(`off:${String(mara())}`, 'keep-blocked')).toBe(true);
    expect([kinds(await later()), states()]).toEqual([['blocked'], [false, false]]);
  });

  it('gets in once let in, however long no sync ran after the answer', async () => {
    for (const { id } of codes()) world.clouds.theKeys.changeCode(id, { active: false });
    await later();
    expect(home.answer(`off:${String(mara())}`, 'let-in')).toBe(true);
    world.clock.advance(30 * 60 * MINUTE_MS);
    expect([kinds(await home.run()), states()]).toEqual([[], [true, true]]);
    expect(home.history.memory().remembered['let-in'].get(String(mara()))?.isDone).toBe(false);
    await later();
    expect(home.history.memory().remembered['let-in'].get(String(mara()))?.isDone).toBe(true);
  });

  it('has another PIN where switching off does nothing, and the word tells every computer', async () => {
    const before = pins();
    world.clouds.theKeys.setSwitches({ switchingOff: 'ignored' });
    decide('blocked');
    const report = await home.run();
    expect(report.operations.map(({ kind, status }) => [kind, status])).toEqual([
      ['update', 'done'],
      ['update', 'done'],
    ]);
    expect(kinds(report)).toEqual(['blocked']);
    expect([states(), opens(before[0])]).toEqual([[true, true], false]);
    for (const { description } of codes()) expect(description).toBe(`Smoobu#${String(mara())} blocked`);
    expect((await later()).operations).toEqual([]);
    const other = world.install();
    expect((await later(other)).operations).toEqual([]);
    decide('let-in');
    await later();
    expect([pins(), opens(before[0])]).toEqual([before, true]);
    for (const { description } of codes()) expect(description).toBe(`Smoobu#${String(mara())}`);
  });
});

describe('a PIN that the user replaced', () => {
  const retired = [{ attempt: 0, length: 4 }];
  const replaced = (before: readonly string[]): void => {
    const [pin, ...others] = [...new Set(pins())];
    expect([others, codes().length, before.includes(pin ?? ''), opens(before[0]), opens(pin)]).toEqual([[], 2, false, false, true]);
  };

  it('is another one on all doors, in the same codes', async () => {
    const [before, ids] = [pins(), codes().map(({ id }) => id)];
    wish({ pin: { typed: null, retired } });
    const report = await home.run();
    expect(kinds(report)).toEqual([]);
    replaced(before);
    expect(codes().map(({ id }) => id)).toEqual(ids);
    expect((await later()).operations).toEqual([]);
    // Removed by hand, the code comes back with the new one.
    const [now] = pins();
    world.clouds.theKeys.removeCode(ids[0] ?? 0);
    await later();
    expect(new Set(pins())).toEqual(new Set([now]));
  });

  it('is another one although the guest is staying, and one that is refused is followed by the next', async () => {
    const before = pins();
    world.clock.advance(36 * 60 * MINUTE_MS);
    await home.run();
    const next = home.pins.draw(bookingId(mara()), 1, 4);
    world.clouds.theKeys.setSwitches({ refusedPins: next });
    wish({ pin: { typed: null, retired } });
    await home.run();
    expect(pins()).not.toContain(next);
    expect([new Set(pins()).size, pins().some((pin) => before.includes(pin))]).toEqual([1, false]);
    expect((await later()).operations).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is the same on all doors although the program was killed at request %d', async (at) => {
    const before = pins();
    wish({ pin: { typed: null, retired } });
    for (const when of ['after', 'before'] as const) {
      home.killAt(at, when);
      await home.run().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    }
    await later();
    replaced(before);
  });
});

describe('what somebody changes by hand at The Keys', () => {
  const written = (): number => world.clouds.theKeys.events().filter(({ by }) => by === 'request').length;
  const first = (): DemoShare => codes()[0] as DemoShare;

  it('stays, and is told until the user wants the booking’s times', async () => {
    world.clouds.theKeys.changeCode(first().id, { endTime: '16:00' });
    const before = written();
    const reports = [await later(), await later(), await later()];
    expect([reports.map(kinds), first().endTime, written()]).toEqual([[[], ['changed-by-hand'], ['changed-by-hand']], '16:00', before]);
    expect(home.answer(`changed:${String(first().id)}`, 'use-booking')).toBe(true);
    expect([kinds(await later()), first().endTime]).toEqual([[], '12:00']);
  });

  it('is not fought about by two computers', async () => {
    const other = world.install();
    await other.run();
    const before = written();
    world.clouds.theKeys.changeCode(first().id, { endTime: '16:00' });
    for (let round = 0; round < 4; round += 1) {
      await later();
      await later(other);
    }
    expect(written() - before).toBeLessThanOrEqual(2);
  });

  it('a code that is deleted is made again once', async () => {
    const [pin] = pins();
    world.clouds.theKeys.removeCode(first().id);
    expect([kinds(await later()), pins()]).toEqual([['code-deleted'], [pin, pin]]);
    world.clouds.theKeys.removeCode(Math.max(...codes().map(({ id }) => id)));
    expect([kinds(await later()), kinds(await later()), codes().length]).toEqual([['deleted-again'], ['deleted-again'], 1]);
  });
});
