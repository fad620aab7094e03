/** The locks' lists that one run plans with: those it reads itself, and, in a scheduled sync, others that earlier syncs have read. */
import type { Booking, BookingFetch } from '../../../../shared/domain/booking.ts';
import type { Code, UnreadShare } from '../../../../shared/domain/code.ts';
import type { LockId } from '../../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { RunMode, RunTrigger } from '../../../../shared/domain/run.ts';
import { locksToRead } from '../../../../shared/reconcile/reading/locks-to-read.ts';
import type { ReadingInput } from '../../../../shared/reconcile/reading/locks-to-read.ts';
import { onlyExtends } from '../../../../shared/reconcile/trust/only-extend.ts';
import type { KnownLists } from '../../doors/last-lists.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { LockLists } from '../read-clouds.ts';

/** Runs that nobody waits for and that asked for nothing. */
const READS_WHAT_MATTERS: ReadonlySet<RunTrigger> = new Set(['schedule', 'resume']);

interface ListsPorts {
  /** Left out: every lock is read. */
  readonly lists?: KnownLists;
  readonly history: Pick<HistoryStore, 'clockMark' | 'memory'>;
}

/** Lives for one run. */
export class RunLists {
  readonly #known: KnownLists | null;
  readonly #history: ListsPorts['history'];
  readonly #read = new Map<LockId, { readonly list: NonNullable<ReturnType<LockLists['get']>>; readonly atMs: number }>();
  #all: readonly LockId[] = [];

  constructor(
    {
      mode,
      trigger,
      applyHeld,
    }: { readonly mode: RunMode; readonly trigger: RunTrigger; readonly applyHeld: boolean | ReadonlySet<string> },
    { lists, history }: ListsPorts,
  ) {
    const isScheduled = mode === 'live' && applyHeld === false && READS_WHAT_MATTERS.has(trigger);
    this.#known = isScheduled ? (lists ?? null) : null;
    this.#history = history;
  }

  /** Those to read first, in the given order. `bookings`: null where they could not be read. */
  choose(
    all: readonly LockId[],
    bookings: readonly Booking[] | null,
    at: Pick<ReadingInput, 'nowMs' | 'settings' | 'wishes'>,
  ): readonly LockId[] {
    this.#all = all;
    const last = this.#history.clockMark();
    if (this.#known === null || bookings === null || last === null || last.wallMs > at.nowMs) return all;
    const { readings: known, failed } = this.#known;
    const passedMs = at.nowMs - last.wallMs;
    const due = locksToRead({ ...at, memory: this.#history.memory(), bookings, known, failed, locks: all, passedMs });
    return all.filter((lockId) => due.has(lockId));
  }

  /** Those that were not read in this run. */
  get notRead(): readonly LockId[] {
    return this.#all.filter((lockId) => !this.#read.has(lockId));
  }

  /** Of the mapping. */
  get size(): number {
    return this.#all.length;
  }

  /** `atMs`: before they were asked for. */
  add(lists: LockLists, atMs: number): void {
    for (const [lockId, list] of lists) this.#read.set(lockId, { list, atMs });
  }

  /** As this run read them. */
  get own(): LockLists {
    return new Map([...this.#read].map(([lockId, { list }]) => [lockId, list]));
  }

  /** As a plan takes them. */
  get forPlan(): Pick<PlanInput, 'lists'> & Required<Pick<PlanInput, 'unread'>> {
    const lists = new Map<LockId, readonly Code[] | null>();
    const unread = new Map<LockId, readonly UnreadShare[]>();
    for (const lockId of this.#all) {
      const read = this.#read.get(lockId)?.list;
      const known = read === undefined ? this.#known?.readings.get(lockId) : read.ok ? read.value : undefined;
      lists.set(lockId, known?.codes ?? null);
      if (known?.unread !== undefined && known.unread.length > 0) unread.set(lockId, known.unread);
    }
    return { lists, unread };
  }

  get readAtMs(): ReadonlyMap<LockId, number> {
    return new Map(
      this.#all.flatMap((lockId) => {
        const read = this.#read.get(lockId);
        const atMs = read === undefined ? this.#known?.readings.get(lockId)?.readAtMs : read.list.ok ? read.atMs : undefined;
        return atMs === undefined ? [] : [[lockId, atMs] as const];
      }),
    );
  }
}

/** Such a run plans with nothing that it has not read itself. */
export function trustsNoKnownList(input: PlanInput, bookings: BookingFetch | null): boolean {
  return bookings === null || input.clockStepped || onlyExtends(input);
}
