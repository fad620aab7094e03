/** The window's calls that act on a stay: look at it, do something, take it back. */
import type { RunReport } from '../../../shared/domain/run.ts';
import { actQuestionText } from '../../../shared/i18n/act-text.ts';
import type { CallAnswer, CallHandlers, CallOutput } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Err, Result } from '../../../shared/result.ts';
import type { IpcRefusal } from '../../../shared/ipc/contract.ts';
import { forgetStay } from '../acts/forget-stay.ts';
import { carryOut, prepareAct, previewAct } from '../acts/stay-acts.ts';
import type { ActFailure, ActPorts, ActRunRefusal, PreparedAct } from '../acts/stay-acts.ts';
import { stayView } from '../acts/stay-view.ts';
import { prepareUndo } from '../acts/undo.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { planWishes } from '../run/plan-wishes.ts';
import { problemLocaliser } from '../status/localise.ts';
import { accessRefusal, refusal } from './refusal.ts';

type Names = 'stay.view' | 'stay.act' | 'act.undo' | 'stay.forget';
type ActAnswer = CallAnswer<'stay.act'>;
export type ActDesktop = Pick<Desktop, 'snapshot' | 'localization' | 'text' | 'settings' | 'runFor'>;
type Ports = Pick<DesktopPorts, 'accounts' | 'wishes' | 'history' | 'clock' | 'look' | 'newRunId' | 'system'>;

export function actCalls(desktop: ActDesktop, ports: Ports): Pick<CallHandlers, Names> {
  const withPorts = async <T>(work: (acts: ActPorts) => Promise<Result<T, IpcRefusal>>): Promise<Result<T, IpcRefusal>> => {
    const vault = await ports.accounts.pinVault();
    if (!vault.ok) return accessRefusal(desktop.text, vault.error, ports.system);
    return work({
      ...ports,
      vault: vault.value,
      look: (claim, wishes) => ports.look(claim, desktop.settings(), wishes === undefined ? null : planWishes(wishes, vault.value)),
      run: (claim, runId) => desktop.runFor(claim, runId),
    });
  };
  return {
    'stay.view': ({ bookingId }) =>
      withPorts(async (acts) => {
        const looked = await acts.look(bookingId);
        if (!looked.ok) return accessRefusal(desktop.text, looked.error, ports.system);
        const { input, report } = looked.value;
        if (input === null) return refusedAct('not-read', desktop);
        const view = stayView(bookingId, input, report);
        return typeof view === 'string' ? refusedAct(view, desktop) : ok({ ...view, doors: [...view.doors] });
      }),
    'stay.act': ({ bookingId, action, ...mode }) =>
      withPorts(async (acts) => answerOf(await prepareAct(acts, bookingId, action), mode, acts, desktop, ports)),
    'stay.forget': ({ bookingId }) =>
      withPorts(async (acts) => {
        const forgotten = await forgetStay(acts, bookingId);
        if (forgotten.ok) return forgotten;
        const { error } = forgotten;
        if (error.kind === 'access') return accessRefusal(desktop.text, error.failure, ports.system);
        return refusedAct(error.kind === 'refused' ? error.because : 'not-read', desktop);
      }),
    'act.undo': ({ id, ...mode }) => withPorts(async (acts) => answerOf(await prepareUndo(acts, id), mode, acts, desktop, ports)),
  };
}

async function answerOf(
  prepared: Result<PreparedAct, ActFailure>,
  { confirmed, dryRun }: { readonly confirmed: boolean; readonly dryRun: boolean },
  acts: ActPorts,
  desktop: ActDesktop,
  ports: Ports,
): Promise<ActAnswer> {
  if (!prepared.ok) return failedAct(prepared.error, desktop, ports);
  const { asks } = prepared.value;
  const { text, formats } = desktop.localization();
  const moment = (at: string): string => formats.dateTime(at as Parameters<typeof formats.dateTime>[0]);
  if (asks.length > 0 && !confirmed && !dryRun)
    return ok({ kind: 'asks', questions: asks.map((ask) => actQuestionText(ask, text, moment)) });
  if (!dryRun) return ranAnswer(await carryOut(acts, prepared.value), desktop, ports);
  const looked = await previewAct(acts, prepared.value);
  return looked.ok ? ranAnswer(ok(looked.value.report), desktop, ports) : ranAnswer(looked, desktop, ports);
}

function ranAnswer(ran: Result<RunReport, ActRunRefusal>, desktop: ActDesktop, ports: Ports): ActAnswer {
  return ran.ok ? ok({ kind: 'done', run: shownRun(ran.value, desktop) }) : notRun(ran.error, desktop, ports);
}

export function notRun(because: ActRunRefusal, desktop: ActDesktop, { system }: Pick<Ports, 'system'>): Err<IpcRefusal> {
  if (because === 'busy') return refusedAct('busy', desktop);
  return because === 'first-steps' ? refusal(desktop.text, because) : accessRefusal(desktop.text, because, system);
}

export function shownRun(
  { run, counts, operations, problems, requests }: RunReport,
  desktop: Pick<ActDesktop, 'localization' | 'snapshot'>,
): Extract<CallOutput<'stay.act'>, { kind: 'done' }>['run'] {
  const localise = problemLocaliser(desktop.localization(), desktop.snapshot().names);
  return {
    run: { ...run, counts, problemCount: problems.length },
    operations: [...operations],
    problems: problems.map(localise),
    requests,
  };
}

function failedAct(reason: ActFailure, desktop: ActDesktop, ports: Ports): ActAnswer {
  switch (reason.kind) {
    case 'refused':
      return refusedAct(reason.because, desktop);
    case 'access':
      return accessRefusal(desktop.text, reason.failure, ports.system);
    case 'unread':
      return ranAnswer(ok(reason.report), desktop, ports);
  }
}

export function refusedAct(
  because: Extract<ActFailure, { kind: 'refused' }>['because'],
  { text }: Pick<ActDesktop, 'text'>,
): Err<IpcRefusal> {
  return err({ detail: because, message: text(`act.refused.${because}`) });
}
