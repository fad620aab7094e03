/** `undo RUN` for what was done with a door. */
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeSecret } from '../../electron/storage/keychain/secret-codecs.ts';
import type { LockSummary } from '../../shared/domain/code.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { ok } from '../../shared/result.ts';
import { code, date, pin } from '../reconcile/fixtures.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { report } from '../support/cli/sample-run.ts';
import { branded, place, unitId } from '../support/ids.ts';

const DOOR = place(3705, 'Kp7Qm2Xa');
const NEW = place(3801, 'KpNew999');

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  const { backend } = world;
  backend.keychain.set('pin-key', encodeSecret('pin-key', new Uint8Array(32).fill(7)));
  backend.locks = branded<LockSummary[]>(
    [DOOR, NEW].map(({ lockId, keypadId }) => ({
      id: lockId,
      name: `Lock ${String(lockId)}`,
      timeZone: 'Europe/Paris',
      batteryMillivolts: 7000,
      keypads: [{ keypadId, name: '' }],
    })),
  );
  backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
  backend.reports = [ok(report('ok'))];
});
/** Does something, and remembers it under the id that it printed. */
async function act(...words: readonly string[]): Promise<string> {
  const { backend } = world;
  const ran = await world.run(...words, '--yes', '--json');
  expect(ran.code).toBe(0);
  const change = backend.changes.find(({ kind }) => kind === 'door-act');
  if (change?.kind !== 'door-act' || change.value === null) throw new Error('It is noted.');
  backend.remembered = { ...nothingRemembered(), 'door-act': new Map([[change.key, change.value]]) };
  backend.changes = [];
  const done = backend.finished.at(-1);
  if (done !== undefined) backend.runs = [{ ...done, run: { ...done.run, counts: done.counts, problemCount: 0 } }];
  return change.key;
}

describe('a removed code', () => {
  const own = { ...DOOR, id: 12, description: '', name: 'Neighbour', pin: pin('862604'), startDate: date('2026-11-22') };
  const restored = () => world.backend.codes.filter(({ name }) => name === 'Neighbour');
  const remove = () => act('door', '3705', '--remove', '12');

  it('comes back with name, times and PIN, once', async () => {
    world.backend.codes = [code(own)];
    const id = await remove();
    expect(restored()).toEqual([]);
    const dry = await world.run('undo', id, '--dry-run');
    expect([dry.code, dry.out, restored()]).toMatchObject([0, expect.stringContaining('Neighbour') as string, []]);
    const ran = await world.run('undo', `${id}/x`, '--yes', '--json');
    expect([ran.code, ran.json()]).toMatchObject([
      0,
      { counts: { created: 1 }, operations: [{ kind: 'create', status: 'done', by: 'user' }] },
    ]);
    expect(restored()).toMatchObject([{ pin: '862604', startDate: '2026-11-22', endDate: '2026-11-27', endTime: '12:00', active: true }]);
    expect(world.backend.changes).toEqual([{ kind: 'door-act', key: id, value: null }]);
    expect(ran.out + ran.error + dry.out).not.toContain('862604');
  });

  it('comes back in part where it had no end or a note: exit 1', async () => {
    world.backend.codes = [code({ ...own, description: 'side', startDate: null, startTime: null, endDate: null, endTime: null })];
    const id = await remove();
    world.answers = ['y'];
    const ran = await world.run('undo', id);
    expect(world.asked.join()).toContain('It had no end: it gets one now.\nThe note that it had was not kept.');
    expect([ran.code, restored()]).toMatchObject([1, [{ endDate: '2036-11-22', description: '' }]]);
  });

  it.each<[string, () => void, string]>([
    ['its PIN is taken', () => (world.backend.codes = [code({ ...own, id: 13, name: 'Sister' })]), 'pin-taken'],
    ['it would be over', () => (world.backend.clock.nowMs = () => NOW_MS + 5 * 86_400_000), 'code-over'],
    [
      'the PIN key is another',
      () => world.backend.keychain.set('pin-key', encodeSecret('pin-key', new Uint8Array(32).fill(8))),
      'act-pin-lost',
    ],
    ['it is too long ago', () => (world.backend.clock.nowMs = () => NOW_MS + 31 * 86_400_000), 'act-unknown'],
    ['the history has forgotten it', () => (world.backend.runs = []), 'act-unknown'],
  ])('stays away when %s: exit 2', async (_what, then, kind) => {
    world.backend.codes = [code(own)];
    const id = await remove();
    then();
    const ran = await world.run('undo', id, '--yes', '--json');
    expect([ran.code, ran.json(), restored()]).toMatchObject([2, { error: { kind } }, []]);
  });

  it('of a cancelled booking does not come back', async () => {
    world.backend.codes = [code({ ...own, description: 'Latchkey#zz9zz9', active: false })];
    const id = await remove();
    expect((await world.run('undo', id, '--yes', '--json')).json()).toMatchObject({ error: { kind: 'act-not-undone' } });
  });
});

describe('a replaced door', () => {
  const mapping = () => world.backend.settings.read().mapping;
  it('is the former one again for all of its units', async () => {
    const before = mapping().units;
    const id = await act('door', '3705', '--replace-by', '3801');
    expect(mapping().units[0]?.doors).toMatchObject([NEW]);
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    world.backend.reports = [ok(report('ok'))];
    const ran = await world.run('undo', id, '--yes', '--json');
    expect([ran.code, mapping().units]).toEqual([0, before]);
    expect(mapping().retired).toEqual([{ ...NEW, replacedBy: DOOR }]);
    expect(world.backend.changes.map(({ value }) => value === null)).toEqual([false, true]);
  });

  it('stays when the mapping was changed since, or its lock left the account', async () => {
    const id = await act('door', '3705', '--replace-by', '3801');
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    const changed = world.backend.state;
    const [unit] = changed.mapping.units;
    if (unit === undefined) throw new Error('There is a unit.');
    world.backend.state = { ...changed, mapping: { ...changed.mapping, units: [unit, { ...unit, unitId: unitId(500038) }] } };
    expect((await world.run('undo', id, '--yes', '--json')).json()).toMatchObject({ error: { kind: 'door-shared' } });
    world.backend.state = { ...changed, mapping: { ...changed.mapping, units: [{ ...unit, unitId: unitId(500038) }] } };
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    expect((await world.run('undo', id, '--yes', '--json')).json()).toMatchObject({ error: { kind: 'act-changed' } });
    world.backend.state = changed;
    world.backend.locks = world.backend.locks.filter((lock) => lock.id !== DOOR.lockId);
    expect((await world.run('undo', id, '--yes', '--json')).json()).toMatchObject({ error: { kind: 'lock-unknown' } });
    expect(mapping().units[0]?.doors).toMatchObject([NEW]);
  });
});
