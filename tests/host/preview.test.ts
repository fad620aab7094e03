/** `npm run preview` as a user runs it: it prints an address, the window is there, and Ctrl-C leaves no process behind. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterEach, expect, it, vi } from 'vitest';
import { collect, within } from './processes.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };

let last: (() => void) | null = null;
afterEach(() => last?.());

function start() {
  const args = ['--disable-warning=ExperimentalWarning', '--import', './build/without-electron.ts', 'tests/host/preview.ts'];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  last = () => void child.kill('SIGKILL');
  return { child, output: collect(child), ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

/** Child processes and theirs, from /proc. */
function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = ''] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return [[Number(name), Number(parent)] as const];
      } catch {
        return [];
      }
    });
  const below = (of: number): number[] => parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

it.runIf(process.platform === 'linux')('shows the demo at the printed address, and stops cleanly', async () => {
  const { child, output, ended } = start();
  await vi.waitFor(() => expect(output.stdout, output.stderr).toContain('Ctrl-C ends it.'), { timeout: 15_000, interval: 50 });
  const [, port = ''] = /http:\/\/127\.0\.0\.1:(\d+)\/json\/list/.exec(output.stdout) ?? [];
  const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as { url: string; title: string }[];
  expect(pages.map(({ title }) => title)).toContain('Latchkey');
  const looking = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = looking
    .contexts()
    .flatMap((context) => context.pages())
    .find((one) => one.url().endsWith('/index.html'));
  await page?.getByText(windowCatalogue['shell.demo-text']).waitFor();
  await looking.close();
  const started = descendants(child.pid ?? 0);
  expect(started.length).toBeGreaterThan(1);
  child.kill('SIGINT');
  expect(await within(8_000, 'stopping', ended, () => child.kill('SIGKILL'))).toBe(0);
  expect(output.stdout).toContain('Ended.');
  await vi.waitFor(() => expect(started.filter((pid) => isAlive(pid))).toEqual([]), { timeout: 3_000, interval: 50 });
  await expect(fetch(`http://127.0.0.1:${port}/json/list`)).rejects.toThrow();
});

function isAlive(pid: number): boolean {
  try {
    // A zombie has ended.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
