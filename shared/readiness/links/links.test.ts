import { describe, expect, it } from 'vitest';
import { NOW_MS, SECOND_DOOR } from '../../../tests/reconcile/fixtures.ts';
import {
  ago,
  arrival,
  arrivalDoor,
  inHours,
  problemText,
  readinessFacts,
  WAITING,
  withDoor,
  withHealth,
  withReach,
} from '../../../tests/support/readiness.ts';
import type { Link, LinkName } from '../../domain/readiness.ts';
import { DAY_MS } from '../../time.ts';
import type { ReadinessFacts } from '../facts.ts';
import { judgeArrival } from '../judge.ts';

const computer = (changes: Partial<ReadinessFacts['computer']>) => ({ computer: { ...readinessFacts().computer, ...changes } });
const UNREAD = withDoor({ state: 'unread', codeId: null, verifiedAtMs: null });
const far = inHours(30);
const toldAs = (state: Link['state'], key: string, sinceMs: number | null) => ({
  guestTold: { state, because: { key, parameters: {} }, sinceMs },
});
const SAY_NOTHING = toldAs('doubtful', 'link.guest.cannot-tell', 1);

type Row = readonly [
  what: string,
  arrival: Parameters<typeof arrival>[0],
  facts: Partial<ReadinessFacts>,
  link: LinkName,
  state: string,
  because: string | null,
];

