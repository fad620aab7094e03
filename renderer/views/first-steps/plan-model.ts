/** The first plan as a table: a row for each unit with its changes, removals first. Pure. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { compareText } from '../../../shared/text.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { changesNothing, isHeld, summaryOf } from '../preview/preview-rows.ts';
import type { PlanPreviewAnswer, PreviewBooking, PreviewSummary } from '../preview/preview-rows.ts';

export interface PlanLine {
  readonly operation: OperationReport;
  readonly booking: PreviewBooking | null;
}
export interface PlanUnit {
  /** null: codes of nobody's unit, for instance of a cancelled stay. */
  readonly unitId: UnitId | null;
  readonly summary: PreviewSummary;
  readonly lines: readonly PlanLine[];
}

export function planUnits(
  { operations, bookings, counts }: Pick<PlanPreviewAnswer, 'operations' | 'bookings' | 'counts'>,
  nameOf: (unitId: UnitId) => string,
  compare: (one: string, other: string) => number,
): readonly PlanUnit[] {
  const byId = new Map(bookings.map((booking) => [booking.bookingId, booking]));
  const lineOf = (operation: OperationReport): PlanLine => ({
    operation,
    booking: operation.bookingId === null ? null : (byId.get(operation.bookingId) ?? null),
  });
  const rank = ({ operation }: PlanLine): number => (operation.kind === 'delete' || isHeld(operation) ? 0 : 1);
  const arrival = ({ booking }: PlanLine): string => booking?.arrival ?? '';
  return [...Map.groupBy(operations, ({ unitId }) => unitId)]
    .map(([unitId, own]) => ({
      unitId,
      summary: { ...summaryOf({ operations: own, counts }), unchanged: 0 },
      lines: own.map(lineOf).sort((one, other) => rank(one) - rank(other) || compareText(arrival(one), arrival(other))),
    }))
    .sort((one, other) => compare(one.unitId === null ? '' : nameOf(one.unitId), other.unitId === null ? '' : nameOf(other.unitId)));
}

const PARTS = ['created', 'moved', 'changed', 'adopted', 'removed', 'waiting'] as const satisfies readonly (keyof PreviewSummary)[];

/** Each with its own tone: what removes stands out. */
export function sumParts(
  t: WindowTranslate,
  summary: PreviewSummary,
): readonly { readonly part: (typeof PARTS)[number]; readonly text: string }[] {
  return PARTS.filter((part) => summary[part] > 0).map((part) => ({ part, text: t(`first-steps.sum-${part}`, { count: summary[part] }) }));
}
/** "19 new · 2 removed". */
export function sumText(t: WindowTranslate, summary: PreviewSummary): string {
  if (changesNothing(summary)) return t('first-steps.sum-nothing');
  return sumParts(t, summary)
    .map(({ text }) => text)
    .join(' · ');
}
