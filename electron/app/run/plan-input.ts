/** What was observed with what is remembered and wished, as a plan takes it. */
import type { BookingFetch } from '../../../shared/domain/booking.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { NO_WISHES, type PlanInput } from '../../../shared/domain/plan.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { NO_BOOKINGS } from '../../../shared/reconcile/scope.ts';
import type { EngineDependencies } from './run-request.ts';

export interface Observed {
  readonly bookings: BookingFetch | null;
  readonly lists: ReadonlyMap<LockId, readonly Code[] | null>;
  readonly accounts: PlanInput['accounts'];
  readonly unread: NonNullable<PlanInput['unread']>;
  readonly clockErrorMs: number;
}

/** With no booking looked up and nothing approved. */
export function inputOf(
  { bookings, clockErrorMs: _known, ...observed }: Observed,
  settings: Settings,
  nowMs: number,
  { history, pins, wishes = () => NO_WISHES }: Pick<EngineDependencies, 'history' | 'pins' | 'wishes'>,
): PlanInput {
  return {
    ...observed,
    nowMs,
    settings,
    bookings: bookings ?? NO_BOOKINGS,
    lookups: new Map(),
    memory: history.memory(),
    wishes: wishes(),
    released: new Set(),
    clockStepped: false,
    clockIsWrong: false,
    drawPin: (claimId, attempt, length) => pins.draw(claimId, attempt, length),
  };
}
