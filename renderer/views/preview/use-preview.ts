/** Asks main what a sync would do, again whenever the question changes. A changed draft waits until the user stops typing. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { PlanPreviewAnswer } from './preview-rows.ts';

export type PreviewOf = CallInput<'plan.preview'>;

/** After the last key. */
const TYPING_PAUSE_MS = 600;

export interface Preview {
  /** Of the current question. */
  readonly status: 'working' | 'shown' | 'failed';
  /** The newest answer; that to an earlier question while `working`. */
  readonly preview: PlanPreviewAnswer | null;
  readonly error: IpcError | null;
  readonly reload: () => void;
}

/** `of`: the same object while the question is the same. */
export function usePreview(of: PreviewOf): Preview {
  const { bridge } = useApp();
  const [turn, setTurn] = useState(0);
  const [preview, setPreview] = useState<PlanPreviewAnswer | null>(null);
  const [answered, setAnswered] = useState<{ readonly of: PreviewOf; readonly turn: number; readonly error: IpcError | null } | null>(null);
  const asked = useRef<PreviewOf | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await bridge.call('plan.preview', of);
      if (!isCurrent) return;
      if (answer.ok) setPreview(answer.value);
      setAnswered({ of, turn, error: answer.ok ? null : answer.error });
    };
    const isEdited = (of.of === 'draft' || of.of === 'settings') && asked.current !== null && asked.current !== of;
    asked.current = of;
    const timer = setTimeout(() => void ask(), isEdited ? TYPING_PAUSE_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, of, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  if (answered?.of !== of || answered.turn !== turn) return { status: 'working', preview, error: null, reload };
  return { status: answered.error === null ? 'shown' : 'failed', preview, error: answered.error, reload };
}
