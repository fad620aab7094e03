/** The replaced lock of a gate that three units and a cleaner share: one act, whatever interrupts it, and back again. */
import { afterEach, describe, expect, it } from 'vitest';
import { prepareReplacement, prepareReturn, replaceDoor } from '../../electron/app/doors/replace-door.ts';
import type { ReplacePorts } from '../../electron/app/doors/replace-door.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import { ok } from '../../shared/result.ts';
import { lockId } from '../support/ids.ts';
import { portfolio } from './scenario.ts';
import { Killed } from './killable.ts';
import { startWorld } from './world.ts';
import type { Installation, World } from './world.ts';

const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const GATE = lockId(3104);
const NEW_GATE = lockId(3105);

let world: World;
let installation: Installation;
afterEach(async () => {
  await world.close();
});

/** One guest in each unit from tomorrow; the first unit's arrived yesterday where `isStaying`. */
async function begin({ isStaying = false } = {}): Promise<void> {
  const { seed, mapping } = portfolio({
    nowMs: NOW_MS,
    layout: {
      zone: 'Europe/Paris',
      lockOfKeypad: [0, 1, 2, 3, 4],
      doorsOfUnit: [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    },
    bookings: [0, 1, 2].map((unit) => ({ unit, arrival: isStaying && unit === 0 ? -1 : unit + 1, nights: 3, guest: unit, checkIn: null })),
    foreign: [],
  });
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  installation = world.install();
  const gate = mapping.units[0]?.doors[1];
  installation.wishes.change((wishes) => ({
    ...wishes,
    people: [
      personSchema.parse({
        id: 'k3m9qa',
        name: 'Cleaner',
        doors: [{ lockId: gate?.lockId, keypadId: gate?.keypadId }],
        schedule: { kind: 'always' },
        createdOn: '2026-11-20',
      }),
    ],
  }));
  await installation.run();
}
function ports(run: ReplacePorts['run'] = async (runId) => ok(await installation.run({ trigger: 'act', runId }))): ReplacePorts {
  return {
    settings: { read: () => world.settings, write: (settings) => void (world.settings = settings) },
    wishes: installation.wishes,
    history: installation.history,
    locks: installation.clients().locks,
    clock: world.clock,
    newRunId: () => 'the-act',
    preview: async (settings) => ok(await installation.run({ mode: 'dry-run', settings })),
    run,
  };
}
async function replace(run?: ReplacePorts['run']) {
  const prepared = await prepareReplacement(ports(), { lockId: GATE, by: NEW_GATE });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return { prepared: prepared.value, ran: await replaceDoor(ports(run), prepared.value) };
}
const on = (lock: number) =>
  world.clouds.theKeys
    .codes()
    .filter((code) => code.lockId === lock)
    .map(({ description, code }) => `${String(description)} ${code}`)
    .sort();

describe('replacing the gate of three units', () => {
  it('shows what moves, moves all codes with their PINs, and is one act', async () => {
    await begin();
    const before = on(GATE);
    expect(before).toHaveLength(4);
    const requests = world.clouds.theKeys.codes().length;
    const { prepared, ran } = await replace();
    expect(prepared.asks).toEqual([
      {
        kind: 'replace',
        door: 'Lock 3104',
        by: 'Lock 3105',
        units: world.settings.mapping.units.map(({ name, unitId }) => (name === '' ? String(unitId) : name)),
        people: ['Cleaner'],
        codes: 4,
      },
      { kind: 'prefix-kept', prefix: '18' },
    ]);
    expect(prepared.report.run.mode).toBe('dry-run');
    if (!ran.ok) throw new Error('It ran.');
    const { operations, run } = ran.value;
    expect([run.id, run.trigger, run.outcome]).toEqual(['the-act', 'act', 'ok']);
    expect(operations.map(({ kind, lockId: at, evidence, status }) => [kind, at, evidence, status])).toEqual([
      ...Array.from({ length: 4 }, () => ['create', NEW_GATE, null, 'done']),
      ...Array.from({ length: 4 }, () => ['delete', GATE, 'door-replaced', 'done']),
    ]);
    expect([on(GATE), on(NEW_GATE)]).toEqual([[], before]);
    expect(world.clouds.theKeys.codes()).toHaveLength(requests);
    expect(installation.wishes.read().people[0]?.doors).toMatchObject([{ lockId: NEW_GATE }]);
    expect(world.settings.mapping.units.map(({ doors }) => doors[1])).toMatchObject(
      Array.from({ length: 3 }, () => ({ lockId: NEW_GATE, prefix: '18' })),
    );
    expect(installation.history.memory().remembered['door-act'].get('the-act')).toMatchObject({ act: 'replaced', people: ['k3m9qa'] });
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it('is taken back: the former gate has all codes again, with their PINs', async () => {
    await begin();
    const [before, { mapping }] = [on(GATE), world.settings];
    await replace();
    const noted = installation.history.memory().remembered['door-act'].get('the-act');
    if (noted?.act !== 'replaced') throw new Error('It is noted.');
    const back = await prepareReturn(ports(), noted);
    if (!back.ok) throw new Error(JSON.stringify(back.error));
    expect((await replaceDoor(ports(), back.value)).ok).toBe(true);
    expect([on(GATE), on(NEW_GATE), world.settings.mapping.units]).toEqual([before, [], mapping.units]);
    expect(installation.wishes.read().people[0]?.doors).toMatchObject([{ lockId: GATE }]);
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it('asks before the old code of a guest goes who may be inside, and nobody is without a code', async () => {
    await begin({ isStaying: true });
    const before = on(GATE);
    const { prepared, ran } = await replace();
    expect(prepared.asks).toContainEqual({ kind: 'replace-waits', count: 1 });
    expect(ran).toMatchObject({ ok: true, value: { run: { outcome: 'held' } } });
    expect([on(NEW_GATE), on(GATE)]).toEqual([before, [expect.stringContaining('Smoobu#90001')]]);
    const [hold] = installation.history.listHolds();
    expect(hold).toMatchObject({ operation: { evidence: 'door-replaced', hold: 'doors-changed' } });
    await installation.run({ applyHeld: true });
    expect(on(GATE)).toEqual([]);
  });

  it('goes on with the next sync after the process ended behind the saved mapping', async () => {
    await begin();
    const before = on(GATE);
    // The wish of the cleaner still has the old door.
    const wishes = installation.wishes.read();
    await expect(replace(() => Promise.reject(new Killed()))).rejects.toBeInstanceOf(Killed);
    installation.wishes.change((stored) => ({ ...stored, people: wishes.people }));
    await installation.restart();
    expect((await installation.run()).run.outcome).toBe('ok');
    expect([on(GATE), on(NEW_GATE)]).toEqual([[], before]);
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it.each([20, 22, 24, 26, 28, 30])('converges after the process was killed at request %i of the act', async (request) => {
    await begin();
    const before = on(GATE);
    let wasKilled = false;
    try {
      await replace(async (runId) => {
        installation.killAt(request, 'after');
        return ok(await installation.run({ trigger: 'act', runId }));
      });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      wasKilled = true;
    }
    // At no time is a code gone whose successor is not there.
    const tags = new Set([...on(GATE), ...on(NEW_GATE)]);
    expect(before.filter((code) => !tags.has(code))).toEqual([]);
    if (wasKilled) await installation.run();
    expect([on(GATE), on(NEW_GATE)]).toEqual([[], before]);
  });

  it('leaves everything as it is while the new lock or the bookings cannot be read', async () => {
    await begin();
    const before = JSON.stringify([world.settings, installation.wishes.read()]);
    world.clouds.theKeys.faults.set({ lists: { [NEW_GATE]: { kind: 'html' } } });
    expect(await prepareReplacement(ports(), { lockId: GATE, by: NEW_GATE })).toMatchObject({ ok: false, error: { kind: 'not-run' } });
    world.clouds.theKeys.faults.set({ lists: {} });
    world.clouds.smoobu.faults.set({ all: { kind: 'forbidden' } });
    expect(await prepareReplacement(ports(), { lockId: GATE, by: NEW_GATE })).toMatchObject({ ok: false, error: { kind: 'unread' } });
    expect(JSON.stringify([world.settings, installation.wishes.read()])).toBe(before);
    world.clouds.smoobu.faults.set({ all: null });
  });

  it('works for a lock that broke: its codes stay until it can be read', async () => {
    await begin();
    world.clouds.theKeys.faults.set({ lists: { [GATE]: { kind: 'html' } } });
    const { prepared, ran } = await replace();
    expect(prepared.asks).toContainEqual({ kind: 'old-unread' });
    expect(ran.ok).toBe(true);
    expect([on(GATE).length, on(NEW_GATE)]).toEqual([4, on(GATE)]);
    world.clouds.theKeys.faults.set({ lists: {} });
    await installation.run();
    expect([on(GATE).length, on(NEW_GATE).length]).toEqual([0, 4]);
  });
});
