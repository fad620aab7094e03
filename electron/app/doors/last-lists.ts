/** The last list of each lock and the last discovery, in memory only: a guest on the phone does not wait until a lock is read. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { LockReading } from '../../../shared/doors/call-view.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { Clock } from '../ports/system.ts';

export class LastLists {
  readonly #clock: Pick<Clock, 'nowMs'>;
  #readings = new Map<LockId, LockReading>();
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

  /** The same cloud, whose lists are kept from now on. Those of an earlier one are forgotten: it may have been another account. */
  watch(locks: LockCloud): LockCloud {
    const readings = new Map<LockId, LockReading>();
    this.#readings = readings;
    this.#summaries = new Map();
    this.#summariesReadAtMs = null;
    return {
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
        if (list.ok && (readings.get(lockId)?.readAtMs ?? 0) <= askedAtMs)
          readings.set(lockId, { codes: list.value.codes, unread: list.value.unread?.length ?? 0, readAtMs: askedAtMs });
        return list;
      },
      signIn: (options) => locks.signIn(options),
      readAccount: (options) => locks.readAccount(options),
      readGateway: (id, options) => locks.readGateway(id, options),
      createCode: (...given) => locks.createCode(...given),
      updateCode: (...given) => locks.updateCode(...given),
      deleteCode: (...given) => locks.deleteCode(...given),
      requestCount: () => locks.requestCount(),
      clockOffsetMs: () => locks.clockOffsetMs(),
      close: () => locks.close(),
    };
  }
}
