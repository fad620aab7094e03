import { expect, it } from 'vitest';
import { lockId, personId, unitId } from '../../../tests/support/ids.ts';
import { NOW_MS, stayOf } from '../../../tests/support/stays.ts';
import { choicesOf, likelyCallers } from './choices.ts';

const over = stayOf({ id: 1, start: '2026-11-20T15:00', end: '2026-11-21T11:00' });
const here = stayOf({ id: 2, start: '2026-11-21T15:00', end: '2026-11-29T11:00' });
const coming = [3, 4, 5].map((id) => stayOf({ id, start: `2026-12-0${String(id)}T15:00`, end: `2026-12-0${String(id + 1)}T11:00` }));
const context = { snapshot: { stays: [...coming, here, over] }, nowMs: NOW_MS };
const { booking, doors } = here.stay;
const idsOf = (matches: Parameters<typeof choicesOf>[1]['matches']) =>
  choicesOf(context, { matches }).map((choice) => (choice.kind === 'guest' ? choice.bookingId : choice.personId));

it('means the guest who is there, then who comes next, by a unit or a door', () => {
  expect(idsOf([{ kind: 'unit', unitId: booking.unitId ?? unitId(0), name: 'Flat' }])).toEqual([2, 3, 4]);
  expect(idsOf([{ kind: 'lock', lockId: doors[0]?.lockId ?? lockId(0), name: 'Door' }])).toEqual([2, 3, 4]);
  expect(idsOf([{ kind: 'lock', lockId: lockId(999), name: 'Another' }])).toEqual([]);
});

it('offers whoever was found by name once, whatever else was found', () => {
  expect(
    idsOf([
      { kind: 'guest', bookingId: booking.id, name: 'Ana', arrival: booking.arrival, departure: booking.departure },
      { kind: 'person', personId: personId('k3m9qa'), name: 'Anabel' },
      { kind: 'unit', unitId: booking.unitId ?? unitId(0), name: 'Anafi' },
    ]),
  ).toEqual([2, 'k3m9qa', 3, 4]);
});

it('knows who is likely to call before anything is typed', () => {
  const today = stayOf({ id: 6, start: '2026-11-23T15:00', end: '2026-11-25T11:00' });
  const likely = likelyCallers({ ...context, snapshot: { stays: [...context.snapshot.stays, today] } });
  expect(likely.map((choice) => (choice.kind === 'guest' ? choice.bookingId : null))).toEqual([6, 2]);
});
