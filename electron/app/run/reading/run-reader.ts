/** What a run reads of both clouds, within its share of the run's time, and what it learns from lists that fail. */
import type { LockId } from '../../../../shared/domain/ids.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { RunMode, RunProgress } from '../../../../shared/domain/run.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { bookingsToLookUp } from '../../../../shared/reconcile/bookings.ts';
import { lookUpBookings, readClouds, readLists } from '../read-clouds.ts';
import type { CloudReading, LockLists } from '../read-clouds.ts';
import { watchRetired } from '../retired-locks.ts';
import type { RunFindings } from '../run-findings.ts';
import { countUnread } from '../run-memory.ts';
import type { EngineDependencies } from '../run-request.ts';
import type { RunScope } from '../run-scope.ts';
import type { RunLists } from './run-lists.ts';

interface ReaderOptions {
  readonly dependencies: EngineDependencies;
  readonly deadlineMs: number;
  readonly found: RunFindings;
  readonly scope: RunScope;
  readonly lists: RunLists;
  /** How the run leaves behind what it saw. */
  readonly mode: RunMode;
  readonly signal: AbortSignal;
  readonly onError: () => void;
  readonly onProgress: (phase: RunProgress['phase'], done: number, total: number) => void;
}

/** Lives for one run. */
export class RunReader {
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Gets half of the time: what could not be read by then is left as it is, and the rest is still written. */
  async read(settings: Settings): Promise<CloudReading> {
    const { dependencies, scope, lists, found, onError, onProgress } = this.#options;
    const wishes = dependencies.wishes?.() ?? NO_WISHES;
    const nowMs = dependencies.clock.nowMs();
    const read = await this.#within(2, (signal) =>
      readClouds({
        ...{ ...dependencies, settings, signal, onError, onProgress },
        choose: (all, bookings) => lists.choose(all, bookings, { settings, wishes, nowMs }),
        first: (bookings) => scope.locksToReadFirst(bookings, settings.mapping, wishes),
      }),
    );
    await this.#add(read.lists, nowMs, { settings, clockIsWrong: read.clockErrorMs !== 0 });
    if (read.lists.size > 0 && [...read.lists.values()].every(({ ok }) => !ok)) found.isCloudLost = true;
    return read;
  }

  /** Locks that the plan is about, and that were read in an earlier run only. */
  async readMore(input: PlanInput, lockIds: readonly LockId[]): Promise<PlanInput> {
    const { dependencies, lists, onError, onProgress } = this.#options;
    const nowMs = dependencies.clock.nowMs();
    const read = await this.#within(4, (signal) => readLists(lockIds, { ...dependencies, signal, onError, onProgress }));
    await this.#add(read, nowMs, input);
    return this.withLookups({ ...input, ...lists.forPlan });
  }

  async withLookups(input: PlanInput): Promise<PlanInput> {
    const ids = bookingsToLookUp(input).ids.filter((id) => !input.lookups.has(id));
    const found = await lookUpBookings(ids, { ...this.#options.dependencies, ...this.#options });
    return { ...input, lookups: new Map([...input.lookups, ...found]) };
  }

  /** This share of the run's time. */
  async #within<T>(share: number, read: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { dependencies, deadlineMs, signal } = this.#options;
    const reading = dependencies.startDeadline(deadlineMs / share, signal);
    return read(reading.signal).finally(() => reading.cancel());
  }

  async #add(read: LockLists, atMs: number, { settings, clockIsWrong }: Pick<PlanInput, 'settings' | 'clockIsWrong'>): Promise<void> {
    const { dependencies, scope, lists, found, mode, signal } = this.#options;
    lists.add(read, atMs);
    const unreadRuns = countUnread(dependencies.history, read, mode);
    for (const [lockId, list] of read)
      if (!list.ok && scope.isAboutLock(lockId)) found.listFailed(lockId, list.error, lists.size, unreadRuns.get(lockId) ?? 1);
    found.problems.push(...(await watchRetired({ ...dependencies, settings, mode, signal, lists: read, clockIsWrong })));
  }
}
