/** What is said of guests who do not get in: by name and time of the door, the cause first where several have it. */
import { describe, expect, it } from 'vitest';
import { CONTEXT, NOW_MS, settings, state } from '../../../../tests/support/app/state-fixtures.ts';
import { DOOR } from '../../../../tests/reconcile/fixtures.ts';
import { arrival, arrivalDoor, problemText } from '../../../../tests/support/readiness.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { LocalDateTime } from '../../../../shared/time.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { UNKNOWN_HEALTH } from '../../status/cloud-health.ts';
import type { AppState } from '../../status/app-state.ts';
import { viewAt } from '../../desktop/view.ts';

/** It is ten in the morning at the door. */
const missing = (bookingId: number, hours: number, start: string, guest = 'Mateo Quiroga') =>
  arrival({
    ...{ bookingId, guest, startMs: NOW_MS + hours * HOUR_MS, endMs: NOW_MS + 100 * HOUR_MS },
    doors: [
      arrivalDoor({
        ...{ state: 'waiting', codeId: null, verifiedAtMs: null },
        window: { start: start as LocalDateTime, end: '2026-11-27T14:00' as LocalDateTime },
      }),
    ],
  });
function titles(arrivals: readonly ReturnType<typeof missing>[], changes: Partial<AppState> = {}): readonly string[] {
  const known = new Map(arrivals.map((one) => [one.bookingId, one]));
  const { attention } = viewAt(state({ arrivals: known, staysReadAtMs: NOW_MS, ...changes }), NOW_MS, CONTEXT).snapshot;
  return attention.filter(({ kind }) => kind === 'arrival').map(({ title }) => title);
}

it.each([
  [5, '2026-11-23T15:00', 'Mateo Quiroga arrives at 15:00: code not confirmed'],
  [20, '2026-11-24T06:00', 'Mateo Quiroga arrives tomorrow at 06:00: code not confirmed'],
  [-1, '2026-11-23T09:00', 'Mateo Quiroga arrived at 09:00: code not confirmed'],
  [-20, '2026-11-22T14:00', 'Mateo Quiroga is staying: code not confirmed'],
])('of one guest, %i hours from now', (hours, start, title) => {
  expect(titles([missing(1, hours, start)])).toEqual([title]);
});

it('says of a guest who comes later who and when, before what is wrong', () => {
  const waiting = missing(1, 125, '2026-11-28T15:00');
  const later = { ...waiting, doors: waiting.doors.map((door) => ({ ...door, state: 'broken' as const })) };
  const arrivals = new Map([[later.bookingId, later]]);
  const problem = {
    ...({ kind: 'write-failed', text: { key: 'problem.write.create', parameters: {} }, retryable: true, cloud: 'the-keys' } as const),
    ...{ bookingId: later.bookingId, lockId: DOOR.lockId },
  };
  const listed = (planProblems: readonly Problem[], known: AppState['arrivals']) =>
    viewAt(state({ arrivals: known, staysReadAtMs: NOW_MS, planProblems }), NOW_MS, CONTEXT).snapshot.attention.map(({ title }) => title);
  expect(listed([problem], arrivals)).toEqual(['Mateo Quiroga arrives 2026-11-28T15:00: code not confirmed']);
  // Of a guest who is not known to come, it is the sentence of the problem.
  expect(listed([problem], new Map())).not.toEqual(listed([problem], arrivals));
});

it.each([
  [['broken', 'write.create'], 'no code yet'],
  [['broken', 'write.create', 'verified', null], 'no code on 1 of 2 doors'],
  [['broken', 'write.create', 'broken', 'write.create', 'verified', null], 'no code on 2 of 3 doors'],
  // At one of them there may be a code.
  [['broken', 'write.create', 'waiting', null], 'code not confirmed'],
  [['broken', 'write.create', 'broken', 'unverified.missing'], 'code not confirmed'],
  [['broken', 'write.update', 'verified', null], 'code not confirmed'],
] as const)('says of doors %j what is known of them', (given, what) => {
  const [first, ...more] = Array.from({ length: given.length / 2 }, (_, index) => given.slice(2 * index, 2 * index + 2)).map(
    ([doorState, because], index) =>
      arrivalDoor({
        ...{ lockId: DOOR.lockId + index, state: doorState as 'broken', verifiedAtMs: doorState === 'verified' ? NOW_MS : null },
        because: because == null ? null : problemText(because),
      }),
  );
  expect(first).toBeDefined();
  const one = missing(1, 5, '2026-11-23T15:00');
  const [door] = one.doors;
  const doors = [first, ...more].flatMap((made) => (made === undefined || door === undefined ? [] : [{ ...made, window: door.window }]));
  expect(titles([{ ...one, doors }])).toEqual([`Mateo Quiroga arrives at 15:00: ${what}`]);
});

describe('of several guests', () => {
  const two = [missing(1, 5, '2026-11-23T15:00'), missing(2, 20, '2026-11-24T06:00', 'Ana Costa')];
  it('says the cause first, with the door', () => {
    const base = settings();
    const locks = [{ lockId: DOOR.lockId, name: 'Gate', timeZone: null, keypads: [] }];
    expect(titles(two, { settings: { ...base, mapping: { ...base.mapping, locks } } })).toEqual([
      'Code not confirmed (Gate): 2 guests affected, the next is Mateo Quiroga today 15:00',
    ]);
  });
  it.each([
    [{ refusedRuns: 2 }, 'The Keys refuses access'],
    [{ unreachableRuns: 2 }, 'The Keys cannot be reached'],
    [{ isRejected: true }, 'The Keys does not accept the credentials'],
  ])('says which cloud hinders them: %j', (health, cause) => {
    const found = titles(two, { health: { smoobu: UNKNOWN_HEALTH, 'the-keys': { ...UNKNOWN_HEALTH, ...health } } });
    expect(found).toEqual([`${cause}: 2 guests affected, the next is Mateo Quiroga today 15:00`]);
  });
  it('says that syncs are paused', () => {
    expect(titles(two, { settings: settings({ pause: { kind: 'until-resumed' } }) })).toEqual([
      'Syncs are paused: 2 guests affected, the next is Mateo Quiroga today 15:00',
    ]);
  });
});

it('does without a name where there is none', () => {
  expect(titles([missing(1, 5, '2026-11-23T15:00', ' ')])).toEqual(['A guest arrives at 15:00: code not confirmed']);
});
