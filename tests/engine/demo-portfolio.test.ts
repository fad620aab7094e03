/** The demo's portfolio through the real clients and engine, run by run. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoChanges } from '../../electron/demo/portfolio/changes.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
let world: World;

beforeEach(async () => {
  const { seed, mapping } = demoPortfolio(NOW_MS);
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
});
afterEach(async () => {
  await world.close();
});

describe('the demo portfolio', () => {
  it('is in sync after the first run, and the second has nothing to do', async () => {
    const installation = world.install();
    const first = await installation.run();
    expect(first.operations.filter((operation) => operation.status !== 'done' && operation.status !== 'held')).toEqual([]);
    expect(first.counts.created).toBeGreaterThan(10);
    expect(first.counts.adopted).toBe(1);
    expect(first.counts.moved).toBe(1);
    world.clock.advance(15 * MINUTE_MS);
    const second = await installation.run();
    expect(second.operations.filter((operation) => operation.status !== 'held')).toEqual([]);
    expect(second.counts.unchanged).toBeGreaterThan(20);
  });

  it('takes one page, one list per lock, one account each and one sign-in when there is nothing to do', async () => {
    const installation = world.install();
    await installation.run();
    world.clock.advance(15 * MINUTE_MS);
    await installation.run();
    world.clouds.smoobu.resetCounters();
    world.clouds.theKeys.resetCounters();
    world.clock.advance(2 * 60 * MINUTE_MS);
    const quiet = await installation.run();
    const locks = new Set(world.settings.mapping.units.flatMap((unit) => unit.doors.map((door) => door.lockId))).size;
    expect(world.clouds.smoobu.requestCount()).toBe(2);
    expect(world.clouds.theKeys.requests().filter((request) => request.isSignIn)).toHaveLength(1);
    expect(world.clouds.theKeys.requestCount()).toBe(locks + 2);
    expect(quiet.requests).toEqual({ smoobu: 2, theKeys: locks + 2 });
  });

  it('takes one create per code and one more list per changed lock on the first run', async () => {
    const report = await world.install().run();
    const requests = world.clouds.theKeys.requests();
    const writes = report.operations.filter((operation) => operation.status === 'done');
    const moves = writes.filter((operation) => operation.kind === 'move').length;
    expect(requests.filter((request) => request.isWrite)).toHaveLength(writes.length + moves);
    const touched = new Set(writes.map((operation) => operation.lockId)).size;
    const lists = requests.filter((request) => request.path.includes('/partage/all/'));
    const locks = new Set(world.settings.mapping.units.flatMap((unit) => unit.doors.map((door) => door.lockId))).size;
    // The move's old code is deleted after its new code was read back, so its lock is read again.
    expect(lists).toHaveLength(locks + touched + moves);
    expect(world.clouds.theKeys.maxInFlight()).toBeLessThanOrEqual(8);
    expect(world.clouds.smoobu.maxInFlight()).toBeLessThanOrEqual(8);
  });

  it('keeps foreign codes unchanged', async () => {
    const foreign = () => world.clouds.theKeys.shares().filter((share) => readTag(share.description ?? '').kind !== 'tagged');
    const before = foreign();
    const installation = world.install();
    const report = await installation.run();
    const adopted = new Set<number | null>(
      report.operations.filter((operation) => operation.kind === 'adopt').map((operation) => operation.codeId),
    );
    expect(foreign()).toEqual(before.filter((share) => !adopted.has(share.id)));
  });

  it('is updated after changes between two runs', async () => {
    const installation = world.install();
    await installation.run();
    world.clock.advance(15 * MINUTE_MS);
    const changes = demoChanges(world.clouds, world.clock.nowMs());
    const report = await installation.run();
    expect(changes.length).toBeGreaterThanOrEqual(4);
    const kinds = new Set(report.operations.map((operation) => operation.kind));
    expect([...kinds].sort()).toEqual(['create', 'delete', 'move', 'update']);
    expect(report.operations.filter((operation) => operation.status !== 'done' && operation.status !== 'held')).toEqual([]);
  });

  it('is only read in a dry run', async () => {
    const before = world.clouds.theKeys.shares();
    const report = await world.install().run({ mode: 'dry-run' });
    expect(report.counts.created).toBeGreaterThan(10);
    expect(report.operations.every((operation) => operation.status === 'planned' || operation.status === 'held')).toBe(true);
    expect(world.clouds.theKeys.shares()).toEqual(before);
    expect(world.clouds.theKeys.events()).toEqual([]);
  });
});
