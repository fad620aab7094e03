import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunLock } from './run-lock.ts';

let folder: string;
let file: string;
let children: ChildProcess[];
beforeEach(() => {
  children = [];
  folder = mkdtempSync(join(tmpdir(), 'latchkey-lock-'));
  file = join(folder, 'data', 'run.lock');
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('createRunLock', () => {
  it('can be held once at a time, also within one process', () => {
    const held = createRunLock({ file }).tryAcquire();
    expect(held).not.toBeNull();
    expect(createRunLock({ file }).tryAcquire()).toBeNull();
    // Being refused must not cost the holder its lock.
    expect(createRunLock({ file }).tryAcquire()).toBeNull();
    held?.release();
    held?.release();
    const next = createRunLock({ file }).tryAcquire();
    expect(next).not.toBeNull();
    next?.release();
  });

  it.skipIf(process.platform === 'win32')('keeps its file private', () => {
    createRunLock({ file }).tryAcquire()?.release();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('works with a damaged file', () => {
    createRunLock({ file }).tryAcquire()?.release();
    writeFileSync(file, 'something else entirely'.repeat(100));
    const held = createRunLock({ file }).tryAcquire();
    expect(held).not.toBeNull();
    expect(createRunLock({ file }).tryAcquire()).toBeNull();
    held?.release();
  });

  it('keeps nobody out on a disk that takes no lock, unless another process is seen to hold it', () => {
    const full = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(createRunLock({ file, beforeWrite: full }).tryAcquire()).not.toBeNull();
    const held = createRunLock({ file }).tryAcquire();
    expect(createRunLock({ file, beforeWrite: full }).tryAcquire()).toBeNull();
    held?.release();
    expect(createRunLock({ file, beforeWrite: full }).tryAcquire()).not.toBeNull();
  });

  it('is refused while another process holds it, and free as soon as that process is killed', async () => {
    const program = `
      import { createRunLock } from ${JSON.stringify(new URL('./run-lock.ts', import.meta.url).href)};
      const held = createRunLock({ file: process.argv[1] }).tryAcquire();
      process.stdout.write(held === null ? 'refused' : 'held');
      if (held !== null) setInterval(() => held, 1000);
    `;
    const start = () => {
      const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program, file];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      return child;
    };
    const holder = start();
    expect(await new Promise((resolve) => holder.stdout.once('data', (data: Buffer) => resolve(data.toString())))).toBe('held');
    expect(createRunLock({ file }).tryAcquire()).toBeNull();
    const gone = new Promise((resolve) => holder.on('exit', resolve));
    holder.kill('SIGKILL');
    await gone;
    const mine = createRunLock({ file }).tryAcquire();
    expect(mine).not.toBeNull();
    const second = start();
    expect(await new Promise((resolve) => second.stdout.once('data', (data: Buffer) => resolve(data.toString())))).toBe('refused');
    mine?.release();
  });
});
