/** One action of a view: whether it is in hand, and what came of it last. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallName } from '../../shared/ipc/channels.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { Bridge } from './bridge.ts';

export interface Action<N extends CallName> {
  readonly isBusy: boolean;
  /** A sentence for the host; null when it went well, or never. */
  readonly error: string | null;
  /** The answer, or null when there was none. */
  run(payload: CallInput<N>): Promise<CallOutput<N> | null>;
}

export function useCall<N extends CallName>(bridge: Bridge, name: N): Action<N> {
  const [state, setState] = useState<{ isBusy: boolean; error: string | null }>({ isBusy: false, error: null });
  const isShown = useRef(true);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );
  const run = async (payload: CallInput<N>): Promise<CallOutput<N> | null> => {
    setState({ isBusy: true, error: null });
    const answer = await bridge.call(name, payload);
    if (isShown.current) setState({ isBusy: false, error: answer.ok ? null : answer.error.message });
    return answer.ok ? answer.value : null;
  };
  return { ...state, run };
}
