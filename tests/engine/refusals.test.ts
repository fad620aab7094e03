/** What The Keys refuses for certain leads to another try, and never to a removal. Whole syncs over the demo clouds. */
import { afterEach, describe, expect, it } from 'vitest';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { GuestStay } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

async function start(guests: readonly (string | GuestStay)[], theKeysSwitches: Partial<TheKeysSwitches> = {}): Promise<Installation> {
  world = await twoDoors(guests, { theKeysSwitches });
  return world.install();
}
function pins(): readonly string[] {
  return world.clouds.theKeys.codes().map(({ code }) => code);
}
function pinsOf(id: number): readonly string[] {
  const own = world.clouds.theKeys.codes().filter(({ description }) => description === `Smoobu#${String(id)}`);
  return [...new Set(own.map(({ code }) => code))];
}
function writes(): number {
  return world.clouds.theKeys.requests().filter(({ isWrite }) => isWrite).length;
}
async function nextRun(installation: Installation, afterMs = 15 * MINUTE_MS): Promise<RunReport> {
  world.clock.advance(afterMs);
  return installation.run();
}
function booking(index = 0) {
  const found = world.clouds.smoobu.bookings()[index];
  if (found === undefined) throw new Error('There is no such booking.');
  return found;
}
function statuses(report: RunReport): readonly string[] {
  return report.operations.map(({ kind, status }) => `${kind} ${status}`).sort();
}
/** The PIN that the first guest gets where nothing is refused. */
async function firstPin(guests: readonly (string | GuestStay)[] = ['Ada']): Promise<string> {
  const installation = await start(guests);
  await installation.run();
  const [pin = ''] = pinsOf(booking().id);
  await world.close();
  return pin;
}

describe('a refused PIN', () => {
  it.each([true, false])('is replaced by the next draw on all doors (clear messages: %s)', async (clearMessages) => {
    const refusedPins = await firstPin();
    const installation = await start(['Ada'], { refusedPins, clearMessages });
    const report = await installation.run();
    expect(report.run.outcome).toBe('ok');
    expect(report.problems).toEqual([]);
    expect(pins()).toHaveLength(2);
    expect(pinsOf(booking().id)).toHaveLength(1);
    expect(pins()).not.toContain(refusedPins);
    expect((await nextRun(installation)).operations).toEqual([]);
  });

  it('of one lock rewrites the doors that were written already', async () => {
    const refused = await firstPin();
    const installation = await start(['Ada']);
    const second = world.clouds.theKeys.locks()[1]?.id ?? 0;
    // Only the second lock refuses it: as if a code that no list shows had it.
    world.clouds.theKeys.faults.onRequest((request) => {
      const isCreate = request.path.includes(`/partage/create/${String(second)}/`);
      world.clouds.theKeys.setSwitches({ refusedPins: isCreate ? refused : '' });
      return null;
    });
    const report = await installation.run();
    expect(statuses(report)).toEqual(['create done', 'create done', 'update done']);
    expect(pinsOf(booking().id)).toHaveLength(1);
    expect(pins()).not.toContain(refused);
    const told = pins()[0] ?? '';
    // Settled: a code deleted by hand comes back with the PIN that the guest was told.
    world.clouds.theKeys.faults.clear();
    world.clouds.theKeys.setSwitches({ refusedPins: '' });
    for (const { id } of world.clouds.theKeys.codes()) world.clouds.theKeys.removeCode(id);
    await nextRun(installation);
    expect(pins()).toEqual([told, told]);
  });

  it('that the guest may know stays, and is told as urgent', async () => {
    const installation = await start(['Ada']);
    await installation.run();
    const [told = ''] = pins();
    const [lost] = world.clouds.theKeys.codes();
    world.clouds.theKeys.removeCode(lost?.id ?? 0);
    world.clouds.theKeys.setSwitches({ refusedPins: told });
    for (let round = 0; round < 6; round += 1) {
      const report = await nextRun(installation);
      const refused = report.problems.filter(({ kind }) => kind !== 'code-deleted');
      expect(refused.map(({ kind, said }) => [kind, said])).toEqual([['pin-refused', 'Ce code existe déjà']]);
      expect(exitCodeOfReport(report)).toBe(1);
      expect(pins()).toEqual([told]);
    }
    world.clouds.theKeys.setSwitches({ refusedPins: '' });
    await nextRun(installation);
    expect(pins()).toEqual([told, told]);
  });

  it('counts at most ten times per lock and sync, and later syncs go on with the others', async () => {
    const guests = Array.from({ length: 25 }, (_, index) => ({ name: `Guest ${String(index)}`, arrival: index + 2 }));
    const installation = await start(guests, { missingDigits: '02' });
    for (let round = 0; round < 20; round += 1) {
      const before = writes();
      const held = pins().length;
      const report = await nextRun(installation);
      const updates = report.operations.filter(({ status }) => status === 'done').length;
      expect(writes() - before - updates).toBeLessThanOrEqual(20);
      expect(pins().length).toBeGreaterThanOrEqual(held);
      if (report.operations.length === 0) break;
    }
    for (const { id } of world.clouds.smoobu.bookings()) expect(pinsOf(id)).toHaveLength(1);
    expect(pins().filter((pin) => /[02]/.test(pin))).toEqual([]);
    expect(pins()).toHaveLength(50);
  });

  it('is not even tried where the setting of the door excludes it', async () => {
    const installation = await start(['Ada', 'Ben', 'Cleo', 'Dora'], { missingDigits: '024' });
    const { mapping } = world.settings;
    const units = mapping.units.map((unit) => ({ ...unit, doors: unit.doors.map((door) => ({ ...door, digits: '1356789' })) }));
    world.settings = { ...world.settings, mapping: { ...mapping, units } };
    await installation.run();
    expect(writes()).toBe(8);
    expect(pins()).toHaveLength(8);
  });

  it('survives a crash between the refusal and the next try', async () => {
    const refusedPins = await firstPin();
    for (let request = 4; request <= 12; request += 1) {
      const installation = await start(['Ada'], { refusedPins });
      installation.killAt(request, 'after');
      await installation.run().catch(() => null);
      await nextRun(installation);
      const report = await nextRun(installation);
      expect([report.operations, report.problems]).toEqual([[], []]);
      expect(pinsOf(booking().id)).toHaveLength(1);
      expect(pins()).toHaveLength(2);
      await world.close();
    }
    await start([]);
  });
});

