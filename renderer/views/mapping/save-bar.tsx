/** The end of the editor: what saving would change on the locks, and saving, discarding and undoing. */
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
import { summaryText } from '../preview/preview-text.ts';
import { changedUnits, hasMistakes, inputOf } from './draft.ts';
import { discarded, wasSaved } from './mapping-work.ts';
import { UndoSave } from './undo-save.tsx';
import { SAVE_BAR_ID, UNIT_TITLE_ID } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

const REVIEW_ID = 'mapping-review';

export interface SaveBarProps {
  readonly editor: Editor;
  readonly compact: boolean;
  readonly onSaved?: () => void;
}

export function SaveBar({ editor, compact, onSaved }: SaveBarProps) {
  const { t, snapshot, announce } = useApp();
  const { work } = editor;
  const save = useCall('mapping.save');
  const [report, setReport] = useState<PreviewReport | null>(null);
  const [asking, setAsking] = useState<'discard' | 'save-unseen' | null>(null);

  const changed = changedUnits(work.saved, work.draft).size;
  const wrong = work.draft.filter(hasMistakes);
  const needsPreview = !(compact && !snapshot.firstStepsDone);
  const canUndo = work.canUndo && !compact;
  const of = useStable({ of: 'draft', units: inputOf(work.draft, ({ unitId }) => nameToSave(editor, unitId)) } as const);
  // A preview of another draft does not count.
  const current = report?.of === of ? report : null;
  const isReady = changed > 0 && wrong.length === 0 && (!needsPreview || (current !== null && current.status !== 'working'));

  const show = (unitId: UnitId): void => {
    editor.choose(unitId);
    editor.focusLater(UNIT_TITLE_ID);
  };
  const doSave = async (): Promise<void> => {
    setAsking(null);
    const answer = await save.run({ units: of.units });
    if (answer === null) return;
    editor.change((before) => wasSaved(before, answer));
    announce(t(snapshot.firstStepsDone ? 'mapping.saved' : 'mapping.saved-first-steps'));
    editor.focusLater(compact ? UNIT_TITLE_ID : SAVE_BAR_ID);
    onSaved?.();
  };
  const doDiscard = (): void => {
    setAsking(null);
    editor.change(discarded);
    save.clear();
    announce(t('mapping.discarded'));
    editor.focusLater(UNIT_TITLE_ID);
  };

  return (
    <>
      {changed > 0 && needsPreview && (
        <Card id={REVIEW_ID} title={t('mapping.review')}>
          {wrong.length > 0 ? (
            <p class="quiet-text">{t('mapping.review-mistakes')}</p>
          ) : (
            <>
              <p class="quiet-text">{t('mapping.review-text')}</p>
              <PlanPreview of={of} names={editor.names} onReport={setReport} onUnit={show} />
            </>
          )}
        </Card>
      )}
      <Failure title={t('mapping.save-failed')} error={save.error} text={t('mapping.save-failed-text')} />
      {(changed > 0 || canUndo) && (
        <section class={`mapping-bar ${changed > 0 ? 'sticky' : ''}`} id={SAVE_BAR_ID} tabIndex={-1} aria-label={t('mapping.save-bar')}>
          <div class="mapping-grow">
            <p>
              <Icon name={changed > 0 ? 'info' : 'check'} /> {changed > 0 ? t('mapping.changed', { count: changed }) : t('mapping.clean')}
            </p>
            {changed > 0 && (
              <p class={wrong.length > 0 || current?.status === 'failed' ? 'field-error' : 'quiet-text'} id={`${SAVE_BAR_ID}-why`}>
                {barWords()}
              </p>
            )}
          </div>
          {changed > 0 && buttons()}
          {changed === 0 && canUndo && <UndoSave editor={editor} />}
        </section>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          kind="danger"
          title={t('mapping.discard-title')}
          confirm={t('mapping.discard')}
          onConfirm={doDiscard}
          onCancel={() => setAsking(null)}
        >
          <p>{t('mapping.discard-text', { count: changed })}</p>
        </ConfirmDialog>
      )}
      {asking === 'save-unseen' && (
        <ConfirmDialog
          kind="danger"
          title={t('mapping.save-unseen')}
          confirm={t('mapping.save')}
          onConfirm={() => void doSave()}
          onCancel={() => setAsking(null)}
        >
          <p>{t('mapping.save-unseen-text')}</p>
        </ConfirmDialog>
      )}
    </>
  );

  function barWords() {
    if (wrong.length > 0) return t('mapping.with-mistakes', { count: wrong.length });
    if (!needsPreview) return '';
    if (current === null || current.status === 'working') return t('mapping.working-out');
    return current.summary === null ? t('mapping.unseen') : summaryText(t, current.summary);
  }

  /** Called, not rendered as a part of its own: that would be a new one each time, and the focus would be lost. */
  function buttons() {
    const [firstWrong] = wrong;
    return (
      <>
        {firstWrong !== undefined && (
          <Button kind="quiet" icon="right" onClick={() => show(firstWrong.unitId)}>
            {t('mapping.show-mistake')}
          </Button>
        )}
        {wrong.length === 0 && needsPreview && (
          <Button kind="quiet" icon="down" name={t('mapping.show-review-name')} onClick={() => document.getElementById(REVIEW_ID)?.focus()}>
            {t('mapping.show-review')}
          </Button>
        )}
        <Button icon="undo" onClick={() => setAsking('discard')}>
          {t('mapping.discard')}
        </Button>
        <Button
          kind="primary"
          isBusy={save.isBusy}
          isDisabled={!isReady}
          describedBy={`${SAVE_BAR_ID}-why`}
          onClick={() => {
            if (needsPreview && current?.status === 'failed') setAsking('save-unseen');
            else void doSave();
          }}
        >
          {t('mapping.save')}
        </Button>
      </>
    );
  }
}

/** What Smoobu calls it now; a number that stands in for a name is not saved as one. */
function nameToSave({ names }: Editor, unitId: number): string {
  return names.units.find((unit) => unit.unitId === unitId)?.name ?? '';
}
