import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import {
  CHECK_EVERY_MS,
  firstCheckAfterMs,
  INSTALLATIONS,
  installOnQuit,
  isNewer,
  isPutOff,
  LATER_MS,
  nextStep,
  shownUpdate,
  updatesOff,
} from './update-policy.ts';
import type { QuitReason, Installation, UpdateFacts, UpdateMemory, UpdateOffer } from './update-policy.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const SOURCE = { feed: 'https://downloads.example/latchkey/', publisher: 'CN=Latchkey contributors' };

const version = fc.constantFrom('0.2.0', '0.3.0', '1.0.0');
const offer: fc.Arbitrary<UpdateOffer> = fc.oneof(
  fc.constant<UpdateOffer>({ kind: 'none' }),
  fc.record({ kind: fc.constantFrom('found' as const, 'ready' as const), version }),
);
const memory: fc.Arbitrary<UpdateMemory> = fc.record({
  checkedAtMs: fc.integer({ min: 0, max: NOW + 3 * DAY_MS }),
  toldVersion: fc.option(version),
  later: fc.option(fc.record({ version, untilMs: fc.integer({ min: NOW - LATER_MS, max: NOW + 3 * LATER_MS }) })),
});
const facts: fc.Arbitrary<UpdateFacts> = fc.record({
  nowMs: fc.constant(NOW),
  runningMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
  firstCheckMs: fc.integer({ min: 0, max: HOUR_MS }),
  isRunning: fc.boolean(),
  isOnline: fc.boolean(),
  isQuiet: fc.boolean(),
  offer,
  memory,
});

describe('whether a program updates itself', () => {
  it.each<[Installation, ReturnType<typeof updatesOff>]>([
    ['installer', null],
    ['mac', null],
    ['appimage', 'unsigned'],
    ['deb', 'package-manager'],
    ['rpm', 'package-manager'],
    ['portable', 'not-installed'],
    ['folder', 'not-installed'],
    ['mac-image', 'not-installed'],
    ['development', 'not-installed'],
  ])('%s: %s', (installation, off) => {
    expect(updatesOff({ installation, source: SOURCE, isDemo: false })).toBe(off);
  });

  it('not in the demo, not without a feed, and on Windows not without a publisher', () => {
    for (const installation of INSTALLATIONS) {
      expect(updatesOff({ installation, source: SOURCE, isDemo: true })).toBe('demo');
      expect(updatesOff({ installation, source: { ...SOURCE, feed: '' }, isDemo: false })).toBe('no-feed');
    }
    expect(updatesOff({ installation: 'installer', source: { ...SOURCE, publisher: '' }, isDemo: false })).toBe('unsigned');
  });
});

describe('the next step', () => {
  it('is never taken during a run, and offline only to notify', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const step = nextStep(given);
        if (given.isRunning) expect(step).toBe('wait');
        if (!given.isOnline) expect(['wait', 'notify']).toContain(step);
      }),
    );
  });

  it('checks the feed once a day, and not right after the start', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (nextStep(given) !== 'check') return;
        expect(given.runningMs).toBeGreaterThanOrEqual(given.firstCheckMs);
        const sinceMs = NOW - given.memory.checkedAtMs;
        // A clock that was set back would otherwise postpone it for years.
        expect(sinceMs >= CHECK_EVERY_MS || sinceMs < 0).toBe(true);
      }),
    );
    const due = { nowMs: NOW, runningMs: HOUR_MS, firstCheckMs: HOUR_MS, isRunning: false, isOnline: true, isQuiet: true };
    const memoryOf = (checkedAtMs: number): UpdateMemory => ({ checkedAtMs, toldVersion: null, later: null });
    expect(nextStep({ ...due, offer: { kind: 'none' }, memory: memoryOf(NOW - CHECK_EVERY_MS) })).toBe('check');
    expect(nextStep({ ...due, offer: { kind: 'none' }, memory: memoryOf(NOW - CHECK_EVERY_MS + 1) })).toBe('wait');
  });

  it('announces a version once, not in quiet hours, and neither downloads nor announces a postponed one', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const step = nextStep(given);
        if (step !== 'notify' && step !== 'download') return;
        if (given.offer.kind === 'none') throw new Error('there is nothing to download or announce');
        expect(isPutOff(given.memory, given.offer.version, NOW)).toBe(false);
        if (step === 'download') expect(given.offer.kind).toBe('found');
        else expect([given.offer.kind, given.isQuiet, given.memory.toldVersion === given.offer.version]).toEqual(['ready', false, false]);
      }),
    );
  });

  it('is never taken twice', () => {
    fc.assert(
      fc.property(facts, offer, (given, found) => {
        let now = given;
        for (let steps = 0; steps < 6; steps += 1) {
          const step = nextStep(now);
          if (step === 'wait') return;
          const { offer: current } = now;
          if (step === 'check') now = { ...now, offer: found, memory: { ...now.memory, checkedAtMs: NOW } };
          else if (current.kind === 'none') throw new Error('nothing is offered');
          else if (step === 'download') now = { ...now, offer: { ...current, kind: 'ready' } };
          else now = { ...now, memory: { ...now.memory, toldVersion: current.version } };
        }
        throw new Error('it does not end');
      }),
    );
  });
});

