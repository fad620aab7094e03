/** Acts of the user on codes: asks what main asks first, carries the act out, and says what was done, with Undo. */
import { useState } from 'preact/hooks';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError } from '../../shared/ipc/result.ts';
import { useApp } from './app.ts';
import type { Confirmation } from './app.ts';
import { makeAgain } from './make-again.ts';
import type { WindowTranslate } from './texts.ts';

type ActAnswer = CallOutput<'stay.act'> | CallOutput<'door.remove'>;
type Done = Extract<ActAnswer, { readonly kind: 'done' }>;

interface ActRequest {
  /** Sends the act; `confirmed`: the questions that the user has said yes to. */
  readonly send: (confirmed: readonly string[]) => Promise<IpcEnvelope<ActAnswer>>;
  /** The question and its button, when main asks; its own questions are the text. */
  readonly ask: Omit<Confirmation, 'texts'>;
  /** What the toast says afterwards. */
  readonly done: string;
  /** False: it cannot be taken back. */
  readonly canUndo?: boolean;
}
export interface Acts {
  readonly isBusy: boolean;
  /** Why the last act was refused; null: it was not. */
  readonly error: IpcError | null;
  /** null: refused, or the user chose not to. */
  readonly act: (request: ActRequest) => Promise<Done['run'] | null>;
  /** For the acts of a stay, which need one yes to all questions. */
  readonly actOnStay: (
    what: Pick<CallInput<'stay.act'>, 'bookingId' | 'action'>,
    words: Pick<ActRequest, 'ask' | 'done' | 'canUndo'>,
  ) => Promise<Done['run'] | null>;
  readonly clear: () => void;
  /** Takes back an act, by the id of its run or of one of its operations. */
  readonly undo: (id: string) => Promise<void>;
}

/** `onChange`: called after an act, and after one was taken back. */
export function useActs(onChange: () => void = () => {}): Acts {
  const app = useApp();
  const { bridge, confirm, announce, t } = app;
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error: IpcError | null }>({ isBusy: false, error: null });

  const undo = async (id: string, isConfirmed = false): Promise<void> => {
    const answer = await bridge.call('act.undo', { id, confirmed: isConfirmed, dryRun: false });
    if (!answer.ok) announce(answer.error.message);
    else if (answer.value.kind === 'done') {
      announce(saidOf(answer.value.run, t('common.undone'), t));
      onChange();
    } else if (answer.value.kind === 'make-person') {
      await makeAgain(app, answer.value);
      onChange();
    } else {
      const { questions: texts } = answer.value;
      if (await confirm({ title: t('common.undo-title'), texts, confirm: t('common.undo') })) await undo(id, true);
    }
  };
  const act = async ({ send, ask, done, canUndo = true }: ActRequest): Promise<Done['run'] | null> => {
    setState({ isBusy: true, error: null });
    const confirmed: string[] = [];
    for (;;) {
      const answer = await send(confirmed);
      if (!answer.ok) {
        setState({ isBusy: false, error: answer.error });
        return null;
      }
      const { value } = answer;
      if (value.kind === 'done') {
        setState({ isBusy: false, error: null });
        announce(saidOf(value.run, done, t), canUndo ? () => void undo(value.run.run.id) : undefined);
        onChange();
        return value.run;
      }
      // What main asks may change while the user reads: only what they said yes to counts.
      if (!(await confirm({ ...ask, texts: value.questions }))) {
        setState({ isBusy: false, error: null });
        return null;
      }
      confirmed.push(...value.questions);
    }
  };
  return {
    ...state,
    act,
    undo,
    actOnStay: (what, words) =>
      act({ ...words, send: (confirmed) => bridge.call('stay.act', { ...what, confirmed: confirmed.length > 0, dryRun: false }) }),
    clear: () => setState({ isBusy: false, error: null }),
  };
}

/** What was recorded may not be on every door yet: then the toast says why, and not that it is done. */
function saidOf({ run, problems }: Done['run'], done: string, t: WindowTranslate): string {
  if (run.outcome === 'ok' || run.outcome === 'nothing-to-do') return done;
  const [problem] = problems;
  return problem === undefined ? t('common.not-everywhere') : t('common.not-everywhere-because', { problem: problem.message });
}
