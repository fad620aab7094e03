/** Calls to main as state of a component: whether one is in progress, its answer or error, and how to repeat it. */
import { useEffect, useState } from 'preact/hooks';
import type { CallName } from '../../shared/ipc/channels.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError } from '../../shared/ipc/result.ts';
import { useApp } from './app.ts';
import { useStable } from './use-stable.ts';

export interface Action<N extends CallName> {
  readonly isBusy: boolean;
  /** Of the last call; null when it succeeded or there was none. Its `message` is for the user. */
  readonly error: IpcError | null;
  /** null when the call failed. */
  run(payload: CallInput<N>): Promise<CallOutput<N> | null>;
  /** True when the call succeeded. For calls without an answer. */
  done(payload: CallInput<N>): Promise<boolean>;
  /** Forgets the error. */
  clear(): void;
}

/** For an action of the user. */
export function useCall<N extends CallName>(name: N): Action<N> {
  const { bridge } = useApp();
  const [state, setState] = useState<{ isBusy: boolean; error: IpcError | null }>({ isBusy: false, error: null });
  const call = async (payload: CallInput<N>): Promise<IpcEnvelope<CallOutput<N>>> => {
    setState({ isBusy: true, error: null });
    const answer = await bridge.call(name, payload);
    setState({ isBusy: false, error: answer.ok ? null : answer.error });
    return answer;
  };
  return {
    ...state,
    run: async (payload) => {
      const answer = await call(payload);
      return answer.ok ? answer.value : null;
    },
    done: async (payload) => (await call(payload)).ok,
    clear: () => setState({ isBusy: false, error: null }),
  };
}

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: IpcError }
  | { readonly kind: 'loaded'; readonly value: T };

/** For data that a view shows: loaded when it opens, and again when `version` changes. The old value stays until the new one arrives. */
export function useLoad<N extends CallName>(
  name: N,
  payload: CallInput<N>,
  version?: unknown,
): { readonly state: Loaded<CallOutput<N>>; readonly isBusy: boolean; readonly reload: () => void } {
  const { bridge } = useApp();
  const input = useStable(payload);
  const [state, setState] = useState<Loaded<CallOutput<N>>>({ kind: 'loading' });
  const [isBusy, setBusy] = useState(true);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setBusy(true);
    void bridge.call(name, input).then((answer) => {
      if (!isCurrent) return;
      setBusy(false);
      setState(answer.ok ? { kind: 'loaded', value: answer.value } : { kind: 'error', error: answer.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, name, input, turn, version]);
  return {
    state,
    isBusy,
    reload: () => {
      setState((before) => (before.kind === 'error' ? { kind: 'loading' } : before));
      setTurn((before) => before + 1);
    },
  };
}
