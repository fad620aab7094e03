/** What `door LOCK` does with an option that changes something. */
import { usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { RequestOf } from '../../request.ts';
import { lockIdSchema } from '../../../../shared/domain/id-schemas.ts';
import { giveUpLock } from './give-up.ts';
import { removeFromDoor } from './remove-from-door.ts';
import { replaceLock } from './replace-lock.ts';
import { setSpare } from './spare.ts';

/** null: nothing is to be changed. */
export function doorAction(context: CommandContext, request: RequestOf<'door'>): Promise<Answer> | null {
  const { text, giveUp = false, replaceBy, remove, spare, keypad, dryRun = false, reveal = false, config } = request;
  const named = [giveUp ? '--give-up' : [], replaceBy === undefined ? [] : '--replace-by', remove === undefined ? [] : '--remove']
    .flat()
    .concat(spare === undefined ? [] : '--spare');
  const [action] = named;
  if (action === undefined)
    return keypad !== undefined || dryRun ? refused('--keypad and --dry-run need --give-up, --replace-by, --remove or --spare.') : null;
  if (named.length > 1) return refused('Name one action at a time.');
  if (reveal) return refused(`${action} does not take --reveal.`);
  if (config !== undefined && action !== '--remove' && action !== '--spare')
    return refused(`${action} changes the settings, and does not take --config.`);
  if (giveUp) return giveUpLock(context, request);
  const lock = lockIdSchema.safeParse(Number(text));
  if (!lock.success) return refused('Name the lock by its number.');
  if (remove !== undefined) return removeFromDoor(context, lock.data, remove, request);
  if (spare !== undefined)
    return keypad === undefined ? setSpare(context, lock.data, spare, request) : refused('--spare does not take --keypad.');
  if (replaceBy === undefined) return null;
  return replaceLock(context, { lockId: lock.data, by: replaceBy, ...(keypad === undefined ? {} : { keypadId: keypad }) }, request);
}

function refused(message: string): Promise<Answer> {
  return Promise.resolve(usageFailure(message));
}
