/** Reads what a run would do, again whenever what is asked changes. Drafts are waited for until the typing rests. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { PlanPreviewAnswer } from './preview-rows.ts';

export type PreviewOf = CallInput<'plan.preview'>;

/** After the last key. */
const DRAFT_RESTS_MS = 600;

/** The same for the same question: tells whether a preview is of exactly this draft. */
export function previewKey(of: PreviewOf): string {
  return JSON.stringify(of);
}

export interface PreviewReading {
  /** Of the question that is asked now. */
  readonly status: 'working' | 'shown' | 'failed';
  /** The newest there is; of an older draft while `working`. */
  readonly preview: PlanPreviewAnswer | null;
  readonly error: IpcError | null;
  readonly reload: () => void;
}

interface Answered {
  readonly key: string;
  readonly turn: number;
  readonly error: IpcError | null;
}

export function usePreview(of: PreviewOf): PreviewReading {
  const { bridge } = useApp();
  const key = previewKey(of);
  const [turn, setTurn] = useState(0);
  const [preview, setPreview] = useState<PlanPreviewAnswer | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const asked = useRef<{ of: PreviewOf; key: string | null }>({ of, key: null });
  asked.current.of = of;

  useEffect(() => {
    const question = asked.current;
    let isCurrent = true;
    const ask = (): void => {
      void bridge.call('plan.preview', question.of).then((answer) => {
        if (!isCurrent) return;
        if (answer.ok) setPreview(answer.value);
        setAnswered({ key, turn, error: answer.ok ? null : answer.error });
      });
    };
    // Only a draft that has just changed: nobody types when it is shown for the first time or asked for again.
    const waits = question.of.of === 'draft' && question.key !== null && question.key !== key;
    question.key = key;
    const timer = setTimeout(ask, waits ? DRAFT_RESTS_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, key, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const isCurrent = answered !== null && answered.key === key && answered.turn === turn;
  return {
    status: !isCurrent ? 'working' : answered.error === null ? 'shown' : 'failed',
    preview,
    error: isCurrent ? answered.error : null,
    reload,
  };
}
