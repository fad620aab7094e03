/** The machine's own time and chance: the one place where they are read. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Clock } from '../app/ports/system.ts';

const MILLISECONDS = 1000;
/** Timers of this platform take no more; a longer one fires at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Sleeping keeps the process alive: whoever sleeps has something to do afterwards. */
export function createSystemClock(): Clock {
  let bootId: string | null = null;
  return {
    nowMs: () => Date.now(),
    // The boot clock counts time asleep as well, which process.hrtime does not on every system.
    uptimeMs: () => Math.round(uptime() * MILLISECONDS),
    bootId: () => (bootId ??= readBootId(process.platform)),
    sleep,
    random: () => Math.random(),
  };
}

const BOOT_ID = /^[0-9a-fA-F-]{32,36}$/;

/**
 * Linux and macOS name each boot. Elsewhere a name made up for this process: then clock readings compare within one process only,
 * which is the careful reading of two that might belong to different boots.
 */
export function readBootId(platform: string): string {
  const text = platform === 'linux' ? readLinuxBootId() : platform === 'darwin' ? readMacBootId() : '';
  return BOOT_ID.test(text) ? text : `process-${randomUUID()}`;
}
function readLinuxBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
function readMacBootId(): string {
  const { stdout } = spawnSync('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8', timeout: 1000 });
  // Without output the program is not there.
  return typeof stdout === 'string' ? stdout.trim() : '';
}

async function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
  let leftMs = durationMs;
  while (leftMs > 0 && signal?.aborted !== true) {
    await pause(Math.min(leftMs, MAX_TIMER_MS), signal);
    leftMs -= MAX_TIMER_MS;
  }
}

function pause(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, durationMs);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
