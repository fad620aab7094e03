/** Operations of a run, put together for a line that says what was done, and whether one is about what a filter looks for. Pure. */
import { changedFields } from '../reconcile/diff.ts';
import { UNKNOWN } from './code.ts';
import type { About, OperationReport, RunChange, RunCounts } from './run.ts';

/** What was done alike for the same guest or person, with the same result: on one or several doors. */
export function alike(operations: readonly OperationReport[]): readonly (readonly [OperationReport, ...OperationReport[]])[] {
  const groups = new Map<string, [OperationReport, ...OperationReport[]]>();
  for (const operation of operations) {
    const { kind, status, bookingId, personId, codeId, changes } = operation;
    const key = JSON.stringify([kind, status, bookingId, personId ?? (bookingId === null ? codeId : null), changedFields(changes)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [operation]);
    else group.push(operation);
  }
  return [...groups.values()];
}

export function runChange(group: readonly [OperationReport, ...OperationReport[]]): RunChange {
  const [{ kind, status, bookingId, personId = null, unitId, changes }] = group;
  const lockIds = [...new Set(group.map(({ lockId }) => lockId))];
  const fields = [...changedFields(changes)];
  return { kind, status, bookingId, personId, name: codeName(changes), unitId, days: null, lockIds, fields };
}

/** In a dry run, what would be done. */
export function changeCounts(
  operations: readonly Pick<OperationReport, 'kind' | 'status'>[],
  isDry: boolean,
): Omit<RunCounts, 'unchanged' | 'skipped'> {
  const count = (isCounted: (operation: Pick<OperationReport, 'kind' | 'status'>) => boolean): number =>
    operations.filter(isCounted).length;
  const done = (wanted: OperationReport['kind']): number =>
    count(({ kind, status }) => kind === wanted && (status === 'done' || (isDry && status === 'planned')));
  return {
    created: done('create'),
    updated: done('update'),
    adopted: done('adopt'),
    moved: done('move'),
    deleted: done('delete'),
    held: count(({ status }) => status === 'held'),
    failed: count(({ status }) => status === 'failed' || status === 'unverified'),
  };
}

/** The name on the code after the change, else before it; '' where neither is known. */
export function codeName({ name }: OperationReport['changes']): string {
  const known = [name?.to, name?.from].find((one) => typeof one === 'string' && one !== UNKNOWN && one.trim() !== '');
  return String(known ?? '').trim();
}

/** As the history's own search does, for the rows of an export. */
export function isAbout({ bookingId, personId, lockId, unitId, changes }: OperationReport, about: About): boolean {
  const isNamed = (name: unknown): boolean =>
    about.name !== '' && typeof name === 'string' && name.toLowerCase().includes(about.name.toLowerCase());
  return (
    (bookingId !== null && about.bookingIds.includes(bookingId)) ||
    (personId !== undefined && about.personIds.includes(personId)) ||
    about.lockIds.includes(lockId) ||
    (unitId !== null && about.unitIds.includes(unitId)) ||
    isNamed(changes.name?.from) ||
    isNamed(changes.name?.to)
  );
}
