/** Which held operations have one cause and are one matter for the user: a booking that changed, or a unit whose doors did. */
import type { HoldReason } from '../../domain/plan.ts';
import type { OperationReport } from '../../domain/run.ts';

/** True for holds that protect somebody who may be inside. */
export function isAboutGuestInside({ hold }: Pick<OperationReport, 'hold'>): boolean {
  return hold === 'someone-may-be-inside' || hold === 'no-longer-booked' || hold === 'doors-changed';
}

/** The same for all doors of one cause. Other holds are decided one by one. */
export function holdCause(operation: OperationReport): string {
  if (!isAboutGuestInside(operation)) return operation.key;
  const { hold, unitId, bookingId } = operation;
  return hold === 'doors-changed' && unitId !== null ? `${hold}:unit:${String(unitId)}` : `${String(hold)}:booking:${String(bookingId)}`;
}

/** What is decided together: all doors of one cause, and everything that waits for the same other reason. */
export function holdGroups(holds: readonly OperationReport[]): readonly HoldGroup[] {
  const keyOf = (hold: OperationReport): string => (isAboutGuestInside(hold) ? holdCause(hold) : String(hold.hold));
  return [...Map.groupBy(holds, keyOf)].map(([key, members]) => ({ key, reason: members[0]?.hold ?? null, holds: members }));
}
export interface HoldGroup {
  readonly key: string;
  readonly reason: HoldReason | null;
  readonly holds: readonly OperationReport[];
}
