import { describe, expect, it } from 'vitest';
import type { DemoClouds } from '../clouds.ts';
import { BOOKING, field, smoobuReader, tinySeed, withClouds } from '../../../tests/support/demo-requests.ts';
import type { BookingInput } from '../seed.ts';
import type { SmoobuSwitches } from './switches.ts';

const SIX = [1, 2, 3, 4, 5, 6].map((number) => ({
  ...BOOKING,
  id: number,
  arrival: `2026-12-0${number}`,
  departure: `2026-12-0${number + 2}`,
}));

interface Row {
  readonly id: number;
  readonly [key: string]: unknown;
}

async function listOnce(
  query: string,
  switches: Partial<SmoobuSwitches> = {},
  bookings: readonly BookingInput[] = SIX,
  prepare: (clouds: DemoClouds) => void = () => {},
) {
  const use = async (clouds: DemoClouds) => {
    prepare(clouds);
    const { json } = await smoobuReader(clouds)(`/api/reservations${query === '' ? '' : `?${query}`}`);
    return { json, rows: (field(json, 'bookings') ?? []) as readonly Row[] };
  };
  return withClouds(use, { seed: tinySeed(bookings), smoobuSwitches: switches });
}
const idsOf = async (query: string, switches: Partial<SmoobuSwitches> = {}, prepare?: (clouds: DemoClouds) => void) =>
  (await listOnce(query, switches, SIX, prepare)).rows.map(({ id }) => id);

describe('filters', () => {
  it.each([
    ['', [1, 2, 3, 4, 5, 6]],
    ['from=2026-12-04&to=2026-12-04', [2, 3, 4]],
    ['arrivalFrom=2026-12-03&arrivalTo=2026-12-04', [3, 4]],
    ['departureFrom=2026-12-04&departureTo=2026-12-05', [2, 3]],
    ['apartmentId=500037', [1, 2, 3, 4, 5, 6]],
    ['apartmentId=1', []],
    ['created_from=2026-11-24', []],
    ['created_to=2026-11-23&modifiedFrom=2026-11-23', [1, 2, 3, 4, 5, 6]],
    ['modifiedTo=2026-11-22', []],
    ['limit=1&status=x', [1, 2, 3, 4, 5, 6]],
  ])('%s', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  it('includes cancellations only on request, and blocks unless excluded', async () => {
    const prepare = ({ smoobu }: DemoClouds): void => {
      smoobu.cancelBooking(1);
      smoobu.changeBooking(2, { blocked: true });
    };
    expect(await idsOf('', {}, prepare)).toEqual([2, 3, 4, 5, 6]);
    expect(await idsOf('showCancellation=true', {}, prepare)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await idsOf('excludeBlocked=1', {}, prepare)).toEqual([3, 4, 5, 6]);
  });

  it('can read a range as arrival or departure inside, and exclude its ends', async () => {
    expect(await idsOf('from=2026-12-04&to=2026-12-04', { rangeMeaning: 'arrival-or-departure' })).toEqual([2, 4]);
    expect(await idsOf('arrivalFrom=2026-12-03', { inclusiveEnds: false })).toEqual([4, 5, 6]);
  });

  it('rejects what is not a date', async () => {
    expect((await listOnce('from=tomorrow')).json).toMatchObject({ status: 400, detail: 'from is not a date' });
    expect((await listOnce('from=tomorrow', { errorDetail: 'list' })).json).toMatchObject({ detail: ['from is not a date'] });
  });
});

describe('pages', () => {
  it('counts items and pages', async () => {
    expect((await listOnce('pageSize=4')).json).toMatchObject({ page_count: 2, page_size: 4, total_items: 6, page: 1 });
    expect(await idsOf('page=2&pageSize=4')).toEqual([5, 6]);
    expect((await listOnce('', {}, [])).json).toMatchObject({ page_count: 0, total_items: 0, page: 1, bookings: [] });
  });

  it('limits page numbers to the first and last page, and sizes to the maximum', async () => {
    expect(await idsOf('page=0&pageSize=4')).toEqual([1, 2, 3, 4]);
    expect(await idsOf('page=9&pageSize=4')).toEqual([5, 6]);
    expect(await idsOf('page=9&pageSize=4', { clampPages: false })).toEqual([]);
    expect((await listOnce('pageSize=500')).json).toMatchObject({ page_size: 100 });
    expect((await listOnce('')).json).toMatchObject({ page_size: 25 });
    expect(await idsOf('pageSize=100', { maxPageSize: 3 })).toEqual([1, 2, 3]);
  });

  it('moves a row between pages: one is sent twice, one never, the total stays', async () => {
    expect(await idsOf('page=1&pageSize=3', { rowShift: true })).toEqual([1, 2, 3]);
    expect(await idsOf('page=2&pageSize=3', { rowShift: true })).toEqual([3, 5, 6]);
    expect((await listOnce('page=2&pageSize=3', { rowShift: true })).json).toMatchObject({ total_items: 6 });
  });

  it('changes the total between pages, repeats rows, reverses the order', async () => {
    expect((await listOnce('page=2&pageSize=3', { totalChanges: true })).json).toMatchObject({ total_items: 7 });
    expect(await idsOf('arrivalTo=2026-12-02', { duplicateRows: 'same' })).toEqual([1, 1, 2, 2]);
    const { rows } = await listOnce('arrivalTo=2026-12-01', { duplicateRows: 'other-type' });
    expect(rows.map(({ type }) => type)).toEqual(['reservation', 'modification of booking']);
    expect(await idsOf('', { rowOrder: 'reverse' })).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('can leave out the list, or the whole body', async () => {
    expect((await listOnce('', { bookingsKey: 'missing' })).json).toEqual({ page_count: 1, page_size: 25, total_items: 6, page: 1 });
    expect((await listOnce('', { emptyBody: true })).json).toBeUndefined();
  });
});

describe('rows', () => {
  const row = async (switches: Partial<SmoobuSwitches>) => (await listOnce('', switches, [BOOKING])).rows[0];

  it('write the last change, missing texts and times as the switches say', async () => {
    expect(await row({})).toMatchObject({ modifiedAt: '2026-11-23 10:15', phone: '', 'check-in': '09:30', 'check-out': '' });
    expect(await row({ modifiedKey: 'modified-at' })).toHaveProperty('modified-at');
    expect(await row({ modifiedKey: 'modified-at' })).not.toHaveProperty('modifiedAt');
    expect(await row({ emptyText: 'null' })).toMatchObject({ phone: null, 'guest-name': 'Ada Exemplar' });
    expect(await row({ timeForm: 'H:mm', missingTime: 'null' })).toMatchObject({ 'check-in': '9:30', 'check-out': null });
    expect(await row({ timeForm: 'HH:mm:ss', missingTime: 'midnight' })).toMatchObject({ 'check-in': '09:30:00', 'check-out': '00:00' });
  });

  it('can lack an apartment', async () => {
    const { rows } = await listOnce('', {}, [{ ...BOOKING, apartmentId: null }]);
    expect(rows[0]).toMatchObject({ apartment: null });
  });
});
