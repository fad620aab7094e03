import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { sampleStay } from '../../../tests/support/snapshot.ts';
import { buildCalendar, filterRows, isOpen, openNow } from './calendar-model.ts';
import type { CalendarInput } from './calendar-model.ts';
import type { DoorCodes } from './drafts.ts';
import type { Bar } from './row-model.ts';
import { bookingId, codeId, lockId, personId, place, unitId } from '../../../tests/support/ids.ts';

const TODAY = '2026-11-23' as LocalDate;
const PLACE = place(501, 'Kp7Qm2Xa');
const names = { units: [], doors: [{ ...PLACE, lockName: 'Mill House door', keypadName: '' }] };
const byLock = (one: KeypadPlace, other: KeypadPlace): number => one.lockId - other.lockId;

function stay(id: number, start: string, end: string, changes: Partial<StayStatus> = {}): StayStatus {
  const base = sampleStay(id);
  const [door] = base.stay.doors;
  const window = { start: start as LocalDateTime, end: end as LocalDateTime };
  return { ...base, verdict: 'ready', because: null, stay: { ...base.stay, doors: [{ ...door!, window, state: 'in-place' }] }, ...changes };
}
function code(id: number, changes: Partial<DoorCodes['codes'][number]> = {}): DoorCodes['codes'][number] {
  return {
    ...PLACE,
    codeId: codeId(id),
    name: 'Cleaner',
    start: '2026-11-01T00:00' as LocalDateTime,
    end: null,
    isActive: true,
    bookingId: null,
    personId: null,
    owner: changes.bookingId === undefined ? 'by-hand' : 'guest',
    schedule: null,
    ...changes,
  };
}
const OTHER = { guestName: '', unitId: null, unitName: '', start: null, end: null, startMs: null, endMs: null, codes: [] };
type Operation = CalendarInput['holds'][number];
type Item = CalendarInput['attention'][number];
const NOTHING = { others: [], holds: [], attention: [] };
const calendar = (stays: readonly StayStatus[], codes: DoorCodes['codes'] = [], span = 30, snapshot: Partial<CalendarInput> = {}) =>
  buildCalendar({ ...NOTHING, ...snapshot, stays, names, codes, firstDay: TODAY, span, compare: byLock });
const bars = (...given: Parameters<typeof calendar>) => calendar(...given).rows[0]!.bars;

