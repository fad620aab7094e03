import { describe, expect, it } from 'vitest';
import {
  LOCALIZATION,
  NOW_MS,
  facts,
  hold,
  rejectedProblem,
  settings,
  shownStays,
  status,
  unreachableProblem,
} from '../../../tests/support/app/state-fixtures.ts';
import type { ProblemKind, ShownProblem } from '../../../shared/domain/problem.ts';
import { PROBLEM_KINDS } from '../../../shared/domain/problem.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { attentionItems, mattersOf } from './index.ts';
import type { Facts } from '../status/facts.ts';
import { UNKNOWN_HEALTH } from '../status/cloud-health.ts';
import { bookingId, lockId, unitId } from '../../../tests/support/ids.ts';
import { problemLocaliser } from '../status/localise.ts';

const listed = (changes: Partial<Facts> = {}) => attentionItems(mattersOf(facts(changes)));
const keys = (changes: Partial<Facts>) => listed(changes).map((item) => item.key);
const unmapped = (booking: number, unit: number): ShownProblem => ({
  kind: 'unmapped-unit',
  message: `Booking ${String(booking)} is in a unit without a door.`,
  retryable: false,
  bookingId: bookingId(booking),
  unitId: unitId(unit),
});
const shown = problemLocaliser(LOCALIZATION, { units: [], doors: [] });
const withHealth = (health: Partial<typeof UNKNOWN_HEALTH>) => ({ ...facts().health, smoobu: { ...UNKNOWN_HEALTH, ...health } });
const withTest = (failure: 'credentials-missing' | 'clock-skew' | 'credentials-rejected') => {
  const { connections } = facts();
  return { ...connections, smoobu: { ...connections.smoobu, lastTest: { atMs: NOW_MS, failure } } };
};
/** During the first steps, with a door for the unit or without. */
const unfinished = (isMapped: boolean) => {
  const { mapping } = settings();
  return settings({ setup: { done: false, sinceMs: 0 }, mapping: isMapped ? mapping : { ...mapping, units: [] } });
};
const KEYCHAIN = { kind: 'keychain-locked', message: 'Unlock the keychain.' } as const;

