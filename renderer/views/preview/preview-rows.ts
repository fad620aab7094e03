/** A plan in the order a user reads it: removals first, then unit by unit, then what could not be planned. Pure. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { ShownProblem } from '../../../shared/domain/problem.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { compareText } from '../../../shared/text.ts';
import { unitName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

export type PlanPreviewAnswer = CallOutput<'plan.preview'>;
export type PreviewBooking = PlanPreviewAnswer['bookings'][number];

export type PreviewGroup =
  | { readonly kind: 'waiting' | 'removed' | 'problems' }
  | { readonly kind: 'unit'; readonly unitId: UnitId | null };
export type PreviewRow =
  | { readonly kind: 'heading'; readonly key: string; readonly group: PreviewGroup; readonly count: number }
  | { readonly kind: 'operation'; readonly key: string; readonly operation: OperationReport; readonly booking: PreviewBooking | null }
  | { readonly kind: 'problem'; readonly key: string; readonly problem: ShownProblem };

export interface PreviewSummary {
  readonly created: number;
  readonly moved: number;
  readonly changed: number;
  readonly adopted: number;
  /** Without those that are held. */
  readonly removed: number;
  /** Held until the user approves them. */
  readonly waiting: number;
  readonly unchanged: number;
}

export function isHeld(operation: OperationReport): boolean {
  return operation.status === 'held' || operation.hold !== null;
}

export function summaryOf({ operations, counts }: Pick<PlanPreviewAnswer, 'operations' | 'counts'>): PreviewSummary {
  const held = operations.filter(isHeld);
  const free = operations.filter((operation) => !isHeld(operation));
  const count = (kind: OperationReport['kind']): number => free.filter((operation) => operation.kind === kind).length;
  return {
    created: count('create'),
    moved: count('move'),
    changed: count('update'),
    adopted: count('adopt'),
    removed: count('delete'),
    waiting: held.length,
    unchanged: counts.unchanged,
  };
}

export function changesNothing({ created, moved, changed, adopted, removed, waiting }: PreviewSummary): boolean {
  return created + moved + changed + adopted + removed + waiting === 0;
}

/** `nameOf` and `compare`: how units are called and sorted. Within a group, the earliest arrival comes first. */
export function previewRows(
  preview: PlanPreviewAnswer,
  nameOf: (unitId: UnitId) => string,
  compare: (one: string, other: string) => number,
): readonly PreviewRow[] {
  const bookings = new Map(preview.bookings.map((booking) => [booking.bookingId, booking]));
  const bookingOf = ({ bookingId }: OperationReport) => (bookingId === null ? null : (bookings.get(bookingId) ?? null));
  const arrival = (operation: OperationReport): string => bookingOf(operation)?.arrival ?? '';
  const group = (of: PreviewGroup, key: string, operations: readonly OperationReport[]): readonly PreviewRow[] => [
    ...heading(of, key, operations.length),
    ...operations
      .toSorted((one, other) => compareText(arrival(one), arrival(other)) || (one.bookingId ?? 0) - (other.bookingId ?? 0))
      .map((operation) => ({
        kind: 'operation' as const,
        key: operation.key,
        operation,
        booking: bookingOf(operation),
      })),
  ];

  const { removals = [], others = [] } = Object.groupBy(preview.operations, ({ kind }) => (kind === 'delete' ? 'removals' : 'others'));
  const units = [...Map.groupBy(others, ({ unitId }) => unitId)]
    .map(([unitId, operations]) => ({ unitId, name: unitId === null ? '' : nameOf(unitId), operations }))
    .sort((one, other) => compare(one.name, other.name));
  return [
    ...group(
      { kind: 'removed' },
      'removed',
      removals.filter((operation) => !isHeld(operation)),
    ),
    ...group({ kind: 'waiting' }, 'waiting', removals.filter(isHeld)),
    ...units.flatMap(({ unitId, operations }) => group({ kind: 'unit', unitId }, `unit ${String(unitId)}`, operations)),
    ...heading({ kind: 'problems' }, 'problems', preview.problems.length),
    ...preview.problems.map((problem, index) => ({ kind: 'problem' as const, key: `problem ${String(index)}`, problem })),
  ];
}

/** None over an empty group. */
function heading(group: PreviewGroup, key: string, count: number): readonly PreviewRow[] {
  return count === 0 ? [] : [{ kind: 'heading', key: `heading ${key}`, group, count }];
}

const CHANGES = ['created', 'moved', 'changed', 'adopted', 'removed', 'waiting'] as const satisfies readonly (keyof PreviewSummary)[];

/** "12 new codes", "1 code removed". */
export function changeTexts(t: WindowTranslate, summary: PreviewSummary): readonly string[] {
  return CHANGES.filter((name) => summary[name] > 0).map((name) => t(`preview.sum-${name}`, { count: summary[name] }));
}
/** "12 new codes, 1 code removed; 40 stay as they are." */
export function summaryText(t: WindowTranslate, summary: PreviewSummary): string {
  if (changesNothing(summary)) return t('preview.sum-nothing');
  const changes = changeTexts(t, summary).join(', ');
  return t('preview.summary', { changes, rest: t('preview.sum-unchanged', { count: summary.unchanged }) });
}

export function groupTitle({ snapshot, t }: Pick<TextContext, 'snapshot' | 't'>, group: PreviewGroup): string {
  if (group.kind !== 'unit') return t(`preview.group-${group.kind}`);
  return group.unitId === null ? t('preview.group-no-unit') : unitName(snapshot, t, group.unitId);
}
