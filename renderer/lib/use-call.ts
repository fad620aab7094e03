/** One call to main: whether it is in hand, what came of it, and doing it again. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallName } from '../../shared/ipc/channels.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError } from '../../shared/ipc/result.ts';
import { useApp } from './app.ts';
import { useStable } from './use-stable.ts';

export interface Action<N extends CallName> {
  readonly isBusy: boolean;
  /** null when it went well, or never. Its `message` is a sentence for the user. */
  readonly error: IpcError | null;
  /** Every answer, or null when there was none. */
  run(payload: CallInput<N>): Promise<CallOutput<N> | null>;
  /** True: it went well. For calls that answer nothing. */
  done(payload: CallInput<N>): Promise<boolean>;
  /** Forgets the error. */
  clear(): void;
}

/** For something the user does. */
export function useCall<N extends CallName>(name: N): Action<N> {
  const { bridge } = useApp();
  const [state, setState] = useState<{ isBusy: boolean; error: IpcError | null }>({ isBusy: false, error: null });
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );
  const ask = useCallback(
    async (payload: CallInput<N>): Promise<IpcEnvelope<CallOutput<N>>> => {
      setState({ isBusy: true, error: null });
      const answer = await bridge.call(name, payload);
      if (isShown.current) setState({ isBusy: false, error: answer.ok ? null : answer.error });
      return answer;
    },
    [bridge, name],
  );
  const run = useCallback(
    async (payload: CallInput<N>): Promise<CallOutput<N> | null> => {
      const answer = await ask(payload);
      return answer.ok ? answer.value : null;
    },
    [ask],
  );
  const done = useCallback(async (payload: CallInput<N>): Promise<boolean> => (await ask(payload)).ok, [ask]);
  const clear = useCallback(() => setState({ isBusy: false, error: null }), []);
  return { ...state, run, done, clear };
}

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: IpcError }
  | { readonly kind: 'loaded'; readonly value: T };

/** For something a view shows: loaded when it opens, and again when `version` changes. The old value stays until the new one is there. */
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