describe('the calendar', () => {
  it('has the days that were chosen and every mapped door, including one without codes', () => {
    const { days, rows } = calendar([], [], 14);
    expect([days.length, days[0], days.at(-1)]).toEqual([14, '2026-11-23', '2026-12-06']);
    expect(rows).toMatchObject([{ place: PLACE, bars: [], lanes: 1, gaps: [] }]);
  });
  it('places a bar by the wall time at the door', () => {
    const [bar] = bars([stay(1, '2026-11-24T12:00', '2026-11-26T00:00')]);
    expect(bar!.from * 30).toBeCloseTo(1.5);
    expect(bar!.to * 30).toBeCloseTo(3);
  });
  it('cuts stays that started before, and leaves out those that are over or later', () => {
    const found = bars([
      stay(1, '2026-11-20T15:00', '2026-11-24T12:00'),
      stay(2, '2026-11-10T15:00', '2026-11-22T12:00'),
      stay(3, '2026-12-23T15:00', '2026-12-24T12:00'),
    ]);
    expect(found.map(({ bookingId, from }) => [bookingId, from])).toEqual([[1, 0]]);
  });
  it('marks two guests whose codes work at the same time, and draws them one below the other', () => {
    const found = bars([stay(1, '2026-11-24T15:00', '2026-11-26T13:00'), stay(2, '2026-11-26T12:00', '2026-11-28T12:00')]);
    expect(found.map(({ lane, overlaps, freeNightsAfter }) => [lane, overlaps.length, freeNightsAfter])).toEqual([
      [0, 1, 0],
      [1, 1, 25],
    ]);
  });
  it('marks no overlap for a shared gate, a cleaner, or a code that is switched off', () => {
    const other = stay(2, '2026-11-25T15:00', '2026-11-28T12:00');
    const ofOtherUnit = { ...other, stay: { ...other.stay, booking: { ...other.stay.booking, unitId: unitId(32) } } };
    const found = bars(
      [stay(1, '2026-11-24T15:00', '2026-11-26T13:00'), ofOtherUnit],
      [code(8), code(9, { isActive: false, bookingId: bookingId(5) })],
    );
    expect(found.map(({ overlaps }) => overlaps)).toEqual([[], [], [], []]);
  });
  it('marks the outdated code of another guest during a stay, at a door of one unit', () => {
    const found = bars([stay(1, '2026-11-24T15:00', '2026-11-26T13:00')], [code(9, { bookingId: bookingId(77) })]);
    expect(found.map(({ overlaps }) => overlaps.length)).toEqual([1, 1]);
  });
  it('says when one guest leaves on the day another arrives, and counts the free nights in between', () => {
    const { rows } = calendar([
      stay(1, '2026-11-24T15:00', '2026-11-26T12:00'),
      stay(2, '2026-11-26T15:00', '2026-11-28T12:00'),
      stay(3, '2026-12-01T15:00', '2026-12-20T12:00'),
    ]);
    expect(rows[0]!.bars.map(({ endsInTurnover, freeNightsAfter }) => [endsInTurnover, freeNightsAfter])).toEqual([
      [true, 0],
      [false, 3],
      [false, 3],
    ]);
  });
  it('keeps a code hidden whose stay is shown, or is outside of the days', () => {
    const later = stay(1, '2027-01-24T15:00', '2027-01-26T12:00');
    expect(bars([later], [code(9, { bookingId: bookingId(1) })])).toEqual([]);
  });
  it('shows the nearest of tens of thousands of stays of one unit, and says how many more there are', () => {
    const at = (hour: number): string => new Date(Date.UTC(2026, 10, 20, hour)).toISOString().slice(0, 16);
    const many = Array.from({ length: 60_000 }, (_, index) => stay(index + 1, at(Math.floor(index / 25)), at(Math.floor(index / 25) + 40)));
    const [row] = calendar(many).rows;
    const visible = many.filter(
      ({ stay: { doors } }) => doors[0]!.window.start < '2026-12-23T00:00' && doors[0]!.window.end > '2026-11-23T00:00',
    );
    expect([row!.bars.length, row!.bars.length + row!.hidden]).toEqual([200, visible.length]);
    expect(row!.bars[0]!.bookingId).toBe(visible[0]!.stay.booking.id);
    expect(Math.max(...row!.bars.map(({ overlaps }) => overlaps.length))).toBe(10);
  });
  it('looks at each of tens of thousands of stays once, and again only at those it shows', () => {
    const looks = new Map<number, number>();
    const watched = (id: number): StayStatus => {
      const { stay: looked, ...rest } = stay(id, '2026-11-24T15:00', '2026-11-26T12:00');
      const look = (): StayStatus['stay'] => {
        looks.set(id, (looks.get(id) ?? 0) + 1);
        return looked;
      };
      return Object.defineProperty(rest as StayStatus, 'stay', { get: look });
    };
    const [row] = calendar(Array.from({ length: 60_000 }, (_, index) => watched(index + 1))).rows;
    expect([row!.bars.length, row!.hidden]).toEqual([200, 59_800]);
    expect([looks.size, Math.max(...looks.values()), [...looks.values()].filter((count) => count > 1).length]).toEqual([60_000, 2, 200]);
  });
  it('gives every code its state', () => {
    const found = bars(
      [
        stay(1, '2026-11-24T15:00', '2026-11-25T12:00'),
        stay(2, '2026-11-26T15:00', '2026-11-27T12:00', { verifiedPlaces: [], verdict: 'on-its-way' }),
        stay(3, '2026-11-28T15:00', '2026-11-29T12:00', { verifiedPlaces: [], verdict: 'action-needed' }),
      ],
      [code(8), code(9, { bookingId: bookingId(77) }), code(10, { isActive: false }), code(11, { bookingId: bookingId(1) })],
    );
    expect(Object.fromEntries(found.map(({ key, state }) => [key.split('-').slice(0, 2).join('-'), state]))).toEqual({
      'booking-1': 'ready',
      'booking-2': 'on-its-way',
      'booking-3': 'action-needed',
      'code-8': 'by-hand',
      'code-9': 'outdated',
      'code-10': 'off',
    });
    expect(found.find(({ state }) => state === 'off')!.overlaps).toEqual([]);
  });
  it('shows the code of a guest who is not expected any more as one that needs a decision, in the tone it has among what there is to do', () => {
    const cancelled = { ...OTHER, bookingId: bookingId(77), why: 'cancelled' } as const;
    const left = { ...OTHER, bookingId: bookingId(78), why: 'left' } as const;
    const held = { kind: 'delete', codeId: codeId(12) } as Operation;
    const urgent = { severity: 'urgent', bookingId: bookingId(77) } as Item;
    const codes = [
      code(9, { bookingId: bookingId(77), owner: 'outdated' }),
      code(10, { bookingId: bookingId(77), owner: 'outdated', isActive: false }),
      code(11, { bookingId: bookingId(78), owner: 'outdated' }),
      code(12, { bookingId: bookingId(79), owner: 'outdated' }),
    ];
    const snapshot = { others: [cancelled, left], holds: [held], attention: [urgent] };
    const found = bars([stay(1, '2026-11-24T15:00', '2026-11-25T12:00')], codes, 30, snapshot)
      .filter(({ codeId: id }) => id !== null)
      .toSorted((one, two) => one.codeId! - two.codeId!);
    expect(found.map(({ codeId: id, state, why, isHeld, isUrgent }) => [id, state, why, isHeld, isUrgent])).toEqual([
      [9, 'still-opens', 'cancelled', false, true],
      [10, 'off', 'cancelled', false, false],
      [11, 'outdated', null, false, false],
      [12, 'still-opens', null, true, false],
    ]);
    // Whoever stays now shares the door with them.
    expect(found.map(({ overlaps }) => overlaps.length)).toEqual([1, 0, 1, 1]);
  });
  it('lets a name run on as far as the next bar of its lane', () => {
    const found = bars([stay(1, '2026-11-24T12:00', '2026-11-25T12:00'), stay(2, '2026-11-28T00:00', '2026-12-20T12:00')], [code(8)]);
    expect(found.map(({ lane, from, reach }) => [lane, from * 30, reach * 30])).toEqual([
      [0, 0, 30],
      [1, 1.5, 5],
      [1, 5, 30],
    ]);
  });
  it('shows a person’s code as one, whose name is known here or not', () => {
    const found = bars(
      [],
      [
        code(8, { owner: 'person', personId: personId('k3m9qa'), schedule: 'between-stays' }),
        code(9, { owner: 'unknown-person', personId: personId('x1y2z3') }),
      ],
    );
    expect(found.map(({ state, schedule, who }) => [state, schedule, who])).toEqual([
      ['person', 'between-stays', 'k3m9qa'],
      ['unknown-person', null, 'x1y2z3'],
    ]);
  });
  it('is quiet at a door that works when the trouble is at another door of the stay', () => {
    const because = { kind: 'no-free-pin' as const, message: 'No PIN is free.', retryable: false, lockId: lockId(777) };
    const trouble = { verdict: 'action-needed', because } as const;
    const [bar] = bars([stay(1, '2026-11-24T15:00', '2026-11-26T12:00', trouble)]);
    expect(bar!.state).toBe('ready');
    const [own] = bars([stay(1, '2026-11-24T15:00', '2026-11-26T12:00', { ...trouble, because: { ...because, lockId: PLACE.lockId } })]);
    expect(own!.state).toBe('action-needed');
  });
  it('leaves time to clean between two guests, two days at most, and none at a shared gate', () => {
    const first = stay(1, '2026-11-24T15:00', '2026-11-26T12:00');
    const next = stay(2, '2026-11-26T18:00', '2026-11-28T00:00');
    const [row] = calendar([first, next]).rows;
    expect(row!.gaps.map(({ from, to }) => [from * 30, to * 30].map((day) => Math.round(day * 100) / 100))).toEqual([
      [3.5, 3.75],
      [5, 7],
    ]);
    const ofOtherUnit = { ...next, stay: { ...next.stay, booking: { ...next.stay.booking, unitId: unitId(32) } } };
    expect(calendar([first, ofOtherUnit]).rows[0]!.gaps).toEqual([]);
  });
  it('never lets two bars of a lane touch, and overlaps are mutual', () => {
    const window = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 23 }));
    const at = (day: number, hour: number): string => new Date(Date.UTC(2026, 10, 15 + day, hour)).toISOString().slice(0, 16);
    fc.assert(
      fc.property(fc.array(window, { maxLength: 12 }), (windows) => {
        const found = bars(windows.map(([day, length, hour], index) => stay(index + 1, at(day, hour), at(day + length, hour))));
        for (const one of found) {
          for (const other of found) {
            if (one.key === other.key) continue;
            if (one.lane === other.lane) expect(one.reach <= other.from || other.reach <= one.from).toBe(true);
            const overlap = (bar: Bar, { key }: Bar): boolean => bar.overlaps.some((rival) => rival.key === key);
            expect(overlap(one, other)).toBe(overlap(other, one));
          }
        }
      }),
    );
  });
});

