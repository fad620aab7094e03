/** A plan in the order a user reads it: what takes something away first, then unit by unit, then what could not be planned. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { compareText } from '../../../shared/text.ts';

export type PlanPreviewAnswer = CallOutput<'plan.preview'>;
export type PreviewBooking = PlanPreviewAnswer['bookings'][number];

export type PreviewGroup =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'unit'; readonly unitId: UnitId | null }
  | { readonly kind: 'problems' };
export type PreviewRow =
  | { readonly kind: 'heading'; readonly key: string; readonly group: PreviewGroup; readonly count: number }
  | { readonly kind: 'operation'; readonly key: string; readonly operation: OperationReport; readonly booking: PreviewBooking | null }
  | { readonly kind: 'problem'; readonly key: string; readonly problem: Problem };

/** How often each thing would be done. `waiting`: removals that are not carried out before the user's word; not among `removed`. */
export interface PreviewSummary {
  readonly created: number;
  readonly moved: number;
  readonly changed: number;
  readonly adopted: number;
  readonly removed: number;
  readonly waiting: number;
  readonly unchanged: number;
  readonly problems: number;
}

export function isHeld(operation: OperationReport): boolean {
  return operation.status === 'held' || operation.hold !== null;
}

export function summaryOf({ operations, counts, problems }: Pick<PlanPreviewAnswer, 'operations' | 'counts' | 'problems'>): PreviewSummary {
  const of = (kind: OperationReport['kind']): number =>
    operations.filter((operation) => operation.kind === kind && !isHeld(operation)).length;
  return {
    created: of('create'),
    moved: of('move'),
    changed: of('update'),
    adopted: of('adopt'),
    removed: of('delete'),
    waiting: operations.filter(isHeld).length,
    unchanged: counts.unchanged,
    problems: problems.length,
  };
}

export function changesNothing(summary: PreviewSummary): boolean {
  return summary.created + summary.moved + summary.changed + summary.adopted + summary.removed + summary.waiting === 0;
}

/** `nameOf` and `compare`: how units are called, and sorted by it. Within a unit, the stay that comes first stands first. */
export function previewRows(
  preview: PlanPreviewAnswer,
  nameOf: (unitId: UnitId) => string,
  compare: (one: string, other: string) => number,
): readonly PreviewRow[] {
  const bookings = new Map(preview.bookings.map((booking) => [booking.bookingId, booking]));
  const row = (operation: OperationReport): PreviewRow => ({
    kind: 'operation',
    key: operation.key,
    operation,
    booking: bookings.get(operation.bookingId) ?? null,
  });
  const arrival = (operation: OperationReport): string => bookings.get(operation.bookingId)?.arrival ?? '';
  const byArrival = (one: OperationReport, other: OperationReport): number =>
    compareText(arrival(one), arrival(other)) || one.bookingId - other.bookingId;
  const group = (of: PreviewGroup, key: string, operations: readonly OperationReport[]): readonly PreviewRow[] =>
    operations.length === 0
      ? []
      : [{ kind: 'heading', key: `heading ${key}`, group: of, count: operations.length }, ...[...operations].sort(byArrival).map(row)];

  const removals = preview.operations.filter((operation) => operation.kind === 'delete');
  const others = Map.groupBy(
    preview.operations.filter((operation) => operation.kind !== 'delete'),
    ({ unitId }) => unitId,
  );
  const name = (unitId: UnitId | null): string => (unitId === null ? '' : nameOf(unitId));
  const units = [...others].map(([unitId, operations]) => ({ unitId, name: name(unitId), operations }));
  units.sort((one, other) => compare(one.name, other.name));

  const problems = preview.problems.map((problem, index): PreviewRow => ({ kind: 'problem', key: `problem ${String(index)}`, problem }));
  return [
    ...group(
      { kind: 'removed' },
      'removed',
      removals.filter((operation) => !isHeld(operation)),
    ),
    ...group({ kind: 'waiting' }, 'waiting', removals.filter(isHeld)),
    ...units.flatMap(({ unitId, operations }) => group({ kind: 'unit', unitId }, `unit ${String(unitId)}`, operations)),
    ...(problems.length === 0
      ? []
      : [{ kind: 'heading', key: 'heading problems', group: { kind: 'problems' }, count: problems.length } as const, ...problems]),
  ];
}
