/** Units & doors: which doors the guests of each unit may open. Also a step of the setup. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { AccountNotes, RefreshAccounts } from './account-notes.tsx';
import { withSuggestions } from './mapping-work.ts';
import { SaveBar } from './save-bar.tsx';
import { UnitList } from './unit-list.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { sureSuggestions } from './unit-rows.ts';
import { UNIT_TITLE_ID, useMappingEditor } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

export function MappingView({ unitId }: { readonly unitId: UnitId | null }) {
  const { t } = useApp();
  return (
    <View title={t('mapping.title')} lead={t('mapping.lead')}>
      <MappingEditor unitId={unitId} />
    </View>
  );
}

export interface MappingEditorProps {
  /** Opens this unit. */
  readonly unitId?: UnitId | null;
  /** For the setup: without undo, and saved without a preview while no code is written yet. The setup shows the first plan itself. */
  readonly isCompact?: boolean;
  readonly onSaved?: () => void;
}

export function MappingEditor({ unitId = null, isCompact = false, onSaved }: MappingEditorProps) {
  const { t } = useApp();
  const { editor, mapping, reloadMapping } = useMappingEditor(unitId);
  if (editor === null) {
    return mapping.kind === 'error' ? (
      <Failure title={t('mapping.broken')} text={t('mapping.broken-text')} error={mapping.error} onRetry={reloadMapping} />
    ) : (
      <Loading label={t('mapping.loading')} rows={6} />
    );
  }
  const { row, unit, work, isDiscovering } = editor;
  return (
    <div class="mapping stack wide">
      <AccountNotes editor={editor} />
      {row === null && work.found === null && isDiscovering && <Loading label={t('mapping.reading')} rows={6} />}
      {row === null && work.found?.units?.length === 0 && (
        <Empty icon="door" title={t('mapping.no-units')} text={t('mapping.no-units-text')} actions={<RefreshAccounts editor={editor} />} />
      )}
      {row !== null && unit !== null && (
        <>
          <SureSuggestions editor={editor} />
          <div class="mapping-columns">
            <UnitList editor={editor} />
            <UnitPanel editor={editor} unit={unit} row={row} />
          </div>
        </>
      )}
      {(row !== null || work.saved.length > 0) && <SaveBar editor={editor} isCompact={isCompact} onSaved={onSaved} />}
    </div>
  );
}

function SureSuggestions({ editor }: { readonly editor: Editor }) {
  const { t, formats, announce } = useApp();
  const sure = sureSuggestions(editor.rows);
  const count = sure.length;
  if (count === 0) return null;
  return (
    <aside class="card panel stack" aria-label={t('mapping.suggested')}>
      <p>{t('mapping.sure-found', { count })}</p>
      <ul class="mapping-sure-list bullets">
        {sure.map(({ unitId, doors, likeness }) => (
          <li key={unitId}>
            {editor.unitName(unitId)} <Icon name="right" /> {formats.list(doors.map(editor.doorName))}{' '}
            <span class="quiet-text">{formats.percent(likeness)}</span>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button
          icon="check"
          onClick={() => {
            editor.change((work) => withSuggestions(work, sure, editor.unitName));
            announce(t('mapping.accepted-all', { count }));
            editor.focusWhenDrawn(UNIT_TITLE_ID);
          }}
        >
          {t('mapping.accept-sure', { count })}
        </Button>
      </div>
    </aside>
  );
}
