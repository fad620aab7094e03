/** The built command line as real processes over a real folder, against the demo clouds: signals, kills, concurrent processes, broken files and no secrets. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemoClouds } from '../../electron/demo/clouds.ts';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { spawnBuilt } from '../support/cli/journey.ts';

const SLOW_MS = 150;
let clouds: DemoClouds;
let folder: string;
let home: string;

beforeAll(async () => {
  const clock = createSystemClock();
  const { seed, mapping } = demoPortfolio(clock.nowMs());
  clouds = await startDemoClouds({ seed, clock });
  folder = mkdtempSync(join(tmpdir(), 'latchkey-processes-'));
  home = join(folder, 'home');
  cpSync(await emptyHome(), home, { recursive: true });
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ ...defaultSettings(), mapping }));
});
afterAll(async () => {
  await clouds.close();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyHome(): Promise<string> {
  const empty = join(folder, 'empty');
  await latchkey(['status'], { LATCHKEY_HOME: empty });
  return empty;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}
interface Started {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}, before: readonly string[] = []): Started {
  const child = spawnBuilt(words, { home, clouds, environment, before });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return {
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error }))),
    kill: (signal) => void child.kill(signal),
  };
}
const latchkey = async (words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended> =>
  start(words, environment).ended;

function writes(): number {
  return clouds.theKeys.requests().filter((request) => request.isWrite).length;
}
async function afterWrites(count: number): Promise<void> {
  await vi.waitFor(() => expect(writes()).toBeGreaterThanOrEqual(count), { timeout: 15_000, interval: 10 });
}
/** Slow clouds, so that a run can be interrupted during its writes. */
async function slowly(work: () => Promise<void>): Promise<void> {
  clouds.theKeys.resetCounters();
  clouds.theKeys.setLatency(SLOW_MS);
  try {
    await work();
  } finally {
    clouds.theKeys.setLatency(0);
  }
}
/** Bookings with two of our codes on one lock. */
function doubles(): readonly string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const share of clouds.theKeys.codes()) {
    const tag = readTag(share.description ?? '');
    if (tag.kind !== 'tagged') continue;
    const key = `${String(tag.claimId)} on ${String(share.lockId)}`;
    if (seen.has(key)) twice.push(key);
    seen.add(key);
  }
  return twice;
}

