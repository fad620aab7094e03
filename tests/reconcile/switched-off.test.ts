/** Blocked means switched off: a code that is off stays off until the user lets the guest in again, whatever else is planned. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../shared/domain/code.ts';
import type { MemoryValue } from '../../shared/domain/memory.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { NO_WISHES } from '../../shared/domain/plan.ts';
import type { Plan, PlanInput } from '../../shared/domain/plan.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import type { StayWish } from '../../shared/domain/wishes.ts';
import { answerEffect } from '../../shared/questions/registry.ts';
import { isOff } from '../../shared/reconcile/hands/off-codes.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { bookingId } from '../support/ids.ts';
import { worlds } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { booking, code, date, DOOR, FORMER_DOOR, input, NOW_MS, pin, problemKinds, SECOND_DOOR, settings, summaries } from './fixtures.ts';
import { managedFor } from './managed-codes.ts';
import { applyPlan } from './simulate.ts';
import { inputOf } from './world.ts';

const CASES = 300;
const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const off = (changes: Parameters<typeof code>[0] = {}) => code({ active: false, ...changes });
const wished = (wish: Partial<StayWish>): Pick<PlanInput, 'wishes'> => ({
  wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), ...wish }]]) },
});
const BLOCK = wished({ blockedSinceMs: NOW_MS });
const LET_IN = wished({ letInSinceMs: NOW_MS });
const letIn = (isDone: boolean) => ({
  remembered: { ...nothingRemembered(), 'let-in': new Map([['12', { claimId: bookingId(12), sinceMs: NOW_MS, isDone }]]) },
});
const planned = (codes: readonly Code[], parts: Parameters<typeof input>[0] = {}): Plan =>
  plan(input({ bookings: [booking()], codes, settings: TWO_DOORS, ...parts }));
const records = ({ operations }: Plan) =>
  operations.map((operation) => (operation.kind === 'delete' ? operation.kind : [operation.record.active, operation.record.description]));
const doors = ({ stays }: Plan) => stays[0]?.doors.map(({ state, isOff: off = false }) => (off ? `${state}, off` : state));

describe('a code that is off', () => {
  it('stays off, and its dates and name follow the booking', () => {
    const result = planned([off({ name: 'x', endDate: date('2026-11-25') }), code({ id: 901, ...SECOND_DOOR })]);
    expect(result.operations).toMatchObject([{ codeId: 900, record: { active: false, name: 'Anna Müller', endDate: '2026-11-27' } }]);
    expect(Object.keys(result.operations[0]?.changes ?? {}).toSorted()).toEqual(['end', 'name']);
    expect([doors(result), problemKinds(result)]).toEqual([['planned, off', 'in-place'], ['switched-off']]);
  });
  it('on every door keeps codes from further doors', () => {
    const result = planned([off()]);
    expect([summaries(result), doors(result)]).toEqual([[], ['in-place, off', 'in-place, off']]);
  });
  it('on one door leaves the others going on', () => {
    const three = settings({ unit: { doors: [DOOR, SECOND_DOOR, FORMER_DOOR] } });
    expect(summaries(planned([off(), code({ id: 901, ...SECOND_DOOR })], { settings: three }))).toEqual(['create KpGate44']);
  });
  it('keeps its guest from the new doors when the booking moves', () => {
    expect(summaries(planned([off({ ...FORMER_DOOR })]))).toEqual([]);
  });
  it('stays beside a double that is on, and the double stays as well', () => {
    expect(summaries(planned([off(), code({ id: 901 })], { settings: settings() }))).toEqual([]);
    expect(summaries(planned([off(), off({ id: 901 })], { settings: settings() }))).toEqual(['delete 901 duplicate']);
  });
  it('is removed with its booking', () => {
    expect(summaries(planned([off()], { bookings: [booking({ state: 'cancelled' })] }))).toEqual(['delete 900 cancelled']);
  });
  it('is one that says so behind its tag, too', () => {
    const secret = code({ description: 'Smoobu#12 blocked by hand', pin: pin('9153') });
    expect([summaries(planned([secret])), problemKinds(planned([secret]))]).toEqual([[], ['switched-off']]);
    expect(summaries(planned([code({ description: 'Smoobu#12 not blocked' })]))).toEqual(['create KpBravo2']);
  });
  it('is asked about once', () => {
    const first = planned([off()]);
    const value = first.remember.find(({ kind }) => kind === 'switched-off')?.value as MemoryValue<'switched-off'>;
    const asked = { ...nothingRemembered(), 'switched-off': new Map([['12', value]]) };
    const facts = { memory: input({ memory: { remembered: asked } }).memory, settings: TWO_DOORS, wishes: { recovery: 'none' as const } };
    expect(answerEffect(facts, 'off:12', 'let-in')).toMatchObject({ value: { access: { id: 12, is: 'let-in' } } });
    const kept = answerEffect(facts, 'off:12', 'keep-blocked');
    expect(kept).toMatchObject({ value: { remember: [{ key: '12', value: { ...value, isKept: true } }] } });
    expect(kept.ok && kept.value.access).toBeUndefined();
    const remembered = { ...asked, 'switched-off': new Map([['12', { ...value, isKept: true }]]) };
    expect(problemKinds(planned([off()], { memory: { remembered } }))).toEqual(['blocked']);
    expect(planned([code()], { memory: { remembered } }).remember).toContainEqual({ kind: 'switched-off', key: '12', value: null });
  });
});

describe('a guest whom the user blocked', () => {
  it('has every code switched off, without a hold, and gets none', () => {
    const now = { arrival: date('2026-11-22'), departure: date('2026-11-25') };
    const dates = { startDate: now.arrival, endDate: now.departure };
    const result = planned([code(dates), code({ id: 901, ...FORMER_DOOR, ...dates }), code({ id: 902, ...dates })], {
      ...BLOCK,
      bookings: [booking(now)],
    });
    expect(summaries(result)).toEqual(['update 900', 'update 902', 'update 901']);
    expect(records(result)).toEqual([
      [false, 'Smoobu#12'],
      [false, 'Smoobu#12'],
      [false, 'Smoobu#12'],
    ]);
    expect([doors(result), problemKinds(result)]).toEqual([['planned, off', 'in-place, off'], ['blocked']]);
  });
  it('has codes switched off also by a run that only extends', () => {
    const result = planned([code({ endDate: null })], { ...BLOCK, clockIsWrong: true });
    expect(records(result)).toEqual([[false, 'Smoobu#12']]);
  });
  it('gets another PIN and the word where the code stays on or has no PIN', () => {
    const remembered = { ...nothingRemembered(), 'stays-on': new Map([['900', { claimId: bookingId(12), atMs: NOW_MS }]]) };
    for (const result of [planned([code()], { ...BLOCK, memory: { remembered } }), planned([code({ pin: null })], BLOCK)]) {
      expect(records(result)).toEqual([[false, 'Smoobu#12 blocked']]);
      const [operation] = result.operations;
      expect(operation?.kind === 'update' && [operation.record.pin === '4711', operation.pinDraw]).toEqual([false, undefined]);
    }
    const locked = code({ description: 'Smoobu#12 blocked', pin: pin('9153') });
    expect(summaries(planned([locked], { ...BLOCK, memory: { remembered } }))).toEqual([]);
  });
  it('is told about where a weekly schedule is in the way', () => {
    const result = planned([code({ hasSchedule: true })], BLOCK);
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['blocked', 'scheduled-code', 'still-on']]);
  });
});

describe('a guest who is let in again', () => {
  it('has codes switched on, and made where they are missing, with the same PIN', () => {
    const result = planned([off()], { ...LET_IN, memory: letIn(false) });
    expect(records(result)).toEqual([
      [true, 'Smoobu#12'],
      [true, 'Smoobu#12'],
    ]);
    expect(result.operations.map((operation) => operation.kind !== 'delete' && operation.record.pin)).toEqual(['4711', '4711']);
  });
  it('gets the former PIN back in place of the one that nobody knows', () => {
    const pinDraws = new Map([[12, { attempt: 3, length: 4 }]]);
    const secret = code({ description: 'Smoobu#12 blocked note', pin: pin('9153') });
    const result = planned([secret], { ...LET_IN, settings: settings(), memory: { pinDraws, ...letIn(false) } });
    expect(records(result)).toEqual([[true, 'Smoobu#12 note']]);
    const drawn = input().drawPin(bookingId(12), 3, 4);
    expect(result.operations).toMatchObject([{ kind: 'update', codeId: 900, record: { pin: drawn }, pinDraw: { attempt: 3 } }]);
  });
  it('counts until all codes are on, and not again when somebody switches one off later', () => {
    const both = [code(), code({ id: 901, ...SECOND_DOOR })];
    expect(planned(both, { ...LET_IN, memory: letIn(false) }).remember).toContainEqual(
      expect.objectContaining({ kind: 'let-in', value: { claimId: 12, sinceMs: NOW_MS, isDone: true } }),
    );
    expect(summaries(planned([off(), code({ id: 901, ...SECOND_DOOR })], { ...LET_IN, memory: letIn(true) }))).toEqual([]);
    const unknown = planned([off()], LET_IN);
    expect([summaries(unknown), unknown.problems.map(({ text }) => text.key)]).toEqual([[], ['problem.off-after-let-in']]);
    const [asked] = unknown.remember.flatMap((one) => (one.kind === 'switched-off' && one.value !== null ? [one.value] : []));
    expect(asked).toMatchObject({ wasLetIn: true, isKept: false });
    // Switched off after it was carried out: the next question gives another reason.
    expect(planned([off()], { memory: letIn(true), ...wished({ letInSinceMs: NOW_MS }) }).problems.map(({ text }) => text.key)).toEqual([
      'problem.switched-off',
    ]);
    const later = { ...LET_IN, nowMs: NOW_MS + 25 * 3_600_000, memory: letIn(false) };
    expect(summaries(planned([off()], later))).toEqual(['update 900', 'create KpBravo2']);
    const over = { ...later, nowMs: Date.parse('2026-11-27T12:00:00Z') };
    expect(summaries(planned([off({ endDate: date('2026-11-29') })], over))).toEqual(['update 900']);
    expect(records(planned([off({ endDate: date('2026-11-29') })], over))).toEqual([[false, 'Smoobu#12']]);
  });
});

it(
  'no plan switches on a code that is off, makes one for a blocked guest, or removes what keeps a guest out while the booking lives',
  () => {
    assure(
      CASES,
      fc.property(worlds(), (world) => {
        const seen = inputOf(world);
        const result = plan(seen);
        const read = [...seen.lists.values()].flatMap((codes) => codes ?? []);
        const after = new Map(applyPlan(world.codes, result).map((one) => [one.id, one]));
        for (const one of read) if (one.active === false && after.has(one.id)) expect(after.get(one.id)?.active).toBe(false);
        for (const stay of result.stays) {
          const ids = new Set(world.codes.filter((one) => managedFor(world, one) === stay.booking.id).map(({ id }) => id));
          const own = read.filter(({ id }) => ids.has(id));
          const written = result.operations.filter(({ kind, bookingId: id }) => kind !== 'update' && id === stay.booking.id);
          if (own.length > 0 && own.every(isOff))
            expect(written.filter((one) => one.kind !== 'delete' || one.evidence === 'moved')).toEqual([]);
        }
      }),
    );
  },
  timeLimitMs(CASES),
);
