/** What `door LOCK` does with an option that changes something. */
import { usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { RequestOf } from '../../request.ts';
import { lockIdSchema } from '../../../../shared/domain/id-schemas.ts';
import { giveUpLock } from '../give-up.ts';
import { replaceLock } from './replace-lock.ts';

/** null: nothing is to be changed. */
export function doorAction(context: CommandContext, request: RequestOf<'door'>): Promise<Answer> | null {
  const { text, giveUp = false, replaceBy, keypad, dryRun = false, reveal = false, config } = request;
  const named = [giveUp, replaceBy !== undefined].filter(Boolean).length;
  if (named === 0) return keypad !== undefined || dryRun ? refused('--keypad and --dry-run need --replace-by.') : null;
  if (named > 1) return refused('Name one action at a time.');
  if (config !== undefined || reveal)
    return refused(`${giveUp ? '--give-up' : '--replace-by'} changes the settings, and takes neither --config nor --reveal.`);
  if (giveUp) return giveUpLock(context, request);
  const lock = lockIdSchema.safeParse(Number(text));
  if (!lock.success || replaceBy === undefined) return refused('Name the lock by its number.');
  return replaceLock(context, { lockId: lock.data, by: replaceBy, ...(keypad === undefined ? {} : { keypadId: keypad }) }, request);
}

function refused(message: string): Promise<Answer> {
  return Promise.resolve(usageFailure(message));
}
