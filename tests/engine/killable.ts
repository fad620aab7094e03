/** The end of a process: its network and its history work no more. */
import type { HttpTransport } from '../../electron/clouds/http/types.ts';
import type { HistoryStore } from '../../electron/app/ports/storage.ts';

/** Thrown by the network of a killed installation, in place of the end of its process. */
export class Killed extends Error {}

export type KillTime = 'before' | 'after' | 'stop';

/** Once killed, it sends no request and returns no response. */
export function killable(transport: HttpTransport, nextKill: () => Exclude<KillTime, 'stop'> | null): HttpTransport {
  let killed = false;
  return {
    async exchange(request) {
      const kill = killed ? 'before' : nextKill();
      if (kill !== null) killed = true;
      if (kill === 'before') throw new Killed();
      const outcome = await transport.exchange(request);
      if (killed) throw new Killed();
      return outcome;
    },
    requestCount: () => transport.requestCount(),
    close: () => transport.close(),
  };
}

/** A process that was killed records nothing more. */
export function untilKilled(history: HistoryStore, isKilled: () => boolean): HistoryStore {
  return new Proxy(history, {
    get(store, name: keyof HistoryStore) {
      if (isKilled()) throw new Killed();
      const member = store[name];
      return typeof member === 'function' ? member.bind(store) : member;
    },
  });
}
