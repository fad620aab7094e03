/**
 * Codes that somebody deleted at The Keys: made again once, in the same sync and with the same PIN; deleted again within a day, the user is
 * asked, and so where it was off, since it kept somebody out. When many of a lock's codes vanish at once, a second sync has to show the same
 * before any is made again.
 */
import type { ClaimId, CodeId, KeypadPlace, LockId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { deletedCodeProblem } from '../../questions/deleted-code.ts';
import { DAY_MS } from '../../time.ts';
import type { Claim } from '../claims.ts';
import { isSamePlace } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { createdKey } from '../refusals/created-codes.ts';
import { codesVanished, offCodeGone } from '../stay/stay-problems.ts';
import type { SortedBookings } from '../stays.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { accessWish } from './access-wish.ts';
import { isOff } from './off-codes.ts';
import { digestsOf } from './seen-off.ts';
import type { SentCode } from './sent-codes.ts';

/** At least so many of a lock's codes, and more than a third of them. */
const MANY = 3;
/** So many of them are remembered. */
const MAX_VANISHED = 500;

type Gone = Pick<SentCode, 'claimId' | 'lockId' | 'keypadId' | 'pin' | 'isActive' | 'isVerified'> & { readonly wasOff: boolean };

export interface DeletedCodes {
  /** Why no code is made on a door that lost the one it had; null: it may be. */
  obstacle(claim: Claim, place: KeypadPlace): Problem | null;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

/** `byId`: bookings that were read. */
export function findDeletedCodes(
  input: PlanInput,
  observation: Observation,
  claims: readonly Claim[],
  byId: SortedBookings['byId'],
): DeletedCodes {
  const { nowMs, wishes, bookings } = input;
  const { remembered } = input.memory;
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const obstacles = new Map<string, Problem>();
  /** Claims that lost a code that was off: they get none on any door, as while it was there. */
  const out = new Map<ClaimId, Problem>();
  const isGone = (key: string): boolean => !observation.ids.has(Number(key) as CodeId);
  if (onlyExtends(input)) withholdOff();
  else look();
  return {
    obstacle({ id, managed }, place) {
      const key = createdKey(id, place);
      const isOut = managed.every(isOff) && remembered['deleted-by-hand'].get(key)?.isAgain !== false;
      return obstacles.get(key) ?? (isOut ? out.get(id) : undefined) ?? null;
    },
    problems,
    remember,
  };

  function look(): void {
    const verified = [...remembered['read-back']].filter(([, sent]) => sent.isVerified && observation.isReadable(sent));
    const missing = verified.filter(([key, sent]) => isGone(key) && ownerOf(sent) !== undefined);
    const suspicious = new Set<string>();
    for (const [lockId, gone] of Map.groupBy(missing, ([, sent]) => sent.lockId)) {
      const key = String(lockId);
      const codeIds = gone.slice(0, MAX_VANISHED).map(([id]) => Number(id) as CodeId);
      const all = verified.filter(
        ([, sent]) => sent.lockId === lockId && claims.some(({ id, isDue }) => id === sent.claimId && isDue),
      ).length;
      const before = remembered.vanished.get(key);
      if (gone.length < MANY || gone.length * 3 <= all || codeIds.every((id) => before?.codeIds.includes(id) === true)) continue;
      suspicious.add(key);
      remember.push({ kind: 'vanished', key, value: { codeIds } });
    }
    for (const key of remembered.vanished.keys())
      if (!suspicious.has(key) && (input.lists.get(Number(key) as LockId) ?? null) !== null)
        remember.push({ kind: 'vanished', key, value: null });
    for (const [key, sent] of gone()) {
      const { wasOff } = sent;
      const owner = sent.isVerified || wasOff ? ownerOf(sent, wasOff) : undefined;
      if (owner !== undefined && suspicious.has(String(sent.lockId))) {
        obstacles.set(createdKey(owner.id, sent), codesVanished(owner.id, sent));
        if (wasOff) out.set(owner.id, codesVanished(owner.id, sent));
        continue;
      }
      if (remembered['read-back'].has(key)) remember.push({ kind: 'read-back', key, value: null });
      // A booking that is cancelled, or whose unit has no doors, may come back.
      const isAway = (byId.has(sent.claimId) || !bookings.complete) && claims.every(({ id }) => id !== sent.claimId);
      if (wasSeenOff(key) && !isAway) remember.push({ kind: 'seen-off', key, value: null });
      if (owner !== undefined) deleted(owner, Number(key) as CodeId, sent);
    }
    for (const [key, known] of remembered['deleted-by-hand']) {
      if (remember.some((change) => change.kind === 'deleted-by-hand' && change.key === key)) continue;
      const owner = ownerOf(known, known.wasOff);
      const { blockedSinceMs, letInSinceMs } = accessWish(wishes, known.claimId);
      const isLetIn = letInSinceMs !== null && letInSinceMs >= known.atMs;
      const isOver = isLetIn || (known.isAgain ? owner === undefined : nowMs - known.atMs >= DAY_MS);
      // The answer to block, or the wish from before, was lost.
      const isLost = known.isAgain && known.isAnswered && blockedSinceMs === null;
      if (isOver && observation.isReadable(known)) remember.push({ kind: 'deleted-by-hand', key, value: null });
      else {
        if (isLost) remember.push({ kind: 'deleted-by-hand', key, value: { ...known, isAnswered: false } });
        if (!known.isAnswered || isLost) problems.push(deletedCodeProblem(known));
      }
      if (!isOver) withhold(key, known);
    }
  }

  function isBeingLetIn(id: ClaimId): boolean {
    return remembered['let-in'].get(String(id))?.isDone === false;
  }
  function wasSeenOff(key: string): boolean {
    return remembered['seen-off'].has(key);
  }

  /** Codes that a list does not show any more, whoever wrote those that were off. */
  function gone(): readonly (readonly [string, Gone])[] {
    const off = [...remembered['seen-off']].map(([key, seen]) => [key, { ...seen, pin: null, isActive: false, isVerified: true }] as const);
    return [...new Map<string, Omit<Gone, 'wasOff'>>([...off, ...remembered['read-back']])]
      .filter(([key, sent]) => isGone(key) && observation.isReadable(sent))
      .map(([key, sent]) => [key, { ...sent, wasOff: !sent.isActive || wasSeenOff(key) }]);
  }

  /** In a run that sees less, nothing is remembered. All the same it makes no code for who is out. */
  function withholdOff(): void {
    for (const [key, known] of remembered['deleted-by-hand']) {
      const isLetIn = (accessWish(wishes, known.claimId).letInSinceMs ?? 0) >= known.atMs;
      if (known.wasOff && !isLetIn && ownerOf(known, true) !== undefined) withhold(key, known);
    }
    for (const [, { claimId, lockId, keypadId, wasOff }] of gone()) {
      const place = { lockId, keypadId };
      if (!wasOff || isBeingLetIn(claimId) || ownerOf({ claimId, ...place }, true) === undefined) continue;
      obstacles.set(createdKey(claimId, place), offCodeGone(claimId, place));
      out.set(claimId, offCodeGone(claimId, place));
    }
  }

  function withhold(key: string, known: MemoryValue<'deleted-by-hand'>): void {
    if (!known.isAgain) return;
    obstacles.set(key, deletedCodeProblem(known));
    if (known.wasOff) out.set(known.claimId, deletedCodeProblem(known));
  }

  /** Whose door it still is, where that door has no code now; of a code that was off, also after its booking moved. */
  function ownerOf({ claimId, ...place }: Pick<SentCode, 'claimId' | 'lockId' | 'keypadId'>, wasOff = false): Claim | undefined {
    const claim = claims.find(({ id }) => id === claimId);
    const isDoor = claim?.doors.some((door) => isSamePlace(door, place)) === true;
    if (claim?.isDue !== true || !(isDoor || (wasOff && claim.managed.every(isOff)))) return undefined;
    if (claim.managed.some((code) => isSamePlace(code, place)) || remembered['made-room'].has(createdKey(claimId, place))) return undefined;
    return claim;
  }

  function deleted(claim: Claim, codeId: CodeId, { lockId, keypadId, pin, wasOff }: Gone): void {
    const key = createdKey(claim.id, { lockId, keypadId });
    const known = remembered['deleted-by-hand'].get(key);
    const { blockedSinceMs } = accessWish(wishes, claim.id);
    const isAgain = (wasOff && !isBeingLetIn(claim.id)) || (known !== undefined && nowMs - known.atMs < DAY_MS);
    const isAnswered = isAgain && blockedSinceMs !== null;
    const value = {
      claimId: claim.id,
      lockId,
      keypadId,
      codeId,
      atMs: nowMs,
      isAgain,
      wasOff,
      isAnswered,
      pin: pin?.digest ?? null,
      guest: [...digestsOf(claim, input)],
    };
    remember.push({ kind: 'deleted-by-hand', key, value });
    if (!isAnswered) problems.push(deletedCodeProblem(value));
    withhold(key, value);
  }
}
