/** At the start of a run: retires the PINs of spare codes whose stay is over, so that its plan gives them others. */
import type { PlanInput, PlanWishes } from '../../../shared/domain/plan.ts';
import { withRetired } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { sparesDue } from '../../../shared/reconcile/people/spares.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { PinSource } from '../ports/system.ts';

export type ChangeWishes = (update: (wishes: Wishes) => Wishes) => unknown;

interface Ports {
  readonly history: Pick<HistoryStore, 'remember'>;
  readonly pins: Pick<PinSource, 'keyed'>;
  readonly wishes?: () => PlanWishes;
  readonly changeWishes?: ChangeWishes;
}

/** The wishes first, then what is remembered: a run that is killed in between retires the same PINs again. Without a PIN key, they cannot be. */
export function renewSpares(read: PlanInput, { history, pins, wishes, changeWishes }: Ports): PlanInput {
  if (!pins.keyed || wishes === undefined || changeWishes === undefined) return read;
  const due = sparesDue(read);
  if (due.length === 0) return read;
  const retire = (stored: Wishes): Wishes =>
    due
      .flatMap(({ personId, retired }) => retired.map((pin) => ({ personId, pin })))
      .reduce((changed, { personId, pin }) => withRetired(changed, personId, pin), stored);
  // The guests get their codes also when the disk is full.
  if (!storedIfPossible(() => void changeWishes(retire))) return read;
  history.remember(due.map(({ personId }) => ({ kind: 'spare-shown', key: personId, value: null })));
  return { ...read, wishes: wishes() };
}
