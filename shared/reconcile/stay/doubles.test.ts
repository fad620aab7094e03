/** A second code of one guest on one keypad: what becomes of it while the first one is as it should be, waits, or cannot be written. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, NOW_MS, pin, SECOND_DOOR, settings, summaries } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

const draw = (attempt: number): string => input().drawPin(bookingId(12), attempt, 4);
const double = code({ id: 901, pin: pin('5822') });
const planned = (kept: ReturnType<typeof code>, other: ReturnType<typeof code>, parts: InputParts = {}) =>
  plan(input({ bookings: [booking()], codes: [kept, other], ...parts }));

describe('a double', () => {
  it('goes once the first code is right', () => {
    expect(planned(code(), double).operations).toMatchObject([{ kind: 'delete', codeId: 901, evidence: 'duplicate', after: [] }]);
    const corrected = planned(code({ endDate: date('2026-11-26') }), double).operations;
    expect(corrected).toMatchObject([
      { kind: 'update', codeId: 900 },
      { codeId: 901, after: [corrected[0]?.key] },
    ]);
  });
  it('stays while the first code cannot be written', () => {
    const wrong = { endDate: date('2026-11-26') };
    expect(summaries(planned(code({ ...wrong, pin: null }), double))).toEqual([]);
    expect(summaries(planned(code({ hasSchedule: true }), double))).toEqual([]);
    expect(summaries(planned(code(), { ...double, hasSchedule: true }))).toEqual([]);
  });
  it('of a blocked guest is switched off, also while the PIN of the first one is replaced', () => {
    const wish = { ...noStayWish(), blockedSinceMs: NOW_MS, pin: { typed: null, retired: [{ attempt: 0, length: 4 }] } };
    const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), wish]]), digestOf: (one: string) => `digest of ${one}` };
    const leaked = code({ pin: pin(draw(0)), active: false });
    const { operations } = planned(leaked, double, { wishes, memory: { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) } });
    expect(operations.map((one) => (one.kind === 'update' ? [one.codeId, one.record.active] : one.kind))).toEqual([
      [900, false],
      [901, false],
    ]);
  });
  it('opens no longer than the stay, where it may not be deleted', () => {
    const over = [booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') })];
    const ended = { startDate: date('2026-11-20'), endDate: date('2026-11-22') };
    const open = { ...ended, endDate: date('2026-11-27') };
    const past = { ...ended, endDate: date('2026-11-21') };
    const shortened = (kept: object, other: object) =>
      summaries(planned(code(kept), { ...double, ...other }, { bookings: over, complete: false }));
    // Somebody may still be inside.
    expect(shortened(ended, open)).toEqual(['update 901 held: no-longer-booked']);
    expect(shortened({ ...open, pin: null }, open)).toEqual(['update 901 held: no-longer-booked']);
    expect(shortened(ended, past)).toEqual([]);
  });
});

describe('a code on a door that is no longer the guest’s', () => {
  const both = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
  it('goes after what is written on the guest’s doors', () => {
    const stray = code({ id: 902, lockId: 13, keypadId: 'KpGate44' });
    const done = plan(input({ bookings: [booking()], codes: [code(), stray] }));
    expect(done.operations).toMatchObject([{ kind: 'delete', codeId: 902, evidence: 'moved', after: [] }]);
    const codes = [code({ endDate: date('2026-11-26') }), code({ ...SECOND_DOOR, id: 901 }), stray];
    const { operations } = plan(input({ bookings: [booking()], codes, settings: both }));
    expect(operations).toMatchObject([{ codeId: 900 }, { codeId: 902, after: [operations[0]?.key] }]);
  });
});
