/** A plan in one line, and the headings of its groups. Pure. */
import { unitName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { changesNothing } from './preview-rows.ts';
import type { PreviewGroup, PreviewSummary } from './preview-rows.ts';

const CHANGES = ['created', 'moved', 'changed', 'adopted', 'removed', 'waiting'] as const satisfies readonly (keyof PreviewSummary)[];

/** "12 new codes, 2 changed, 1 removed; 40 unchanged". */
export function summaryText(t: WindowTranslate, summary: PreviewSummary): string {
  if (changesNothing(summary)) return t('preview.sum-nothing');
  const changes = CHANGES.filter((name) => summary[name] > 0).map((name) => t(`preview.sum-${name}`, { count: summary[name] }));
  return t('preview.summary', { changes: changes.join(', '), rest: t('preview.sum-unchanged', { count: summary.unchanged }) });
}

export function groupTitle({ snapshot, t }: Pick<TextContext, 'snapshot' | 't'>, group: PreviewGroup): string {
  if (group.kind !== 'unit') return t(`preview.group-${group.kind}`);
  return group.unitId === null ? t('preview.group-no-unit') : unitName(snapshot, t, group.unitId);
}
