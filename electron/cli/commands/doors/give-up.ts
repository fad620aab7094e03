/** `door LOCK --give-up`: forgets a lock that is no longer in the account. */
import { codesLeftOn, giveUp } from '../../../app/run/retired-locks.ts';
import type { LeftCode } from '../../../app/run/retired-locks.ts';
import { lockIdSchema } from '../../../../shared/domain/id-schemas.ts';
import { isoInstant } from '../../../../shared/time.ts';
import { answer, dryRunAnswer, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { wrap } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { confirm } from '../acts/confirm.ts';

export async function giveUpLock(context: CommandContext, { text, dryRun = false, yes = false }: RequestOf<'door'>): Promise<Answer> {
  const parsed = lockIdSchema.safeParse(Number(text));
  if (!parsed.success) return usageFailure('Name the lock to give up by its number.');
  const lock = parsed.data;
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings, history, clock } = opened.value;
  const stored = settings.read();
  const { units, retired } = stored.mapping;
  const unit = units.find(({ doors }) => doors.some(({ lockId }) => lockId === lock));
  if (unit !== undefined)
    return usageFailure(`Lock ${String(lock)} is a door of unit ${String(unit.unitId)}. Choose another door for it first.`);
  if (!retired.some(({ lockId }) => lockId === lock)) return usageFailure(`Lock ${String(lock)} is no former door of Latchkey.`);
  const left = codesLeftOn(lock, history, isoInstant(clock.nowMs()).slice(0, 10));
  const line = `Lock ${String(lock)} is no longer in the account, and is not read any more.`;
  if (dryRun) return dryRunAnswer([line, leftText(left)], { left });
  const stopped = await confirm(context, [line, leftText(left)], yes);
  if (stopped !== null) return stopped;
  history.remember([giveUp(lock, clock.nowMs())]);
  settings.write({ ...stored, mapping: { ...stored.mapping, retired: retired.filter(({ lockId }) => lockId !== lock) } });
  return answer({ ok: true, left }, (style) => wrap(`Lock ${String(lock)} is given up. ${leftText(left)}`, style.width));
}

function leftText(left: readonly LeftCode[]): string {
  if (left.length === 0) return 'No code is known to be left on it.';
  const codes = left.map(({ codeId, claimId }) => `code ${String(codeId)} of booking ${String(claimId)}`).join(', ');
  return `Where it is still in use, these may open it: ${codes}.`;
}
