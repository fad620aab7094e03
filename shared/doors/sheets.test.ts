/** The rows of the sheets. It is 23 November 2026, ten in the morning in Paris. */
import { expect, it } from 'vitest';
import { booking, code, date, DOOR, input, person, personCode, settings, wall, wishing } from '../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../tests/reconcile/fixtures.ts';
import { unitId } from '../../tests/support/ids.ts';
import { plan } from '../reconcile/plan.ts';
import { localNow } from '../time.ts';
import { doorView } from './door-view.ts';
import { emergencySheet, todaySheet } from './sheets.ts';

const leaving = booking({ id: 1, arrival: date('2026-11-20'), departure: date('2026-11-23'), guestName: 'Ida Lund' });
const coming = booking({ id: 2, arrival: date('2026-11-23'), departure: date('2026-11-25') });

function today(parts: InputParts, unit: number | null = null) {
  const read = input(parts);
  const { stays, people } = plan(read);
  const { settings: known, nowMs } = read;
  const sheet = todaySheet({
    stays,
    people,
    known: read.wishes.people,
    settings: known,
    nowMs,
    unitId: unit === null ? null : unitId(unit),
  });
  const rows = (all: typeof sheet.arrivals) => all.map(({ stay, time, isKeptOut }) => [stay.booking.id, time, isKeptOut]);
  return { ...sheet, arrivals: rows(sheet.arrivals), departures: rows(sheet.departures) };
}

it('today’s sheet has who comes, who leaves, and when a unit is free between', () => {
  const parts = { bookings: [coming, leaving, booking()], wishes: wishing(person()) };
  expect(today(parts)).toMatchObject({
    arrivals: [[2, '15:00', false]],
    departures: [[1, '12:00', false]],
    turnovers: [{ unitName: 'Flat 1', free: { start: '2026-11-23T12:00', end: '2026-11-23T15:00' } }],
    people: [{ name: 'Plumber', window: { start: '2026-11-23T10:00', end: '2026-11-23T12:00' } }],
  });
  expect(today(parts, 102)).toMatchObject({ arrivals: [], departures: [], turnovers: [], people: [] });
});

it('it says who is kept out, leaves spare codes out, and people of other days', () => {
  const off = code({ description: 'Smoobu#2', startDate: date('2026-11-23'), endDate: date('2026-11-25'), active: false });
  const spare = person({ id: 'b7c2wx', name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
  const later = person({ schedule: { kind: 'once', from: '2026-11-24T10:00', until: '2026-11-24T12:00' } });
  expect(today({ bookings: [coming], codes: [off], wishes: wishing(spare, later) })).toMatchObject({
    arrivals: [[2, '15:00', true]],
    turnovers: [],
    people: [],
  });
});

it('the emergency sheet has what opens each door now or soon, and names a lock that could not be read', () => {
  const codes = [
    code({ id: 1, startDate: date('2026-11-22') }),
    code({ id: 2, startDate: date('2026-12-06'), endDate: date('2026-12-09') }),
    code({ id: 3, startDate: date('2026-12-08'), endDate: date('2026-12-09') }),
    code({ id: 4, startDate: date('2026-11-01'), endDate: date('2026-11-22') }),
    code({ id: 5, startDate: date('2026-11-22'), active: false }),
    code({ id: 6, startDate: date('2026-11-22'), keypadId: 'KpOther1' }),
    personCode({ startTime: wall('09:00') }),
  ];
  const known = { bookings: new Map(), people: [person()], units: settings().mapping.units };
  const read = input({});
  const view = doorView(codes, known, localNow('Europe/Paris', read.nowMs));
  const facts = { settings: read.settings, nowMs: read.nowMs, unitId: null };
  const [unit, ...others] = emergencySheet(facts, () => view);
  expect(others).toEqual([]);
  expect(unit).toMatchObject({ unitId: 101, name: 'Flat 1', address: '' });
  expect(unit?.doors.map((door) => door.codes?.map((one) => Number(one.code.id)).toSorted((one, other) => one - other))).toEqual([
    [1, 2, 950],
  ]);
  expect(emergencySheet(facts, () => null)[0]?.doors).toEqual([{ ...DOOR, prefix: '', codes: null }]);
  expect(emergencySheet({ ...facts, unitId: unitId(102) }, () => view)).toEqual([]);
});
