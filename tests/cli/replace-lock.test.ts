/** `door LOCK --replace-by LOCK`. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LockSummary } from '../../shared/domain/code.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { ok } from '../../shared/result.ts';
import { code } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { report } from '../support/cli/sample-run.ts';
import { branded, place } from '../support/ids.ts';

const DOOR = place(3705, 'Kp7Qm2Xa');
const NEW = place(3801, 'KpNew999');
const REPLACE = ['door', '3705', '--replace-by', '3801'];

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  const { backend } = world;
  const lock = (id: number, name: string, ...keypads: readonly string[]) => ({
    id,
    name,
    timeZone: 'Europe/Paris',
    batteryMillivolts: 7000,
    keypads: keypads.map((keypadId) => ({ keypadId, name: 'Keypad' })),
  });
  backend.locks = branded<LockSummary[]>([
    lock(3705, 'Loft door', DOOR.keypadId),
    lock(3801, 'New door', NEW.keypadId),
    lock(3802, 'Two keypads', 'KpOne111', 'KpTwo222'),
    lock(3803, 'No keypad'),
  ]);
  backend.codes = [code({ ...DOOR, description: 'Neighbour' })];
  backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
  backend.reports = [ok(report('ok'))];
});
const mapping = () => world.backend.settings.read().mapping;

describe('replacing a lock', () => {
  it('asks, with what stays behind, then maps the new one and syncs everything', async () => {
    world.answers = ['y'];
    const ran = await world.run(...REPLACE, '--json');
    expect(world.asked.join()).toContain('“Loft door” is replaced by “New door” for these units: Loft Canal.');
    expect(world.asked.join()).toContain('One code on the old keypad was not made by Latchkey');
    expect(ran.json()).toMatchObject({ run: { mode: 'live' } });
    expect(mapping()).toMatchObject({ units: [{ doors: [NEW] }], retired: [{ ...DOOR, replacedBy: NEW }] });
    const [request] = world.backend.synced;
    expect(request).toMatchObject({ trigger: 'act', dryRun: false, settingsOverride: null });
    expect(request).not.toHaveProperty('claim');
    expect(world.backend.changes).toMatchObject([
      { kind: 'door-act', key: request?.runId, value: { act: 'replaced', from: DOOR, to: NEW } },
    ]);
  });

  it('with --dry-run: looks at the new mapping, and changes nothing', async () => {
    const before = mapping();
    const ran = await world.run(...REPLACE, '--dry-run', '--json');
    expect(ran.json()).toMatchObject({ run: { mode: 'dry-run' } });
    expect(ran.error).toContain('Loft Canal');
    expect(world.backend.looked[0]?.settingsOverride?.mapping.units[0]?.doors).toMatchObject([NEW]);
    expect([mapping(), world.backend.synced, world.backend.changes]).toEqual([before, [], []]);
  });

  it('without an answer, or with no: changes nothing', async () => {
    const before = mapping();
    expect((await world.run(...REPLACE)).code).toBe(2);
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    world.answers = ['n'];
    expect((await world.run(...REPLACE)).out).toContain('Nothing was changed.');
    expect([mapping(), world.backend.synced]).toEqual([before, []]);
  });

  it('names the keypad where the new lock has several', async () => {
    const ran = await world.run('door', '3705', '--replace-by', '3802', '--keypad', 'KpTwo222', '--yes', '--json');
    expect([ran.code, mapping().units[0]?.doors]).toMatchObject([0, [{ lockId: 3802, keypadId: 'KpTwo222' }]]);
  });

  it.each([
    ['with a configuration file', [...REPLACE, '--config', 'old.yaml'], 'usage'],
    ['with a second action', [...REPLACE, '--give-up'], 'usage'],
    ['by a lock that the account does not have', ['door', '3705', '--replace-by', '9999'], 'lock-unknown'],
    ['of a lock that is no door', ['door', '3801', '--replace-by', '3705'], 'not-mapped'],
    ['by a lock with several keypads', ['door', '3705', '--replace-by', '3802'], 'several-keypads'],
    ['by another keypad than it has', ['door', '3705', '--replace-by', '3801', '--keypad', 'KpX'], 'keypad-unknown'],
    ['by a lock without a keypad', ['door', '3705', '--replace-by', '3803'], 'no-keypad'],
    ['by itself', ['door', '3705', '--replace-by', '3705'], 'same-door'],
    ['where the unit has the new one as well', REPLACE, 'already-mapped'],
    ['while the mapping is a copy', REPLACE, 'mapping-unconfirmed'],
  ])('is refused %s', async (_what, words, kind) => {
    const settings = world.backend.settings.read();
    const [unit] = settings.mapping.units;
    if (kind === 'already-mapped')
      world.backend.state = settingsSchema.parse({
        ...settings,
        mapping: { ...settings.mapping, units: [{ ...unit, doors: [DOOR, NEW] }] },
      });
    if (kind === 'mapping-unconfirmed') world.backend.state = { ...settings, recovery: 'copy' };
    const before = mapping();
    const ran = await world.run(...words, '--yes', '--json');
    expect([ran.code, ran.json()]).toMatchObject([2, { error: { kind } }]);
    expect([mapping(), world.backend.synced]).toEqual([before, []]);
  });
});
