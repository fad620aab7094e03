/** The window's call that lists the codes on the mapped doors. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { claimantOf } from '../../../shared/doors/code-owner.ts';
import type { CallAnswer, CallHandlers, CallOutput } from '../../../shared/ipc/contract.ts';
import { compareCodes, placesOf } from '../../../shared/reconcile/observe.ts';
import { codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { readLocks } from '../doors/read-locks.ts';
import { accessRefusal } from './refusal.ts';

const NAME_LENGTH = 1000;

type DoorCodes = CallOutput<'codes.list'>;

type CodeDesktop = Pick<Desktop, 'settings' | 'text'>;
type Ports = Pick<DesktopPorts, 'accounts' | 'clock' | 'system'>;

export function codeCalls(desktop: CodeDesktop, ports: Ports): Pick<CallHandlers, 'codes.list'> {
  return { 'codes.list': () => listCodes(desktop, ports) };
}

async function listCodes(desktop: CodeDesktop, { accounts, system, clock }: Ports): Promise<CallAnswer<'codes.list'>> {
  const { mapping } = desktop.settings();
  const locks = await accounts.lockCloud();
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, system);
  const { readings, failures } = await readLocks(
    locks.value,
    placesOf(mapping).map(({ lockId }) => lockId),
    clock,
  );
  const [failure] = failures.values();
  const allFailedAlike = readings.size === 0 && new Set([...failures.values()].map(({ kind }) => kind)).size === 1;
  if (failure !== undefined && allFailedAlike) return accessRefusal(desktop.text, failure, system);
  return ok({
    codes: doorCodes(
      mapping,
      [...readings.values()].flatMap(({ codes }) => codes),
    ),
    unread: [...failures.keys()].sort((one, other) => one - other),
  });
}

/** Leaves out codes on keypads that are not mapped. Copied field by field, so that no PIN gets in. */
function doorCodes(mapping: Mapping, codes: readonly Code[]): DoorCodes['codes'] {
  const places = new Set(placesOf(mapping).map(placeKey));
  return [...new Map(codes.map((code) => [code.id, code])).values()]
    .filter((code) => places.has(placeKey(code)))
    .sort(compareCodes)
    .map((code) => {
      const claimant = claimantOf(code);
      return {
        lockId: code.lockId,
        keypadId: code.keypadId,
        codeId: code.id,
        name: code.name.slice(0, NAME_LENGTH),
        start: isDated(code.startDate) ? codeStart(code) : null,
        end: isDated(code.endDate) ? codeEnd(code) : null,
        // A code whose state cannot be read may open the door.
        isActive: code.active !== false,
        bookingId: typeof claimant === 'number' ? claimant : null,
        personId: typeof claimant === 'string' ? claimant : null,
      };
    });
}

function isDated(date: Code['startDate']): boolean {
  return date !== null && date !== UNKNOWN;
}
