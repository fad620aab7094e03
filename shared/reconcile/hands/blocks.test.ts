/** What is remembered and told of codes that are off, by what the locks show. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  pin,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryKind, Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';
import type { SentCode } from './sent-codes.ts';

const ID = bookingId(12);
const both = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const off = code({ active: false });
const onElsewhere = code({ id: 901, ...SECOND_DOOR });
const planned = ({ also = {}, wish = {}, ...parts }: InputParts & { also?: Partial<Remembered>; wish?: Partial<StayWish> }) =>
  plan(
    input({
      bookings: [booking()],
      settings: both,
      wishes: { ...NO_WISHES, stays: new Map([[ID, { ...noStayWish(), ...wish }]]) },
      memory: { remembered: { ...nothingRemembered(), ...also } },
      ...parts,
    }),
  );
const changes = (parts: Parameters<typeof planned>[0], kind: MemoryKind) =>
  planned(parts).remember.filter((change) => change.kind === kind);
const letIn = { 'let-in': new Map([['12', { claimId: ID, sinceMs: NOW_MS, isDone: false }]]) };
const asked = (isKept = false) => ({ 'switched-off': new Map([['12', { claimId: ID, ...DOOR, codeId: codeId(900), isKept }]]) });
const readBacks = (value: SentCode) => ({ 'read-back': new Map([['900', value]]) });
const BLOCK = { blockedSinceMs: NOW_MS };
const LET_IN = { letInSinceMs: NOW_MS };

describe('a code that stayed on', () => {
  const also = { 'stays-on': new Map([['900', { claimId: ID, atMs: NOW_MS }]]) };
  it.each<readonly [string, InputParts, number]>([
    ['once it is gone', { codes: [onElsewhere] }, 1],
    ['not while it is there', { codes: [code(), onElsewhere] }, 0],
    ['not while a lock is not read', { codes: [onElsewhere], failed: [11] }, 0],
  ])('is forgotten %s', (_when, parts, count) => {
    expect(changes({ also, ...parts }, 'stays-on')).toEqual(Array(count).fill({ kind: 'stays-on', key: '900', value: null }));
  });
  it('gets a PIN that nobody knows only while it is on, and the guest blocked', () => {
    expect(summaries(planned({ also, wish: BLOCK, codes: [off, code({ id: 901, ...SECOND_DOOR, active: false })] }))).toEqual([]);
    expect(summaries(planned({ also, codes: [code(), onElsewhere] }))).toEqual([]);
  });
});

describe('a wish to let in', () => {
  it.each<readonly [string, Parameters<typeof planned>[0], number]>([
    ['once every code is on', { codes: [code(), onElsewhere] }, 1],
    ['not while one is off', { codes: [off, onElsewhere] }, 0],
    ['not while a door is not read', { codes: [code()], failed: [12] }, 0],
    ['not while the guest is blocked', { codes: [code(), onElsewhere], wish: { ...LET_IN, ...BLOCK } }, 0],
    ['once', { codes: [code(), onElsewhere], also: { 'let-in': new Map([['12', { claimId: ID, sinceMs: NOW_MS, isDone: true }]]) } }, 0],
  ])('is carried out %s', (_when, parts, count) => {
    const value = { claimId: 12, sinceMs: NOW_MS, isDone: true };
    expect(changes({ also: letIn, wish: LET_IN, ...parts }, 'let-in')).toEqual(Array(count).fill({ kind: 'let-in', key: '12', value }));
  });
  it.each<readonly [string, Parameters<typeof planned>[0]]>([
    ['the guest is blocked since', { wish: { ...LET_IN, ...BLOCK } }],
    ['the stay is over', { wish: LET_IN, bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') })] }],
  ])('counts for nothing where %s', (_what, parts) => {
    const codes = [off, code({ id: 901, ...SECOND_DOOR, active: false })];
    const on = planned({ also: letIn, codes, ...parts }).operations.filter((one) => one.kind !== 'delete' && one.record.active);
    expect(on).toEqual([]);
  });
  it('ends where a code is off that was read as on since, and not where it was on before', () => {
    const failed = [12];
    const before = sent([code()])['read-back'].get('900') as SentCode;
    const seen = { also: { ...letIn, ...readBacks(before) }, wish: LET_IN, codes: [code()], failed };
    expect(changes(seen, 'read-back').map(({ value }) => value)).toEqual([{ ...before, letInSinceMs: NOW_MS }]);
    const under = (letInSinceMs: number) => ({
      also: { ...letIn, ...readBacks({ ...before, letInSinceMs }) },
      wish: LET_IN,
      codes: [off],
      failed,
    });
    const done = { kind: 'let-in', key: '12', value: { claimId: 12, sinceMs: NOW_MS, isDone: true } };
    const [since, earlier] = [under(NOW_MS), under(NOW_MS - 1)];
    expect([summaries(planned(since)), changes(since, 'let-in')]).toEqual([[], [done]]);
    expect([planned(earlier).operations.map(({ kind }) => kind), changes(earlier, 'let-in')]).toEqual([['update'], []]);
  });
  it('gives no door the PIN that nobody was to know', () => {
    const secret = code({ ...FORMER_DOOR, pin: pin('9153'), description: 'Smoobu#12 blocked' });
    const { operations } = planned({ also: letIn, wish: LET_IN, codes: [secret] });
    const made = operations.flatMap((one) => (one.kind === 'create' || one.kind === 'move' ? [one.record.pin] : []));
    expect([made.length, made.includes(pin('9153'))]).toEqual([2, false]);
    expect(made[0]).toMatch(/^\d{4}$/);
  });
  it('counts for nothing with the note of another one', () => {
    const parts = { also: letIn, wish: { letInSinceMs: NOW_MS + 1 }, codes: [off, onElsewhere] };
    expect([summaries(planned(parts)), changes(parts, 'let-in')]).toEqual([[], []]);
  });
});

describe('the question about a code that is off', () => {
  const FORGOTTEN = [{ kind: 'switched-off', key: '12', value: null }];
  const unread: InputParts = { codes: [code()], failed: [12] };
  it.each<readonly [string, Parameters<typeof planned>[0], readonly unknown[]]>([
    ['while the code is off', { codes: [off, onElsewhere] }, []],
    ['while a door is not read', unread, []],
    ['once every code is on', { codes: [code(), onElsewhere] }, FORGOTTEN],
    ['once the user blocked the guest', { ...unread, wish: BLOCK }, FORGOTTEN],
    ['once the user let the guest in', { ...unread, wish: LET_IN, also: { ...asked(), ...letIn } }, FORGOTTEN],
    [
      'once the stay is over',
      { bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') })], codes: [off], failed: [12] },
      FORGOTTEN,
    ],
  ])('is kept or forgotten %s', (_when, parts, expected) => {
    expect(changes({ also: asked(), ...parts }, 'switched-off')).toEqual(expected);
  });
  it('is remembered with the code, and with a wish to let in that may have been carried out', () => {
    const value = { claimId: 12, ...DOOR, codeId: 900, isKept: false };
    expect(changes({ codes: [off, onElsewhere] }, 'switched-off')).toEqual([{ kind: 'switched-off', key: '12', value }]);
    expect(changes({ codes: [off, onElsewhere], wish: LET_IN }, 'switched-off')).toMatchObject([{ value: { ...value, wasLetIn: true } }]);
    expect(changes({ codes: [code(), onElsewhere] }, 'switched-off')).toEqual([]);
  });
  it('is followed, where it stays off, by what the user decided, until it is on', () => {
    const told = (codes: InputParts['codes'] = []) =>
      planned({ also: asked(true), codes }).problems.map(({ text, retryable }) => [text.key, retryable]);
    expect(told([off])).toEqual([['problem.blocked', false]]);
    expect(told([off, onElsewhere])).toEqual([['problem.partly-blocked', false]]);
    expect(told([code(), onElsewhere])).toEqual([]);
  });
});
