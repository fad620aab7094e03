/** Undoes the last save, after a confirmation that shows what that changes. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import { changedUnits, draftOf, toInput } from './model/draft.ts';
import { afterSave } from './model/doors-work.ts';
import type { Editor } from './use-doors-editor.ts';

export function UndoSave({ editor }: { readonly editor: Editor }) {
  const { t, formats, announce } = useApp();
  const undo = useCall('mapping.undo');
  const [isAsking, setAsking] = useState(false);
  const { before, saved } = editor.work;
  const draft = draftOf(before ?? []);

  const doUndo = async (): Promise<void> => {
    const answer = await undo.run(null);
    if (answer === null) return;
    setAsking(false);
    editor.change((work) => afterSave(work, answer));
    announce(t('doors.undone'));
    focusAfterDraw(VIEW_TITLE_ID);
  };
  return (
    <>
      <Button icon="undo" onClick={() => setAsking(true)}>
        {t('doors.undo')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('doors.undo-title')}
          confirm={t('doors.undo-confirm')}
          isBusy={undo.isBusy}
          onConfirm={() => void doUndo()}
          onCancel={() => {
            undo.clear();
            setAsking(false);
          }}
        >
          <p>{t('doors.undo-units', { units: formats.list([...changedUnits(saved, draft)].map(editor.unitName)) })}</p>
          <PlanPreview of={{ of: 'draft', units: toInput(draft, ({ name }) => name) }} names={editor.names} />
          <p>{t('doors.undo-text')}</p>
          <Failure title={t('doors.undo-failed')} error={undo.error} text={t('doors.undo-failed-text')} />
        </ConfirmDialog>
      )}
    </>
  );
}