it('finds doors by their names and by guests, without regard to accents', () => {
  const { rows } = calendar([stay(7001, '2026-11-24T15:00', '2026-11-26T12:00')]);
  const found = (search: string) => filterRows(rows, search, () => 'Écluse').length;
  expect([found(''), found('ecluse'), found('INÉS'), found('7001'), found('nobody')]).toEqual([1, 1, 1, 1, 0]);
  expect(filterRows(rows, 'lukasz', () => 'Mieszkanie Łukasz')).toHaveLength(1);
});

describe('who can open a door now', () => {
  const now = (local: string) => () => local as LocalDateTime;
  it('counts a guest once, from the minute the code begins to the minute it ends, and leaves other bars and doors out', () => {
    const other = place(502, 'Kp2');
    const base = stay(1, '2026-11-24T15:00', '2026-11-26T12:00');
    const [door] = base.stay.doors;
    const both = { ...base, verifiedPlaces: [PLACE, other], stay: { ...base.stay, doors: [door!, { ...door!, ...other }] } };
    const { rows } = calendar([both, stay(2, '2026-11-26T12:00', '2026-11-28T12:00')]);
    const at = (local: string) => openNow(rows, now(local));
    expect(at('2026-11-24T15:00')).toMatchObject({ count: 1, rows: [{ bars: [{ bookingId: 1 }] }, { bars: [{ bookingId: 1 }] }] });
    expect(at('2026-11-26T11:59').count).toBe(1);
    expect(at('2026-11-26T12:00')).toMatchObject({ count: 1, rows: [{ bars: [{ bookingId: 2 }] }] });
    expect(at('2026-11-24T14:59')).toEqual({ count: 0, rows: [] });
  });
  it('counts what may open: also a code that was not read again, not one that is off or not on the lock yet', () => {
    const noted = stay(1, '2026-11-23T15:00', '2026-11-26T12:00', { verifiedPlaces: [] });
    const [door] = noted.stay.doors;
    const written = { ...noted, stay: { ...noted.stay, doors: [{ ...door!, codeId: codeId(9) }] } };
    const open = (...given: Parameters<typeof bars>) => bars(...given).map((bar) => isOpen(bar, '2026-11-24T00:00' as LocalDateTime));
    expect([open([noted]), open([written]), open([], [code(8)]), open([], [code(8, { isActive: false })])]).toEqual([
      [false],
      [true],
      [true],
      [false],
    ]);
  });
});
