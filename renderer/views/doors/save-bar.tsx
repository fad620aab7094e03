/** The end of the mapping editor: what saving would change on the locks, and the buttons that save, discard and undo. */
import { useState } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { useStable } from '../../lib/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import type { PreviewReport } from '../preview/plan-preview.tsx';
import { summaryText } from '../preview/preview-rows.ts';
import { changedUnits, hasMistakes, toInput } from './draft.ts';
import { afterDiscard, afterSave } from './mapping-work.ts';
import { UndoSave } from './undo-save.tsx';
import { SAVE_BAR_ID, UNIT_TITLE_ID } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

const REVIEW_ID = 'mapping-review';
const REASON_ID = 'mapping-save-reason';

export interface SaveBarProps {
  readonly editor: Editor;
  readonly isCompact: boolean;
  readonly onSaved: (() => void) | undefined;
}

export function SaveBar({ editor, isCompact, onSaved }: SaveBarProps) {
  const { t, snapshot, announce } = useApp();
  const { work, names } = editor;
  const save = useCall('mapping.save');
  const [report, setReport] = useState<PreviewReport | null>(null);
  const [asking, setAsking] = useState<'discard' | 'save-unseen' | null>(null);

  const changed = changedUnits(work.saved, work.draft).size;
  // From the last good copy of the settings: saving it, changed or not, confirms it.
  const isUnconfirmed = snapshot.attention.some(({ key }) => key === 'mapping-unconfirmed');
  const isDue = changed > 0 || isUnconfirmed;
  const wrong = work.draft.filter(hasMistakes);
  const [firstWrong] = wrong;
  const needsPreview = !isCompact || snapshot.firstStepsDone;
  const canUndo = work.canUndo && !isCompact;
  // Smoobu's current name is saved, but not a number used as a name.
  const nameToSave = (id: UnitId): string => names.units.find(({ unitId }) => unitId === id)?.name ?? '';
  const of = useStable({ of: 'draft', units: toInput(work.draft, ({ unitId }) => nameToSave(unitId)) } as const);
  // A preview of another draft does not count.
  const current = report?.of === of ? report : null;
  const isReady = isDue && wrong.length === 0 && (!needsPreview || (current !== null && current.status !== 'working'));
  const reason = (): string => {
    if (wrong.length > 0) return t('mapping.with-mistakes', { count: wrong.length });
    if (!needsPreview) return '';
    if (current === null || current.status === 'working') return t('mapping.working-out');
    return current.summary === null ? t('mapping.unseen') : summaryText(t, current.summary);
  };

  const show = (unitId: UnitId): void => {
    editor.choose(unitId);
    editor.focusWhenDrawn(UNIT_TITLE_ID);
  };
  const onSave = async (): Promise<void> => {
    setAsking(null);
    const answer = await save.run({ units: of.units });
    if (answer === null) return;
    editor.change((before) => afterSave(before, answer));
    announce(t(snapshot.firstStepsDone ? 'mapping.saved' : 'mapping.saved-first-steps'));
    editor.focusWhenDrawn(isCompact ? UNIT_TITLE_ID : SAVE_BAR_ID);
    onSaved?.();
  };
  const onDiscard = (): void => {
    setAsking(null);
    editor.change(afterDiscard);
    save.clear();
    announce(t('mapping.discarded'));
    editor.focusWhenDrawn(UNIT_TITLE_ID);
  };

  return (
    <>
      {isDue && needsPreview && (
        <Card id={REVIEW_ID} title={t('mapping.review')}>
          {wrong.length > 0 ? (
            <p class="quiet-text">{t('mapping.review-mistakes')}</p>
          ) : (
            <>
              <p class="quiet-text">{t('mapping.review-text')}</p>
              <PlanPreview of={of} names={names} onReport={setReport} onUnit={show} />
            </>
          )}
        </Card>
      )}
      <Failure title={t('mapping.save-failed')} text={t('mapping.save-failed-text')} error={save.error} />
      {(isDue || canUndo) && (
        <section class={`mapping-bar panel row ${isDue ? 'sticky' : ''}`} id={SAVE_BAR_ID} tabIndex={-1} aria-label={t('mapping.save-bar')}>
          <div class="mapping-grow">
            <p>
              <Icon name={isDue ? 'info' : 'check'} />{' '}
              {changed > 0 ? t('mapping.changed', { count: changed }) : t(isUnconfirmed ? 'mapping.unconfirmed' : 'mapping.clean')}
            </p>
            {isDue && (
              <p class={wrong.length > 0 || current?.status === 'failed' ? 'field-error' : 'quiet-text'} id={REASON_ID}>
                {reason()}
              </p>
            )}
          </div>
          {firstWrong !== undefined && isDue && (
            <Button kind="quiet" icon="right" onClick={() => show(firstWrong.unitId)}>
              {t('mapping.show-mistake')}
            </Button>
          )}
          {firstWrong === undefined && isDue && needsPreview && (
            <Button
              kind="quiet"
              icon="down"
              name={t('mapping.show-review-name')}
              onClick={() => document.getElementById(REVIEW_ID)?.focus()}
            >
              {t('mapping.show-review')}
            </Button>
          )}
          {isDue && (
            <>
              {changed > 0 && (
                <Button icon="undo" onClick={() => setAsking('discard')}>
                  {t('mapping.discard')}
                </Button>
              )}
              <Button
                kind="primary"
                isBusy={save.isBusy}
                isDisabled={!isReady}
                describedBy={REASON_ID}
                onClick={() => {
                  if (needsPreview && current?.status === 'failed') setAsking('save-unseen');
                  else void onSave();
                }}
              >
                {t('mapping.save')}
              </Button>
            </>
          )}
          {!isDue && canUndo && <UndoSave editor={editor} />}
        </section>
      )}
      {asking !== null && (
        <ConfirmDialog
          kind="danger"
          title={t(asking === 'discard' ? 'mapping.discard-title' : 'mapping.save-unseen')}
          confirm={t(asking === 'discard' ? 'mapping.discard' : 'mapping.save')}
          onConfirm={asking === 'discard' ? onDiscard : () => void onSave()}
          onCancel={() => setAsking(null)}
        >
          <p>{asking === 'discard' ? t('mapping.discard-text', { count: changed }) : t('mapping.save-unseen-text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
