/** A user's note that does not fit beside the tag is cut, so that a code made by hand is adopted all the same, and the user is told once. */
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

/** A guest whose codes were made by hand on both doors, with that note. */
async function start(note: string, theKeysSwitches: Partial<TheKeysSwitches>): Promise<Installation> {
  world = await twoDoors(['Ada'], { theKeysSwitches });
  for (const lock of world.clouds.theKeys.locks().slice(0, 2)) {
    const keypadId = lock.accessories[0]?.stringId ?? '';
    const code = { lockId: lock.id, keypadId, name: 'Ada', code: '7351', startDate: '2026-11-24', endDate: '2026-11-27' };
    world.clouds.theKeys.addForeignCode({ ...code, description: note });
  }
  return world.install();
}
const tag = (): string => `Smoobu#${String(world.clouds.smoobu.bookings()[0]?.id)}`;
const descriptions = (): readonly (string | null)[] => world.clouds.theKeys.codes().map(({ description }) => description);
const statuses = ({ operations }: RunReport): readonly string[] => operations.map(({ kind, status }) => `${kind} ${status}`);
const kinds = ({ problems }: RunReport): readonly string[] => problems.map(({ kind }) => kind);

async function expectAdopted(installation: Installation, isTold: boolean): Promise<void> {
  const report = await installation.run();
  expect(statuses(report)).toEqual(['adopt done', 'adopt done']);
  expect([report.run.outcome, exitCodeOfReport(report)]).toEqual(['ok', 0]);
  expect(kinds(report)).toEqual(isTold ? ['note-cut', 'note-cut'] : []);
  world.clock.advance(15 * MINUTE_MS);
  const next = await installation.run();
  expect([next.operations, next.problems]).toEqual([[], []]);
  expect(world.clouds.theKeys.codes().map(({ code }) => code)).toEqual(['7351', '7351']);
}

describe('a note near the limit', () => {
  const cases = [255, 120, 60, 20].flatMap((limit) =>
    [0, 5, limit - 20, limit - 5, limit, limit + 100].flatMap((length) =>
      [true, false].map((clear) => [limit, Math.max(0, length), clear] as const),
    ),
  );
  it.each(cases)('limit %i, note of %i characters, clear messages: %s', async (textLimit, length, clearMessages) => {
    const note = 'n'.repeat(length);
    const installation = await start(note, { textLimit, clearMessages });
    const whole = note === '' ? tag() : `${tag()} ${note}`;
    await expectAdopted(installation, whole.length > textLimit);
    for (const description of descriptions()) {
      expect(description?.length).toBeLessThanOrEqual(textLimit);
      if (whole.length <= textLimit) expect(description).toBe(whole);
      else if (textLimit >= 120) expect(description).toMatch(new RegExp(`^${tag()} n+…$`));
      else expect(description).toBe(tag());
    }
  });

  it('is cut by the cloud itself, without a word', async () => {
    const installation = await start('n'.repeat(100), { keptNotes: 'cut' });
    await expectAdopted(installation, true);
    expect(descriptions().map((description) => description?.slice(0, tag().length + 2))).toEqual([`${tag()} n`, `${tag()} n`]);
  });

  it('does not keep the guest from staying longer, or from moving', async () => {
    const installation = await start('short', {});
    await installation.run();
    for (const { id } of world.clouds.theKeys.codes()) world.clouds.theKeys.changeCode(id, { description: `${tag()} ${'n'.repeat(300)}` });
    world.clouds.theKeys.setSwitches({ clearMessages: false });
    const { id } = world.clouds.smoobu.bookings()[0]!;
    world.clouds.smoobu.changeBooking(id, { departure: '2026-11-29' });
    world.clock.advance(15 * MINUTE_MS);
    const report = await installation.run();
    expect([statuses(report), kinds(report)]).toEqual([
      ['update done', 'update done'],
      ['note-cut', 'note-cut'],
    ]);
    for (const { id: codeId } of world.clouds.theKeys.codes())
      world.clouds.theKeys.changeCode(codeId, { description: `${tag()} ${'m'.repeat(300)}` });
    world.clouds.smoobu.changeBooking(id, { apartmentId: 502 });
    world.clock.advance(15 * MINUTE_MS);
    const moved = await installation.run();
    expect(kinds(moved)).toContain('note-cut');
    world.clock.advance(15 * MINUTE_MS);
    expect((await installation.run()).run.outcome).toBe('ok');
    expect(world.clouds.theKeys.codes().map(({ lockId, code }) => [lockId, code])).toEqual([[3103, '7351']]);
    expect(descriptions()).toEqual([expect.stringMatching(new RegExp(`^${tag()} m+…$`))]);
  });

  it('is learned for the lock: the next long note there is not refused', async () => {
    const installation = await start('n'.repeat(200), { textLimit: 120 });
    await installation.run();
    const { apartmentId } = world.clouds.smoobu.bookings()[0]!;
    world.clouds.smoobu.addBooking({ apartmentId, arrival: '2026-12-12', departure: '2026-12-14', guestName: 'Ben' });
    for (const { lockId, accessory } of world.clouds.theKeys.codes()) {
      const code = { lockId, keypadId: accessory.stringId, name: 'Ben', code: '8462', startDate: '2026-12-12', endDate: '2026-12-14' };
      world.clouds.theKeys.addForeignCode({ ...code, description: 'm'.repeat(200) });
    }
    const writes = (): number => world.clouds.theKeys.requests().filter(({ isWrite }) => isWrite).length;
    const before = writes();
    world.clock.advance(15 * MINUTE_MS);
    expect(kinds(await installation.run())).toEqual(['note-cut', 'note-cut']);
    expect(writes() - before).toBe(2);
  });
});
