/** Rejected credentials and pauses, over restarts and processes, in virtual time. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAccess, memoryHistory } from '../../../tests/support/access.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { arrival, arrivalDoor } from '../../../tests/support/readiness.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { credentialMarks } from '../../storage/keychain/credential-mark.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { MAX_PAUSE_MS, mayTry, nextTryMs } from './access-policy.ts';
import type { AccessReason } from './cloud-access.ts';

const NOW_MS = Date.parse('2026-11-23T14:00:00Z');

function installation() {
  const clock = createVirtualClock({ nowMs: NOW_MS });
  const history = memoryHistory(clock);
  const start = (credentials = 'secret') => {
    const access = createAccess(clock, history);
    access.begin('start');
    return { access, gate: access.gateFor('the-keys', credentials) };
  };
  return { clock, history, start };
}

describe('rejected credentials', () => {
  it('are tried after 15 minutes, an hour, and then every six hours, also by a new process', async () => {
    const { clock, start } = installation();
    const tries: number[] = [];
    for (let minute = 0; minute <= 21 * 60; minute += 5) {
      const { gate } = start();
      if (await gate.maySignIn()) {
        tries.push(minute);
        await gate.rejected();
      }
      clock.advance(5 * MINUTE_MS);
    }
    expect(tries).toEqual([0, 15, 75, 435, 795, 1155]);
  });

  it('are tried at once when they are others, and no more often when they are the same', async () => {
    const { start } = installation();
    await start().gate.rejected();
    expect(await start().gate.maySignIn()).toBe(false);
    expect(await start('another secret').gate.maySignIn()).toBe(true);
  });

  it('are forgotten once they are accepted', async () => {
    const { clock, start, history } = installation();
    await start().gate.rejected();
    clock.advance(15 * MINUTE_MS);
    const { access, gate } = start();
    expect([await gate.maySignIn(), access.retryAtMs('the-keys') !== null]).toEqual([true, true]);
    await gate.accepted();
    expect([await gate.maySignIn(), access.retryAtMs('the-keys'), history.memory().remembered.rejection.size]).toEqual([true, null, 0]);
  });

  it('leave a mark that says no more than whether they changed', async () => {
    const salt = credentialMarks.newSalt();
    const mark = await credentialMarks.mark('+33600000001\nsecret', salt);
    expect(mark).toBe(await credentialMarks.mark('+33600000001\nsecret', salt));
    expect(mark).not.toBe(await credentialMarks.mark('+33600000001\nSecret', salt));
    expect(mark).not.toBe(await credentialMarks.mark('+33600000001\nsecret', credentialMarks.newSalt()));
    expect(mark).toHaveLength(6);
  });

  const steps = fc.array(
    fc.record({
      afterMs: fc.oneof(fc.integer({ min: 0, max: 20 * MINUTE_MS }), fc.integer({ min: 0, max: 3 * HOUR_MS })),
      reason: fc.constantFrom<AccessReason>('schedule', 'manual', 'resume', 'settings', 'command', 'start', 'use'),
      isRestarted: fc.boolean(),
      isAnswered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );
  it('cause at most four sign-ins in any hour, and one in six hours, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { clock, start } = installation();
        let { access, gate } = start();
        await gate.rejected();
        const tries = [clock.nowMs()];
        const ask = async (reason: AccessReason, isAnswered: boolean): Promise<void> => {
          access.begin(reason);
          if (!(await gate.maySignIn())) return;
          tries.push(clock.nowMs());
          if (isAnswered) await gate.rejected();
        };
        for (const { afterMs, reason, isRestarted, isAnswered } of sequence) {
          // What the app and watch do by themselves.
          for (let leftMs = afterMs; leftMs > 0;) {
            const dueMs = (access.retryAtMs('the-keys') ?? 0) - clock.nowMs();
            const stepMs = Math.min(leftMs, Math.max(dueMs, 1));
            clock.advance(stepMs);
            leftMs -= stepMs;
            if (dueMs <= stepMs) await ask('schedule', isAnswered);
          }
          if (isRestarted) ({ access, gate } = start());
          await ask(reason, isAnswered);
        }
        for (const triedMs of tries)
          expect(tries.filter((other) => other >= triedMs && other < triedMs + HOUR_MS).length).toBeLessThanOrEqual(4);
        tries.push(clock.nowMs());
        tries.slice(1).forEach((triedMs, index) => expect(triedMs - (tries[index] ?? 0)).toBeLessThanOrEqual(6 * HOUR_MS));
      }),
    );
  });

  it('are not kept from being tried by a clock that was set back', () => {
    const ahead = { triesMs: [NOW_MS + 100 * HOUR_MS], rejected: 3 };
    expect(mayTry(ahead, false, NOW_MS)).toBe(true);
    expect(nextTryMs({ triesMs: [0, 1, 2, 3], rejected: 1 })).toBe(HOUR_MS);
  });
});

describe('a pause that a cloud asks for', () => {
  it('is kept over restarts, and ended by a usual answer to a later request', () => {
    const { clock, start } = installation();
    start().gate.pauseFor(2 * HOUR_MS);
    clock.advance(HOUR_MS);
    const { access, gate } = start();
    expect([gate.isPaused(), access.pausedUntilMs('the-keys'), access.pausedUntilMs('smoobu')]).toEqual([true, NOW_MS + 2 * HOUR_MS, null]);
    gate.answered(NOW_MS - 1);
    expect(gate.isPaused()).toBe(true);
    access.begin('manual');
    expect(gate.isPaused()).toBe(false);
    gate.answered(clock.nowMs());
    expect(start().gate.isPaused()).toBe(false);
  });

  it('allows one attempt for Sync now and for each arrival within two hours', () => {
    const { clock, start, history } = installation();
    const { access, gate } = start();
    gate.pauseFor(6 * HOUR_MS);
    const missing = arrival({ startMs: NOW_MS + 4 * HOUR_MS, doors: [arrivalDoor({ state: 'waiting', verifiedAtMs: null })] });
    history.remember([
      { kind: 'arrival', key: '12', value: missing },
      { kind: 'arrival', key: '13', value: { ...missing, bookingId: bookingId(13), doors: [arrivalDoor()] } },
    ]);
    const triesAt: number[] = [];
    for (let minute = 0; minute < 6 * 60; minute += 15) {
      access.begin('schedule');
      if (!gate.isPaused()) {
        triesAt.push(minute);
        gate.pauseFor(6 * HOUR_MS - minute * MINUTE_MS);
      }
      clock.advance(15 * MINUTE_MS);
    }
    expect(triesAt).toEqual([120]);
    access.begin('schedule');
    expect(gate.isPaused()).toBe(false);
    gate.pauseFor(HOUR_MS);
    access.begin('manual');
    expect(gate.isPaused()).toBe(false);
    gate.pauseFor(HOUR_MS);
    expect(gate.isPaused()).toBe(true);
  });

  it('ends within six hours, whatever the cloud says and wherever the clock is set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: -1e10, max: 1e10 }), (asked, stepMs) => {
        const { clock, start } = installation();
        start().gate.pauseFor(asked);
        clock.advance(MAX_PAUSE_MS);
        expect(start().gate.isPaused()).toBe(false);
        const other = installation();
        other.start().gate.pauseFor(asked);
        other.clock.stepWall(stepMs);
        const until = other.start().access.pausedUntilMs('the-keys');
        expect(until === null || until - other.clock.nowMs() <= MAX_PAUSE_MS).toBe(true);
      }),
    );
  });
});
