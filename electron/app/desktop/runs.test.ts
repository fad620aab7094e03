import { describe, expect, it } from 'vitest';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { settings } from '../../../tests/reconcile/fixtures.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccessFailure, CloudFailure } from '../../../shared/errors.ts';
import type { BookingCloud } from '../ports/clouds.ts';
import { NO_RUN_LOCK } from '../ports/system.ts';
import type { EngineDependencies } from '../run/run-request.ts';
import { Runs } from './runs.ts';

const failure = (kind: CloudFailure['kind']): CloudFailure => ({ kind, cloud: 'smoobu', message: 'No.', certain: true });

function runs(bookings: Result<never, AccessFailure>) {
  const { ports } = desktopHost();
  const done: string[] = [];
  const dependencies = async (): Promise<Result<EngineDependencies, AccessFailure>> =>
    ok({
      bookings: {
        fetchBookings: async () => bookings,
        readAccount: async () => bookings,
        requestCount: () => 0,
        clockOffsetMs: () => null,
      } as unknown as BookingCloud,
      locks: createFakeLocks([]),
      pins: { keyed: false, draw: () => '1234' as never },
      history: ports.history,
      clock: ports.clock,
      log: ports.log,
      runLock: NO_RUN_LOCK,
      startDeadline: (_durationMs, parent) => ({
        signal: parent ?? new AbortController().signal,
        reached: () => false,
        cancel: () => undefined,
      }),
      newRunId: () => 'run-1',
    });
  const accounts = { closeRetired: async () => void done.push('close retired') };
  return { runs: new Runs({ accounts, clock: ports.clock, dependencies }), done };
}
const REQUEST = {
  trigger: 'manual',
  applyHeld: new Set<string>(),
  settings: settings(),
  signal: new AbortController().signal,
  onProgress: () => {},
} as const;

describe('a run', () => {
  it('closes the clients of earlier credentials when it is over, and a preview does not', async () => {
    const { runs: app, done } = runs(err(failure('unreachable')));
    await app.run(REQUEST);
    await app.preview(settings());
    expect(done).toEqual(['close retired']);
  });
});
