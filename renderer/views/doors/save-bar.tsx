/** What saving would change on the locks, and the buttons that save, discard and undo. */
import { useState } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { useCall } from '../../lib/use-call.ts';
import { useStable } from '../../lib/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import type { PreviewReport } from '../preview/plan-preview.tsx';
import { summaryText } from '../preview/preview-rows.ts';
import { changedUnits, hasMistakes, toInput } from './model/draft.ts';
import { afterDiscard, afterSave } from './model/doors-work.ts';
import { UndoSave } from './undo-save.tsx';
import { SAVE_BAR_ID, unitButtonId } from './use-doors-editor.ts';
import type { Editor } from './use-doors-editor.ts';

const REVIEW_ID = 'doors-review';
const REASON_ID = 'doors-save-reason';

export function SaveBar({ editor }: { readonly editor: Editor }) {
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
  const canUndo = work.before !== null;
  // Smoobu's current name is saved, but not a number used as a name.
  const nameToSave = (id: UnitId): string => names.units.find(({ unitId }) => unitId === id)?.name ?? '';
  const of = useStable({ of: 'draft', units: toInput(work.draft, ({ unitId }) => nameToSave(unitId)) } as const);
  // A preview of another draft does not count.
  const current = report?.of === of ? report : null;
  const isReady = isDue && wrong.length === 0 && current !== null && current.status !== 'working';
  const reason = (): string => {
    if (wrong.length > 0) return t('doors.with-mistakes', { count: wrong.length });
    if (current === null || current.status === 'working') return t('doors.working-out');
    return current.summary === null ? t('doors.unseen') : summaryText(t, current.summary);
  };

  const show = (unitId: UnitId): void => {
    editor.setOpen(unitId);
    editor.focusWhenDrawn(unitButtonId(unitId));
  };
  const onSave = async (): Promise<void> => {
    setAsking(null);
    const answer = await save.run({ units: of.units });
    if (answer === null) return;
    editor.change((before) => afterSave(before, answer));
    editor.setOpen(null);
    announce(t('doors.saved'));
    editor.focusWhenDrawn(SAVE_BAR_ID);
  };
  const onDiscard = (): void => {
    setAsking(null);
    editor.change(afterDiscard);
    save.clear();
    announce(t('doors.discarded'));
    focusAfterDraw(VIEW_TITLE_ID);
  };

  return (
    <>
      {isDue && (
        <Card id={REVIEW_ID} title={t('doors.review')}>
          {wrong.length > 0 ? (
            <p class="quiet-text">{t('doors.review-mistakes')}</p>
          ) : (
            <>
              <p class="quiet-text">{t('doors.review-text')}</p>
              <PlanPreview of={of} names={names} onReport={setReport} onUnit={show} />
            </>
          )}
        </Card>
      )}
      <Failure title={t('doors.save-failed')} text={t('doors.save-failed-text')} error={save.error} />
      {(isDue || canUndo) && (
        <section class={isDue ? 'save-bar row' : 'doors-bar panel row'} id={SAVE_BAR_ID} tabIndex={-1} aria-label={t('doors.save-bar')}>
          <div class="grow">
            <p class={isDue ? 'strong' : undefined}>
              {!isDue && <Icon name="check" />}{' '}
              {changed > 0 ? t('doors.changed', { count: changed }) : t(isUnconfirmed ? 'doors.unconfirmed' : 'doors.clean')}
            </p>
            {isDue && (
              <p class={wrong.length > 0 || current?.status === 'failed' ? 'field-error' : 'quiet-text'} id={REASON_ID}>
                {reason()}
              </p>
            )}
          </div>
          {firstWrong !== undefined && isDue && (
            <Button kind="quiet" onClick={() => show(firstWrong.unitId)}>
              {t('doors.show-mistake')}
            </Button>
          )}
          {firstWrong === undefined && isDue && (
            <Button kind="quiet" name={t('doors.show-review-name')} onClick={() => document.getElementById(REVIEW_ID)?.focus()}>
              {t('doors.show-review')}
            </Button>
          )}
          {isDue && (
            <>
              {changed > 0 && <Button onClick={() => setAsking('discard')}>{t('doors.discard')}</Button>}
              <Button
                kind="primary"
                isBusy={save.isBusy}
                isDisabled={!isReady}
                describedBy={REASON_ID}
                onClick={() => {
                  if (current?.status === 'failed') setAsking('save-unseen');
                  else void onSave();
                }}
              >
                {t('doors.save')}
              </Button>
            </>
          )}
          {!isDue && canUndo && <UndoSave editor={editor} />}
        </section>
      )}
      {asking !== null && (
        <ConfirmDialog
          kind="danger"
          title={t(asking === 'discard' ? 'doors.discard-title' : 'doors.save-unseen')}
          confirm={t(asking === 'discard' ? 'doors.discard' : 'doors.save')}
          onConfirm={asking === 'discard' ? onDiscard : () => void onSave()}
          onCancel={() => setAsking(null)}
        >
          <p>{asking === 'discard' ? t('doors.discard-text', { count: changed }) : t('doors.save-unseen-text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
