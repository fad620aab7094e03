import { expect, it } from 'vitest';
import { code, DOOR } from '../../../tests/reconcile/fixtures.ts';
import type { Pin } from '../../domain/code.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Claim } from '../claims.ts';
import * as problems from './stay-problems.ts';

const id = bookingId(12);
const UNTIL = '2026-11-25T10:00' as LocalDateTime;
const scheduled = code({ hasSchedule: true });
const here = { bookingId: 12, ...DOOR };
const text = (key: string, parameters: object = {}) => ({ key: `problem.${key}`, parameters });

it.each<[() => Problem, object]>([
  [() => problems.scheduledCode(id, scheduled), { ...here, codeId: 900, kind: 'scheduled-code', text: text('scheduled-code') }],
  [() => problems.unreadableCode(id, scheduled), { ...here, codeId: 900, kind: 'unreadable-code', text: text('unreadable-code') }],
  [() => problems.codesVanished(id, DOOR), { ...here, kind: 'codes-vanished', text: text('codes-vanished'), retryable: true }],
  [() => problems.offCodeGone(id, DOOR), { ...here, kind: 'deleted-again', text: text('deleted-again') }],
  [() => problems.stillOn(id, scheduled), { ...here, codeId: 900, kind: 'still-on', text: text('still-on') }],
  [() => problems.noFreePin(id, DOOR, undefined), { ...here, kind: 'no-free-pin', text: text('no-free-pin') }],
  [() => problems.noFreePin(id, DOOR, null), { ...here, kind: 'own-pin-unreadable', text: text('own-pin-unreadable') }],
  [() => problems.noFreePin(id, DOOR, '4711' as Pin), { ...here, kind: 'own-pin-taken', text: text('own-pin-taken') }],
  [() => problems.keypadFull(id, DOOR, 9, 10), { ...here, kind: 'keypad-full', text: text('keypad-full', { codes: 9, limit: 10 }) }],
  [
    () => problems.waitsForPlace(id, DOOR, 9, 10),
    { ...here, kind: 'waits-for-place', text: text('waits-for-place', { codes: 9, limit: 10 }), retryable: true },
  ],
  [
    () => problems.removedForRoom(id, DOOR, bookingId(13), null),
    { ...here, kind: 'removed-for-room', text: text('removed-for-room', { other: '13' }) },
  ],
  [
    () => problems.removedForRoom(id, DOOR, bookingId(13), UNTIL),
    { ...here, kind: 'removed-for-room', text: text('removed-for-room-until', { other: '13', until: UNTIL }) },
  ],
  [() => problems.unlistedCode(id, DOOR, null, 'wait'), { ...here, kind: 'unverified', text: text('unlisted'), retryable: true }],
  [
    () => problems.unlistedCode(id, DOOR, codeId(7), 'stop'),
    { ...here, codeId: 7, kind: 'never-listed', text: text('never-listed', { tag: 'Smoobu#12' }) },
  ],
  [() => problems.differentPins(id, DOOR), { ...here, kind: 'different-pins', text: text('different-pins') }],
  [() => problems.pinsRunningOut(4), { kind: 'pins-running-out', text: text('pins-running-out', { digits: 5 }) }],
  [() => problems.noteCut(id, DOOR, null), { ...here, kind: 'note-cut', text: text('note-cut') }],
  [() => problems.noteCut(id, DOOR, codeId(7)), { ...here, codeId: 7, kind: 'note-cut', text: text('note-cut') }],
  [() => problems.pinRefused(id, DOOR, null), { ...here, kind: 'pin-refused', text: text('pin-refused'), failure: 'refused' }],
  [
    () => problems.writeRefused(id, DOOR, 'no', UNTIL),
    { ...here, kind: 'write-refused', text: text('write-refused', { until: UNTIL }), failure: 'refused', said: 'no', retryable: true },
  ],
  [
    () => problems.pinOpen(id, DOOR, 'no'),
    { ...here, kind: 'pin-open', text: text('pin-open'), failure: 'refused', said: 'no', retryable: true },
  ],
])('a problem with a stay says what it is about, and whether another run may help: %s %j', (problem, expected) => {
  expect(problem()).toEqual({ retryable: false, ...expected });
});

it('a guest who booked again is told of another PIN where any door has one', () => {
  const told = (pins: readonly string[], former: object | null, unitId: number | null = 101) =>
    problems.otherPin({ id, unitId, former } as unknown as Claim, pins as readonly Pin[]);
  const former = { id: 11, isToTell: true, pins: ['4711', '5822'] };
  const other = { kind: 'other-pin', text: text('other-pin', { other: '11' }), retryable: false, bookingId: 12 };
  expect(told(['4711', '9153'], former)).toEqual([{ ...other, unitId: 101 }]);
  expect(told(['9153'], former, null)).toEqual([other]);
  expect(told(['4711', '5822'], former)).toEqual([]);
  for (const none of [null, { ...former, isToTell: false }, { ...former, pins: [] }]) expect(told(['9153'], none)).toEqual([]);
});
