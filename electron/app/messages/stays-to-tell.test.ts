/** What the lists that a run read last say about the codes that guests may be told. */
import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import { plan } from '../../../shared/reconcile/plan.ts';
import { booking, code, DOOR, input, pin, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import { buildReport } from '../run/report.ts';
import { readStays } from '../../../shared/readiness/read-stays.ts';
import { staysToTell } from './stays-to-tell.ts';

/** Of a run that had nothing to write. */
function told(parts: Parameters<typeof input>[0]): readonly StayToTell[] {
  const read: PlanInput = input(parts);
  const planned = plan(read);
  const report = buildReport({
    run: { id: 'r', mode: 'live', trigger: 'manual', outcome: 'ok', startedAtMs: read.nowMs, finishedAtMs: read.nowMs },
    plan: planned,
    statuses: new Map(),
    codeIds: new Map(),
    problems: planned.problems,
    requests: { smoobu: 1, theKeys: 1 },
  });
  return staysToTell(read, readStays(report, read.settings, read.nowMs));
}
const TWO_DOORS = settings({
  unit: { address: ' 1 Rue\nX ', doors: [{ ...DOOR, prefix: '18', hint: 'Press ✓' }, SECOND_DOOR] },
  locks: [{ lockId: 11, name: 'Front' }],
});

test('a door whose lock has the right code is verified, with its digits; the other one is not', () => {
  const [stay] = told({ settings: TWO_DOORS, bookings: [booking({ language: 'fr', channelId: 7, reference: 'HM1' })], codes: [code()] });
  expect(stay).toMatchObject({
    bookingId: 12,
    unitName: 'Flat 1',
    address: '1 Rue X',
    reference: 'HM1',
    channelId: 7,
    language: 'fr',
    access: 'open',
    isMuted: false,
    zone: 'Europe/Paris',
    now: '2026-11-23T10:00',
    window: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' },
    startMs: Date.parse('2026-11-24T14:00:00Z'),
  });
  expect(stay?.doors).toMatchObject([
    { ...DOOR, name: 'Front', prefix: '18', hint: 'Press ✓', pin: '4711', isVerified: true, isPinByHand: false },
    { ...SECOND_DOOR, name: '', prefix: '', hint: '', pin: null, isVerified: false },
  ]);
});

test('the window is that of the codes, and the narrowest of several; unreadable times count as they were sent', () => {
  const late = code({ id: 901, ...SECOND_DOOR, startTime: wall('16:00'), endTime: UNKNOWN });
  const [stay] = told({ settings: TWO_DOORS, bookings: [booking()], codes: [code({ endTime: wall('13:00') }), late] });
  expect(stay?.doors.map(({ window }) => window)).toEqual([
    { start: '2026-11-24T15:00', end: '2026-11-27T13:00' },
    { start: '2026-11-24T16:00', end: '2026-11-27T12:00' },
  ]);
  expect(stay?.window).toEqual({ start: '2026-11-24T16:00', end: '2026-11-27T12:00' });
});

test('a code that is off has no digits to tell, and its guest is kept out; so is one who is blocked', () => {
  const [off] = told({ bookings: [booking()], codes: [code({ active: false })] });
  expect(off).toMatchObject({ access: 'off', doors: [{ pin: null }] });
  const stays = new Map([[booking().id, { ...noStayWish(), blockedSinceMs: 1 }]]);
  const wishes = { ...input().wishes, stays };
  expect(told({ bookings: [booking()], codes: [code()], wishes })).toMatchObject([{ access: 'off' }]);
});

test('a PIN that may lack zeros is not told before it is certain, and a muted guest is known as such', () => {
  const stays = new Map([[booking().id, { ...noStayWish(), noMessages: true as const }]]);
  const wishes = { ...input().wishes, stays };
  const six = settings({ codes: { pinLength: 6 } });
  const [stay] = told({ settings: six, bookings: [booking()], codes: [code({ pin: pin('4711'), pinMayLackZeros: true })], wishes });
  expect(stay).toMatchObject({ isMuted: true, doors: [{ pin: null }] });
});

test('cancelled bookings, and those of units without doors, are none', () => {
  expect(told({ bookings: [booking({ state: 'cancelled' })], codes: [code()] })).toEqual([]);
  expect(told({ bookings: [booking({ unitId: 999 })] })).toEqual([]);
});