describe('a refused name', () => {
  it.each([
    ['long', 'Maximiliane von Beispielhausen', 'Maximiliane von Beis'],
    ['characters', 'Zoë O’Brien', 'Zoe O Brien'],
    ['characters', '李 伟', 'Guest 24 Nov'],
  ] as const)('%s: %j is written %j', async (refusedNames, name, expected) => {
    for (const clearMessages of [true, false]) {
      const installation = await start([name], { refusedNames, clearMessages });
      const report = await installation.run();
      expect(report.run.outcome).toBe('ok');
      expect(world.clouds.theKeys.codes().map((code) => code.name)).toEqual([expected, expected]);
      expect((await nextRun(installation)).operations).toEqual([]);
      if (clearMessages) await world.close();
    }
  });

  it('is learned for the lock: the next guest is not refused', async () => {
    const installation = await start(['Maximiliane von Beispielhausen'], { refusedNames: 'long' });
    await installation.run();
    const { apartmentId } = booking();
    const before = writes();
    world.clouds.smoobu.addBooking({
      apartmentId,
      arrival: '2026-12-12',
      departure: '2026-12-14',
      guestName: 'Jean-Baptiste de la Musterstraße',
    });
    await nextRun(installation);
    expect(writes() - before).toBe(2);
  });

  it('that was used by somebody else gets the day behind it', async () => {
    const installation = await start(['Ada'], { refusedNames: 'repeated' });
    for (const lock of world.clouds.theKeys.locks().slice(0, 2)) {
      const keypadId = lock.accessories[0]?.stringId ?? '';
      world.clouds.theKeys.addForeignCode({ lockId: lock.id, keypadId, name: 'Ada', code: '7351' });
    }
    await installation.run();
    const own = world.clouds.theKeys.codes().filter(({ description }) => description !== null);
    expect(own.map(({ name }) => name)).toEqual(['Ada 24 Nov', 'Ada 24 Nov']);
  });
});

