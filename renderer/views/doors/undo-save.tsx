/** Undoes the last save, after a confirmation that shows what that changes. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/states.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import { changedUnits, draftOf, toInput } from './draft.ts';
import { afterUndo } from './mapping-work.ts';
import { UNIT_TITLE_ID } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

export function UndoSave({ editor }: { readonly editor: Editor }) {
  const { t, formats, announce } = useApp();
  const undo = useCall('mapping.undo');
  const [isAsking, setAsking] = useState(false);
  const { beforeSave, saved } = editor.work;
  const draft = beforeSave === null ? null : draftOf(beforeSave);

  const doUndo = async (): Promise<void> => {
    const answer = await undo.run(null);
    if (answer === null) return;
    setAsking(false);
    editor.change((work) => afterUndo(work, answer));
    announce(t('mapping.undone'));
    editor.focusWhenDrawn(UNIT_TITLE_ID);
  };
  return (
    <>
      <Button icon="undo" onClick={() => setAsking(true)}>
        {t('mapping.undo')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('mapping.undo-title')}
          confirm={t('mapping.undo-confirm')}
          isBusy={undo.isBusy}
          onConfirm={() => void doUndo()}
          onCancel={() => {
            undo.clear();
            setAsking(false);
          }}
        >
          {draft !== null && beforeSave !== null && (
            <>
              <p>{t('mapping.undo-units', { units: formats.list([...changedUnits(saved, draft)].map(editor.unitName)) })}</p>
              <PlanPreview of={{ of: 'draft', units: toInput(draft, ({ name }) => name) }} names={editor.names} />
            </>
          )}
          <p>{t('mapping.undo-text')}</p>
          <Failure title={t('mapping.undo-failed')} error={undo.error} text={t('mapping.undo-failed-text')} />
        </ConfirmDialog>
      )}
    </>
  );
}
