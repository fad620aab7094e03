/** The only place that reads the machine's time and randomness. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../app/ports/system.ts';

const MILLISECONDS = 1000;
/** The longest timer of the platform; a longer one fires at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Sleeping keeps the process alive, since the caller has something to do afterwards. */
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
 * Linux and macOS name each boot. Elsewhere, a name for this process: clock readings then compare within one process only,
 * since readings of different processes might belong to different boots.
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
  // No output when the program is missing.
  return typeof stdout === 'string' ? stdout.trim() : '';
}

async function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
  for (let leftMs = durationMs; leftMs > 0 && signal?.aborted !== true; leftMs -= MAX_TIMER_MS) {
    // Rejects when aborted, and then the sleep is over.
    await setTimeout(Math.min(leftMs, MAX_TIMER_MS), undefined, { signal }).catch(() => undefined);
  }
}
