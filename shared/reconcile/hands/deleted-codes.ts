/**
 * Codes that somebody deleted at The Keys: made again once, in the same sync and with the same PIN; deleted again within a day, the user is
 * asked. When many of a lock's codes vanish at once, a second sync has to show the same before any is made again.
 */
import type { CodeId, KeypadPlace, LockId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { deletedCodeProblem } from '../../questions/deleted-code.ts';
import { DAY_MS } from '../../time.ts';
import type { Claim } from '../claims.ts';
import { isSamePlace } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { createdKey } from '../refusals/created-codes.ts';
import { codesVanished } from '../stay/stay-problems.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import type { SentCode } from './sent-codes.ts';

/** At least so many of a lock's codes, and more than a third of them. */
const MANY = 3;
/** So many of them are remembered. */
const MAX_VANISHED = 500;

export interface DeletedCodes {
  /** Why no code is made on a door that lost the one it had; null: it may be. */
  obstacle(claim: Claim, place: KeypadPlace): Problem | null;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

export function findDeletedCodes(input: PlanInput, observation: Observation, claims: readonly Claim[]): DeletedCodes {
  const { nowMs, wishes } = input;
  const { remembered } = input.memory;
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const obstacles = new Map<string, Problem>();
  if (!onlyExtends(input)) look();
  return { obstacle: ({ id }, place) => obstacles.get(createdKey(id, place)) ?? null, problems, remember };

  function look(): void {
    const present = new Set(observation.all.map(({ id }) => String(id)));
    const verified = [...remembered['read-back']].filter(([, sent]) => sent.isVerified && observation.isReadable(sent));
    const missing = verified.filter(([key, sent]) => !present.has(key) && ownerOf(sent) !== undefined);
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
    for (const [key, sent] of remembered['read-back']) {
      if (present.has(key) || !observation.isReadable(sent)) continue;
      const owner = sent.isVerified ? ownerOf(sent) : undefined;
      if (owner !== undefined && suspicious.has(String(sent.lockId))) {
        obstacles.set(createdKey(owner.id, sent), codesVanished(owner.id, sent));
        continue;
      }
      remember.push({ kind: 'read-back', key, value: null });
      if (owner !== undefined) deleted(owner, Number(key) as CodeId, sent);
    }
    for (const [key, known] of remembered['deleted-by-hand']) {
      if (remember.some((change) => change.kind === 'deleted-by-hand' && change.key === key)) continue;
      const owner = ownerOf(known);
      const isOver = known.isAgain ? owner === undefined : nowMs - known.atMs >= DAY_MS;
      if (isOver && observation.isReadable(known)) remember.push({ kind: 'deleted-by-hand', key, value: null });
      else if (!known.isAnswered) problems.push(deletedCodeProblem(known));
      if (!isOver && known.isAgain) obstacles.set(key, deletedCodeProblem(known));
    }
  }

  /** Whose door it still is, where that door has no code now. */
  function ownerOf({ claimId, ...place }: Pick<SentCode, 'claimId' | 'lockId' | 'keypadId'>): Claim | undefined {
    const claim = claims.find(({ id }) => id === claimId);
    if (claim?.isDue !== true || !claim.doors.some((door) => isSamePlace(door, place))) return undefined;
    if (claim.managed.some((code) => isSamePlace(code, place)) || remembered['made-room'].has(createdKey(claimId, place))) return undefined;
    return claim;
  }

  function deleted(claim: Claim, codeId: CodeId, { lockId, keypadId, pin }: SentCode): void {
    const key = createdKey(claim.id, { lockId, keypadId });
    const known = remembered['deleted-by-hand'].get(key);
    const isAgain = known !== undefined && nowMs - known.atMs < DAY_MS;
    const guest = claim.booking?.contact === undefined ? [] : wishes.guestDigests(claim.booking.contact).slice(0, 3);
    const value = { claimId: claim.id, lockId, keypadId, codeId, atMs: nowMs, isAgain, isAnswered: false, pin: pin?.digest ?? null, guest };
    remember.push({ kind: 'deleted-by-hand', key, value });
    problems.push(deletedCodeProblem(value));
    if (isAgain) obstacles.set(key, deletedCodeProblem(value));
  }
}
