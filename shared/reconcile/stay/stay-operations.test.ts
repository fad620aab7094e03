/** What an operation says: its key, by which a decision finds it, and what the user is shown. */
import { expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent, syncs } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId, place } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { Claim } from '../claims.ts';
import { plan } from '../plan.ts';
import { deleteOperation, otherTag, rewriteOperation } from './stay-operations.ts';

const planned = (parts: InputParts) => plan(input({ bookings: [booking()], ...parts })).operations;
const BESIDE = place(DOOR.lockId, 'KpOldOne');
const base = settings();
const moved = { ...base, mapping: { ...base.mapping, retired: [BESIDE] } } as typeof base;

it('a create shows whose code it is, and from when until when', () => {
  const [create] = planned({});
  expect(create?.changes).toEqual({
    name: { from: null, to: 'Anna Müller' },
    start: { from: null, to: '2026-11-24T15:00' },
    end: { from: null, to: '2026-11-27T12:00' },
  });
  expect(create).toMatchObject({ key: 'create:12:11/KpAlpha1:new', record: { notificationEnabled: false }, next: { pin: true } });
});
it('a create keeps a PIN that the guest may know from another door', () => {
  const two = settings({ unit: { doors: [DOOR, FORMER_DOOR] } });
  expect(planned({ settings: two, codes: [code()] })).toMatchObject([{ kind: 'create', pinDraw: null, next: { pin: false } }]);
});
it.each([
  ['to another lock', FORMER_DOOR, base, { lockId: { from: '13', to: '11' }, keypadId: { from: 'KpGate44', to: 'KpAlpha1' } }],
  ['on its lock', BESIDE, moved, { keypadId: { from: 'KpOldOne', to: 'KpAlpha1' } }],
] as const)('a move %s shows where from, and where to', (_where, from, given, changes) => {
  const [move] = planned({ settings: given, codes: [code(from)] });
  expect([move?.key, move?.changes]).toEqual(['move:12:11/KpAlpha1:900', changes]);
});
it('a move shows what else changes', () => {
  const [move] = planned({ codes: [code({ ...FORMER_DOOR, endDate: date('2026-11-26') })] });
  expect(move?.changes).toMatchObject({ end: { from: '2026-11-26T12:00', to: '2026-11-27T12:00' } });
});
it('an update never tries another PIN, and keeps what the user set', () => {
  const [update] = planned({ codes: [code({ endDate: date('2026-11-26'), notificationEnabled: true })] });
  expect(update).toMatchObject({ key: 'update:12:11/KpAlpha1:900', next: { pin: false }, record: { notificationEnabled: true } });
});
it('a delete of a double names the code, and no situation while it does not wait', () =>
  expect(planned({ codes: [code(), code({ id: 901 })] })).toMatchObject([{ key: 'delete:12:11/KpAlpha1:901:duplicate', changes: {} }]));
it('a delete that waits is about the dates and the unit of the stay', () => {
  const since = { arrival: date('2026-11-22') };
  const open = { startDate: since.arrival };
  const codes = [code({ ...open, ...FORMER_DOOR }), code({ ...open, id: 901 })];
  const situation = '2026-11-22T15:00_2026-11-27T12:00_101';
  expect(planned({ bookings: [booking(since)], codes })).toMatchObject([
    { kind: 'delete', codeId: 900, hold: 'doors-changed', key: `delete:12:13/KpGate44:900:moved:${situation}` },
  ]);
});
it('a description is changed only where the code is to be another booking’s', () => {
  const change = (description: string) => otherTag(code({ description }), bookingId(12), { description: 'Smoobu#12 by the bins' });
  expect(change('Smoobu#11 by the bins')).toEqual({ description: { from: 'Smoobu#11 by the bins', to: 'Smoobu#12 by the bins' } });
  for (const own of ['by the bins Smoobu#12', 'by the bins', 'Smoobu#12 by the bins']) expect(change(own)).toEqual({});
});
it('an update with a PIN of another door has no draw', () => {
  const update = { next: { pin: false } } as Parameters<typeof rewriteOperation>[0];
  const tries = { isOpen: true } as Parameters<typeof rewriteOperation>[2];
  expect(rewriteOperation(update, { draw: null } as never, tries)).toBe(update);
  expect(rewriteOperation(update, { draw: { attempt: 1, length: 4 } } as never, tries)).toMatchObject({ next: { pin: true } });
});
it('a delete between stays goes first, unless it waits for others', () => {
  const claim = { id: 'k3m9qa', unitId: null, window: {}, gap: { mayGrow: true } } as unknown as Claim;
  const goesFirst = (after: readonly string[]) => 'goesFirst' in deleteOperation(claim, code(), 'moved', after, null);
  expect([goesFirst([]), goesFirst(['create'])]).toEqual([true, false]);
});
it('each door shows the window of its own code', () => {
  const two = settings({ unit: { doors: [DOOR, FORMER_DOOR] } });
  const codes = [code(), code({ id: 901, ...FORMER_DOOR, endTime: wall('16:00') })];
  const { plans } = syncs(
    sent([code(), code({ id: 901, ...FORMER_DOOR })]),
    Array.from({ length: 2 }, () => ({ codes, parts: { settings: two } })),
  );
  expect(plans[1]?.stays[0]?.doors.map(({ window }) => window.end)).toEqual(['2026-11-27T12:00', '2026-11-27T16:00']);
});
it('a door shows that its code is off, and only then', () => {
  const blocked = { wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) } };
  const doors = (parts: InputParts) => plan(input({ bookings: [booking()], ...parts })).stays[0]?.doors;
  expect(doors({ ...blocked, codes: [code({ hasSchedule: true })] })).toMatchObject([{ state: 'blocked', codeId: 900, isOff: true }]);
  expect(doors({ ...blocked, codes: [code(), code({ id: 901 })] })).toMatchObject([{ state: 'planned', codeId: 900, isOff: true }]);
  for (const codes of [[], [code()]]) expect(doors({ codes })?.[0]).not.toHaveProperty('isOff');
});
