/**
 * The locks that a plan is about: what it writes, removes, holds or remembers, on all doors of the claims concerned. Where one of them was read in
 * an earlier sync only, it is read again before the plan counts. Pure.
 */
import { claimFromKey, claimOf } from '../../domain/ids.ts';
import type { ClaimId, LockId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { Plan, PlanInput } from '../../domain/plan.ts';
import { readTag } from '../tag.ts';
import { createClaimLocks, lockOfPlace } from './claim-locks.ts';

type Kind = MemoryChange['kind'];
/** What remembered values may name. */
interface Subject {
  readonly claimId?: ClaimId;
  readonly bookingId?: ClaimId;
  readonly lockId?: LockId;
}

/** What the values themselves name is not in these lists. */
const KEYED_BY_CLAIM: ReadonlySet<Kind> = new Set(['doors-inside', 'booked-again', 'code-end', 'no-code', 'open-pin', 'refusal']);
const KEYED_BY_LOCK: ReadonlySet<Kind> = new Set(['vanished', 'unread-lock', 'lock-forms']);
const KEYED_BY_CODE: ReadonlySet<Kind> = new Set(['kept-name', 'last-written', 'removed', 'stays-on']);

/** `others`: claims that the run is about to do something for. */
export function locksConcerned(
  { operations, remember, settledHolds }: Pick<Plan, 'operations' | 'remember' | 'settledHolds'>,
  input: PlanInput,
  others: Iterable<ClaimId>,
): ReadonlySet<LockId> {
  const { memory, lists } = input;
  const claims = new Set<ClaimId | undefined>(others);
  const locks = new Set<LockId | undefined>();
  for (const operation of operations) {
    claims.add(claimOf(operation));
    locks.add(operation.lockId);
    if (operation.kind === 'move') locks.add(operation.from.lockId);
  }
  for (const key of settledHolds) {
    // The locks of a claim include that of each question about it.
    const hold = memory.waiting.get(key);
    if (hold !== undefined) claims.add(claimOf(hold));
  }
  const codes = new Map([...lists.values()].flatMap((list) => (list ?? []).map((code) => [String(code.id), code] as const)));
  for (const { kind, key, value } of remember) {
    for (const about of [value, memory.remembered[kind].get(key)] as readonly (Subject | null | undefined)[]) {
      claims.add(about?.claimId ?? about?.bookingId);
      locks.add(about?.lockId);
    }
    if (KEYED_BY_CLAIM.has(kind)) {
      const [claim = '', ...places] = key.split('@');
      claims.add(claimFromKey(claim));
      for (const place of places) locks.add(lockOfPlace(place));
    }
    if (KEYED_BY_LOCK.has(kind)) locks.add(Number(key) as LockId);
    const code = KEYED_BY_CODE.has(kind) ? codes.get(key) : undefined;
    if (code === undefined) continue;
    const tag = readTag(code.description);
    if (tag.kind === 'tagged') claims.add(tag.claimId);
    locks.add(code.lockId);
  }
  const ofClaims = createClaimLocks(input);
  const ofAll = [...claims].flatMap((claim) => (claim === undefined ? [] : [...ofClaims.of(claim)]));
  return new Set([...locks, ...ofAll].filter((lockId) => lockId !== undefined));
}
