import { expect, it } from 'vitest';
import type { OperationReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { bookingId, branded, lockId } from '../../../tests/support/ids.ts';
import { storyOf } from './story-model.ts';

type Run = NonNullable<CallOutput<'history.run'>>;
const NONE = { view: null, doors: [] };

function operation(given: { kind: string; lockId?: number; bookingId?: number; status?: string; changes?: object }): OperationReport {
  return branded<OperationReport>({
    ...{ key: 'k', kind: 'create', status: 'done', bookingId: 12, unitId: 1, lockId: 11, keypadId: 'Kp', codeId: 900, changes: {} },
    ...{ evidence: null, hold: null },
    ...(given as object),
  });
}
const run = (finishedAt: string, operations: readonly OperationReport[], trigger: RunTrigger = 'schedule') =>
  ({ run: { trigger, finishedAt }, operations }) as unknown as Run;
const story = (...runs: readonly Run[]) => storyOf(bookingId(12), { ...NONE, runs }).map(({ event, byUser }) => ({ ...event, byUser }));

it('says once what was done alike on several doors', () => {
  expect(story(run('2026-11-12T10:00:00Z', [operation({ kind: 'create' }), operation({ kind: 'create', lockId: 12 })]))).toEqual([
    { kind: 'made', lockIds: [11, 12], byUser: false },
  ]);
});

it('leaves out other bookings and what was not tried', () => {
  const others = [operation({ kind: 'create', bookingId: 13 }), operation({ kind: 'delete', status: 'held' })];
  expect(story(run('2026-11-12T10:00:00Z', others))).toEqual([]);
});

it('tells what failed, and of the tries that failed alike only the last', () => {
  const failed = (lock: number) => operation({ kind: 'create', status: 'failed', lockId: lock });
  const lines = [
    run('2026-11-12T10:00:00Z', [operation({ kind: 'create', lockId: 12 }), failed(11)]),
    run('2026-11-12T10:15:00Z', [failed(11)]),
    run('2026-11-12T10:30:00Z', [operation({ kind: 'create' })]),
  ];
  expect(story(...lines)).toEqual([
    { kind: 'made', lockIds: [12], byUser: false },
    { kind: 'failed', operation: 'create', lockIds: [11], byUser: false },
    { kind: 'made', lockIds: [11], byUser: false },
  ]);
});

it('tells moved days from other times, a block, and a new PIN, and who asked', () => {
  const update = (changes: object) => [operation({ kind: 'update', changes })];
  const start = (from: string, to: string) => ({ start: { from, to } });
  expect(
    story(
      run('2026-11-16T10:00:00Z', update({}), 'act'),
      run('2026-11-12T10:00:00Z', update(start('2026-11-22T15:00', '2026-11-27T15:00'))),
      run('2026-11-13T10:00:00Z', update(start('2026-11-27T15:00', '2026-11-27T13:00')), 'act'),
      run('2026-11-14T10:00:00Z', update({ end: { from: '2026-11-29T11:00', to: '2026-11-29T12:00' } })),
      run('2026-11-15T10:00:00Z', update({ active: { from: true, to: false } }), 'act'),
    ),
  ).toEqual([
    { kind: 'moved', from: '2026-11-22T15:00', to: '2026-11-27T15:00', byUser: false },
    { kind: 'from', to: '2026-11-27T13:00', byUser: true },
    { kind: 'until', to: '2026-11-29T12:00', byUser: false },
    { kind: 'blocked', lockIds: [11], byUser: true },
    { kind: 'new-pin', lockIds: [11], byUser: true },
  ]);
});

it('ends with when the doors were first opened and last read, in order', () => {
  const lines = storyOf(bookingId(12), {
    runs: [run('2026-11-12T10:00:00Z', [operation({ kind: 'create' })])],
    view: {
      told: [{ way: 'message', state: 'confirmed', at: '2026-11-21T10:00:00Z', agrees: 'yes' }],
      opened: [{ lockId: lockId(11), firstAt: '2026-11-23T16:04:00Z', lastAt: '2026-11-23T18:00:00Z' }],
    },
    doors: [
      { lockId: lockId(11), readAtMs: Date.parse('2026-11-23T19:00:00Z'), codeId: 900 },
      { lockId: lockId(12), readAtMs: null, codeId: null },
    ],
  });
  expect(lines.map(({ event }) => event)).toEqual([
    { kind: 'made', lockIds: [11] },
    { kind: 'told', way: 'message' },
    { kind: 'opened', lockIds: [11] },
    { kind: 'checked', lockIds: [11] },
  ]);
});
