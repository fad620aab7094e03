/** `undo RUN`: takes back one of the user's own acts, after showing what that means. */
import { carryOut, previewAct } from '../../../app/acts/stay-acts.ts';
import { prepareUndo } from '../../../app/acts/undo.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { renderOperations } from '../../render/run.ts';
import { claimNames } from '../../render/words.ts';
import { makeStyle } from '../../render/style.ts';
import { counted } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk, failedAct, lookAnswer, questionLines, runAnswer } from './act-desk.ts';
import { undoDoor, undoLink } from '../doors/undo-door.ts';
import { confirm } from './confirm.ts';
import { refusedUndo } from './person-offer.ts';

export async function undo(context: CommandContext, { run, dryRun = false, yes = false, config }: RequestOf<'undo'>): Promise<Answer> {
  return atDesk(context, config, async (desk) => {
    const { ports, settings } = desk;
    const [runId = ''] = run.split('/');
    const doorAct = ports.history.memory().remembered['door-act'].get(runId);
    if (doorAct !== undefined) return undoDoor(context, { runId, doorAct, dryRun, yes }, desk);
    const unlinked = await undoLink(context, run, { dryRun, yes }, desk);
    if (unlinked !== null) return unlinked;
    const prepared = await prepareUndo(ports, run);
    if (!prepared.ok)
      return prepared.error.kind === 'refused' ? refusedUndo(prepared.error.because, run, desk) : failedAct(prepared.error, desk);
    const preview = await previewAct(ports, prepared.value);
    if (dryRun || !preview.ok) return lookAnswer(preview, desk);
    const { operations } = preview.value.report;
    const { columns, errorHasColour } = context.world.terminal;
    if (!yes)
      context.note(
        renderOperations(
          operations,
          settings,
          makeStyle(columns, errorHasColour),
          claimNames(preview.value.report, desk.backend.wishes.read().people),
        ),
      );
    const lines = [...questionLines(prepared.value.asks), `This takes the act back: ${counted(operations.length, 'change')} on the locks.`];
    const stopped = await confirm(context, lines, yes);
    return stopped ?? runAnswer(await carryOut(ports, prepared.value), desk);
  });
}
