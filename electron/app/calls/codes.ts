/** The window's call about all codes on the mapped doors. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { CallHandlers, CallOutput } from '../../../shared/ipc/contract.ts';
import { compareCodes, placesOf } from '../../../shared/reconcile/observe.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { failureMessage } from '../status/localise.ts';
import type { LockCloud } from '../ports/clouds.ts';

/** A view that is opened must not hold up a run that works on the same cloud. */
const LOCKS_AT_ONCE = 4;
const NAME_LENGTH = 1000;

type DoorCodes = CallOutput<'codes.list'>;

export function codeCalls(
  desktop: Pick<Desktop, 'settings' | 'text'>,
  { accounts, system }: Pick<DesktopPorts, 'accounts' | 'system'>,
): Pick<CallHandlers, 'codes.list'> {
  return {
    'codes.list': async () => {
      const { mapping } = desktop.settings();
      const locks = await accounts.lockCloud();
      if (!locks.ok) return err({ detail: locks.error.kind, message: failureMessage(locks.error, desktop.text(), system) });
      const { lists, failures } = await readLists(locks.value, [...new Set(placesOf(mapping).map(({ lockId }) => lockId))]);
      const [failure] = failures.values();
      const isOneTrouble = lists.length === 0 && new Set([...failures.values()].map(({ kind }) => kind)).size === 1;
      if (failure !== undefined && isOneTrouble)
        return err({ detail: failure.kind, message: failureMessage(failure, desktop.text(), system) });
      return ok({ codes: doorCodes(mapping, lists.flat()), unread: [...failures.keys()].sort((one, other) => one - other) });
    },
  };
}

async function readLists(
  locks: LockCloud,
  lockIds: readonly LockId[],
): Promise<{ readonly lists: readonly (readonly Code[])[]; readonly failures: ReadonlyMap<LockId, CloudFailure> }> {
  const lists: (readonly Code[])[] = [];
  const failures = new Map<LockId, CloudFailure>();
  const waiting = lockIds.values();
  const readOn = async (): Promise<void> => {
    for (const lockId of waiting) {
      const list = await locks.listCodes(lockId);
      if (list.ok) lists.push(list.value.codes);
      else failures.set(lockId, list.error);
    }
  };
  await Promise.all(Array.from({ length: LOCKS_AT_ONCE }, readOn));
  return { lists, failures };
}

/** Codes on other keypads of a lock are somebody else's business. Field by field, so that no PIN comes along. */
function doorCodes(mapping: Mapping, codes: readonly Code[]): DoorCodes['codes'] {
  const places = new Set(placesOf(mapping).map(placeKey));
  return [...new Map(codes.map((code) => [code.id, code])).values()]
    .filter((code) => places.has(placeKey(code)))
    .sort(compareCodes)
    .map((code) => {
      const tag = readTag(code.description);
      return {
        lockId: code.lockId,
        keypadId: code.keypadId,
        codeId: code.id,
        name: code.name.slice(0, NAME_LENGTH),
        start: isDated(code.startDate) ? codeStart(code) : null,
        end: isDated(code.endDate) ? codeEnd(code) : null,
        // What cannot be read may well open the door.
        isActive: code.active !== false,
        bookingId: tag.kind === 'tagged' ? tag.bookingId : null,
      };
    });
}

function isDated(date: Code['startDate']): boolean {
  return date !== null && date !== UNKNOWN;
}