describe('the command line as processes', { timeout: 60_000 }, () => {
  it('finishes the current operation on SIGINT, says so, and the lock has what was written', async () => {
    await slowly(async () => {
      const sync = start(['sync', '--json']);
      await afterWrites(3);
      sync.kill('SIGINT');
      const { code, out, error } = await sync.ended;
      expect(error).toContain('Stopping after the current operation');
      expect(code).toBe(1);
      const report = JSON.parse(out) as { run: { outcome: string }; operations: { status: string }[] };
      expect(report.run.outcome).toBe('interrupted');
      expect(report.operations.some((operation) => operation.status === 'planned')).toBe(true);
    });
    expect(doubles()).toEqual([]);
  });

  it('continues after a process was killed during its writes, without a second code', async () => {
    await slowly(async () => {
      const sync = start(['sync']);
      await afterWrites(2);
      sync.kill('SIGKILL');
      await sync.ended;
    });
    const healed = await latchkey(['sync', '--json']);
    expect(healed.code).toBe(0);
    expect(doubles()).toEqual([]);
    const history = await latchkey(['history', '--json', '--limit', '3']);
    expect(history.out).toContain('interrupted');
    const quiet = await latchkey(['sync', '--json']);
    expect((JSON.parse(quiet.out) as { run: { outcome: string } }).run.outcome).toBe('nothing-to-do');
  });

  it('runs one process at a time on a folder', async () => {
    clouds.smoobu.addBooking({ apartmentId: 500_101, arrival: '2027-02-01', departure: '2027-02-03', guestName: 'Concurrent Test' });
    await slowly(async () => {
      // Time for the second process to start.
      clouds.theKeys.setLatency(800);
      const first = start(['sync', '--json']);
      await vi.waitFor(() => expect(clouds.theKeys.requestCount()).toBeGreaterThan(0), { timeout: 15_000, interval: 10 });
      const second = await latchkey(['sync']);
      expect(second).toMatchObject({ code: 1 });
      expect(second.error).toContain('A run is already in progress');
      expect((await first.ended).code).toBe(0);
    });
  });

  it('watches until it is stopped, and then exits with 0', async () => {
    clouds.smoobu.resetCounters();
    const watch = start(['watch']);
    await vi.waitFor(() => expect(clouds.smoobu.requestCount()).toBeGreaterThan(0), { timeout: 15_000, interval: 10 });
    watch.kill('SIGTERM');
    expect((await watch.ended).code).toBe(0);
  });

  it('tries wrong credentials once and exits with 3', async () => {
    clouds.smoobu.resetCounters();
    clouds.theKeys.resetCounters();
    const { code } = await latchkey(['sync'], { LATCHKEY_SMOOBU_API_SECRET: 'wrong', LATCHKEY_THEKEYS_PASSWORD: 'wrong' });
    expect(code).toBe(3);
    expect(clouds.smoobu.requestCount()).toBe(1);
    expect(clouds.theKeys.requests().filter((request) => request.isSignIn)).toHaveLength(1);
    expect(clouds.theKeys.requestCount()).toBe(1);
  });

  it('exits with 4 when a cloud cannot be reached', async () => {
    expect((await latchkey(['sync'], { LATCHKEY_SMOOBU_URL: 'http://127.0.0.1:9' })).code).toBe(4);
  });

  it('syncs the other locks when one refuses its list', async () => {
    clouds.theKeys.setForeign(3701, true);
    clouds.smoobu.addBooking({ apartmentId: 500_102, arrival: '2027-02-01', departure: '2027-02-03', guestName: 'Other Door' });
    const { code, out } = await latchkey(['sync', '--json']);
    clouds.theKeys.setForeign(3701, false);
    expect(code).toBe(1);
    const report = JSON.parse(out) as { counts: { created: number }; problems: { kind: string; lockId?: number }[] };
    expect(report.counts.created).toBe(1);
    expect(report.problems).toContainEqual(expect.objectContaining({ kind: 'forbidden-lock', lockId: 3701 }));
  });

  it('sets broken files aside, names them, and continues', async () => {
    const broken = join(folder, 'broken');
    cpSync(home, broken, { recursive: true });
    writeFileSync(join(broken, 'settings.json'), '{"half');
    writeFileSync(join(broken, 'history.sqlite'), 'x'.repeat(5_000));
    const { code, error } = await latchkey(['sync'], { LATCHKEY_HOME: broken });
    // From the last good copy; the mapping waits to be confirmed.
    expect(code).toBe(5);
    for (const name of ['settings', 'history']) {
      const aside = readdirSync(broken).find((file) => file.startsWith(`${name}.corrupt-`));
      expect(aside).toBeDefined();
      expect(error).toContain(aside ?? '?');
    }
  });

  it('fails when the settings are broken and have no copy: no mapping is not nothing to do', async () => {
    const broken = join(folder, 'lost');
    cpSync(home, broken, { recursive: true });
    writeFileSync(join(broken, 'settings.json'), '{"half');
    rmSync(join(broken, 'settings.last-good.json'));
    for (let round = 0; round < 2; round += 1) {
      const { code, out } = await latchkey(['sync', '--json'], { LATCHKEY_HOME: broken });
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ run: { outcome: 'failed' }, problems: [{ kind: 'settings-recovered' }] });
    }
  });

  // The limit on the size of files plays the full disk. A signal comes with it, which would end the process.
  it.skipIf(process.platform !== 'linux')('lets guests in on a full disk, and refuses what cannot be stored', async () => {
    const full = join(folder, 'full');
    cpSync(home, full, { recursive: true });
    clouds.smoobu.addBooking({ apartmentId: 500_102, arrival: '2027-02-08', departure: '2027-02-10', guestName: 'Full Disk' });
    const NODE_OPTIONS = '--import=data:text/javascript,process.on(%27SIGXFSZ%27,()=>{})';
    const onFullDisk = (words: readonly string[]): Promise<Ended> =>
      start(words, { LATCHKEY_HOME: full, NODE_OPTIONS, NODE_DISABLE_COMPILE_CACHE: '1' }, ['sh', '-c', 'ulimit -f 0; exec "$0" "$@"'])
        .ended;
    const synced = await onFullDisk(['sync', '--json']);
    expect([synced.code, JSON.parse(synced.out)]).toMatchObject([
      0,
      { counts: { created: 1 }, problems: expect.arrayContaining([expect.objectContaining({ kind: 'history-unstored' })]) as unknown },
    ]);
    const before = readFileSync(join(full, 'settings.json'), 'utf8');
    writeFileSync(join(folder, 'config.yml'), 'apartment_locks: {500102: 3701}\nlock_accessoires: {3701: Kp4Mr1Zs}\n');
    const imported = await onFullDisk(['import', join(folder, 'config.yml'), '--json']);
    expect([imported.code, JSON.parse(imported.out)]).toMatchObject([1, { error: { kind: 'disk-full' } }]);
    expect(readFileSync(join(full, 'settings.json'), 'utf8')).toBe(before);
    const later = await latchkey(['sync', '--json'], { LATCHKEY_HOME: full });
    expect(later.code).toBe(0);
    expect(later.out).not.toContain('history-unstored');
  });

  it('goes from three letters to what the guest types, and says what a silent gateway means', async () => {
    await latchkey(['sync']);
    const call = await latchkey(['door', 'bjö', '--reveal', '--json']);
    expect(call.code).toBe(0);
    expect(call.error).toContain('Reading the locks…');
    const { call: told } = JSON.parse(call.out) as {
      readonly call: { readonly doors: readonly { codeId: number; digits: string; state: string }[] };
    };
    const codes = clouds.theKeys.codes();
    expect(told.doors.map(({ digits }) => digits.replaceAll(' ', '').slice(2))).toEqual(
      told.doors.map(({ codeId }) => codes.find(({ id }) => id === codeId)?.code),
    );
    expect(told.doors.map(({ state, digits }) => [state, digits.slice(0, 2)])).toEqual([
      ['valid', '52'],
      ['valid', '33'],
    ]);
    clouds.theKeys.setSwitches({ gatewayOffline: true });
    const silent = await latchkey(['door', 'bjö']);
    clouds.theKeys.setSwitches({ gatewayOffline: false });
    expect(silent.out).toContain('last seen 26 h ago. Changes may not reach this door.');
    expect(silent.out).not.toMatch(/33 \d\d/);
    const several = await latchkey(['door', 'lyon']);
    expect([several.code, several.error]).toEqual([2, expect.stringContaining('3705  Vieux Lyon, porte (lock)')]);
  });

  it('leaves no secret, PIN or phone number in its folder', async () => {
    await latchkey(['codes', 'list', '--lock', '3701', '--verbose']);
    await latchkey(['door', 'bjö', '--reveal', '--verbose']);
    const { smoobu, theKeys } = clouds;
    const secrets = [
      smoobu.credentials.apiSecret,
      smoobu.credentials.apiKey,
      theKeys.credentials.password,
      theKeys.credentials.username,
      theKeys.credentials.username.slice(1),
      Buffer.alloc(32, 7).toString('base64'),
    ];
    const texts = filesIn(home).map((file) => readFileSync(file, 'latin1'));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret);
    // PINs are short: each is looked for as a number of its own, not inside ids and times.
    const log = filesIn(join(home, 'logs'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const share of theKeys.codes()) expect(log).not.toMatch(new RegExp(`(?<![0-9A-Za-z-])${share.code}(?![0-9A-Za-z-])`));
  });
});

function filesIn(place: string): string[] {
  return readdirSync(place).flatMap((name) => {
    const path = join(place, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
