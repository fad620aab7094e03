/** Whether the clouds answer for the account that the codes were made for (sync rules, "Another account"). Pure. */
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { otherAccountProblem, wrongAccountProblem } from '../../questions/other-account.ts';
import { CLOUD_NAMES } from '../../errors.ts';
import type { CloudName } from '../../errors.ts';

export interface AccountCheck {
  /** A cloud answered for another account, and the user has not said that it is theirs: nothing is removed, shortened or moved. */
  readonly isOther: boolean;
  /** The user said that this account is not theirs: nothing is written at all. */
  readonly isRefused: boolean;
  readonly problems: readonly Problem[];
  /** The first account that is seen is remembered. Another one only ever takes its place by an answer of the user. */
  readonly remember: readonly MemoryChange[];
}

/** Whether a 404 says anything about a booking: only when the account is certain to be the one that had it. */
export function mayKnowBookings({ accounts, memory }: Pick<PlanInput, 'accounts' | 'memory'>): boolean {
  return accounts.smoobu !== null && !isOtherAccount({ accounts, memory }, ['smoobu']);
}

/** One of these clouds answers for another account, and the user has not said that it is theirs. */
export function isOtherAccount(
  { accounts, memory: { remembered } }: Pick<PlanInput, 'accounts' | 'memory'>,
  clouds: readonly CloudName[] = CLOUD_NAMES,
): boolean {
  return clouds.some((cloud) => {
    const known = remembered.account.get(cloud)?.id;
    return accounts[cloud] !== null && known !== undefined && known !== accounts[cloud];
  });
}

export function checkAccounts({ accounts, memory: { remembered, isUnknown } }: Pick<PlanInput, 'accounts' | 'memory'>): AccountCheck {
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  let isRefused = false;
  for (const cloud of CLOUD_NAMES) {
    const id = accounts[cloud];
    const known = remembered.account.get(cloud)?.id ?? null;
    const seen = remembered['other-account'].get(cloud);
    if (id === null) continue;
    // A memory that cannot be read may know another one.
    if (known === null && isUnknown !== true) remember.push({ kind: 'account', key: cloud, value: { id } });
    if (known === null || known === id) {
      if (seen !== undefined) remember.push({ kind: 'other-account', key: cloud, value: null });
      continue;
    }
    const wasRefused = seen?.id === id && seen.refused;
    isRefused ||= wasRefused;
    if (seen?.id !== id) remember.push({ kind: 'other-account', key: cloud, value: { id, refused: false } });
    problems.push(wasRefused ? wrongAccountProblem(cloud, id) : otherAccountProblem(cloud, id));
  }
  return { isOther: problems.length > 0, isRefused, problems, remember };
}
