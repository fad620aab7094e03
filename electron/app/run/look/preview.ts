/** What a run would do now: a dry run that writes nothing to the clouds and nothing to the history. */
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import type { AccessFailure, CloudFailure } from '../../../../shared/errors.ts';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { runOnce } from '../engine.ts';
import type { EngineDependencies } from '../run-request.ts';
import { NO_RUN_LOCK } from '../../ports/system.ts';
import type { Clock } from '../../ports/system.ts';
import { ReadMemory } from './preview-clouds.ts';
import type { PreviewClouds } from './preview-clouds.ts';
import { readOnly } from './read-only.ts';

/** The window's answer, with problems as facts, and with the guests and units that their sentences name. */
export interface PlanPreview extends Omit<CallOutput<'plan.preview'>, 'problems'>, Required<Pick<RunReport, 'stays' | 'others'>> {
  readonly problems: readonly Problem[];
}

/** Shorter than a run's, since the user waits. */
const DEADLINE_MS = 60_000;

/** Lives as long as the app. */
export class Previews {
  readonly #dependencies: () => Promise<Result<EngineDependencies, AccessFailure>>;
  readonly #clock: Clock;
  readonly #memory: ReadMemory;

  constructor(dependencies: () => Promise<Result<EngineDependencies, AccessFailure>>, clock: Clock) {
    this.#dependencies = dependencies;
    this.#clock = clock;
    this.#memory = new ReadMemory(clock);
  }

  /** Call when a live run begins, and when it is over. */
  forget(): void {
    this.#memory.forget();
  }

  async preview(settings: Settings): Promise<Result<PlanPreview, AccessFailure>> {
    const ready = await this.#dependencies();
    if (!ready.ok) return ready;
    const { seen, ...clouds } = this.#memory.look(ready.value.bookings, ready.value.locks);
    const answer = await runOnce(
      // Nothing is written, so a run of this or another process is not disturbed.
      { ...ready.value, ...clouds, history: readOnly(ready.value.history), runLock: NO_RUN_LOCK },
      { mode: 'dry-run', trigger: 'manual', settings, applyHeld: false, deadlineMs: DEADLINE_MS },
    );
    if (!answer.ok) throw new Error('A preview needs no run lock and yet it was refused.');
    const failure = answer.value.run.outcome === 'failed' ? (seen.bookingsFailure() ?? seen.codesFailure()) : null;
    if (failure !== null) return err(failure.kind === 'aborted' ? outOfTime(failure) : failure);
    return ok(previewOf(answer.value, settings, seen, this.#clock.nowMs()));
  }
}

function outOfTime(failure: CloudFailure): CloudFailure {
  return { ...failure, kind: 'timeout' };
}

/** With the names of guests, which users know better than numbers. Bookings that are no longer known are left out. */
function previewOf(
  report: RunReport,
  settings: Settings,
  seen: Pick<PreviewClouds['seen'], 'bookings' | 'readAtMs'>,
  nowMs: number,
): PlanPreview {
  const unitNames = new Map<UnitId | null, string>(settings.mapping.units.map(({ unitId, name }) => [unitId, name]));
  const bookingIds = [...new Set(report.operations.flatMap(({ bookingId }) => bookingId ?? []))];
  return {
    counts: report.counts,
    operations: [...report.operations],
    // What waits is listed beside the preview already.
    problems: report.problems.filter(({ kind }) => kind !== 'removal-held'),
    stays: report.stays,
    others: report.others ?? [],
    bookings: bookingIds.flatMap((bookingId) => {
      const booking = seen.bookings.get(bookingId);
      if (booking === undefined) return [];
      const { guestName, arrival, departure, unitId } = booking;
      const unitName = unitNames.get(unitId) ?? '';
      return [{ bookingId, guestName: guestName.slice(0, MAX_NAME), unitName: unitName.slice(0, MAX_NAME), arrival, departure }];
    }),
    readAtMs: seen.readAtMs() ?? nowMs,
  };
}
/** The limit of the window's schema. */
const MAX_NAME = 1_000;
