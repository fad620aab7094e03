/** A file on its way to being taken over: read by main, shown, then applied or dropped. Main forgets it when the user leaves. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { IpcEnvelope, IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { Bridge } from '../../lib/bridge.ts';
import type { FileText } from '../../lib/read-file.ts';

type CandidateState<R> =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'file-trouble'; readonly because: Exclude<FileText['kind'], 'text'> }
  | { readonly kind: 'error'; readonly error: IpcError }
  /** `turn` tells one file from the next. */
  | { readonly kind: 'read'; readonly reading: R; readonly turn: number };

export interface Candidate<R> {
  readonly state: CandidateState<R>;
  readonly isApplying: boolean;
  /** Of taking it over. */
  readonly error: IpcError | null;
  read(file: FileText): void;
  /** True: taken over. */
  apply(choice: { readonly withCredentials: boolean; readonly apiSecret: string | null }): Promise<boolean>;
  drop(): void;
}

/** `ask`: `import.read` or `backup.read`. */
export function useCandidate<R>(ask: (bridge: Bridge, text: string) => Promise<IpcEnvelope<R>>): Candidate<R> {
  const { bridge } = useApp();
  const [state, setState] = useState<CandidateState<R>>({ kind: 'none' });
  const [applying, setApplying] = useState<{ readonly isBusy: boolean; readonly error: IpcError | null }>({ isBusy: false, error: null });
  const turn = useRef(0);
  const isHeld = useRef(false);

  const forget = useCallback(() => {
    turn.current += 1;
    if (isHeld.current) void bridge.call('candidate.drop', null);
    isHeld.current = false;
  }, [bridge]);
  useEffect(() => forget, [forget]);

  const read = async (file: FileText): Promise<void> => {
    forget();
    const mine = turn.current;
    setApplying({ isBusy: false, error: null });
    if (file.kind !== 'text') {
      setState({ kind: 'file-trouble', because: file.kind });
      return;
    }
    setState({ kind: 'reading' });
    isHeld.current = true;
    const answer = await ask(bridge, file.text);
    if (turn.current !== mine) return;
    setState(answer.ok ? { kind: 'read', reading: answer.value, turn: mine } : { kind: 'error', error: answer.error });
  };
  return {
    state,
    isApplying: applying.isBusy,
    error: applying.error,
    read: (file) => void read(file),
    apply: async (choice) => {
      setApplying({ isBusy: true, error: null });
      const answer = await bridge.call('candidate.apply', choice);
      setApplying({ isBusy: false, error: answer.ok ? null : answer.error });
      if (!answer.ok) return false;
      isHeld.current = false;
      setState({ kind: 'none' });
      return true;
    },
    drop: () => {
      forget();
      setApplying({ isBusy: false, error: null });
      setState({ kind: 'none' });
    },
  };
}