describe('later', () => {
  it('postpones this version for a week, and not for years after the clock was set back', () => {
    const putOff: UpdateMemory = { checkedAtMs: 0, toldVersion: null, later: { version: '0.2.0', untilMs: NOW + LATER_MS } };
    expect([isPutOff(putOff, '0.2.0', NOW), isPutOff(putOff, '0.2.0', NOW + LATER_MS), isPutOff(putOff, '0.3.0', NOW)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isPutOff(putOff, '0.2.0', NOW - DAY_MS)).toBe(false);
  });
});

describe('quitting', () => {
  it('installs only what is ready, only when the user quits, and never during a run', () => {
    const reason = fc.constantFrom<QuitReason>('install', 'quit', 'none');
    fc.assert(
      fc.property(reason, fc.boolean(), offer, memory, (by, isRunning, what, known) => {
        const how = installOnQuit({ reason: by, isRunning, offer: what, memory: known, nowMs: NOW });
        if (how === null) return;
        expect([isRunning, what.kind, by === 'none']).toEqual([false, 'ready', false]);
        expect(how.restart).toBe(by === 'install');
        if (by === 'quit' && what.kind === 'ready') expect(isPutOff(known, what.version, NOW)).toBe(false);
      }),
    );
  });

  it('the update is shown as it will be installed', () => {
    const known: UpdateMemory = { checkedAtMs: 0, toldVersion: null, later: { version: '0.2.0', untilMs: NOW + 1 } };
    const of = (what: UpdateOffer, isAwaitingRun = false) => shownUpdate(what, known, NOW, isAwaitingRun)?.state ?? null;
    expect(of({ kind: 'found', version: '0.3.0' })).toBeNull();
    expect(of({ kind: 'ready', version: '0.3.0' })).toBe('ready');
    expect(of({ kind: 'ready', version: '0.2.0' })).toBe('put-off');
    expect(of({ kind: 'ready', version: '0.2.0' }, true)).toBe('after-run');
  });
});

describe('a newer version', () => {
  const triple = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300));
  it('is one whose numbers are higher, and then the other is not', () => {
    fc.assert(
      fc.property(triple, triple, (one, other) => {
        const [first, second] = [one.join('.'), other.join('.')];
        const order = one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
        expect([isNewer(first, second), isNewer(second, first)]).toEqual([order > 0, order < 0]);
      }),
    );
  });

  it.each(['0.2.0-beta.1', '0.2', 'v0.2.0', '0.2.0.0', ' 0.2.0', '01.2.0', '0.2.0\n', '<b>9.9.9</b>', '', '999999.0.0'])(
    'is never %j',
    (candidate) => {
      expect(isNewer(candidate, '0.1.0')).toBe(false);
    },
  );
});

it('the first check is spread over an hour', () => {
  const all = [1, 250_000, 500_000, 999_999].map(firstCheckAfterMs);
  expect(all).toEqual([...all].sort((one, other) => one - other));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(5 * 60_000);
  expect(Math.max(...all)).toBeLessThan(HOUR_MS);
});