describe('what needs the user', () => {
  it('is empty when all is well', () => {
    expect(listed({ ...shownStays(status(1, NOW_MS + HOUR_MS, true)) })).toEqual([]);
  });

  it('asks to check a mapping from the last good copy, and says when there is none', () => {
    const copy = listed({ settings: settings({ recovery: 'copy' }), recovered: ['settings'] });
    expect(copy).toMatchObject([{ key: 'mapping-unconfirmed', severity: 'urgent', target: { view: 'doors' } }]);
    expect(keys({ settings: settings({ recovery: 'lost' }) })).toEqual(['settings-recovered']);
    const lost: ShownProblem = { kind: 'settings-recovered', message: '', retryable: false };
    expect(keys({ problems: [lost] })).toEqual(['settings-recovered']);
  });

  it.each(['wishes-recovered', 'wishes-lost'] as const)('asks to check own times and people: %s', (kind) => {
    const question = { key: 'wishes', choices: ['confirm'] };
    const items = listed({ problems: [{ kind, message: 'Check them.', retryable: false, question }] });
    expect(items).toMatchObject([{ key: kind, severity: 'urgent', question, target: { view: 'today' } }]);
  });

  it('asks in the list whether a guest who booked again is the same, so that it can be answered there', () => {
    const question = { key: 'guest:2:1', choices: ['same', 'other'] };
    const items = listed({ problems: [{ kind: 'booked-again', message: 'Is it?', retryable: false, bookingId: bookingId(2), question }] });
    expect(items).toMatchObject([{ key: question.key, question, target: { view: 'today', bookingId: 2 } }]);
  });

  it('lists urgent matters first, and equals in the order of the list', () => {
    const items = listed({
      ...shownStays(status(1, NOW_MS + HOUR_MS, false), status(2, NOW_MS + 2 * HOUR_MS, false)),
      health: { smoobu: { ...UNKNOWN_HEALTH, isRejected: true }, 'the-keys': { ...UNKNOWN_HEALTH, unreachableRuns: 3 } },
      keychain: KEYCHAIN,
      holds: [hold('a'), hold('b')],
      problems: [unmapped(7, 3), { kind: 'clock-stepped', message: '', retryable: true }],
      recovered: ['history', 'settings'],
    });
    expect(items.map(({ key, severity }) => `${severity} ${key}`)).toEqual([
      'urgent arrival:sync',
      'urgent held:too-many-deletes',
      'urgent settings-recovered',
      'warning credentials:smoobu',
      'warning keychain',
      'warning unreachable:the-keys',
      'warning clock',
      'warning problem:unmapped-unit:3',
      'warning history-recovered',
    ]);
  });

  it('is as urgent as the list of guests shows the stay, whatever is wrong with it', () => {
    const far = 20 * DAY_MS;
    const trouble: ShownProblem = { kind: 'keypad-full', message: 'Full.', retryable: false, bookingId: bookingId(1) };
    const inTrouble = { ...status(1, NOW_MS + far, false), verdict: 'action-needed' as const };
    expect(listed({ stays: [inTrouble], problems: [trouble] })).toMatchObject([{ kind: 'problem', severity: 'urgent' }]);
    expect(listed({ stays: [status(1, NOW_MS + far, true)], problems: [trouble] })).toMatchObject([
      { kind: 'problem', severity: 'warning' },
    ]);
    const another: ShownProblem = { ...trouble, kind: 'write-refused', message: 'Refused.' };
    expect(listed({ stays: [inTrouble], problems: [trouble, another] }).map(({ severity }) => severity)).toEqual(['urgent', 'warning']);
  });

  it.each([
    ['in a day', DAY_MS, false, true],
    ['in more than a day', DAY_MS + 1, false, false],
    ['in the past, the stay going on', -3 * HOUR_MS, false, true],
    ['over', -5 * DAY_MS, false, false],
    ['soon, already confirmed', HOUR_MS, true, false],
  ])('an unconfirmed arrival %s', (_name, inMs, isVerified, isListed) => {
    expect(keys({ ...shownStays(status(12, NOW_MS + inMs, isVerified)) })).toEqual(isListed ? ['arrival:code:12'] : []);
  });

  it.each([
    [2, true, []],
    [3, true, ['unreachable:smoobu']],
    [9, false, []],
  ])('after %i runs without an answer, online %s', (unreachableRuns, isOnline, expected) => {
    expect(keys({ health: withHealth({ unreachableRuns }), isOnline })).toEqual(expected);
  });

  it('missing credentials are one step of the setup, and urgent after it', () => {
    const connections = withTest('credentials-missing');
    expect(listed({ connections, settings: unfinished(true) })).toMatchObject([
      { key: 'credentials:first-steps', severity: 'warning', target: { view: 'first-steps' } },
    ]);
    expect(listed({ connections })).toMatchObject([{ key: 'credentials:smoobu', severity: 'urgent', cloud: 'smoobu' }]);
  });

  it('during the setup only the next step is listed, as a warning', () => {
    const { connections } = facts();
    const none = { ...connections, smoobu: { ...connections.smoobu, stored: false } };
    expect(listed({ connections: none, settings: unfinished(false) })).toMatchObject([{ key: 'credentials:first-steps' }]);
    expect(listed({ settings: unfinished(false) })).toMatchObject([{ key: 'first-steps:map', target: { view: 'first-steps' } }]);
    expect(listed({ settings: unfinished(true) })).toMatchObject([
      { key: 'first-steps:apply', severity: 'warning', target: { view: 'first-steps' } },
    ]);
    expect(keys({ settings: unfinished(true), connections: withTest('credentials-rejected') })).toContain('credentials:smoobu');
  });

  it('credentials that a test found rejected are listed before any run', () => {
    expect(keys({ connections: withTest('credentials-rejected') })).toEqual(['credentials:smoobu']);
  });

  it('a clock that differs from the clouds’ is told once, as urgent', () => {
    const [matter] = mattersOf(facts({ problems: [{ kind: 'clock-wrong', message: '', retryable: false }] }));
    expect(matter).toMatchObject({ key: 'clock', item: { severity: 'urgent' }, notice: { status: 'due', isUrgent: true } });
  });
  it('a wrong clock is urgent', () => {
    expect(listed({ connections: withTest('clock-skew') })).toMatchObject([{ key: 'clock', severity: 'urgent' }]);
  });

  it('a held run without holds is listed too, and a single hold opens at its booking', () => {
    const noBookings: ShownProblem = { kind: 'no-bookings', message: '', retryable: true };
    expect(listed({ problems: [noBookings] })).toMatchObject([{ key: 'held', target: { bookingId: null } }]);
    expect(listed({ holds: [hold('a')] })).toMatchObject([
      { key: 'held:too-many-deletes', target: { view: 'today', bookingId: 12 }, holds: ['a'] },
    ]);
  });

  it('bookings of the same unmapped unit are listed once', () => {
    expect(listed({ problems: [unmapped(1, 3), unmapped(2, 3), unmapped(3, 4)] })).toMatchObject([
      { key: 'problem:unmapped-unit:3', target: { view: 'doors', unitId: 3 } },
      { key: 'problem:unmapped-unit:4' },
    ]);
  });

  it('a problem that may pass by itself is not listed, except for a code that is not right or not removed', () => {
    const one = (kind: ProblemKind, retryable: boolean): ShownProblem => ({
      kind,
      message: '',
      retryable,
      bookingId: bookingId(12),
      lockId: lockId(11),
    });
    expect(
      keys({ problems: [one('list-failed', true), one('unverified', true), one('write-failed', true), one('no-free-pin', false)] }),
    ).toEqual(['problem:unverified:12:11:::', 'problem:write-failed:12:11:::', 'problem:no-free-pin:12:11:::']);
    expect(keys({ problems: [unreachableProblem('smoobu'), rejectedProblem('smoobu')].map(shown) })).toEqual([]);
  });

  it('every kind of problem has its own key', () => {
    const problems = PROBLEM_KINDS.map((kind): ShownProblem => ({ kind, message: kind, retryable: false, lockId: lockId(11) }));
    const items = listed({ problems });
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
    expect(items.length).toBeGreaterThan(15);
  });
});
