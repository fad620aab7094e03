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
      startAgain: () => void happened.push('start again'),
      tell: ({ title }) => void happened.push(`tell: ${title}`),
      end: (code) => void happened.push(`end ${String(code)}`),
    },
    { title: 'It has stopped', body: '' },
  );
});
const LOGGED = 'error: an error that nobody caught';

describe('an error that nobody caught', () => {
  it('soon after the start is told, and the program ends with a code', () => {
    guard.speak(() => ({ title: 'Es wurde angehalten', body: '' }));
    guard.caught('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, 'tell: Es wurde angehalten', 'end 1']);
  });

  it('after a steady while starts the program again, with nobody asked', async () => {
    await world.advance(STEADY_MS);
    guard.caught('promise', 'a reason');
    expect(happened).toEqual([LOGGED, 'start again', 'end 1']);
  });

  it('is told once, however many follow', () => {
    quit = () => {
      guard.caught('exception', new Error('another'));
      guard.exit();
      guard.caught('exception', new Error('and another'));
      guard.exit();
    };
    guard.caught('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, LOGGED, 'tell: It has stopped', 'end 1', LOGGED]);
  });

  it('ends the program also where the ordinary way out is broken or hangs', async () => {
    quit = () => {
      throw new Error('broken');
    };
    guard.caught('exception', new Error('a bug'));
    expect(happened).toEqual([LOGGED, 'error: the ordinary way out is broken']);
    await world.advance(10_000);
    expect(happened.slice(2)).toEqual(['tell: It has stopped', 'end 1']);
    expect(world.timerCount).toBe(0);
  });
});

it('an ordinary end is one', () => {
  guard.exit();
  guard.exit();
  expect(happened).toEqual(['end 0']);
});

it('does not start again what fails at every start', () => {
  expect([afterCrash(0), afterCrash(STEADY_MS - 1), afterCrash(STEADY_MS)]).toEqual(['tell', 'tell', 'start-again']);
});
