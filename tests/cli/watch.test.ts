import { beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { CREATE, report } from '../support/cli/sample-run.ts';
import { recordedText } from '../../shared/i18n/problem-text.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});
/** Lets pending promises settle. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
/** The first run begins once the command's module is loaded. */
const runsBegun = async (count: number): Promise<void> => {
  await vi.waitFor(() => expect(world.backend.synced.length).toBe(count), { interval: 1 });
  await settle();
};
const trigger = () => world.backend.jobs[0]?.onDue();

describe('watch', () => {
  it('runs at once, then on the schedule until a signal; exits 0', async () => {
    world.backend.reports = [ok(report('nothing-to-do')), ok(report('ok', { operations: [CREATE] }))];
    const running = world.run('watch');
    await runsBegun(1);
    expect(world.backend.synced.map((options) => options.trigger)).toEqual(['start']);
    trigger();
    await settle();
    expect(world.backend.synced.map((options) => options.trigger)).toEqual(['start', 'schedule']);
    world.signal();
    const ran = await running;
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2026-11-23 15:00  ✓ nothing to do: no changes\nNext run: 2026-11-23 15:15. Ctrl-C stops.');
    expect(ran.out).toContain('│ create │ ✓ done');
    expect(ran.out).toContain('Stopped after 2 runs.');
    expect(world.backend.jobs).toMatchObject([{ cron: '*/15 * * * *', stopped: true }]);
    expect([world.backend.closed, world.listensToSignals]).toEqual([1, false]);
    expect(world.staysSmall).toBe(true);
  });

  it('runs nothing while paused, and says so', async () => {
    const pause = { kind: 'until-resumed' } as const;
    world.backend.settings.write({ ...world.backend.settings.read(), pause });
    const running = world.run('watch');
    await vi.waitFor(() => expect(world.backend.jobs).toHaveLength(1), { interval: 1 });
    trigger();
    await settle();
    world.signal();
    expect((await running).out).toContain('Paused: no run. `latchkey resume` ends the pause.');
    expect(world.backend.synced).toEqual([]);
  });

  it('uses a configuration file in each run, and leaves the settings as they are', async () => {
    world.files['/work/c.yaml'] = [
      'thekeys: { username: "+33600000000", password: "x" }',
      'smoobu: { api_key: "k", api_secret: "s" }',
      'apartment_locks: { "500037": 3707 }',
      'lock_accessoires: { 3707: "KpGate44" }',
    ].join('\n');
    const before = world.backend.settings.read();
    world.backend.reports = [ok(report('ok')), ok(report('ok'))];
    const running = world.run('watch', '--config', 'c.yaml');
    await runsBegun(1);
    trigger();
    await runsBegun(2);
    world.signal();
    await running;
    for (const { settingsOverride } of world.backend.synced)
      expect(settingsOverride?.mapping.units).toMatchObject([{ unitId: 500037, doors: [{ lockId: 3707, keypadId: 'KpGate44' }] }]);
    expect(world.backend.settings.read()).toEqual(before);
  });

  it('joins triggers during a run into one more run', async () => {
    world.backend.reports = [ok(report('ok')), ok(report('ok'))];
    world.backend.duringSync = () => {
      if (world.backend.synced.length > 1) return;
      trigger();
      trigger();
      trigger();
    };
    const running = world.run('watch', '--cron', '0 * * * *');
    await runsBegun(2);
    expect(world.backend.synced.length).toBe(2);
    expect(world.backend.jobs[0]?.cron).toBe('0 * * * *');
    world.signal();
    await running;
  });

  it('lets the current run finish when it is stopped, and begins no other', async () => {
    world.backend.reports = [ok(report('interrupted'))];
    let finish: () => void = () => {};
    world.backend.duringSync = () => new Promise<void>((resolve) => (finish = resolve));
    const running = world.run('watch', '--json');
    await runsBegun(1);
    trigger();
    world.signal();
    expect(world.backend.synced[0]?.signal.aborted).toBe(true);
    expect(world.backend.closed).toBe(0);
    finish();
    const ran = await running;
    expect([ran.code, world.backend.synced.length]).toEqual([0, 1]);
    expect(ran.json()).toMatchObject({ stopped: true, runs: 1, last: { run: { outcome: 'interrupted' } } });
    expect(ran.error).toContain('interrupted');
    expect(world.endedNow).toEqual([]);
  });

  it('ends at once at the second signal', async () => {
    world.backend.reports = [ok(report('interrupted'))];
    world.backend.duringSync = () => {
      world.signal();
      world.signal();
    };
    await world.run('watch');
    expect(world.endedNow).toEqual([130]);
  });

  it.each([
    [
      'in the report',
      ok(
        report('failed', { problems: [{ kind: 'credentials-rejected', text: recordedText('Smoobu rejects the key.'), retryable: false }] }),
      ),
    ],
    ['before the run', err({ kind: 'credentials-rejected', cloud: 'smoobu', message: 'Smoobu rejects the key.', certain: true } as const)],
  ])('goes on after credentials were rejected (%s), and says so', async (_where, outcome) => {
    world.backend.reports = [outcome, ok(report('ok')), ok(report('ok'))];
    const running = world.run('watch');
    await runsBegun(1);
    trigger();
    await settle();
    trigger();
    await settle();
    expect(world.backend.synced.length).toBe(3);
    world.signal();
    const ran = await running;
    expect(ran.code).toBe(0);
    expect(ran.out.replaceAll('\n', ' ')).toContain('They are tried again by themselves');
    expect(ran.out).not.toContain('Next run');
  });

  it('continues after a failed or busy run', async () => {
    world.backend.reports = [
      err('busy'),
      ok(report('failed', { problems: [{ kind: 'cloud-unreachable', text: recordedText('Smoobu cannot be reached.'), retryable: true }] })),
      ok(report('ok')),
    ];
    const running = world.run('watch');
    await runsBegun(1);
    trigger();
    await settle();
    trigger();
    await settle();
    expect(world.backend.synced.length).toBe(3);
    world.signal();
    expect((await running).out).toContain('another run is in progress; this one is skipped.');
  });

  it('refuses an invalid schedule', async () => {
    const ran = await world.run('watch', '--cron', 'hourly');
    expect([ran.code, world.backend.synced.length]).toEqual([2, 0]);
    expect(ran.error).toContain("“hourly” isn't a valid schedule");
  });
});
