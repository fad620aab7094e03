/** A plan in one line, and the headings of its groups. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { unitName } from '../../lib/names.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { changesNothing } from './preview-rows.ts';
import type { PreviewGroup, PreviewSummary } from './preview-rows.ts';

interface Words {
  readonly snapshot: Pick<AppSnapshot, 'names'>;
  readonly t: WindowTranslate;
}

/** "12 new codes, 2 changed, 1 removed, 1 waits for your word; 40 stay as they are." */
export function summaryWords({ t }: Pick<Words, 't'>, summary: PreviewSummary): string {
  if (changesNothing(summary)) return t('preview.sum-nothing');
  const parts = (
    [
      ['preview.sum-created', summary.created],
      ['preview.sum-moved', summary.moved],
      ['preview.sum-changed', summary.changed],
      ['preview.sum-adopted', summary.adopted],
      ['preview.sum-removed', summary.removed],
      ['preview.sum-waiting', summary.waiting],
    ] as const
  ).flatMap(([key, count]) => (count === 0 ? [] : [t(key, { count })]));
  return t('preview.summary', { changes: parts.join(', '), rest: t('preview.sum-unchanged', { count: summary.unchanged }) });
}

export function groupTitle({ snapshot, t }: Words, group: PreviewGroup): string {
  switch (group.kind) {
    case 'removed':
      return t('preview.group-removed');
    case 'waiting':
      return t('preview.group-waiting');
    case 'problems':
      return t('preview.group-problems');
    case 'unit':
      return group.unitId === null ? t('preview.group-no-unit') : unitName(snapshot, t, group.unitId);
  }
}
