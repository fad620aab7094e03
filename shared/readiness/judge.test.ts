import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../../tests/reconcile/fixtures.ts';
import { ago, arrival, problemText, readinessFacts, WAITING, withDoor, withHealth, withReach } from '../../tests/support/readiness.ts';
import type { Arrival, LinkName } from '../domain/readiness.ts';
import { LINK_NAMES, verdictSchema } from '../domain/readiness.ts';
import { HOUR_MS } from '../time.ts';
import type { ReadinessFacts } from './facts.ts';
import { judgeArrival } from './judge.ts';

const SEEN = { key: 'link.guest.due', parameters: {} };

describe('the verdict of an arrival', () => {
  it.each<readonly [string, Parameters<typeof arrival>[0], Partial<ReadinessFacts>, string, LinkName | null]>([
    ['with everything in order', {}, {}, 'ready', null],
    [
      'with nothing known but booking and code',
      { guestTold: { state: 'unknown', because: null, sinceMs: null } },
      { health: new Map(), reach: new Map() },
      'ready',
      null,
    ],
    ['with a code under way', {}, withReach({ writtenAtMs: ago(1) }), 'on-its-way', 'gateway'],
    ['with a battery that is low', {}, withHealth({ batteryMillivolts: 6_700 }), 'check', 'battery'],
    ['that is blocked', { isBlocked: true, ...withDoor({ state: 'off' }) }, {}, 'check', 'code'],
    ['without a code', WAITING, {}, 'action-needed', 'code'],
    [
      'whose code reached the lock before its gateway fell silent',
      {},
      withHealth({ seenAtMs: ago(6_000), readAtMs: NOW_MS }),
      'ready',
      null,
    ],
  ])('%s', (_what, changes, facts, verdict, worst) => {
    expect(judgeArrival(arrival(changes), readinessFacts(facts))).toMatchObject({ verdict, worst });
  });
});

/** Inputs of growing badness: each value is worse than those before it. */
const RAW = {
  start: [30 * HOUR_MS, 5 * HOUR_MS].map((ms) => NOW_MS + ms),
  booking: ['good', 'doubtful', 'broken'],
  readAgo: [0, 29, 31, 900],
  state: ['verified', 'waiting', 'broken'],
  verifiedAgo: [0, 29, 31, 151],
  written: ['reached', 'seen', 'not-seen'],
  millivolts: [8_000, 6_759, 6_399],
  isRefused: [false, true],
  guest: ['good', 'due', 'broken'],
  isPaused: [false, true],
  isRejected: [false, true],
  hasMissed: [false, true],
} as const;
type Raw = { readonly [K in keyof typeof RAW]: number };
const anyRaw = fc.record(
  Object.fromEntries(Object.entries(RAW).map(([name, values]) => [name, fc.nat(values.length - 1)])) as {
    [K in keyof Raw]: fc.Arbitrary<number>;
  },
);

function judge(raw: Raw) {
  const value = <K extends keyof Raw>(name: K): (typeof RAW)[K][number] => RAW[name][raw[name]];
  const link = (state: Arrival['booking']['state']) => ({ state, because: state === 'good' ? null : problemText('x'), sinceMs: null });
  const guest = value('guest');
  const state = value('state');
  const written = value('written');
  const stay = arrival({
    startMs: value('start'),
    booking: link(value('booking')),
    readAtMs: ago(value('readAgo')),
    guestTold: guest === 'due' ? { state: 'unknown', because: SEEN, sinceMs: ago(5) } : link(guest),
    ...withDoor({ state, verifiedAtMs: state === 'verified' ? ago(value('verifiedAgo')) : null }),
  });
  return judgeArrival(
    stay,
    readinessFacts({
      ...(written === 'reached' ? {} : withReach({ writtenAtMs: ago(60) })),
      ...withHealth({
        seenAtMs: written === 'seen' ? ago(45) : ago(70),
        batteryMillivolts: value('millivolts'),
        isRefused: value('isRefused'),
      }),
      computer: { isPaused: value('isPaused'), isRejected: value('isRejected'), hasMissedTwoSyncs: value('hasMissed') },
    }),
  );
}
const level = (raw: Raw): number => verdictSchema.options.indexOf(judge(raw).verdict);

describe('properties of the chain', () => {
  it('a worse input never gives a better verdict', () =>
    fc.assert(
      fc.property(anyRaw, fc.constantFrom(...(Object.keys(RAW) as (keyof Raw)[])), (raw, name) => {
        for (let worse = raw[name] + 1; worse < RAW[name].length; worse += 1)
          expect(level({ ...raw, [name]: worse })).toBeGreaterThanOrEqual(level(raw));
      }),
    ));

  it('is never ready with a broken link, names its reason, and lists what is not known', () =>
    fc.assert(
      fc.property(anyRaw, (raw) => {
        const { verdict, worst, links } = judge(raw);
        const states = LINK_NAMES.map((name) => links[name].state);
        if (states.includes('broken')) expect(verdict).toBe('action-needed');
        if (verdict === 'ready') expect(states).not.toContain('doubtful');
        else expect(worst === null ? null : links[worst].because).not.toBeNull();
        for (const name of LINK_NAMES) if (links[name].state !== 'good') expect(links[name].because).not.toBeNull();
      }),
    ));
});
