import { expect, it } from 'vitest';
import { code, DOOR } from '../../../tests/reconcile/fixtures.ts';
import type { Pin } from '../../domain/code.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import type { LocalDateTime } from '../../time.ts';
import * as problems from './stay-problems.ts';

const id = bookingId(12);
const UNTIL = '2026-11-25T10:00' as LocalDateTime;
const scheduled = code({ hasSchedule: true });
const here = { bookingId: 12, ...DOOR };
const text = (key: string, parameters: object = {}) => ({ key: `problem.${key}`, parameters });

it.each<[() => Problem, object]>([
  [() => problems.scheduledCode(id, scheduled), { ...here, codeId: 900, kind: 'scheduled-code', text: text('scheduled-code') }],
  [() => problems.unreadableCode(id, scheduled), { ...here, codeId: 900, kind: 'unreadable-code', text: text('unreadable-code') }],
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
