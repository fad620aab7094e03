import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../tests/support/virtual-clock.ts';
import { LogFile } from './log-file.ts';

let parent: string;
let folder: string;
let file: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-log-'));
  folder = join(parent, 'logs');
  file = join(folder, 'latchkey.log');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const clock = createVirtualClock({ nowMs: Date.parse('2026-11-23T14:53:00Z') });
const lines = (path = file): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('LogFile', () => {
  it('writes one JSON document per entry, from its level on', async () => {
    const log = new LogFile({ folder, level: 'info', clock });
    log.log('debug', 'too small');
    log.log('info', 'two\nlines', { lockId: 3705, pin: '4821', level: 'forged', at: 'forged' });
    log.log('error', 'failed', { error: new Error('Bearer abc') });
    await log.flush();
    expect(lines()).toMatchObject([
      { at: '2026-11-23T14:53:00Z', level: 'info', message: 'two\nlines', lockId: 3705, pin: '[redacted]' },
      { level: 'error', message: 'failed', error: { name: 'Error', message: 'Bearer [redacted]' } },
    ]);
    await log.close();
  });

  it('gives each line to the mirror, redacted as it is written', async () => {
    const mirrored: string[] = [];
    const log = new LogFile({ folder, level: 'info', clock, mirror: (line) => void mirrored.push(line) });
    log.addSecret('swordfish');
    log.log('debug', 'too small');
    log.log('info', 'the password is swordfish');
    await log.close();
    expect(mirrored).toHaveLength(1);
    expect(mirrored[0]).not.toContain('swordfish');
    expect(`${String(mirrored[0])}\n`).toBe(readFileSync(file, 'utf8'));
  });

  it('appends to the file, and creates nothing before the first entry', async () => {
    for (const message of ['one', 'two']) {
      const log = new LogFile({ folder, level: 'debug', clock });
      if (message === 'one') expect(readdirSync(parent)).toEqual([]);
      log.log('debug', message);
      await log.close();
      log.log('debug', 'dropped');
      await log.close();
    }
    expect(lines()).toMatchObject([{ message: 'one' }, { message: 'two' }]);
  });

  it('loses no line of many on closing, and keeps them in order', async () => {
    const log = new LogFile({ folder, level: 'debug', clock });
    for (let index = 0; index < 2000; index += 1) log.log('debug', 'line', { index });
    await log.close();
    expect(lines()).toEqual(Array.from({ length: 2000 }, (_, index) => expect.objectContaining({ index }) as unknown));
  });

  it('rotates by size and keeps the given number of files', async () => {
    const log = new LogFile({ folder, level: 'debug', clock, maxBytes: 1000, keep: 2 });
    for (let index = 0; index < 100; index += 1) log.log('debug', 'x'.repeat(100), { index });
    await log.close();
    expect(readdirSync(folder).sort()).toEqual(['latchkey.log', 'latchkey.log.1', 'latchkey.log.2']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1300);
    expect(lines(`${file}.1`).at(-1)).toMatchObject({ index: expect.any(Number) as number });
  });

  it.skipIf(process.platform === 'win32')('is readable for its owner only, rotated files too', async () => {
    const log = new LogFile({ folder, level: 'debug', clock, maxBytes: 100 });
    for (let index = 0; index < 5; index += 1) log.log('debug', 'x'.repeat(100));
    await log.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('hides registered secrets from then on', async () => {
    const log = new LogFile({ folder, level: 'debug', clock });
    log.addSecret('swordfish');
    log.log('info', 'the word is swordfish', { a: ['swordfish'] });
    await log.close();
    expect(readFileSync(file, 'utf8')).not.toContain('swordfish');
  });

  it('never stops the program when it cannot write, and tries again later', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const own = createVirtualClock({ nowMs: 0 });
    const log = new LogFile({ folder, level: 'debug', clock: own });
    log.log('info', 'lost');
    await log.flush();
    rmSync(folder);
    log.log('info', 'lost too');
    own.advance(61_000);
    log.log('info', 'back');
    await log.close();
    expect(lines()).toMatchObject([{ message: 'back' }]);
  });

  it('survives the loss of its file', async () => {
    const own = createVirtualClock({ nowMs: 0 });
    rmSync(parent, { recursive: true });
    const log = new LogFile({ folder: file, level: 'debug', clock: own });
    log.log('info', 'first');
    await log.flush();
    rmSync(parent, { recursive: true });
    writeFileSync(parent, 'in the way');
    log.log('info', 'second');
    await log.flush();
    await log.close();
  });

  it('does not keep the process alive', () => {
    const url = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);
    const program = `
      import { LogFile } from ${url('./log-file.ts')};
      import { createSystemClock } from ${url('../scheduling/system-clock.ts')};
      const log = new LogFile({ folder: process.argv[1], level: 'debug', clock: createSystemClock() });
      log.log('info', 'left open');
    `;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder], { timeout: 10_000, encoding: 'utf8' });
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(lines()).toMatchObject([{ message: 'left open' }]);
  });
});
