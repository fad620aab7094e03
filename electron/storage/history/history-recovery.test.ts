/** The history stays usable after damage to its file, with several processes, and after a kill. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { openHistoryStore } from './history-store.ts';
import { bookingId, place } from '../../../tests/support/ids.ts';

const NOW_MS = Date.parse('2026-11-23T14:53:00Z');
let folder: string;
let file: string;
let writers: ChildProcess[];
beforeEach(() => {
  writers = [];
  folder = mkdtempSync(join(tmpdir(), 'latchkey-recovery-'));
  file = join(folder, 'history.sqlite');
});
afterEach(() => {
  for (const writer of writers) writer.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const clock = createVirtualClock({ nowMs: NOW_MS });
const run = (id: string) => ({ id, mode: 'live', trigger: 'manual', startedAtMs: NOW_MS }) as const;
const ASIDE = 'history.corrupt-20261123T145300Z.sqlite';

/** A history with some hundred rows. It is not closed, so its companion files exist. */
function fill(runs = 200) {
  const store = openHistoryStore({ file, clock });
  for (let index = 0; index < runs; index += 1) store.beginRun(run(`run-${String(index)}`));
  return store;
}

describe('a file that cannot be used', () => {
  it.each([
    ['is no database', () => writeFileSync(file, 'not a database at all, but long enough to be taken for one'.repeat(20))],
    [
      'is cut off',
      () => {
        fill().close();
        truncateSync(file, 5000);
      },
    ],
    [
      'is overwritten in the middle',
      () => {
        fill().close();
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4096);
        writeFileSync(file, bytes);
      },
    ],
    ['is a folder', () => mkdirSync(file)],
    [
      'has another program’s tables',
      () => {
        const database = new DatabaseSync(file);
        database.exec('CREATE TABLE runs (x)');
        database.close();
      },
    ],
  ])('%s: set aside, and a new one is created', (_, damage) => {
    damage();
    const store = openHistoryStore({ file, clock });
    expect(store.recovered?.setAsideAs).toBe(join(folder, ASIDE));
    expect(store.recovered?.because).toMatch(/^it|^its/);
    store.beginRun(run('after'));
    store.close();
    expect(existsSync(join(folder, ASIDE))).toBe(true);
    const again = openHistoryStore({ file, clock });
    expect([again.recovered, again.listRuns({ limit: 9 }).map(({ id }) => id)]).toEqual([null, ['after']]);
    again.close();
  });

  it('is of a newer version: set aside as such', () => {
    fill(1).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const store = openHistoryStore({ file, clock });
    expect(store.recovered).toEqual({
      setAsideAs: join(folder, 'history.newer-20261123T145300Z.sqlite'),
      because: 'it was written by a newer version of Latchkey (history version 99)',
    });
    store.close();
  });

  it('is never fatal, whatever is damaged', () => {
    const store = fill(60);
    const pristine = new Map(['', '-wal', '-shm'].map((suffix) => [suffix, readFileSync(file + suffix)]));
    store.close();
    const damage = fc.record({
      suffix: fc.constantFrom('', '-wal', '-shm'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        const contents = new Map([...pristine].map(([suffix, bytes]) => [suffix, Buffer.from(bytes)]));
        for (const { suffix, at, bytes, cut } of damages) {
          const content = contents.get(suffix) ?? Buffer.alloc(0);
          const offset = Math.floor(at * content.length);
          if (cut) contents.set(suffix, content.subarray(0, offset));
          else content.set(bytes.subarray(0, content.length - offset), offset);
        }
        for (const [suffix, content] of contents) writeFileSync(file + suffix, content);
        const opened = openHistoryStore({ file, clock });
        opened.beginRun(run('after'));
        expect(opened.closeInterrupted(NOW_MS)).toBeGreaterThanOrEqual(1);
        expect(opened.readRun('after')?.run.outcome).toBe('interrupted');
        opened.close();
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it('is damaged while it is open: the current run continues in a new one', () => {
    fill().close();
    const store = openHistoryStore({ file, clock });
    store.beginRun(run('current'));
    // After another connection has written, the first one reads its pages from the file again.
    const other = openHistoryStore({ file, clock });
    other.beginRun(run('other'));
    other.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 4096));
    const operation: OperationReport = {
      key: 'k',
      kind: 'create',
      status: 'done',
      bookingId: bookingId(1),
      unitId: null,
      ...place(2, 'Kp'),
      codeId: null,
      changes: {},
      evidence: null,
      hold: null,
    };
    for (let index = 0; index < 3; index += 1) store.recordOperations('current', [operation]);
    expect(store.readRun('current')?.operations).toEqual([operation]);
    expect(store.recovered?.setAsideAs).toBe(join(folder, ASIDE));
    store.close();
  });

  it('cannot be created: opening throws', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => openHistoryStore({ file: join(folder, 'taken', 'history.sqlite'), clock })).toThrow();
  });
});

const moduleUrl = (name: string): string => new URL(name, import.meta.url).href;
const PROGRAM = `
  import { openHistoryStore } from ${JSON.stringify(moduleUrl('./history-store.ts'))};
  import { createSystemClock } from ${JSON.stringify(moduleUrl('../../scheduling/system-clock.ts'))};
  const [file, name, count] = process.argv.slice(1);
  const store = openHistoryStore({ file, clock: createSystemClock() });
  for (let index = 0; index < Number(count); index += 1) store.beginRun({ id: name + '-' + index, mode: 'live', trigger: 'command', startedAtMs: index });
  if (name === 'killed') { process.stdout.write('ready'); setInterval(() => {}, 1000); }
  else store.close();
`;
function startWriter(name: string, count: number) {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', PROGRAM, file, name, String(count)];
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  writers.push(writer);
  return writer;
}

describe('other processes', () => {
  it('may create the same history at the same time', async () => {
    const started = ['a', 'b', 'c'].map((name) => startWriter(name, 40));
    const codes = await Promise.all(started.map((writer) => new Promise((resolve) => writer.on('exit', resolve))));
    expect(codes).toEqual([0, 0, 0]);
    const store = openHistoryStore({ file, clock });
    expect(store.recovered).toBeNull();
    expect(store.listRuns({ limit: 200 })).toHaveLength(120);
    store.close();
  });

  it('may be killed in the middle of a run', async () => {
    const writer = startWriter('killed', 3);
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    const gone = new Promise((resolve) => writer.on('exit', resolve));
    writer.kill('SIGKILL');
    await gone;
    const store = openHistoryStore({ file, clock });
    expect(store.recovered).toBeNull();
    expect(store.closeInterrupted(NOW_MS)).toBe(3);
    store.close();
  });
});
