import { describe, expect, it } from 'vitest';
import { code, date, DOOR, pin, wall } from '../../../tests/reconcile/fixtures.ts';
import { WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { CodeRecord } from '../../domain/code.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { withTag } from '../tag.ts';
import { asSeen, changeOf, readBack, sending, wasReplaced } from './sent-codes.ts';
import type { SentCode } from './sent-codes.ts';

const ID = bookingId(12);
const record = (changes: Partial<CodeRecord> = {}): CodeRecord => ({
  name: 'Anna Müller',
  pin: pin('4711'),
  startDate: date('2026-11-24'),
  startTime: wall('15:00'),
  endDate: date('2026-11-27'),
  endTime: wall('12:00'),
  active: true,
  description: 'Smoobu#12',
  notificationEnabled: false,
  ...changes,
});
const SENT = sending(DOOR, ID, record(), true, WISHES);
const wished = (wish: Partial<StayWish>) => ({ ...WISHES, stays: new Map([[ID, { ...noStayWish(), ...wish }]]) });
const blockedNote = withTag(ID, '', true);

describe('a code that is sent', () => {
  it('is remembered as it should read, and was not read yet', () => {
    expect(SENT).toEqual({
      claimId: 12,
      ...DOOR,
      window: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' },
      isActive: true,
      pin: { digest: 'k4711', key: 'k' },
      isVerified: false,
      wasOn: true,
      differs: false,
    });
  });
  it('was on only where it was on before and is sent as on', () => {
    const wasOn = (active: boolean, before: boolean) => sending(DOOR, ID, record({ active }), before, WISHES).wasOn;
    expect([wasOn(true, true), wasOn(true, false), wasOn(false, true)]).toEqual([true, false, false]);
  });
  it('has no digest without a PIN key', () => {
    expect(sending(DOOR, ID, record(), true, NO_WISHES).pin).toBeNull();
  });
});

describe('a code that is read back', () => {
  const back = (sent: Partial<SentCode>, changes: Parameters<typeof code>[0] = {}, wish: Partial<StayWish> = {}) =>
    readBack({ ...SENT, wasOn: false, ...sent }, code(changes), true, wished(wish));
  it('was on once it was read as on since it was sent as on', () => {
    expect([back({}).wasOn, back({}, { active: false }).wasOn, back({ wasOn: true }, { active: false }).wasOn]).toEqual([
      true,
      false,
      true,
    ]);
    expect(back({ isActive: false, wasOn: true }).wasOn).toBe(false);
    expect(back({})).toEqual({ ...SENT, isVerified: true });
  });
  it('keeps the wish under which it was read as on, or as off', () => {
    const [letIn, blocked] = [{ letInSinceMs: 5 }, { blockedSinceMs: 7 }];
    expect(back({}, {}, letIn)).toMatchObject(letIn);
    for (const off of [{ active: false }, { active: 'unknown' as const }, { description: blockedNote }])
      expect(back({}, off, letIn)).not.toHaveProperty('letInSinceMs');
    expect(back({}, { active: false }, blocked)).toMatchObject(blocked);
    expect(back({}, {}, blocked)).not.toHaveProperty('blockedSinceMs');
    expect(back({}, { active: false })).not.toHaveProperty('blockedSinceMs');
  });
});

describe('a code that is accepted as it reads', () => {
  const seen = (sent: Partial<SentCode>, changes: Parameters<typeof code>[0]) =>
    asSeen({ ...SENT, differs: true, ...sent }, code(changes), WISHES);
  it('has its window and PIN, as far as they are known', () => {
    expect(seen({}, { endDate: date('2026-11-26'), pin: pin('5822') })).toEqual({
      ...SENT,
      window: { start: '2026-11-24T15:00', end: '2026-11-26T12:00' },
      pin: { digest: 'k5822', key: 'k' },
    });
    for (const unknown of [
      { startDate: 'unknown' as const, endDate: date('2026-11-26') },
      { startDate: date('2026-11-25'), endDate: 'unknown' as const },
    ])
      expect(seen({}, unknown).window).toEqual(SENT.window);
    expect([seen({}, { pin: null }).pin, seen({}, { pin: pin('5822'), pinMayLackZeros: true }).pin]).toEqual([SENT.pin, SENT.pin]);
  });
  it('is on where it reads as on, else as it was sent', () => {
    const off = { isActive: false, wasOn: false };
    expect(seen(off, {})).toMatchObject({ isActive: true, wasOn: true });
    expect(seen(off, { active: false })).toMatchObject({ isActive: false, wasOn: false });
    expect(seen({}, { active: false })).toMatchObject({ isActive: true, wasOn: true });
  });
});

describe('a code that reads differently', () => {
  const change = (changes: Parameters<typeof code>[0]) => changeOf(SENT, code(changes), WISHES);
  const none = { start: false, end: false, pin: false, isOnAgain: false };
  it.each([
    ['nothing', {}, null],
    ['its start', { startTime: wall('16:00') }, { ...none, start: true }],
    ['its end', { endDate: date('2026-11-28') }, { ...none, end: true }],
    ['its PIN', { pin: pin('5822') }, { ...none, pin: true }],
    ['its PIN, for one that cannot be read', { pin: null }, null],
    ['its start, for one that cannot be read', { startDate: 'unknown' as const }, null],
    ['its end, for one that cannot be read', { endTime: 'unknown' as const }, null],
  ])('differs in %s', (_what, changes, expected) => expect(change(changes)).toEqual(expected));
  it('is as it was where it opens since ever and for ever', () => {
    const ever = { startDate: null, startTime: null, endDate: null, endTime: null };
    expect(changeOf(asSeen(SENT, code(ever), WISHES), code(ever), WISHES)).toBeNull();
  });
  it('may have lost zeros of its PIN', () => {
    const sent = sending(DOOR, ID, record({ pin: pin('0471') }), true, WISHES);
    const read = (text: string) => changeOf(sent, code({ pin: pin(text), pinMayLackZeros: true }), WISHES);
    expect([read('471'), read('472')]).toEqual([null, { ...none, pin: true }]);
  });
  it('was replaced where a list showed this PIN before', () => {
    const read = code({ pin: pin('5822') });
    const was = (sent: Partial<SentCode>, text = '4711') => wasReplaced(pin(text), { ...SENT, isVerified: true, ...sent }, read, WISHES);
    expect([was({}), was({ isVerified: false }), was({}, '5822'), was({ pin: null })]).toEqual([true, false, false, false]);
  });
});
