/**
 * The mapping editor without the view around it, so that the first steps can hold it, too:
 * `<MappingEditorCore compact onSaved={next} />`. `unitId` opens that unit. `compact`: without undo, and, as long as nothing is written
 * anyway (the first steps are not done), saved without a preview: the first plan is shown as a step of its own. `onSaved`: after each save.
 */
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { AccountNotes } from './account-notes.tsx';
import { accepted } from './mapping-work.ts';
import { ReadAgain } from './read-again.tsx';
import { SaveBar } from './save-bar.tsx';
import { UnitList } from './unit-list.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { sureSuggestions } from './unit-rows.ts';
import { UNIT_TITLE_ID, useMappingEditor } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

export interface MappingEditorCoreProps {
  readonly unitId?: UnitId | null;
  readonly compact?: boolean;
  readonly onSaved?: () => void;
}

export function MappingEditorCore({ unitId = null, compact = false, onSaved }: MappingEditorCoreProps) {
  const { t } = useApp();
  const state = useMappingEditor(unitId);
  const { editor } = state;
  if (editor === null) {
    return state.mapping.kind === 'error' ? (
      <Failure title={t('mapping.broken')} error={state.mapping.error} onRetry={state.reloadMapping} text={t('mapping.broken-text')} />
    ) : (
      <Loading label={t('mapping.loading')} rows={6} />
    );
  }
  const hasUnits = editor.row !== null;
  const isFirstReading = editor.work.found === null && state.isDiscovering;
  return (
    <div class="mapping">
      <AccountNotes editor={editor} state={state} />
      {!hasUnits && isFirstReading && <Loading label={t('mapping.reading')} rows={6} />}
      {!hasUnits && editor.work.found?.units?.length === 0 && (
        <Empty
          icon="door"
          title={t('mapping.no-units')}
          actions={<ReadAgain isDiscovering={state.isDiscovering} discover={state.discover} />}
          text={t('mapping.no-units-text')}
        />
      )}
      {editor.row !== null && editor.unit !== null && (
        <>
          <SureSuggestions editor={editor} />
          <div class="mapping-columns">
            <UnitList editor={editor} isDiscovering={state.isDiscovering} discover={state.discover} />
            <UnitPanel editor={editor} unit={editor.unit} row={editor.row} />
          </div>
        </>
      )}
      {(hasUnits || editor.work.saved.length > 0) && (
        <SaveBar editor={editor} compact={compact} {...(onSaved === undefined ? {} : { onSaved })} />
      )}
    </div>
  );
}

function SureSuggestions({ editor }: { readonly editor: Editor }) {
  const { t, announce } = useApp();
  const sure = sureSuggestions(editor.rows);
  if (sure.length === 0) return null;
  const count = sure.length;
  return (
    <aside class="card mapping-sure" aria-label={t('mapping.suggested')}>
      <p>{t('mapping.sure-found', { count })}</p>
      <ul class="mapping-sure-list">
        {sure.map(({ unitId, doors, likeness }) => (
          <li key={unitId}>
            <SurePair editor={editor} unitId={unitId} doors={doors} likeness={likeness} />
          </li>
        ))}
      </ul>
      <div class="row">
        <Button
          icon="check"
          onClick={() => {
            editor.change((work) => accepted(work, sure, editor.unitName));
            announce(t('mapping.accepted-all', { count }));
            editor.focusLater(UNIT_TITLE_ID);
          }}
        >
          {t('mapping.accept-sure', { count })}
        </Button>
      </div>
    </aside>
  );
}

function SurePair({ editor, unitId, doors, likeness }: { readonly editor: Editor } & ReturnType<typeof sureSuggestions>[number]) {
  const { formats } = useApp();
  return (
    <>
      {editor.unitName(unitId)} <Icon name="right" /> {formats.list(doors.map((place) => editor.doorName(place)))}{' '}
      <span class="quiet-text">{formats.percent(likeness)}</span>
    </>
  );
}
