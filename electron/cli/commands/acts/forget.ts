/** `forget BOOKING`: removes what is kept here of a past guest. */
import { forgetStay, mayForget } from '../../../app/acts/forget-stay.ts';
import { answer, dryRunAnswer } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk, failedAct } from './act-desk.ts';
import { confirm } from './confirm.ts';

export async function forget(
  context: CommandContext,
  { booking, yes = false, dryRun = false, config }: RequestOf<'forget'>,
): Promise<Answer> {
  return atDesk(context, config, async (desk) => {
    const line = `The guest's name, PIN draws, wishes and what was shown of booking ${String(booking)} are removed from this computer. This cannot be undone.`;
    if (dryRun) {
      const may = await mayForget(desk.ports, booking);
      return may.ok ? dryRunAnswer([line]) : failedAct(may.error, desk);
    }
    const stopped = await confirm(context, [line], yes);
    if (stopped !== null) return stopped;
    const forgotten = await forgetStay(desk.ports, booking);
    return forgotten.ok ? answer({ ok: true }, () => `Booking ${String(booking)} is forgotten.`) : failedAct(forgotten.error, desk);
  });
}
