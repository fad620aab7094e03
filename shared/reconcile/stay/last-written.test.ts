import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, problemKinds, summaries, wall } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { PlannedOperation } from '../../domain/plan.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Claim } from '../claims.ts';
import { observe } from '../observe.ts';
import { plan } from '../plan.ts';
import { asLastWritten, isUnseen, unseenDifferences, unseenWindows } from './last-written.ts';
import { wantedFields } from './stay-operations.ts';

const WINDOW = { start: '2026-11-24T15:00' as LocalDateTime, end: '2026-11-27T12:00' as LocalDateTime };
const OTHER = { start: '2026-11-25T15:00' as LocalDateTime, end: '2026-11-28T12:00' as LocalDateTime };
const BEFORE = '2026-11-23T10:00' as LocalDateTime;
const unseen = (changes: Parameters<typeof code>[0] = {}) => code({ startTime: 'unknown', endTime: 'unknown', ...changes });
const written = (window = WINDOW, isChanged = false, id = '900') => ({
  ...nothingRemembered(),
  'last-written': new Map([[id, { ...window, isChanged }]]),
});
const created = (window = WINDOW, ...ids: readonly (number | null)[]) => ({
  ...nothingRemembered(),
  'created-codes': new Map([['x', { ...DOOR, bookingId: 12, window, creates: ids.map((codeId) => ({ codeId, atMs: 0, listed: true })) }]]),
});
const remembering = (remembered: object, parts = {}) => input({ memory: { remembered: remembered as never }, ...parts });

it.each([
  [{}, false],
  [{ startDate: null, startTime: null, endDate: null, endTime: null }, false],
  [{ startDate: 'unknown' }, true],
  [{ startTime: 'unknown' }, true],
  [{ startTime: null }, true],
  [{ endDate: 'unknown' }, true],
  [{ endTime: 'unknown' }, true],
  [{ endTime: null }, true],
] as const)('a code’s times can be read or not: %j', (changes, expected) => {
  expect(isUnseen(code(changes))).toBe(expected);
});

it('what is seen for the first time is taken for right, unless it is updated', () => {
  const read = input({ bookings: [booking()], codes: [unseen()] });
  const claims = [{ id: 12, window: WINDOW, managed: [unseen()], isDue: true }] as unknown as readonly Claim[];
  const remembered = (kind: string) =>
    unseenWindows(read, observe(read), claims, [{ kind, codeId: 900, hold: null, changes: {} } as unknown as PlannedOperation]).remember;
  expect(remembered('delete')).toEqual([{ kind: 'last-written', key: '900', value: { ...WINDOW, isChanged: false } }]);
  expect(remembered('update')).toEqual([]);
});

describe('what was last written', () => {
  const wanted = () => wantedFields({ booking: booking(), name: 'Anna', window: WINDOW } as never, null);
  const differences = (given: object, now = BEFORE, of = unseen(), parts = {}) =>
    unseenDifferences(of, wanted(), remembering(given, parts), now);
  it('differs from the wish in its start and end', () => {
    expect(differences(written())).toEqual({});
    expect(differences(written(OTHER))).toEqual({
      start: { from: OTHER.start, to: WINDOW.start },
      end: { from: OTHER.end, to: WINDOW.end },
    });
    expect(Object.keys(differences(written({ ...WINDOW, end: OTHER.end })))).toEqual(['end']);
  });
  it('does not, in a start once both have passed', () => {
    const early = { ...WINDOW, start: '2026-11-23T15:00' as LocalDateTime };
    expect(Object.keys(differences(written(early), '2026-11-24T14:59' as LocalDateTime))).toEqual(['start']);
    expect(differences(written(early), WINDOW.start)).toEqual({});
    const late = { ...WINDOW, start: OTHER.start };
    expect(Object.keys(differences(written(late), '2026-11-25T14:59' as LocalDateTime))).toEqual(['start']);
    expect(differences(written(late), OTHER.start)).toEqual({});
  });
  it('counts only where the code does not say, and not in a run that only extends', () => {
    expect(differences(written(OTHER), BEFORE, code())).toEqual({});
    expect(differences(written(OTHER), BEFORE, unseen(), { clockIsWrong: true })).toEqual({});
    expect(differences(nothingRemembered())).toEqual({});
  });
  it('is what the code was made with, while nothing else was written', () => {
    expect(Object.keys(differences(created(OTHER, null, 900)))).toEqual(['start', 'end']);
    expect(Object.keys(differences(created(OTHER, null, 901, 900)))).toEqual(['start', 'end']);
    for (const others of [[], [900, 901]]) expect(differences(created(OTHER, ...others))).toEqual({});
    expect(differences({ ...written(), 'created-codes': created(OTHER, 900)['created-codes'] })).toEqual({});
  });
  it('is used for the times of a code that cannot be read', () => {
    const seen = asLastWritten(unseen(), remembering(written(OTHER)));
    expect(seen).toEqual(
      code({ startDate: date('2026-11-25'), startTime: wall('15:00'), endDate: date('2026-11-28'), endTime: wall('12:00') }),
    );
    expect(asLastWritten(code(), remembering(written(OTHER)))).toEqual(code());
    expect(asLastWritten(unseen(), remembering(nothingRemembered()))).toEqual(unseen());
  });
});

