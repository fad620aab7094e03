import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualWorld } from '../../tests/support/app/virtual-world.ts';
import { afterCrash, STEADY_MS } from '../app/updates/crash-policy.ts';
import { CrashGuard } from './crash-guard.ts';

let world: VirtualWorld;
let happened: string[];
let quit: () => void;
let guard: CrashGuard;
beforeEach(() => {
  world = new VirtualWorld(Date.parse('2026-11-23T09:00:00Z'));
  happened = [];
  quit = () => guard.exit();
  guard = new CrashGuard(
    {
      log: { log: (level, message) => void happened.push(`${level}: ${message}`) },
      clock: { uptimeMs: () => world.clock.nowMs() },
      timers: world.timers,
      quit: () => quit(),
      relaunch: () => void happened.push('relaunch'),
      showMessage: ({ title }) => void happened.push(`message: ${title}`),
      exitProcess: (code) => void happened.push(`exit ${String(code)}`),
    },
    { title: 'Latchkey has stopped', body: '' },
  );
});
const LOGGED = 'error: uncaught error';

describe('an uncaught error', () => {
  it('soon after the start shows a message and exits with code 1', () => {
    guard.setMessage(() => ({ title: 'Es wurde angehalten', body: '' }));
    guard.onUncaughtError('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, 'message: Es wurde angehalten', 'exit 1']);
  });

  it('after a longer time relaunches the program without a message', async () => {
    await world.advance(STEADY_MS);
    guard.onUncaughtError('promise', 'a reason');
    expect(happened).toEqual([LOGGED, 'relaunch', 'exit 1']);
  });

  it('shows one message, however many errors follow', () => {
    quit = () => {
      guard.onUncaughtError('exception', new Error('another'));
      guard.exit();
      guard.onUncaughtError('exception', new Error('and another'));
      guard.exit();
    };
    guard.onUncaughtError('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, LOGGED, 'message: Latchkey has stopped', 'exit 1', LOGGED]);
  });

  it('ends the program even when the orderly shutdown fails or hangs', async () => {
    quit = () => {
      throw new Error('broken');
    };
    guard.onUncaughtError('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, 'error: orderly shutdown failed']);
    await world.advance(10_000);
    expect(happened.slice(2)).toEqual(['message: Latchkey has stopped', 'exit 1']);
    expect(world.timerCount).toBe(0);
  });
});

it('exits with code 0, once, without an error', () => {
  guard.exit();
  guard.exit();
  expect(happened).toEqual(['exit 0']);
});

it('does not relaunch a program that fails at every start', () => {
  expect([afterCrash(0), afterCrash(STEADY_MS - 1), afterCrash(STEADY_MS)]).toEqual(['show-message', 'show-message', 'relaunch']);
});
