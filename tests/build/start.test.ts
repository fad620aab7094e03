/** `npm start` with and without Electron's binary. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { electronBinary } from '../../build/electron-binary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const hasBinary = electronBinary({}).path !== null;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function start(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [join(ROOT, 'build', 'start.ts'), ...args], {
    env: { PATH: process.env.PATH, HOME: folder, electron_config_cache: join(folder, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 15_000,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

function expectInstructions(stderr: string): void {
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/^Electron cannot be started: /);
  for (const hint of ['npm run preview', 'ELECTRON_MIRROR', 'ELECTRON_OVERRIDE_DIST_PATH']) expect(stderr).toContain(hint);
}

it.skipIf(hasBinary)('says in one line why Electron cannot start and what to do, when the download fails', async () => {
  const { code, stderr } = await start([], { ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
  expect(code).toBe(1);
  expectInstructions(stderr);
});

it.skipIf(hasBinary)('stops waiting for a mirror that does not respond', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { code, stderr } = await start([], { ELECTRON_MIRROR: mirror, LATCHKEY_FETCH_TIMEOUT_MS: '1500' });
    expect(code).toBe(1);
    expectInstructions(stderr);
    expect(stderr).toContain('longer than 1.5 s');
    expect(sockets.length).toBeGreaterThan(0);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

it('names a missing binary', async () => {
  const { code, stderr } = await start([], { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') });
  expect(code).toBe(1);
  expectInstructions(stderr);
});

it.skipIf(hasBinary || process.platform === 'win32' || process.platform === 'darwin')(
  'starts the app with its arguments, and exits with its code',
  async () => {
    const dist = join(folder, 'dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'electron'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 7\n');
    chmodSync(join(dist, 'electron'), 0o755);
    const { code, stdout } = await start(['--demo', 'two words'], { ELECTRON_OVERRIDE_DIST_PATH: dist });
    expect(stdout.trim().split('\n')).toEqual([ROOT, '--demo', 'two words']);
    expect(code).toBe(7);
  },
);
