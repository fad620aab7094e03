/**
 * Blocked means switched off: a code that is off stays off, whoever switched it off, until the user lets the guest in again. The locks
 * remember it, so it survives lost files and counts for every installation.
 */
import type { Code } from '../../domain/code.ts';
import { aboutClaim } from '../../domain/ids.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { switchedOffProblem } from '../../questions/switched-off.ts';
import type { Claim } from '../claims.ts';
import type { Observation } from '../observe.ts';
import { accessWish } from './access-wish.ts';
import type { BlockedGuests } from './blocked-guests.ts';
import type { ChangedCodes } from './changed-codes.ts';
import { isOff, isSwitchedOff } from './off-codes.ts';
import { rememberOff } from './seen-off.ts';

export interface Block {
  /** The user decided it, or every code is off: none is made, and what is not off yet is switched off if the user decided it. */
  readonly isBlocked: boolean;
  /** Whether a code that is there is to work. */
  isOn(code: Code): boolean;
  /** It still read as on after it was switched off: it gets a PIN that nobody was told, and a word that says so. */
  needsSecretPin(code: Code): boolean;
}
export interface Blocks {
  of(claim: Claim): Block;
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

export function createBlocks(
  input: PlanInput,
  observation: Observation,
  live: readonly Claim[],
  changed: ChangedCodes,
  guests: BlockedGuests,
): Blocks {
  const { remembered } = input.memory;
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const blocks = new Map(live.map((claim) => [claim.id, blockOf(claim)]));

  const isWhole = [...input.lists.values()].every((list) => list !== null);
  for (const key of isWhole ? remembered['stays-on'].keys() : [])
    if (!observation.ids.has(Number(key) as CodeId)) remember.push({ kind: 'stays-on', key, value: null });

  function blockOf(claim: Claim): Block {
    const { id, managed, isDue } = claim;
    const key = String(id);
    const { blockedSinceMs, letInSinceMs } = accessWish(input.wishes, id);
    const isWished = blockedSinceMs !== null && !changed.isUndone(claim, blockedSinceMs);
    const off = managed.filter((code) => isSwitchedOff(code, remembered));
    remember.push(...rememberOff(claim, off, input));
    const isAllRead = (): boolean => [...claim.doors, ...managed].every((place: KeypadPlace) => observation.isReadable(place));
    // A wish without the note of its act may have been carried out, and somebody may have switched the code off since: the user is asked.
    const noted = remembered['let-in'].get(key);
    const letIn = noted?.sinceMs === letInSinceMs ? noted : undefined;
    const isPending = isDue && !isWished && letIn?.isDone === false;
    // Whoever switched off what was on again decided after the user, also about the doors that are left.
    const isOverruled =
      letIn !== undefined && off.some((code) => remembered['read-back'].get(String(code.id))?.letInSinceMs === letIn.sinceMs);
    const isLetIn = isPending && !isOverruled;
    if (letIn !== undefined && isPending && (isOverruled || (off.length === 0 && isAllRead())))
      remember.push({ kind: 'let-in', key, value: { ...letIn, isDone: true } });
    const isBlocked = isWished || guests.isWithheld(id) || (!isLetIn && off.length > 0 && off.length === managed.length);
    const [first] = off;
    const asked = remembered['switched-off'].get(key);
    if (isDue && first !== undefined && !isWished && !isLetIn && !guests.isWithheld(id)) {
      const { lockId, keypadId, id: codeId } = first;
      const isLost = letInSinceMs !== null && letIn === undefined;
      const told = asked ?? { claimId: id, lockId, keypadId, codeId, isKept: false, ...(isLost ? { wasLetIn: true as const } : {}) };
      if (asked === undefined) remember.push({ kind: 'switched-off', key, value: told });
      if (!told.isKept) problems.push(switchedOffProblem(id, { ...told, lockId, keypadId, codeId }));
    } else if (asked !== undefined && (isWished || isLetIn || !isDue || guests.isWithheld(id) || isAllRead()))
      remember.push({ kind: 'switched-off', key, value: null });
    const isDecided = isWished && !guests.isWithheld(id);
    if (isDue && (isDecided || (asked?.isKept === true && first !== undefined && !isLetIn))) problems.push(blockedProblem(id, isBlocked));
    const isKeptOff = (code: Code): boolean => isWished || guests.isWithheldCode(id, code);
    // Not even a write that failed is repeated then.
    const mayWork = (code: Code): boolean => !(guests.isWithheld(id) ? isOff(code) : isSwitchedOff(code, remembered));
    return {
      isBlocked,
      isOn: (code) => (isKeptOff(code) ? changed.isOnAgain(code) : isLetIn || mayWork(code)),
      needsSecretPin: (code) => isKeptOff(code) && !isOff(code) && (code.pin === null || remembered['stays-on'].has(String(code.id))),
    };
  }

  return {
    of: (claim) => blocks.get(claim.id) ?? blockOf(claim),
    problems,
    remember,
  };
}

function blockedProblem(id: ClaimId, isBlocked: boolean): Problem {
  const text = problemText(isBlocked ? 'problem.blocked' : 'problem.partly-blocked');
  return { kind: 'blocked', text, retryable: false, ...aboutClaim(id) };
}
