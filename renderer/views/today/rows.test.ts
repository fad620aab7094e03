import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';
import { NOW_MS, stayOf, TODAY } from '../../../tests/support/stays.ts';
import { entryForDate, guestRows, listEntries, sectionOf } from './rows.ts';

const stay = (id: number, start: string, end: string) => stayOf({ id, start, end });
const other = (id: number, why: OtherStay['why'], start: string, end: string): OtherStay => ({
  ...{ bookingId: bookingId(id), why, guestName: 'Rosalind', unitId: unitId(31), unitName: 'Mill House', codes: [] },
  ...{ start: start as LocalDateTime, end: end as LocalDateTime },
  ...{ startMs: Date.parse(`${start}+01:00`), endMs: Date.parse(`${end}+01:00`) },
});
const listOf = (stays: ReturnType<typeof stay>[], others: OtherStay[] = [], nowMs = NOW_MS): readonly string[] =>
  listEntries(guestRows({ stays, others }), nowMs, TODAY).map((entry) =>
    entry.kind === 'heading' ? `${entry.section} ${entry.date ?? ''} ${String(entry.count)}`.replace('  ', ' ') : entry.key,
  );

it('puts every guest under the day at the door, later ones by date', () => {
  const list = listOf([
    stay(1, '2026-11-20T15:00', '2026-11-25T12:00'),
    stay(2, '2026-11-21T15:00', '2026-11-23T12:00'),
    stay(3, '2026-11-23T15:00', '2026-11-24T12:00'),
    stay(4, '2026-11-24T00:30', '2026-11-25T12:00'),
    stay(5, '2026-11-29T23:59', '2026-12-02T12:00'),
    stay(6, '2026-11-30T00:00', '2026-12-02T12:00'),
    stay(7, '2026-12-04T15:00', '2026-12-06T12:00'),
  ]);
  expect(list).toEqual([
    ...['arriving 1', 'stay-3', 'leaving 1', 'stay-2', 'staying 1', 'stay-1', 'turnovers 1', 'turnover-2'],
    ...['tomorrow 1', 'stay-4', 'week 1', 'stay-5', 'later 2026-11-30 1', 'stay-6', 'later 2026-12-04 1', 'stay-7'],
  ]);
});

it('makes the rows of the same guests once, however many parts of the window ask', () => {
  const [stays, others] = [
    [stay(1, '2026-11-23T15:00', '2026-11-25T12:00')],
    [other(2, 'no-door', '2026-11-23T15:00', '2026-11-25T11:00')],
  ];
  const rows = guestRows({ stays, others });
  expect(guestRows({ stays, others })).toBe(rows);
  expect(guestRows({ stays, others: [] })).toHaveLength(1);
  expect(guestRows({ stays: [...stays], others })).not.toBe(rows);
});

it('keeps a guest under “arriving today” all day, and under “leaving today” after the hour', () => {
  const arriving = [stay(1, '2026-11-23T15:00', '2026-11-25T12:00')];
  for (const hours of [0, 5, 6, 13]) expect(listOf(arriving, [], NOW_MS + hours * HOUR_MS)).toEqual(['arriving 1', 'stay-1']);
  const left = other(2, 'left', '2026-11-20T15:00', '2026-11-23T11:00');
  expect(listOf(arriving, [left], NOW_MS + 5 * HOUR_MS)).toEqual([
    ...['arriving 1', 'stay-1', 'leaving 1', 'stay-2', 'turnovers 1', 'turnover-2'],
  ]);
  expect(listOf([stay(2, '2026-11-20T15:00', '2026-11-23T11:00')], [left])).toEqual(['leaving 1', 'stay-2']);
});

