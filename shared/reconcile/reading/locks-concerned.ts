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

interface Subject {
  readonly claim?: ClaimId;
  readonly lockId?: LockId;
}
type Kind = MemoryChange['kind'];

/** What the values themselves name is not in these lists. */
const KEYED_BY_CLAIM: ReadonlySet<Kind> = new Set(['doors-inside', 'booked-again', 'code-end', 'no-code', 'open-pin', 'refusal']);
const KEYED_BY_LOCK: ReadonlySet<Kind> = new Set(['vanished', 'unread-lock', 'lock-forms']);
const KEYED_BY_CODE: ReadonlySet<Kind> = new Set(['kept-name', 'last-written', 'removed', 'stays-on']);

/** `claims`: others that the run is about to do something for. */
export function locksConcerned(
  { operations, remember, settledHolds }: Pick<Plan, 'operations' | 'remember' | 'settledHolds'>,
  input: PlanInput,
  claims: Iterable<ClaimId> = [],
): ReadonlySet<LockId> {
  const { memory, lists } = input;
  const subjects: Subject[] = [...claims].map((claim) => ({ claim }));
  for (const operation of operations) {
    subjects.push({ claim: claimOf(operation), lockId: operation.lockId });
    if (operation.kind === 'move') subjects.push({ lockId: operation.from.lockId });
  }
  for (const key of settledHolds) {
    const hold = memory.waiting.get(key);
    if (hold !== undefined) subjects.push({ claim: claimOf(hold), lockId: hold.lockId });
  }
  const codes = new Map([...lists.values()].flatMap((list) => (list ?? []).map((code) => [String(code.id), code] as const)));
  for (const change of remember) {
    const { kind, key } = change;
    for (const value of [change.value, memory.remembered[kind].get(key)] as readonly (object | null | undefined)[])
      if (value != null) subjects.push(named(value));
    if (KEYED_BY_CLAIM.has(kind)) {
      const [claim = '', place] = key.split('@');
      subjects.push({ claim: claimFromKey(claim), ...(place === undefined ? {} : { lockId: lockOfPlace(place) }) });
    }
    if (KEYED_BY_LOCK.has(kind)) subjects.push({ lockId: Number(key) as LockId });
    const code = KEYED_BY_CODE.has(kind) ? codes.get(key) : undefined;
    const tag = code === undefined ? null : readTag(code.description);
    if (code !== undefined) subjects.push({ lockId: code.lockId, ...(tag?.kind === 'tagged' ? { claim: tag.claimId } : {}) });
  }
  const ofClaims = createClaimLocks(input);
  const concerned = new Set<LockId>();
  for (const { claim, lockId } of subjects) {
    if (lockId !== undefined) concerned.add(lockId);
    if (claim !== undefined) for (const one of ofClaims.of(claim)) concerned.add(one);
  }
  return concerned;
}

function named(value: object): Subject {
  const { claimId, bookingId, lockId } = value as { readonly claimId?: ClaimId; readonly bookingId?: ClaimId; readonly lockId?: LockId };
  const claim = claimId ?? bookingId;
  return { ...(claim === undefined ? {} : { claim }), ...(lockId === undefined ? {} : { lockId }) };
}