describe('a start in the past', () => {
  it.each([true, false])('becomes now for a stay under way (clear messages: %s)', async (clearMessages) => {
    const installation = await start([{ name: 'Ada', arrival: -1 }], { pastStarts: 'refuse', clearMessages });
    expect((await installation.run()).run.outcome).toBe('ok');
    expect(world.clouds.theKeys.codes().map(({ startDate, startTime }) => `${String(startDate)} ${String(startTime)}`)).toEqual([
      '2026-11-23 11:00',
      '2026-11-23 11:00',
    ]);
    expect((await nextRun(installation)).operations).toEqual([]);
  });

  it('does not keep a guest from staying longer', async () => {
    const installation = await start(['Ada'], { pastStarts: 'refuse' });
    await installation.run();
    world.clock.advance(2 * DAY_MS);
    world.clouds.smoobu.changeBooking(booking().id, { departure: '2026-11-30' });
    const report = await installation.run();
    expect(statuses(report)).toEqual(['update done', 'update done']);
    expect(world.clouds.theKeys.codes().map(({ endDate }) => endDate)).toEqual(['2026-11-30', '2026-11-30']);
    expect((await nextRun(installation)).operations).toEqual([]);
  });
});

describe('a refusal that nobody understands', () => {
  it('is told with its words, tried again at a growing distance, and removes nothing', async () => {
    const installation = await start([{ name: 'Ada', arrival: 10 }], { refuseWith: 'Service suspendu' });
    const tried: number[] = [];
    for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 60) {
      const before = writes();
      const report = await nextRun(installation, HOUR_MS);
      if (writes() > before) tried.push(minutes / 60);
      expect(report.problems.map(({ said }) => said)).toContain('Service suspendu');
      expect(exitCodeOfReport(report)).toBe(1);
    }
    expect(tried).toEqual([0, 1, 2, 3, 9, 33, 57]);
    world.clouds.theKeys.setSwitches({ refuseWith: '' });
    await nextRun(installation, DAY_MS);
    expect(pinsOf(booking().id)).toHaveLength(1);
    expect(pins()).toHaveLength(2);
  });

  it('is tried with every sync for an arrival within a day', async () => {
    const installation = await start([{ name: 'Ada', arrival: 0 }], { refuseWith: 'Service suspendu' });
    for (let round = 0; round < 12; round += 1) {
      const before = writes();
      await nextRun(installation);
      expect(writes()).toBeGreaterThan(before);
    }
  });

  it('of an update leaves the code as it is', async () => {
    const installation = await start([{ name: 'Ada', arrival: 5 }]);
    await installation.run();
    const before = world.clouds.theKeys.codes();
    world.clouds.theKeys.setSwitches({ refuseWith: 'Non' });
    world.clouds.smoobu.changeBooking(booking().id, { departure: '2026-12-04' });
    for (let round = 0; round < 5; round += 1) {
      expect((await nextRun(installation)).run.outcome).not.toBe('ok');
      expect(world.clouds.theKeys.codes()).toEqual(before);
    }
    world.clouds.smoobu.changeBooking(booking().id, { departure: '2026-12-05' });
    world.clouds.theKeys.setSwitches({ refuseWith: '' });
    expect((await nextRun(installation)).run.outcome).toBe('ok');
  });
});

describe('a lock that refuses everything', () => {
  it('leaves what is not sent to the next run, which is no success', async () => {
    const installation = await start(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gil', 'Hal'], { refuseWith: 'Opération impossible' });
    const report = await installation.run();
    expect(report.operations).toHaveLength(16);
    expect(report.counts).toMatchObject({ created: 0 });
    expect(report.run.outcome).toBe('partial');
    expect(exitCodeOfReport(report)).toBe(1);
    for (const problem of report.problems.filter(({ kind }) => kind === 'write-failed')) {
      const refused = report.operations.filter(({ bookingId, lockId }) => bookingId === problem.bookingId && lockId === problem.lockId);
      expect(refused.map(({ status }) => status)).toEqual(['failed']);
    }
  });
});

describe('a PIN that one of two doors has', () => {
  it('changes within a day, and then never again, since the guest may have been told', async () => {
    const installation = await start([{ name: 'Ada', arrival: 20 }]);
    await installation.run();
    const [pin = ''] = pinsOf(booking().id);
    // The second door is lost, and the keypad accepts no PIN any more that it is offered.
    const [first, second] = world.clouds.theKeys.codes();
    if (first === undefined || second === undefined) throw new Error('There are two codes.');
    installation.history.remember([{ kind: 'open-pin', key: String(booking().id), value: { sinceMs: world.clock.nowMs() - DAY_MS } }]);
    world.clouds.theKeys.removeCode(second.id);
    world.clouds.theKeys.setSwitches({ refusedPins: pin });
    const report = await nextRun(installation);
    expect(world.clouds.theKeys.share(first.id)?.code).toBe(pin);
    expect(report.problems.map(({ kind }) => kind)).toContain('pin-refused');
  });
});
