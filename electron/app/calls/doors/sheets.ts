/** The window's calls about sheets that are printed. */
import { placeKey } from '../../../../shared/domain/ids.ts';
import type { DoorCode } from '../../../../shared/doors/door-view.ts';
import { emergencySheet } from '../../../../shared/doors/sheets.ts';
import type { SheetDoor } from '../../../../shared/doors/sheets.ts';
import type { CallAnswer, CallHandlers, CallRequest } from '../../../../shared/ipc/contract.ts';
import { fullPin } from '../../../../shared/reconcile/stay/pins.ts';
import { saysBlocked } from '../../../../shared/reconcile/tag.ts';
import { codeEnd, codeStart } from '../../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../../shared/reconcile/zones.ts';
import { err, ok } from '../../../../shared/result.ts';
import { dateOf } from '../../../../shared/time.ts';
import type { DesktopPorts } from '../../desktop/ports.ts';
import { lockFacts, pinLength } from '../../doors/door-facts.ts';
import type { DoorFacts } from '../../doors/door-facts.ts';
import { recordShown } from '../../doors/shown-codes.ts';
import { factsOf, isDated, nameOf } from './doors.ts';
import type { DoorDesktop, Ports } from './doors.ts';

type SheetPorts = Ports & Pick<DesktopPorts, 'screen'>;
type Calls = 'sheet.emergency' | 'sheet.save-pdf';

export function sheetCalls(desktop: DoorDesktop, ports: SheetPorts): Pick<CallHandlers, Calls> {
  return {
    'sheet.emergency': (request) => emergency(request, desktop, ports),
    'sheet.save-pdf': async ({ sheet }) => {
      const today = dateOf(createLocalClock(desktop.settings(), ports.clock.nowMs()).nowAt(null, null));
      const saved = await ports.screen.savePdf(`latchkey-${sheet}-${today}.pdf`);
      return saved.ok ? saved : err({ detail: null, message: saved.error.message });
    },
  };
}

/** Without an answer to the question, the sheet has no PINs. Each that is on it is recorded as shown. */
async function emergency(
  { unitId, withPins }: CallRequest<'sheet.emergency'>,
  desktop: DoorDesktop,
  ports: SheetPorts,
): Promise<CallAnswer<'sheet.emergency'>> {
  const { text } = desktop;
  const question = { title: text('sheet.title'), body: text('sheet.body'), yes: text('sheet.yes'), no: text('sheet.no') };
  const hasPins = withPins && (await ports.screen.ask(question)) === true;
  const { mapping } = desktop.settings();
  const mapped = mapping.units.filter((unit) => unitId === null || unit.unitId === unitId).flatMap(({ doors }) => doors);
  const missing = [...new Set(mapped.map(({ lockId }) => lockId))].filter((lockId) => !ports.lists.readings.has(lockId));
  const read = await factsOf(missing, desktop, ports);
  if (!read.ok) return read;
  const { facts } = read.value;
  const units = emergencySheet({ settings: facts.settings, nowMs: facts.nowMs, unitId }, (lockId) => lockFacts(lockId, facts).view);
  if (hasPins) recordShown(ports.history, [...new Set(units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)))], facts);
  return ok({
    hasPins,
    units: units.map(({ unitId: id, name, address, doors }) => ({
      ...{ unitId: id, name: nameOf(name), address: nameOf(address) },
      doors: doors.map((door) => shownDoor(door, facts, hasPins)),
    })),
  });
}

function shownDoor({ codes, prefix, ...place }: SheetDoor, facts: DoorFacts, hasPins: boolean) {
  const { name, readAtMs } = lockFacts(place.lockId, facts);
  const keypads = facts.settings.mapping.locks.find(({ lockId }) => lockId === place.lockId)?.keypads ?? [];
  const keypad = keypads.length < 2 ? undefined : keypads.find((one) => placeKey({ ...place, keypadId: one.keypadId }) === placeKey(place));
  return {
    ...{ name: nameOf(keypad === undefined || keypad.name === '' ? name : `${name}, ${keypad.name}`), prefix },
    readAtMs: codes === null ? null : readAtMs,
    codes: (codes ?? []).map((owned) => shownCode(owned, facts, hasPins)),
  };
}

function shownCode({ code, bookingId, name }: DoorCode, facts: DoorFacts, hasPins: boolean) {
  return {
    name: nameOf(name),
    start: isDated(code.startDate) ? codeStart(code) : null,
    end: isDated(code.endDate) ? codeEnd(code) : null,
    // Of a code that could not be switched off, nobody is to be told the PIN.
    pin: hasPins && !saysBlocked(code.description) ? fullPin(code, pinLength(bookingId, facts)) : null,
  };
}
