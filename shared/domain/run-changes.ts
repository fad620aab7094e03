/** Operations of a run, put together for a line that says what was done, and whether one is about what a filter looks for. Pure. */
import { changedFields } from '../reconcile/diff.ts';
import { UNKNOWN } from './code.ts';
import type { About, OperationReport, RunChange } from './run.ts';

/** One for all doors on which the same was done for the same guest or person, with the same result. */
export function runChanges(operations: readonly OperationReport[]): readonly RunChange[] {
  const groups = Map.groupBy(operations, ({ kind, status, bookingId, personId, codeId, changes }) =>
    JSON.stringify([kind, status, bookingId, personId ?? (bookingId === null ? codeId : null), changedFields(changes)]),
  );
  return [...groups.values()].flatMap((group): readonly RunChange[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, status, bookingId, personId = null, unitId, changes } = first;
    const lockIds = [...new Set(group.map(({ lockId }) => lockId))];
    const fields = [...changedFields(changes)];
    return [{ kind, status, bookingId, personId, name: codeName(changes), unitId, days: null, lockIds, fields }];
  });
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
