import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_NAMES, linkStateSchema, verdictSchema } from '../domain/readiness.ts';
import type { LinkName, Links, LinkState } from '../domain/readiness.ts';
import { readinessOf } from './verdict.ts';

const links = (states: Partial<Record<LinkName, LinkState>>): Links =>
  Object.fromEntries(LINK_NAMES.map((name) => [name, { state: states[name] ?? 'good', because: null, sinceMs: null }])) as unknown as Links;
const anyStates = fc.record(
  Object.fromEntries(LINK_NAMES.map((name) => [name, fc.constantFrom(...linkStateSchema.options)])) as Record<
    LinkName,
    fc.Arbitrary<LinkState>
  >,
);
const level = (states: Partial<Record<LinkName, LinkState>>, isBlocked = false) =>
  verdictSchema.options.indexOf(readinessOf(links(states), isBlocked).verdict);
/** Not known is no better than good, and no worse than a doubt. */
const WORSE: Readonly<Record<LinkState, readonly LinkState[]>> = {
  good: ['unknown', 'doubtful', 'broken'],
  unknown: ['doubtful', 'broken'],
  doubtful: ['broken'],
  broken: [],
};

describe('the verdict', () => {
  it.each<readonly [string, Partial<Record<LinkName, LinkState>>, boolean, string, LinkName | null]>([
    ['everything is good', {}, false, 'ready', null],
    [
      'what else there is, is not known',
      { gateway: 'unknown', battery: 'unknown', lock: 'unknown', guest: 'unknown' },
      false,
      'ready',
      null,
    ],
    ['the code is not known', { code: 'unknown' }, false, 'check', 'code'],
    ['the booking is not known', { booking: 'unknown' }, false, 'check', 'booking'],
    ['the code has not reached the lock yet', { gateway: 'doubtful' }, false, 'on-its-way', 'gateway'],
    ['the battery is low as well', { gateway: 'doubtful', battery: 'doubtful' }, false, 'check', 'battery'],
    ['the code is doubtful', { code: 'doubtful' }, false, 'check', 'code'],
    ['something is broken beside a doubt', { booking: 'doubtful', guest: 'broken' }, false, 'action-needed', 'guest'],
    ['the guest is blocked', {}, true, 'check', null],
    ['the guest is blocked, and the code could not be switched off', { code: 'broken' }, true, 'action-needed', 'code'],
  ])('where %s', (_where, states, isBlocked, verdict, worst) =>
    expect(readinessOf(links(states), isBlocked)).toMatchObject({ verdict, worst }),
  );

  it('is never better for something that is worse', () =>
    fc.assert(
      fc.property(anyStates, fc.constantFrom(...LINK_NAMES), fc.boolean(), (states, name, isBlocked) => {
        for (const worse of WORSE[states[name]])
          expect(level({ ...states, [name]: worse }, isBlocked)).toBeGreaterThanOrEqual(level(states, isBlocked));
        expect(level(states, true)).toBeGreaterThanOrEqual(level(states, false));
      }),
    ));

  it('is ready only with nothing broken, doubtful or missing', () =>
    fc.assert(
      fc.property(anyStates, fc.boolean(), (states, isBlocked) => {
        const { verdict, worst } = readinessOf(links(states), isBlocked);
        const isReady =
          !isBlocked &&
          states.booking === 'good' &&
          states.code === 'good' &&
          LINK_NAMES.every((name) => states[name] !== 'broken' && states[name] !== 'doubtful');
        expect(verdict === 'ready').toBe(isReady);
        if (verdict !== 'ready' && !isBlocked) expect(worst).not.toBeNull();
      }),
    ));
});
