/** What switching messages on would do, stay by stay. It is Monday, ten in the morning. */
import { expect, test } from 'vitest';
import { messagesDue } from '../../../shared/messages/due.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { doorToTell, dueInput, register, stayToTell, windowOf } from '../../../tests/support/to-tell.ts';
import type { DueParts } from '../../../tests/support/to-tell.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { planStart } from './start-sending.ts';
import type { AlreadyTold } from './start-sending.ts';

const STAYING = stayToTell({ id: 1, window: windowOf('2026-11-21T15:00', '2026-11-25T11:00') });
const TOMORROW = stayToTell({ id: 2, window: windowOf('2026-11-24T15:00', '2026-11-26T11:00') });
const IN_FOUR_DAYS = stayToTell({ id: 3, window: windowOf('2026-11-27T15:00', '2026-11-29T11:00') });
const IN_TEN_DAYS = stayToTell({ id: 4, window: windowOf('2026-12-03T15:00', '2026-12-05T11:00') });
const TWO_DAYS_BEFORE = { messages: {}, sending: {} };

function started(alreadyTold: AlreadyTold, inThreads: readonly number[] = [], parts: DueParts = {}) {
  const stays = [STAYING, TOMORROW, IN_FOUR_DAYS, IN_TEN_DAYS];
  const facts = dueInput({ stays, settings: TWO_DAYS_BEFORE, remembered: { 'way-started': new Map() }, ...parts });
  const plan = planStart(facts, { alreadyTold, inThreads: new Set(inThreads.map(bookingId)) });
  return { facts, plan, lines: plan.lines.map(({ stay, will }) => `${String(stay.bookingId)} ${will}`) };
}

test('guests who are staying count as told, and those who arrive soon only where their thread says so', () => {
  expect(started({ kind: 'usual' }).lines).toEqual(['1 told', '2 now', '3 later', '4 later']);
  expect(started({ kind: 'usual' }, [2]).lines).toEqual(['1 told', '2 told', '3 later', '4 later']);
});

test('the user says until which arrival everybody was told, or that nobody was', () => {
  expect(started({ kind: 'until', date: '2026-11-27' as LocalDate }).lines).toEqual(['1 told', '2 told', '3 told', '4 later']);
  expect(started({ kind: 'nobody' }).lines).toEqual(['1 now', '2 now', '3 later', '4 later']);
});

test('says when the others go', () => {
  const { plan } = started({ kind: 'usual' });
  expect(plan.lines.map(({ atMs }) => (atMs === null ? null : new Date(atMs).toISOString()))).toEqual([
    null,
    null,
    '2026-11-25T09:00:00.000Z',
    '2026-12-01T09:00:00.000Z',
  ]);
});

test('a guest whose code is not on every door yet was not told, and is told once it is', () => {
  const stays = [{ ...STAYING, doors: [doorToTell({ isVerified: false })] }];
  expect(started({ kind: 'usual' }, [], { stays }).lines).toEqual(['1 waits']);
});

test('nobody is told who must not be', () => {
  const stays = [
    { ...TOMORROW, access: 'off' as const },
    { ...IN_FOUR_DAYS, isMuted: true },
  ];
  expect(started({ kind: 'nobody' }, [], { stays }).lines).toEqual(['2 never', '3 never']);
});

test('what is remembered makes the next sync do what was shown, and a new PIN a correction', () => {
  const { facts, plan } = started({ kind: 'usual' }, [2]);
  const rows = plan.remember.flatMap((change) => (change.kind === 'told' && change.value !== null ? [change.value] : []));
  const remembered = { ...facts.remembered, told: register(...rows), 'way-started': new Map([['message', { sinceMs: facts.nowMs }]]) };
  const next = { ...facts, settings: { ...facts.settings, sending: { ...facts.settings.sending, message: true } }, remembered };
  const states = (input: typeof next) => messagesDue(input).map(({ state, kind }) => `${kind} ${state}`);
  expect(states(next)).toEqual(['code told-by-user', 'code told-by-user', 'code scheduled', 'code scheduled']);
  const changed = { ...STAYING, doors: [doorToTell({ pin: '4812' as never, window: STAYING.window })] };
  expect(states({ ...next, stays: [changed] })).toEqual(['correction due']);
});
