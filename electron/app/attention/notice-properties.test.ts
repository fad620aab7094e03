/** Properties of the notice policy over generated histories. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINE, keys, noticesOverTime } from '../../../tests/support/app/notices-over-time.ts';
import type { Moment } from '../../../tests/support/app/notices-over-time.ts';
import { wall } from '../../../tests/reconcile/fixtures.ts';
import { known, NOW_MS, hold, status } from '../../../tests/support/app/state-fixtures.ts';
import { HOUR_MS, MINUTE_MS, localNow, timeOf } from '../../../shared/time.ts';
import type { AppState } from '../status/app-state.ts';
import { MAX_NOTICES_AT_ONCE } from './notice-policy.ts';

describe('the notice policy', () => {
  const moment = fc.record({
    minutes: fc.integer({ min: 0, max: 300 }),
    rejected: fc.boolean(),
    runs: fc.constantFrom(0, 0, 1, 3),
    keysRuns: fc.constantFrom(0, 0, 1, 4),
    isLocked: fc.boolean(),
    holds: fc.subarray(['a', 'b', 'c']),
    verified: fc.subarray([1, 2, 3]),
    present: fc.subarray([1, 2, 3], { minLength: 1 }),
    isOnline: fc.boolean(),
    quiet: fc.boolean(),
    off: fc.subarray(['credentials', 'unreachable', 'held', 'arrival', 'recovered'] as const, { maxLength: 2 }),
  });
  const STARTS = [30, 10, 40].map((hours) => NOW_MS + hours * HOUR_MS);
  type Made = typeof moment extends fc.Arbitrary<infer T> ? T : never;
  const stateOf = (made: Made): Partial<AppState> => ({
    health: {
      // A cloud that rejects credentials has answered.
      smoobu: { ...FINE, unreachableRuns: made.rejected ? 0 : made.runs, isRejected: made.rejected },
      'the-keys': { ...FINE, unreachableRuns: made.keysRuns },
    },
    keychain: made.isLocked ? { kind: 'keychain-locked', message: 'Unlock it.' } : null,
    holds: made.holds.map(hold),
    ...known(...made.present.map((id) => status(id, STARTS[id - 1] ?? 0, made.verified.includes(id)))),
    isOnline: made.isOnline,
  });
  const momentOf = (made: Made, atMs: number): Moment => ({
    atMs,
    state: stateOf(made),
    notifications: {
      ...Object.fromEntries(made.off.map((category) => [category, false])),
      quietHours: { enabled: made.quiet, from: wall('00:00'), to: wall('23:59') },
    },
  });

  it('shows few at once, nothing that is switched off, only near arrivals in quiet hours, and nothing twice without a change', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 25 }), (sequence) => {
        const notify = noticesOverTime();
        let atMs = NOW_MS;
        let shownInAll = 0;
        /** What the user believes is wrong, from the notices alone. */
        const believed = new Map<string, string>();
        for (const made of sequence) {
          atMs += made.minutes * MINUTE_MS;
          const isQuietNow = made.quiet && timeOf(localNow('Europe/Paris', atMs)) !== '23:59';
          const shown = notify(momentOf(made, atMs));
          shownInAll += shown.length;
          expect(shown.length).toBeLessThanOrEqual(MAX_NOTICES_AT_ONCE);
          expect(new Set(keys(shown)).size).toBe(shown.length);
          for (const { category, isUrgent, key } of shown) {
            expect(made.off).not.toContain(category);
            if (isQuietNow) expect([category, isUrgent]).toEqual(['arrival', true]);
            expect(made.isOnline || !key.startsWith('unreachable:')).toBe(true);
          }
          // A matter that is over, or was never notified, may be notified (again); everything else only when it changed.
          const content: Record<string, string | null> = {
            'credentials:smoobu': made.rejected ? 'rejected' : null,
            'unreachable:smoobu': made.runs > 0 && !made.rejected ? 'down' : null,
            'unreachable:the-keys': made.keysRuns > 0 ? 'down' : null,
            keychain: made.isLocked ? 'locked' : null,
            held: made.holds.length > 0 ? made.holds.join() : null,
          };
          for (const [key, now] of Object.entries(content)) {
            const isShown = keys(shown).includes(key);
            if (isShown) {
              expect(now).not.toBeNull();
              if (believed.get(key) !== undefined) expect(now).not.toBe(believed.get(key));
              believed.set(key, now ?? '');
            } else if (now === null) believed.delete(key);
          }
          // The next calls show only what did not fit before, and then nothing.
          const rest = Array.from({ length: 3 }, () => notify(momentOf(made, atMs)));
          shownInAll += rest.flat().length;
          for (const notice of rest.flat()) expect(keys(shown)).not.toContain(notice.key);
          for (const notice of rest.flat()) if (believed.get(notice.key) === undefined) believed.set(notice.key, content[notice.key] ?? '');
          expect(rest[2]).toEqual([]);
          // A change to less is not notified; the user is assumed to know it.
          for (const [key, now] of Object.entries(content)) {
            const isOn = !isQuietNow && !made.off.some((category) => key.startsWith(category === 'credentials' ? 'keychain' : category));
            if (isOn && now !== null && believed.has(key)) believed.set(key, now);
          }
        }
        expect(shownInAll).toBeLessThanOrEqual(sequence.length * 8);
      }),
      { numRuns: 150 },
    );
  });

  it('notifies an unconfirmed arrival at each threshold it passes when everything is switched on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 5, maxLength: 60 }), (steps) => {
        const notify = noticesOverTime();
        const startMs = NOW_MS + 26 * HOUR_MS;
        let atMs = NOW_MS;
        let notified = 0;
        const passed = new Set<number>();
        for (const minutes of steps) {
          const before = startMs - atMs;
          atMs += minutes * MINUTE_MS;
          const after = startMs - atMs;
          const now = [24, 6, 1].filter((hours) => before > hours * HOUR_MS && after <= hours * HOUR_MS);
          const shown = notify({ atMs, state: known(status(12, startMs, false)) });
          if (after < -6 * HOUR_MS) break;
          expect(shown.length).toBe(now.length > 0 ? 1 : 0);
          for (const hours of now) passed.add(hours);
          notified += shown.length;
        }
        expect(notified).toBeLessThanOrEqual(passed.size);
      }),
      { numRuns: 100 },
    );
  });
});
