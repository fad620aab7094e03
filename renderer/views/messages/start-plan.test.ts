import { expect, it } from 'vitest';
import { bookingId } from '../../../tests/support/ids.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { confirmedOf, countsOf } from './start-plan.ts';
import type { PlanLine } from './start-plan.ts';

const line = (id: number, will: PlanLine['will'], mayTick = true): PlanLine => ({
  ...{ bookingId: bookingId(id), guest: 'Ana', unit: 'Canal', arrival: '2026-11-24' as LocalDate },
  ...{ will, atMs: null, reason: null, mayTick },
});
const plan = {
  kind: 'plan' as const,
  lines: [line(1, 'told'), line(2, 'now'), line(3, 'later'), line(4, 'waits', false), line(5, 'never', false), line(6, 'told', false)],
  more: 0,
};

it('confirms exactly who is told and who counts as told, as main has them', () => {
  expect(confirmedOf(plan, new Map())).toEqual({ tells: [2, 3, 4], told: [1, 6] });
});
it('follows the ticks both ways, and no tick where there is none', () => {
  const ticks = new Map([1, 2, 4, 5, 6].map((id) => [bookingId(id), id === 2 || id === 4 || id === 5]));
  expect(confirmedOf(plan, ticks)).toEqual({ tells: [1, 3, 4], told: [2, 6] });
  expect(countsOf(plan, ticks)).toEqual({ now: 0, later: 3, told: 2 });
});
