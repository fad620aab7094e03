/** `door LOCK --give-up`: forgets a lock that is no longer in the account. */
import { codesLeftOn, giveUp } from '../../app/run/retired-locks.ts';
import type { LeftCode } from '../../app/run/retired-locks.ts';
import { lockIdSchema } from '../../../shared/domain/id-schemas.ts';
import { isoInstant } from '../../../shared/time.ts';
import { answer, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { CommandContext } from '../context.ts';
import { wrap } from '../render/text.ts';
import type { RequestOf } from '../request.ts';

export async function giveUpLock(context: CommandContext, { text, yes = false }: RequestOf<'door'>): Promise<Answer> {
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
  const { terminal } = context.world;
  if (!yes) {
    if (!terminal.canAsk) return usageFailure('This needs an answer: run it on a terminal, or with --yes.');
    const said = await terminal.ask(`Lock ${String(lock)} is no longer in the account, and is not read any more? [y/N] `);
    if (said === null || !/^y(es)?$/i.test(said.trim())) return answer({ ok: false }, () => 'Nothing was changed.');
  }
  const left = codesLeftOn(lock, history, isoInstant(clock.nowMs()).slice(0, 10));
  history.remember([giveUp(lock, clock.nowMs())]);
  settings.write({ ...stored, mapping: { ...stored.mapping, retired: retired.filter(({ lockId }) => lockId !== lock) } });
  return answer({ ok: true, left }, (style) => wrap(renderLeft(lock, left), style.width));
}

function renderLeft(lock: number, left: readonly LeftCode[]): string {
  if (left.length === 0) return `Lock ${String(lock)} is given up. No code is known to be left on it.`;
  const codes = left.map(({ codeId, claimId }) => `code ${String(codeId)} of booking ${String(claimId)}`).join(', ');
  return `Lock ${String(lock)} is given up. Where it is still in use, these may open it: ${codes}.`;
}
