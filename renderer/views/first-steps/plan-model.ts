/** The first plan as a table: what is removed first, then a row for each unit with its other changes. Pure. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { compareText } from '../../../shared/text.ts';
import { isHeld, summaryOf } from '../preview/preview-rows.ts';
import type { PlanPreviewAnswer, PreviewBooking, PreviewSummary } from '../preview/preview-rows.ts';

export interface PlanLine {
  readonly operation: OperationReport;
  readonly booking: PreviewBooking | null;
}
export interface PlanUnit {
  /** null: codes of nobody's unit, for instance of people. */
  readonly unitId: UnitId | null;
  readonly summary: PreviewSummary;
  readonly lines: readonly PlanLine[];
}
export interface FirstPlan {
  readonly removed: readonly PlanLine[];
  /** Removed only once the user approves it. */
  readonly waiting: readonly PlanLine[];
  readonly units: readonly PlanUnit[];
}

export function firstPlan(
  { operations, bookings, counts }: Pick<PlanPreviewAnswer, 'operations' | 'bookings' | 'counts'>,
  nameOf: (unitId: UnitId) => string,
  compare: (one: string, other: string) => number,
): FirstPlan {
  const byId = new Map(bookings.map((booking) => [booking.bookingId, booking]));
  const arrival = ({ booking }: PlanLine): string => booking?.arrival ?? '';
  const linesOf = (some: readonly OperationReport[]): readonly PlanLine[] =>
    some
      .map((operation) => ({ operation, booking: operation.bookingId === null ? null : (byId.get(operation.bookingId) ?? null) }))
      .sort((one, other) => compareText(arrival(one), arrival(other)));
  const removals = operations.filter(({ kind }) => kind === 'delete');
  const others = operations.filter(({ kind }) => kind !== 'delete');
  const unitOf = (unitId: UnitId | null): string => (unitId === null ? '' : nameOf(unitId));
  return {
    removed: linesOf(removals.filter((operation) => !isHeld(operation))),
    waiting: linesOf(removals.filter(isHeld)),
    units: [...Map.groupBy(others, ({ unitId }) => unitId)]
      .map(([unitId, own]) => ({ unitId, summary: summaryOf({ operations: own, counts }), lines: linesOf(own) }))
      .sort((one, other) => compare(unitOf(one.unitId), unitOf(other.unitId))),
  };
}