describe('the chain', () => {
  it.each<Row>([
    ['a booking of the last sync', {}, {}, 'booking', 'good', null],
    ['a booking read two intervals ago', { readAtMs: ago(30) }, {}, 'booking', 'good', null],
    ['a booking read longer ago', { readAtMs: ago(31) }, {}, 'booking', 'doubtful', 'link.booking.stale'],
    [
      'a booking that later syncs did not change',
      { readAtMs: ago(600) },
      { lastRead: { bookingsAtMs: ago(5), lists: {} } },
      'booking',
      'good',
      null,
    ],
    [
      'a booking without usable dates',
      { booking: { state: 'broken', because: problemText('bad-dates'), sinceMs: null }, readAtMs: ago(99) },
      {},
      'booking',
      'broken',
      'problem.bad-dates',
    ],
    ['a code on its list', {}, {}, 'code', 'good', null],
    [
      'a list that is old for a door with an arrival today',
      withDoor({ verifiedAtMs: ago(31) }),
      {},
      'code',
      'doubtful',
      'link.code.stale-soon',
    ],
    ['a list that is as old for another door', { ...far, ...withDoor({ verifiedAtMs: ago(31) }) }, {}, 'code', 'good', null],
    [
      'a list of more than two and a half hours',
      { ...far, ...withDoor({ verifiedAtMs: ago(151) }) },
      {},
      'code',
      'doubtful',
      'link.code.stale',
    ],
    [
      'a list that a later sync read again',
      { ...far, ...withDoor({ verifiedAtMs: ago(900) }) },
      { lastRead: { bookingsAtMs: NOW_MS, lists: { 11: ago(9) } } },
      'code',
      'good',
      null,
    ],
    [
      'a list that could not be read since',
      { ...far, ...withDoor({ state: 'unread', verifiedAtMs: ago(151) }) },
      { lastRead: { bookingsAtMs: NOW_MS, lists: { 11: ago(9) } } },
      'code',
      'doubtful',
      'link.code.stale',
    ],
    [
      'a code changed by hand',
      withDoor({ because: problemText('pin-changed-by-hand') }),
      {},
      'code',
      'doubtful',
      'problem.pin-changed-by-hand',
    ],
    [
      'a code that was shortened by hand',
      withDoor({ because: problemText('shut-out-by-hand') }),
      {},
      'code',
      'broken',
      'problem.shut-out-by-hand',
    ],
    ['two doors with two PINs', withDoor({ because: problemText('different-pins') }), {}, 'code', 'broken', 'problem.different-pins'],
    ['a refused code', withDoor({ state: 'broken', because: problemText('write-refused') }), {}, 'code', 'broken', 'problem.write-refused'],
    [
      'a code that somebody else switched off',
      withDoor({ state: 'off', because: problemText('switched-off') }),
      {},
      'code',
      'broken',
      'problem.switched-off',
    ],
    [
      'a code that the user left off on one door',
      withDoor({ state: 'off', because: problemText('partly-blocked') }),
      {},
      'code',
      'doubtful',
      'problem.partly-blocked',
    ],
    ['a code that is to be written, days before', { ...far, ...WAITING }, {}, 'code', 'doubtful', 'link.code.waiting'],
    ['a code that is missing on the day', WAITING, {}, 'code', 'broken', 'link.code.missing'],
    [
      'a code that is missing while the guest may be at the door',
      { ...inHours(-1), ...WAITING },
      {},
      'code',
      'broken',
      'link.code.missing',
    ],
    ['a list that was never read, days before', { ...far, ...UNREAD }, {}, 'code', 'doubtful', 'link.code.unread'],
    ['a list that was never read, on the day', UNREAD, {}, 'code', 'broken', 'link.code.missing-unread'],
    ['a blocked guest', { isBlocked: true, ...withDoor({ state: 'off' }) }, {}, 'code', 'doubtful', 'link.code.blocked'],
    ['a blocked guest whose code is still on', { isBlocked: true }, {}, 'code', 'broken', 'link.code.still-on'],
    ['a code that has reached its lock', {}, withHealth({ seenAtMs: ago(9_000), readAtMs: NOW_MS }), 'gateway', 'good', null],
    [
      'a gateway seen long enough after the write',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: ago(50) }) },
      'gateway',
      'good',
      null,
    ],
    [
      'a lock whose log may have moved before the write',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ reach: 'phone', seenAtMs: null, movedAtMs: ago(59) }) },
      'gateway',
      'doubtful',
      'link.gateway.phone',
    ],
    [
      'a code written a moment ago',
      {},
      { ...withReach({ writtenAtMs: ago(9) }), ...withHealth({ seenAtMs: ago(1) }) },
      'gateway',
      'doubtful',
      'link.gateway.under-way',
    ],
    [
      'a lock without a gateway',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ reach: 'phone', seenAtMs: null }) },
      'gateway',
      'doubtful',
      'link.gateway.phone',
    ],
    [
      'a gateway that a reading soon after the write did not see',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: ago(61), readAtMs: ago(31) }) },
      'gateway',
      'doubtful',
      'link.gateway.not-seen',
    ],
    [
      'a gateway that a later reading did not see',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: ago(61), readAtMs: ago(30) }) },
      'gateway',
      'broken',
      'link.gateway.silent',
    ],
    [
      'a gateway that was seen a moment after the write only',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: ago(58), readAtMs: ago(1) }) },
      'gateway',
      'broken',
      'link.gateway.silent',
    ],
    [
      'the same three days before',
      inHours(72),
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: ago(61), readAtMs: ago(1) }) },
      'gateway',
      'doubtful',
      'link.gateway.not-seen',
    ],
    [
      'a gateway whose times cannot be read',
      {},
      { ...withReach({ writtenAtMs: ago(60) }), ...withHealth({ seenAtMs: null }) },
      'gateway',
      'unknown',
      'link.gateway.unknown',
    ],
    ['a code of which nobody knows when it was written', {}, { reach: new Map() }, 'gateway', 'unknown', 'link.gateway.unknown'],
    ['a good battery', {}, {}, 'battery', 'good', null],
    ['a low one', {}, withHealth({ batteryMillivolts: 6_759 }), 'battery', 'doubtful', 'link.battery.low'],
    [
      'one that is nearly empty',
      {},
      withHealth({ batteryMillivolts: 6_399, batteryAtMs: null }),
      'battery',
      'broken',
      'link.battery.critical',
    ],
    ['a value of three weeks ago', {}, withHealth({ batteryAtMs: NOW_MS - 21 * DAY_MS }), 'battery', 'doubtful', 'link.battery.old'],
    ['one of the family without marks', {}, withHealth({ batteryMillivolts: 3_700 }), 'battery', 'unknown', 'link.battery.not-judged'],
    ['a battery that nobody knows', {}, { health: new Map() }, 'battery', 'unknown', 'link.battery.unknown'],
    ['a lock that was used lately', {}, {}, 'lock', 'good', null],
    ['a lock that was not', {}, withHealth({ movedAtMs: null, batteryAtMs: null }), 'lock', 'unknown', 'link.lock.unknown'],
    ['a lock that refuses access', {}, withHealth({ isRefused: true }), 'lock', 'broken', 'link.lock.refused'],
    ['a guest who was told', {}, {}, 'guest', 'good', null],
    ['a message for later', toldAs('unknown', 'link.guest.due', NOW_MS + 1), {}, 'guest', 'unknown', 'link.guest.scheduled'],
    ['a message that is due', toldAs('unknown', 'link.guest.due', ago(29)), {}, 'guest', 'doubtful', 'link.guest.due'],
    ['one that was due half an hour ago', toldAs('doubtful', 'link.guest.due', ago(30)), {}, 'guest', 'broken', 'link.guest.not-told'],
    [
      'a wrong PIN',
      toldAs('broken', 'problem.told-wrong-pin.earlier-pin', null),
      {},
      'guest',
      'broken',
      'problem.told-wrong-pin.earlier-pin',
    ],
    ['messages that say nothing, on the day', SAY_NOTHING, {}, 'guest', 'doubtful', 'link.guest.cannot-tell'],
    ['messages that say nothing, days before', { ...far, ...SAY_NOTHING }, {}, 'guest', 'unknown', 'link.guest.cannot-tell'],
    [
      'a pause with nothing to write',
      {},
      computer({ isPaused: true, isRejected: true, hasMissedTwoSyncs: true }),
      'computer',
      'good',
      null,
    ],
    ['a pause with a code to write', WAITING, computer({ isPaused: true }), 'computer', 'broken', 'link.computer.paused'],
    ['the same days before', { ...far, ...WAITING }, computer({ isPaused: true }), 'computer', 'doubtful', 'link.computer.paused'],
    ['rejected credentials with a code to write', WAITING, computer({ isRejected: true }), 'computer', 'broken', 'link.computer.rejected'],
    [
      'a computer that slept with a code to write',
      WAITING,
      computer({ hasMissedTwoSyncs: true }),
      'computer',
      'doubtful',
      'link.computer.asleep',
    ],
  ])('%s', (_what, changes, facts, name, state, because) => {
    const link = judgeArrival(arrival(changes), readinessFacts(facts)).links[name];
    expect([link.state, link.because?.key ?? null]).toEqual([state, because]);
  });

  it('is about the worse of two doors', () => {
    const doors = [arrivalDoor(), arrivalDoor({ ...SECOND_DOOR, codeId: 901, state: 'broken' })];
    expect(judgeArrival(arrival({ doors }), readinessFacts())).toMatchObject({
      verdict: 'action-needed',
      worst: 'code',
      links: { code: { lockId: SECOND_DOOR.lockId } },
    });
  });
});
