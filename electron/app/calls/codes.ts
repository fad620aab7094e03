/** The window's call that lists the codes on the mapped doors. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { ownerOf } from '../../../shared/doors/code-owner.ts';
import type { Known } from '../../../shared/doors/code-owner.ts';
import type { CallAnswer, CallHandlers, CallOutput } from '../../../shared/ipc/contract.ts';
import { compareCodes, placesOf } from '../../../shared/reconcile/observe.ts';
import { codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { readLocks } from '../doors/read-locks.ts';
import { accessRefusal } from './refusal.ts';

const NAME_LENGTH = 1000;

type DoorCodes = CallOutput<'codes.list'>;

type CodeDesktop = Pick<Desktop, 'settings' | 'snapshot' | 'text'>;
type Ports = Pick<DesktopPorts, 'accounts' | 'clock' | 'system' | 'wishes'>;

export function codeCalls(desktop: CodeDesktop, ports: Ports): Pick<CallHandlers, 'codes.list'> {
  return { 'codes.list': () => listCodes(desktop, ports) };
}

async function listCodes(desktop: CodeDesktop, { accounts, system, clock, wishes }: Ports): Promise<CallAnswer<'codes.list'>> {
  const settings = desktop.settings();
  const { mapping } = settings;
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
  const known = {
    bookings: new Map(desktop.snapshot().stays.map(({ stay }) => [stay.booking.id, stay.booking])),
    people: wishes.read().people,
    units: mapping.units,
  };
  const codes = [...readings.values()].flatMap((reading) => reading.codes);
  return ok({
    codes: doorCodes(codes, settings, known, clock.nowMs()),
    unread: [...failures.keys()].sort((one, other) => one - other),
  });
}

/** Leaves out codes on keypads that are not mapped. Copied field by field, so that no PIN gets in. */
function doorCodes(codes: readonly Code[], settings: Settings, known: Known, nowMs: number): DoorCodes['codes'] {
  const places = new Set(placesOf(settings.mapping).map(placeKey));
  const clock = createLocalClock(settings, nowMs);
  const unitOf = new Map(known.units.flatMap((unit) => unit.doors.map((door) => [placeKey(door), unit] as const)));
  return [...new Map(codes.map((code) => [code.id, code])).values()]
    .filter((code) => places.has(placeKey(code)))
    .sort(compareCodes)
    .map((code) => {
      const { owner, bookingId, personId } = ownerOf(code, known, clock.nowAt(code, unitOf.get(placeKey(code)) ?? null));
      const person = known.people.find(({ id }) => id === personId);
      return {
        lockId: code.lockId,
        keypadId: code.keypadId,
        codeId: code.id,
        name: code.name.slice(0, NAME_LENGTH),
        start: isDated(code.startDate) ? codeStart(code) : null,
        end: isDated(code.endDate) ? codeEnd(code) : null,
        // A code whose state cannot be read may open the door.
        isActive: code.active !== false,
        bookingId,
        personId,
        owner,
        schedule: person?.schedule.kind ?? null,
      };
    });
}

function isDated(date: Code['startDate']): boolean {
  return date !== null && date !== UNKNOWN;
}
