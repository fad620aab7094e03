/** `stay BOOKING`: everything about a stay. With an action: records the wish, then syncs this stay's doors at once. */
import { carryOut, prepareAct, previewAct } from '../../../app/acts/stay-acts.ts';
import { stayView } from '../../../app/acts/stay-view.ts';
import { accessFailure, answer, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT, exitCodeOfReport } from '../../exit-code.ts';
import { renderStay, stayDocument } from '../../render/stay.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk, failedAct, lookAnswer, questionLines, refusedAct, runAnswer } from './act-desk.ts';
import type { ActDesk } from './act-desk.ts';
import { confirmUnlessDry } from './confirm.ts';

export async function stay(context: CommandContext, request: RequestOf<'stay'>): Promise<Answer> {
  const { actions } = request;
  if (actions.length > 1) return usageFailure('Name one action at a time.');
  const [action] = actions;
  if (action === undefined && (request.dryRun === true || request.yes === true))
    return usageFailure('Say what to do, for instance --block.');
  return atDesk(context, request.config, (desk) =>
    action === undefined ? show(request, desk) : act(context, { ...request, action }, desk),
  );
}

async function act(
  context: CommandContext,
  { booking, action, dryRun = false, yes = false }: RequestOf<'stay'> & { readonly action: RequestOf<'stay'>['actions'][number] },
  desk: ActDesk,
): Promise<Answer> {
  const { ports } = desk;
  const prepared = await prepareAct(ports, booking, action);
  if (!prepared.ok) return failedAct(prepared.error, desk);
  const { asks, told = [] } = prepared.value;
  // Blocking asks nothing, so that it needs no terminal.
  if (asks.length === 0) for (const line of questionLines(told)) context.note(line);
  const lines = asks.length === 0 ? [] : questionLines([...told, ...asks]);
  const stopped = await confirmUnlessDry(context, lines, { dryRun, yes });
  if (dryRun) return lookAnswer(await previewAct(ports, prepared.value), desk);
  return stopped ?? runAnswer(await carryOut(ports, prepared.value), desk);
}

async function show({ booking }: RequestOf<'stay'>, desk: ActDesk): Promise<Answer> {
  const looked = await desk.ports.look(booking);
  if (!looked.ok) return accessFailure(looked.error);
  const { input, report } = looked.value;
  if (input === null) return lookAnswer(looked, desk);
  const view = stayView(booking, input, report);
  if (typeof view === 'string') return refusedAct(view);
  const exitCode = exitCodeOfReport(report);
  return answer(
    stayDocument(view, report.problems),
    (style) => renderStay(view, desk.settings, report.problems, style),
    exitCode === EXIT.held ? EXIT.ok : exitCode,
  );
}
