/** The window's calls about codes on the mapped doors: list them all, and reveal the PIN of one. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { claimantOf } from '../../../shared/doors/code-owner.ts';
import { PIN_SHOWN_MS } from '../../../shared/ipc/contract.ts';
import type { CallAnswer, CallHandlers, CallOutput, CallRequest } from '../../../shared/ipc/contract.ts';
import { compareCodes, placesOf } from '../../../shared/reconcile/observe.ts';
import { fullPin } from '../../../shared/reconcile/stay/pins.ts';
import { readTag, saysBlocked } from '../../../shared/reconcile/tag.ts';
import { codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { readLocks } from '../doors/read-locks.ts';
import { accessRefusal, refusal } from './refusal.ts';

const NAME_LENGTH = 1000;

type DoorCodes = CallOutput<'codes.list'>;

type CodeDesktop = Pick<Desktop, 'settings' | 'text'>;
type Ports = Pick<DesktopPorts, 'accounts' | 'history' | 'clock' | 'system'>;

export function codeCalls(desktop: CodeDesktop, ports: Ports): Pick<CallHandlers, 'codes.list' | 'pin.reveal'> {
  return {
    'codes.list': () => listCodes(desktop, ports),
    'pin.reveal': (request) => revealPin(request, desktop, ports),
  };
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

/** Reads one PIN from the lock, since none is stored here. The history records that it was shown, but not the PIN. */
async function revealPin(
  { bookingId, lockId, keypadId }: CallRequest<'pin.reveal'>,
  desktop: CodeDesktop,
  { accounts, history, clock, system }: Ports,
): Promise<CallAnswer<'pin.reveal'>> {
  const locks = await accounts.lockCloud();
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, system);
  const list = await locks.value.listCodes(lockId);
  if (!list.ok) return accessRefusal(desktop.text, list.error, system);
  const code = list.value.codes
    .filter((candidate) => placeKey(candidate) === placeKey({ lockId, keypadId }))
    .filter((candidate) => {
      const tag = readTag(candidate.description);
      return tag.kind === 'tagged' && tag.claimId === bookingId;
    })
    .sort((one, other) => one.id - other.id)[0];
  const length = history.memory().pinDraws.get(bookingId)?.length ?? desktop.settings().codes.pinLength;
  const pin = code === undefined ? null : fullPin(code, length);
  // Of a code that could not be switched off, nobody is to be told the PIN.
  if (code === undefined || pin === null || saysBlocked(code.description)) return refusal(desktop.text, 'no-code');
  history.recordEvent({ kind: 'pin-revealed', atMs: clock.nowMs(), bookingId, lockId, keypadId });
  return ok({ pin, hideAfterMs: PIN_SHOWN_MS });
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
