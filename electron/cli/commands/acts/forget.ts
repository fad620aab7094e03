/** `forget BOOKING`: removes what is kept here of a past guest. */
import { forgetStay } from '../../../app/acts/forget-stay.ts';
import { answer } from '../../answer.ts';
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
    if (dryRun) return answer({ ok: true }, () => line);
    const stopped = await confirm(context, [line], yes);
    if (stopped !== null) return stopped;
    const forgotten = await forgetStay(desk.ports, booking);
    return forgotten.ok ? answer({ ok: true }, () => `Booking ${String(booking)} is forgotten.`) : failedAct(forgotten.error, desk);
  });
}
