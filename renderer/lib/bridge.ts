/** Calls and events between window and main, which come as JSON texts: the only file that uses what the preload provides. A call never rejects. */
import type { CallName, EventName } from '../../shared/ipc/channels.ts';
import type { CallInput, CallOutput, EventPayload } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope } from '../../shared/ipc/result.ts';

export interface Bridge {
  call<N extends CallName>(name: N, payload: CallInput<N>): Promise<IpcEnvelope<CallOutput<N>>>;
  /** The returned function stops listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

interface RawBridge {
  call(name: string, payload: unknown): Promise<string>;
  on(name: string, listener: (payload: string) => void): () => void;
}

/** Throws in a page that the app did not open. The types are safe: both sides are built from one contract, and main checks what it sends. */
export function windowBridge(): Bridge {
  const { latchkey } = globalThis as { readonly latchkey?: RawBridge };
  if (latchkey === undefined) throw new Error('This page belongs to the Latchkey app and works only there.');
  return {
    async call<N extends CallName>(name: N, payload: CallInput<N>): Promise<IpcEnvelope<CallOutput<N>>> {
      try {
        return JSON.parse(await latchkey.call(name, payload)) as IpcEnvelope<CallOutput<N>>;
      } catch {
        // Main is quitting, or does not listen yet.
        return { ok: false, error: { kind: 'internal', detail: null, message: 'The app does not answer.' } };
      }
    },
    on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) =>
      latchkey.on(name, (text) => listener(JSON.parse(text) as EventPayload<N>)),
  };
}