it('goes by the door where its day is another than here', () => {
  const sydney = { ...stay(1, '2026-11-24T15:00', '2026-11-26T10:00') };
  const row = guestRows({
    stays: [{ ...sydney, startMs: Date.parse('2026-11-24T15:00+11:00'), endMs: Date.parse('2026-11-26T10:00+11:00') }],
    others: [],
  })[0];
  if (row === undefined) throw new Error('There is one row.');
  // It is 23:00 in Sydney, and an hour later the next day.
  const late = Date.parse('2026-11-23T23:00+11:00');
  expect([sectionOf(row, late, TODAY), sectionOf(row, late + HOUR_MS, TODAY)]).toEqual(['tomorrow', 'arriving']);
});

it('lists guests without a stay as all others, but makes no turnover of a cancelled one', () => {
  const cancelled = other(8, 'cancelled', '2026-11-20T15:00', '2026-11-23T11:00');
  const homeless = other(9, 'no-door', '2026-11-23T15:00', '2026-11-25T11:00');
  expect(listOf([], [homeless, cancelled])).toEqual(['arriving 1', 'stay-9', 'leaving 1', 'stay-8']);
  expect(listOf([], [{ ...cancelled, start: null, end: null, startMs: null, endMs: null }])).toEqual(['staying 1', 'stay-8']);
});

it('jumps to the first arrival on a date or after it', () => {
  const stays = [stay(1, '2026-11-20T15:00', '2026-12-10T12:00'), stay(2, '2026-11-26T15:00', '2026-11-27T12:00')];
  const entries = listEntries(guestRows({ stays: [...stays, stay(3, '2026-12-04T15:00', '2026-12-06T12:00')], others: [] }), NOW_MS, TODAY);
  const to = (date: string) => entryForDate(entries, date as LocalDate, TODAY);
  expect([to('2026-11-22'), to('2026-11-25'), to('2026-12-01'), to('2026-12-05')]).toEqual([
    ...['group-staying', 'group-week', 'group-later-2026-12-04', null],
  ]);
});

it('ends the week by the door where its day is two days ahead of here', () => {
  // 23 November at UTC-12 is 25 November at UTC+14.
  const nowMs = Date.parse('2026-11-24T11:00Z');
  const sections = ['2026-12-01', '2026-12-02'].map((day) => {
    const [start, end] = [`${day}T15:00`, '2026-12-04T10:00'];
    const atDoor = { startMs: Date.parse(`${start}+14:00`), endMs: Date.parse(`${end}+14:00`) };
    return guestRows({ stays: [{ ...stay(1, start, end), ...atDoor }], others: [] }).map((row) => sectionOf(row, nowMs, TODAY));
  });
  expect(sections).toEqual([['week'], ['later']]);
});

it('shows each guest once, whatever the stays and the time', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, '0'));
  const made = fc.record({ id: fc.integer({ min: 1, max: 30 }), start: day, nights: fc.integer({ min: 0, max: 60 }), why: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(made, { selector: ({ id }) => id, maxLength: 20 }), fc.integer({ min: -700, max: 700 }), (facts, hours) => {
      const dates = facts.map(({ id, start, nights, why }) => ({
        ...{ id, why, start: `2026-11-${start}T15:00` },
        end: `${new Date(Date.parse(`2026-11-${start}`) + (nights + 1) * 24 * HOUR_MS).toISOString().slice(0, 10)}T11:00`,
      }));
      const stays = dates.filter(({ why }) => why).map(({ id, start, end }) => stay(id, start, end));
      const others = dates.filter(({ why }) => !why).map(({ id, start, end }) => other(id, 'cancelled', start, end));
      const entries = listEntries(guestRows({ stays, others }), NOW_MS + hours * HOUR_MS, TODAY);
      const guests = entries.flatMap((entry) => (entry.kind === 'guest' ? [Number(entry.row.bookingId)] : []));
      expect(guests.toSorted((one, two) => one - two)).toEqual(facts.map(({ id }) => id).toSorted((one, two) => one - two));
      const counted = entries.reduce((sum, entry) => sum + (entry.kind === 'heading' ? entry.count : 0), 0);
      expect(counted).toBe(entries.filter(({ kind }) => kind !== 'heading').length);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    }),
  );
});
