/** The codes of a door in the order they matter: who can open it now, who comes next, the others. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';

export type ShownCode = NonNullable<CallOutput<'door.view'>['codes']>[number];
const CODE_GROUPS = ['now', 'next', 'later', 'ended'] as const;
export type CodeGroup = (typeof CODE_GROUPS)[number];

/** What only may open the door counts as opening it. */
function groupOf({ opens, isNext }: Pick<ShownCode, 'opens' | 'isNext'>): CodeGroup {
  if (opens === 'now' || opens === 'maybe') return 'now';
  if (opens === 'later') return isNext ? 'next' : 'later';
  return 'ended';
}
/** Without empty groups; within a group, in the order of the door. */
export function groupsOf(codes: readonly ShownCode[]): readonly { readonly group: CodeGroup; readonly codes: readonly ShownCode[] }[] {
  const groups = Map.groupBy(codes, groupOf);
  return CODE_GROUPS.flatMap((group) => {
    const own = groups.get(group) ?? [];
    return own.length === 0 ? [] : [{ group, codes: own }];
  });
}
/** Guests' and people's codes follow their stay or person; only the others are removed one by one. */
export function isRemovable({ owner }: Pick<ShownCode, 'owner'>): boolean {
  return owner === 'by-hand' || owner === 'outdated' || owner === 'unknown-person';
}
/** Opens the door now, and nobody who is known here has it: somebody unknown can get in. */
export function isStrangers(code: Pick<ShownCode, 'owner' | 'opens' | 'isNext'>): boolean {
  return isRemovable(code) && groupOf(code) === 'now';
}
