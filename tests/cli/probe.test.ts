/** `doctor --probe`: who is asked what, and what comes out. */
import { beforeEach, describe, expect, it } from 'vitest';
import { code as codeFixture } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { codeId, place } from '../support/ids.ts';
import { newCodeMark, afterSighting } from '../../shared/probe/marks.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});
const PLACE = place(3705, 'Kp7Qm2Xa');
const PROBE = ['doctor', '--probe', '3705'];
const LEFT = codeFixture({ id: codeId(901), ...PLACE, name: 'Latchkey probe', description: 'Latchkey-probe#abcdefgh A test.' });
const MARK = afterSighting(newCodeMark(PLACE, 'Latchkey-probe#abcdefgh', NOW_MS), [codeId(901)]);

describe('before anything is sent', () => {
  it('exits 2 without a terminal and without --yes, and says what it would do', async () => {
    const refused = await world.run(...PROBE);
    expect([refused.code, world.backend.codes]).toEqual([2, []]);
    expect(refused.error.replaceAll(/\s+/g, ' ')).toMatch(/more than a year ahead.*Delete all of these codes.*--yes/);
  });
  it('does nothing when the user says no, after naming every step and the keypad', async () => {
    world.answers = ['n'];
    expect((await world.run(...PROBE)).code).toBe(0);
    expect(world.asked.join(' ')).toMatch(/Switch it off.*Kp7Qm2Xa/s);
    expect([world.backend.codes, world.backend.saved]).toEqual([[], []]);
  });
  it('only says what it would do in a dry run', async () => {
    const dry = await world.run(...PROBE, '--dry-run', '--json');
    expect([dry.code, dry.json()]).toMatchObject([
      0,
      { ok: true, dryRun: true, steps: expect.arrayContaining(['create', 'delete']) as unknown },
    ]);
    expect(world.backend.saved).toEqual([]);
  });
  it.each([
    [['doctor', '--keypad', 'Kp7Qm2Xa'], '--probe LOCK'],
    [['doctor', '--probe', '9', '--yes'], 'no lock 9'],
    [[...PROBE, '--keypad', 'Other', '--yes'], '--keypad: Kp7Qm2Xa'],
  ])('refuses %s', async (words, said) => {
    const refused = await world.run(...words);
    expect([refused.code, world.backend.codes]).toEqual([2, []]);
    expect(refused.error).toContain(said);
  });
  it('asks which keypad where there are several', async () => {
    const [lock] = world.backend.locks;
    world.backend.locks = [{ ...lock!, keypads: [...lock!.keypads, { keypadId: place(1, 'Zz9').keypadId, name: 'Back' }] }];
    expect((await world.run(...PROBE, '--yes')).code).toBe(2);
    world.answers = ['Zz9', 'n'];
    await world.run(...PROBE);
    expect(world.asked).toMatchObject([expect.stringContaining('Which keypad'), expect.stringContaining('The keypad is Zz9')]);
  });
});

it('names each step, and prints and saves what it found', async () => {
  const done = await world.run(...PROBE, '--yes', '--json');
  expect(done.error).toMatch(/Switch it off …[^]*Delete all of these codes/);
  expect(done.json()).toMatchObject({
    probe: { lockId: 3705, keypadId: 'Kp7Qm2Xa', left: [], file: expect.stringContaining('account-facts.md') as string },
  });
  expect([world.backend.codes, world.backend.marks, world.backend.saved.length]).toEqual([[], [], 1]);
});

describe('what an earlier probe left', () => {
  beforeEach(() => {
    world.backend.marks = [MARK];
    world.backend.codes = [LEFT];
  });
  it('is removed by the next doctor', async () => {
    const { out } = await world.run('doctor');
    expect([world.backend.codes, world.backend.marks]).toEqual([[], []]);
    expect(out).toContain('A probe did not end.');
  });
  it('is only named in a dry run', async () => {
    await world.run('doctor', '--dry-run');
    expect([world.backend.codes, world.backend.marks]).toEqual([[LEFT], [MARK]]);
  });
  it('is not touched once somebody made it the code of a booking, and doctor says so', async () => {
    world.backend.codes = [{ ...LEFT, description: 'Smoobu#90001 Latchkey-probe#abcdefgh' }];
    const { out } = await world.run('doctor');
    expect(world.backend.codes).toHaveLength(1);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('were changed by somebody');
  });
});
