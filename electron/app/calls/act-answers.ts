/** What the calls that act share: a run as the window shows it, questions, and refusals. */
import type { RunReport } from '../../../shared/domain/run.ts';
import type { CallOutput, IpcRefusal } from '../../../shared/ipc/contract.ts';
import { err } from '../../../shared/result.ts';
import type { Err } from '../../../shared/result.ts';
import type { ActFailure, ActRunRefusal } from '../acts/stay-acts.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { snapshotLocaliser } from '../status/localise.ts';
import { accessRefusal, refusal } from './refusal.ts';

type ActDesktop = Pick<Desktop, 'snapshot' | 'localization' | 'text'>;

export function notRun(because: ActRunRefusal, desktop: ActDesktop, { system }: Pick<DesktopPorts, 'system'>): Err<IpcRefusal> {
  if (because === 'busy') return refusedAct('busy', desktop);
  return because === 'first-steps' ? refusal(desktop.text, because) : accessRefusal(desktop.text, because, system);
}

export function shownRun(
  { run, counts, operations, problems, requests }: RunReport,
  desktop: Pick<ActDesktop, 'localization' | 'snapshot'>,
): Extract<CallOutput<'stay.act'>, { kind: 'done' }>['run'] {
  const localise = snapshotLocaliser(desktop.localization(), desktop.snapshot());
  return {
    run: { ...run, counts, problemCount: problems.length },
    operations: [...operations],
    problems: problems.map(localise),
    requests,
  };
}

export function refusedAct(
  because: Extract<ActFailure, { kind: 'refused' }>['because'],
  { text }: Pick<ActDesktop, 'text'>,
): Err<IpcRefusal> {
  return err({ detail: because, message: text(`act.refused.${because}`) });
}

/** All questions, unless the user has said yes to exactly these: what was asked about may have changed since. */
export function unanswered(questions: readonly string[], confirmed: readonly string[]): string[] | null {
  const isAnswered = questions.length === confirmed.length && questions.every((line, index) => line === confirmed[index]);
  return isAnswered ? null : [...questions];
}
