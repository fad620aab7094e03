/** Stays by number and days from today, their codes, and a keypad that may be full. */
import type { Booking } from '../../shared/domain/booking.ts';
import type { Code, Pin } from '../../shared/domain/code.ts';
import { placeKey } from '../../shared/domain/ids.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { HoldReason } from '../../shared/domain/plan.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { createdKey } from '../../shared/reconcile/refusals/created-codes.ts';
import { addDays, HOUR_MS } from '../../shared/time.ts';
import { bookingId, bookingOf, claimNumber } from '../support/ids.ts';
import { booking, code, date, DOOR, input, NOW_MS } from './fixtures.ts';
import type { InputParts } from './fixtures.ts';

export const TODAY = date('2026-11-23');
export const pinOf = (id: number): Pin => String(4_000 + id * 7) as Pin;

export function stay(id: number, day: number, nights = 1): Booking {
  const arrival = addDays(TODAY, day);
  return booking({ id, arrival, departure: addDays(arrival, nights), guestName: `Guest ${String(id)}` });
}
export function codeOf({ id, arrival, departure, guestName }: Booking, changes: Partial<Code> = {}): Code {
  const dates = { startDate: arrival, endDate: departure, name: guestName, pin: pinOf(id), description: `Smoobu#${String(id)}` };
  return { ...code({ id: codeIdOf(id) }), ...dates, ...changes };
}
const codeIdOf = (id: number): number => 900 + id;

export interface Memory {
  readonly limit?: number;
  readonly limitAgoMs?: number;
  readonly madeRoom?: readonly { readonly id: number; readonly agoMs: number }[];
}
/** All bookings have drawn their PIN before. */
export function world({ limit, limitAgoMs = HOUR_MS, madeRoom = [] }: Memory, parts: InputParts = {}) {
  const limits = limit === undefined ? [] : [[placeKey(DOOR), { ...DOOR, codes: limit, atMs: NOW_MS - limitAgoMs }] as const];
  const made = madeRoom.map(({ id, agoMs }) => {
    const value = { ...DOOR, claimId: bookingId(id), forClaim: bookingId(1), atMs: NOW_MS - agoMs };
    return [createdKey(bookingId(id), DOOR), value] as const;
  });
  const remembered = { ...nothingRemembered(), 'keypad-limit': new Map(limits), 'made-room': new Map(made) };
  const ids = (parts.bookings ?? []).map((entry) => entry.id);
  return input({
    drawPin: (id) => pinOf(claimNumber(id)),
    ...parts,
    memory: { pinDraws: new Map(ids.map((id) => [id, { attempt: 0, length: 4 }])), remembered, ...parts.memory },
  });
}
export const waiting = (hold: HoldReason): Partial<InputParts> => ({
  memory: { waiting: new Map([['delete:1', { key: 'delete:1', ...DOOR, bookingId: 1, unitId: null, codeId: 901, hold }]]) },
});
export const creates = (...given: Parameters<typeof world>): readonly number[] =>
  plan(world(...given)).operations.flatMap((operation) => (operation.kind === 'create' ? [bookingOf(operation)] : []));
