import { expect, it } from 'vitest';
import { DOOR, input, NOW_MS, SECOND_DOOR } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryValue } from '../../domain/memory.ts';
import { DAY_MS } from '../../time.ts';
import { forgetOldActs } from './old-acts.ts';

const act = (daysAgo: number): MemoryValue<'door-act'> => ({
  act: 'replaced',
  atMs: NOW_MS - daysAgo * DAY_MS,
  from: DOOR,
  to: SECOND_DOOR,
  units: [],
  people: [],
});
const acts = new Map([
  ['today', act(0)],
  ['on the last day', act(30)],
  ['too old', act(31)],
]);
const forgotten = (parts: Parameters<typeof input>[0] = {}) =>
  forgetOldActs(input({ memory: { remembered: { ...nothingRemembered(), 'door-act': acts } }, ...parts }));

it('acts are forgotten after 30 days, and not by a clock that may be wrong', () => {
  expect(forgotten()).toEqual([{ kind: 'door-act', key: 'too old', value: null }]);
  expect([...forgotten({ clockIsWrong: true }), ...forgotten({ clockStepped: true })]).toEqual([]);
});
