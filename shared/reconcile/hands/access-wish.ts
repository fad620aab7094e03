/** Whether the user wishes somebody kept out, or let in again. */
import type { ClaimId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanWishes } from '../../domain/plan.ts';

export interface AccessWish {
  readonly blockedSinceMs: number | null;
  readonly letInSinceMs: number | null;
}

/** A person that is not known here has no wish. */
export function accessWish({ stays, people }: Pick<PlanWishes, 'stays' | 'people'>, id: ClaimId): AccessWish {
  const wish = typeof id === 'number' ? stays.get(id) : people.find((person) => person.id === id);
  return { blockedSinceMs: wish?.blockedSinceMs ?? null, letInSinceMs: wish?.letInSinceMs ?? null };
}

/** Left by the act itself: without it, a wish to let a claim in is one that may have been carried out before. */
export function letInNote(claimId: ClaimId, sinceMs: number): MemoryChange {
  return { kind: 'let-in', key: String(claimId), value: { claimId, sinceMs, isDone: false } };
}
