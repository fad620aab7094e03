/** A clock that only its caller moves, with repeatable random numbers, so that waiting an hour takes no time. */
import type { Clock } from '../../electron/app/ports/system.ts';

export interface VirtualClock extends Clock {
  /** Moves wall clock and uptime, and ends sleeps in order. */
  advance(durationMs: number): void;
  /** Sets the wall clock; uptime stays. */
  stepWall(differenceMs: number): void;
  /** Restarts the computer: another boot id, and uptime from 0. There must be no sleepers. */
  reboot(offMs: number): void;
  /** Always 0 when sleeping is `jump`. */
  sleeperCount(): number;
}
export interface VirtualClockOptions {
  readonly nowMs: number;
  readonly uptimeMs?: number;
  /** The same seed gives the same random numbers. */
  readonly seed?: number;
  /**
   * `jump` (default): a sleep moves the clock and ends at once, so sleeps at the same time add up.
   * `wait`: a sleep ends when `advance` reaches its end. For timeouts and deadlines, which must not end by themselves.
   */
  readonly sleeping?: 'jump' | 'wait';
}

interface Sleeper {
  readonly wakeAtUptimeMs: number;
  readonly wake: () => void;
}

export function createVirtualClock(options: VirtualClockOptions): VirtualClock {
  let wallMs = options.nowMs;
  let uptimeMs = options.uptimeMs ?? 1_000_000;
  let boots = 1;
  const random = createRandom(options.seed ?? 1);
  const sleepers = new Set<Sleeper>();

  const moveTo = (targetUptimeMs: number): void => {
    wallMs += targetUptimeMs - uptimeMs;
    uptimeMs = targetUptimeMs;
  };
  const advance = (durationMs: number): void => {
    const target = uptimeMs + durationMs;
    const due = [...sleepers].filter((sleeper) => sleeper.wakeAtUptimeMs <= target);
    for (const sleeper of due.sort((left, right) => left.wakeAtUptimeMs - right.wakeAtUptimeMs)) sleeper.wake();
    moveTo(target);
  };
  const wait = (durationMs: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper: Sleeper = { wakeAtUptimeMs: uptimeMs + durationMs, wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });

  return {
    nowMs: () => wallMs,
    uptimeMs: () => uptimeMs,
    bootId: () => `virtual-boot-${boots}`,
    random,
    advance,
    stepWall: (differenceMs) => {
      wallMs += differenceMs;
    },
    reboot: (offMs) => {
      wallMs += offMs;
      uptimeMs = 0;
      boots += 1;
    },
    sleeperCount: () => sleepers.size,
    sleep: async (durationMs, signal) => {
      if (signal?.aborted === true || durationMs <= 0) return;
      if (options.sleeping === 'wait') await wait(durationMs, signal);
      else advance(durationMs);
    },
  };
}

const UINT32 = 4_294_967_296;

/** A xorshift generator: small, repeatable, and good enough for jitter. */
export function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / UINT32;
  };
}
