/** Plans of several syncs in a row, in which codes that a list showed as they were sent read differently later. */
import type { Code } from '../../shared/domain/code.ts';
import { nothingRemembered, withChanges } from '../../shared/domain/memory.ts';
import type { Remembered } from '../../shared/domain/memory.ts';
import { NO_WISHES } from '../../shared/domain/plan.ts';
import type { Plan, PlanWishes } from '../../shared/domain/plan.ts';
import { answerEffect } from '../../shared/questions/registry.ts';
import { readBack, sending } from '../../shared/reconcile/hands/sent-codes.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { bookingId } from '../support/ids.ts';
import { booking, input, problemKinds, settings, summaries } from './fixtures.ts';

export const keyed = (mark: string): PlanWishes => ({ ...NO_WISHES, digestOf: (one) => `${mark}${one}` });
export const WISHES = keyed('k');

/** As after the write of these codes, which a list showed as they were sent. */
export function sent(codes: readonly Code[], wishes = WISHES): Remembered {
  const values = codes.map((one) => {
    const { startDate, startTime, endDate, endTime, name, active, description, notificationEnabled } = one;
    const record = {
      name,
      pin: one.pin,
      startDate,
      startTime,
      endDate,
      endTime,
      active: active !== false,
      description,
      notificationEnabled,
    };
    const before = sending(
      one,
      bookingId(Number(/\d+/.exec(description)?.[0] ?? 12)),
      record as Parameters<typeof sending>[2],
      false,
      wishes,
    );
    return [String(one.id), readBack(before, one, true, wishes)] as const;
  });
  return { ...nothingRemembered(), 'read-back': new Map(values) };
}

interface Sync {
  readonly codes: readonly Code[];
  readonly parts?: Parameters<typeof input>[0];
}
/** The plans of several syncs in a row, each with the memory that the one before left; codes are as each says. */
export function syncs(remembered: Remembered, all: readonly Sync[]): { readonly plans: readonly Plan[]; readonly remembered: Remembered } {
  const plans: Plan[] = [];
  let known = remembered;
  for (const { codes, parts = {} } of all) {
    const next = plan(input({ bookings: [booking()], codes, wishes: WISHES, ...parts, memory: { ...parts.memory, remembered: known } }));
    known = withChanges(known, next.remember);
    plans.push(next);
  }
  return { plans, remembered: known };
}
export const twice = (before: Code, after: Code, parts: Parameters<typeof input>[0] = {}) =>
  syncs(sent([before]), [
    { codes: [after], parts },
    { codes: [after], parts },
    { codes: [after], parts },
  ]);
export const shown = ({ plans }: ReturnType<typeof syncs>) => plans.map((one) => [summaries(one), problemKinds(one)]);
export const answer = (remembered: Remembered, key: string, choice: string) =>
  answerEffect({ memory: input({ memory: { remembered } }).memory, settings: settings(), wishes: { recovery: 'none' } }, key, choice);