describe('a code whose times cannot be read', () => {
  const planned = (given: object, changes: Parameters<typeof code>[0] = {}, parts = {}) =>
    plan(remembering(given, { bookings: [booking()], codes: [unseen(changes)], ...parts }));
  const remember = (result: ReturnType<typeof plan>) => result.remember.filter(({ kind }) => kind === 'last-written');
  const first = { kind: 'last-written', key: '900', value: { ...WINDOW, isChanged: false } };

  it('is taken for right the first time it is seen', () => {
    const result = planned(nothingRemembered());
    expect([summaries(result), problemKinds(result), remember(result)]).toEqual([[], [], [first]]);
    expect(remember(planned(nothingRemembered(), { startTime: wall('15:00') }))).toEqual([first]);
    expect(remember(planned(written()))).toEqual([]);
    expect(remember(plan(input({ bookings: [booking()], codes: [code()] })))).toEqual([]);
  });
  it('unless what can be seen of it is wrong', () => {
    const result = planned(nothingRemembered(), { name: 'x' });
    expect([summaries(result), problemKinds(result), remember(result)]).toEqual([['update 900'], [], []]);
  });
  it('is written where the wish changed, and told as one that cannot be verified from then on', () => {
    const rewritten = planned(written(OTHER));
    expect([summaries(rewritten), problemKinds(rewritten)]).toEqual([['update 900'], ['cannot-verify']]);
    const later = planned(written(WINDOW, true));
    expect([summaries(later), problemKinds(later)]).toEqual([[], ['cannot-verify']]);
    expect(later.problems).toEqual([
      {
        kind: 'cannot-verify',
        text: { key: 'problem.cannot-verify', parameters: {} },
        retryable: false,
        bookingId: 12,
        ...DOOR,
        codeId: 900,
      },
    ]);
  });
  it('is told where one end is written, for the code that is written and no other, and not while that waits', () => {
    const second = unseen({ id: 901, description: 'Smoobu#13', name: 'Ben' });
    const bookings = [booking(), booking({ id: 13, guestName: 'Ben' })];
    const both = plan(remembering(written({ ...WINDOW, end: OTHER.end }), { bookings, codes: [unseen(), second] }));
    expect(both.problems.flatMap(({ kind, codeId }) => (kind === 'cannot-verify' ? [codeId] : []))).toEqual([900]);
    const inside = { start: '2026-11-22T15:00' as LocalDateTime, end: WINDOW.end };
    const waiting = planned(written(inside));
    expect([summaries(waiting), problemKinds(waiting)]).toEqual([['update 900 held: no-longer-booked'], []]);
  });
  it('is not told once the stay is over', () => {
    const over = booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') });
    expect(problemKinds(planned(written(WINDOW, true), {}, { bookings: [over] }))).toEqual([]);
  });
  it('is forgotten when it is gone from lists that were all read in full', () => {
    const gone = { bookings: [], codes: [] };
    const forget = [{ kind: 'last-written', key: '900', value: null }];
    expect(remember(planned(written(), {}, gone))).toEqual(forget);
    expect(remember(planned(written(), {}, { ...gone, failed: [13] }))).toEqual([]);
    const unread = new Map([[13, [{ codeId: null, keypadId: FORMER_DOOR.keypadId, description: null }]]]);
    expect(remember(planned(written(), {}, { ...gone, unread }))).toEqual([]);
    expect(remember(planned(written(), {}, { ...gone, unread: new Map() }))).toEqual(forget);
  });
});
