/** Sees that no run writes to a lock, or removes anything there, before it has read that lock's list itself. */
import { expect } from 'vitest';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import type { LockCloud } from '../../electron/app/ports/clouds.ts';

/** Of one installation. */
export class ReadFirst {
  readonly #theKeys: Pick<DemoClouds['theKeys'], 'codes'>;
  readonly #read = new Set<number>();
  #unseen: string[] = [];

  constructor(theKeys: Pick<DemoClouds['theKeys'], 'codes'>) {
    this.#theKeys = theKeys;
  }

  /** Since the run began. */
  get read(): ReadonlySet<number> {
    return this.#read;
  }

  begin(): void {
    this.#read.clear();
    this.#unseen = [];
  }

  assert(): void {
    expect(this.#unseen, 'writes to locks that the run had not read').toEqual([]);
  }

  watch(locks: LockCloud): LockCloud {
    const read = this.#read;
    const check = (what: string, lockId: number | undefined): void => {
      if (lockId !== undefined && !this.#read.has(lockId)) this.#unseen.push(`${what} on lock ${String(lockId)}`);
    };
    const lockOf = (codeId: number): number | undefined => this.#theKeys.codes().find(({ id }) => id === codeId)?.lockId;
    return {
      signIn: (options) => locks.signIn(options),
      readAccount: (options) => locks.readAccount(options),
      discover: (options) => locks.discover(options),
      readGateway: (...given) => locks.readGateway(...given),
      readLog: (...given) => locks.readLog(...given),
      async listCodes(lockId, options) {
        const list = await locks.listCodes(lockId, options);
        if (list.ok) read.add(lockId);
        return list;
      },
      createCode(...given) {
        check('create', given[0]);
        return locks.createCode(...given);
      },
      updateCode(...given) {
        check('update', lockOf(given[0]));
        return locks.updateCode(...given);
      },
      deleteCode(...given) {
        check('delete', lockOf(given[0]));
        return locks.deleteCode(...given);
      },
      requestCount: () => locks.requestCount(),
      clockOffsetMs: () => locks.clockOffsetMs(),
      close: () => locks.close(),
    };
  }
}
