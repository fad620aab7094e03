/** The sheets that are printed: as JSON for scripts, and for people. PINs only where they are asked for. */
import { pinLength } from '../../app/doors/door-facts.ts';
import type { DoorFacts } from '../../app/doors/door-facts.ts';
import { maskPin } from '../../../shared/domain/code.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { DoorCode } from '../../../shared/doors/door-view.ts';
import type { SheetDoor, SheetStay, SheetUnit, TodaySheet } from '../../../shared/doors/sheets.ts';
import { fullPin } from '../../../shared/reconcile/stay/pins.ts';
import { isoInstant } from '../../../shared/time.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { printable, stack } from './text.ts';
import { showInstant, showMoment, showPlace, showUnit } from './words.ts';

export function todayDocument({ arrivals, departures, turnovers, people }: TodaySheet, nowMs: number): object {
  const row = ({ stay, time, isKeptOut }: SheetStay): object => {
    const { id: bookingId, unitId, guestName: guest } = stay.booking;
    return { bookingId, unitId, unit: stay.unitName, guest, time, keptOut: isKeptOut };
  };
  return {
    ...{ sheet: 'today', asOf: isoInstant(nowMs), arrivals: arrivals.map(row), departures: departures.map(row) },
    turnovers: turnovers.map(({ unitId, unitName: unit, free }) => ({ unitId, unit, from: free.start, until: free.end })),
    people: people.map(({ name, window }) => ({ name, from: window.start, until: window.end })),
  };
}

export function renderToday(
  sheet: TodaySheet,
  { settings, nowMs }: { readonly settings: Settings; readonly nowMs: number },
  style: Style,
): string {
  const { arrivals, departures, turnovers, people } = sheet;
  const stays = (rows: readonly SheetStay[]): string =>
    renderTable(
      [{ title: 'At' }, { title: 'Guest', flexibleFrom: 12 }, { title: 'Unit', flexibleFrom: 10 }, { title: 'Booking', align: 'right' }],
      rows.map(({ stay, time, isKeptOut }) => [
        time,
        `${printable(stay.booking.guestName)}${isKeptOut ? ' (does not get in)' : ''}`,
        printable(showUnit(stay.booking.unitId, settings)),
        String(stay.booking.id),
      ]),
      style,
    );
  const part = (title: string, table: string): string => stack(style.paint('strong', title), table === '' ? 'Nobody.' : table);
  return [
    style.paint('strong', `Today, as read ${showInstant(nowMs, settings.times.timeZone)}`),
    part('Arrivals', stays(arrivals)),
    part('Departures', stays(departures)),
    stack(
      ...turnovers.map(
        ({ unitId, free }) => `Turnover in ${printable(showUnit(unitId, settings))}: free ${show(free.start)} to ${show(free.end)}`,
      ),
    ),
    part(
      'People',
      renderTable(
        [{ title: 'Who', flexibleFrom: 12 }, { title: 'From' }, { title: 'Until' }],
        people.map(({ name, window }) => [printable(name), show(window.start), show(window.end)]),
        style,
      ),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

interface EmergencyOptions {
  readonly reveal: boolean;
  readonly facts: DoorFacts;
}

export function emergencyDocument(units: readonly SheetUnit[], { reveal, facts }: EmergencyOptions): object {
  const codeOf = ({ code, owner, bookingId, personId, name, opens }: DoorCode): object => ({
    ...{ codeId: code.id, owner, bookingId, personId, name, opensNow: opens === 'now' || opens === 'maybe' },
    ...{ from: showMoment(code.startDate, code.startTime), until: showMoment(code.endDate, code.endTime) },
    ...(reveal ? { pin: fullPin(code, pinLength(bookingId, facts)) } : {}),
  });
  return {
    sheet: 'emergency',
    asOf: isoInstant(facts.nowMs),
    units: units.map(({ doors, ...unit }) => ({
      ...unit,
      doors: doors.map(({ codes, ...door }) => ({ ...door, codes: codes?.map(codeOf) ?? null })),
    })),
  };
}

export function renderEmergency(units: readonly SheetUnit[], options: EmergencyOptions, style: Style): string {
  const { settings, nowMs } = options.facts;
  const title = stack(
    style.paint('strong', `Emergency sheet, as read ${showInstant(nowMs, settings.times.timeZone)}`),
    options.reveal ? 'Keep it where no guest sees it: it has PINs.' : 'PINs are hidden; --reveal shows them.',
  );
  const blocks = units.map(({ unitId, name, address, doors }) =>
    stack(
      style.paint('strong', printable(name === '' ? `Unit ${String(unitId)}` : name)),
      printable(address),
      ...doors.map((door) => renderDoor(door, options, style)),
    ),
  );
  return [title, ...blocks].join('\n\n');
}

function renderDoor({ codes, prefix, ...place }: SheetDoor, { reveal, facts }: EmergencyOptions, style: Style): string {
  const title = `${showPlace(place, facts.settings)}${prefix === '' ? '' : `, prefix ${prefix}`}`;
  if (codes === null) return stack(title, style.paint('bad', '✗ The lock could not be read, so its codes are not on this sheet.'));
  if (codes.length === 0) return stack(title, 'No code opens it now or in the next two weeks.');
  return stack(
    title,
    renderTable(
      [{ title: 'PIN' }, { title: 'Whose', flexibleFrom: 12 }, { title: 'From' }, { title: 'Until' }],
      codes.map(({ code, bookingId, name }) => [
        reveal ? (fullPin(code, pinLength(bookingId, facts)) ?? '–') : maskPin(code.pin),
        printable(name),
        showMoment(code.startDate, code.startTime),
        showMoment(code.endDate, code.endTime),
      ]),
      style,
    ),
  );
}

function show(at: string): string {
  return at.replace('T', ' ');
}
