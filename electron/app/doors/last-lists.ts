/**
 * The last list of each lock and the last discovery, in memory only: a guest on the phone does not wait until a lock is read, and a scheduled sync
 * does not read every lock.
 */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { LockReading } from '../../../shared/doors/call-view.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { Clock } from '../ports/system.ts';

/** As one client read them. */
export interface KnownLists {
  readonly readings: ReadonlyMap<LockId, LockReading>;
  /** Locks that could not be read since. */
  readonly failed: ReadonlySet<LockId>;
}

export class LastLists {
  readonly #clock: Pick<Clock, 'nowMs'>;
  #readings = new Map<LockId, LockReading>();
  /** Of the present client, and of those that a run under way still uses. */
  readonly #known = new WeakMap<LockCloud, KnownLists>();
  #summaries: ReadonlyMap<LockId, LockSummary> = new Map();
  #summariesReadAtMs: number | null = null;

  constructor(clock: Pick<Clock, 'nowMs'>) {
    this.#clock = clock;
  }

  get readings(): ReadonlyMap<LockId, LockReading> {
    return this.#readings;
  }
  get summaries(): ReadonlyMap<LockId, LockSummary> {
    return this.#summaries;
  }
  get summariesReadAtMs(): number | null {
    return this.#summariesReadAtMs;
  }

  /** What this client has read; undefined for one that is not watched. */
  of(locks: LockCloud): KnownLists | undefined {
    return this.#known.get(locks);
  }

  /** The same cloud, whose lists are kept from now on. Those of an earlier one are forgotten: it may have been another account. */
  watch(locks: LockCloud): LockCloud {
    const readings = new Map<LockId, LockReading>();
    const failed = new Set<LockId>();
    this.#readings = readings;
    this.#summaries = new Map();
    this.#summariesReadAtMs = null;
    const watched: LockCloud = {
      discover: async (options) => {
        const askedAtMs = this.#clock.nowMs();
        const found = await locks.discover(options);
        if (found.ok && this.#readings === readings) {
          this.#summaries = new Map(found.value.map((lock) => [lock.id, lock]));
          this.#summariesReadAtMs = askedAtMs;
        }
        return found;
      },
      listCodes: async (lockId, options) => {
        const askedAtMs = this.#clock.nowMs();
        const list = await locks.listCodes(lockId, options);
        // Of two readings at the same time, the one that was asked for last counts.
        if ((readings.get(lockId)?.readAtMs ?? 0) > askedAtMs) return list;
        if (list.ok) {
          readings.set(lockId, { codes: list.value.codes, unread: list.value.unread ?? [], readAtMs: askedAtMs });
          failed.delete(lockId);
        } else failed.add(lockId);
        return list;
      },
      signIn: (options) => locks.signIn(options),
      readAccount: (options) => locks.readAccount(options),
      readGateway: (id, options) => locks.readGateway(id, options),
      readLog: (lockId, options) => locks.readLog(lockId, options),
      createCode: (...given) => locks.createCode(...given),
      updateCode: (...given) => locks.updateCode(...given),
      deleteCode: (...given) => locks.deleteCode(...given),
      requestCount: () => locks.requestCount(),
      clockOffsetMs: () => locks.clockOffsetMs(),
      close: () => locks.close(),
    };
    this.#known.set(watched, { readings, failed });
    return watched;
  }
}
