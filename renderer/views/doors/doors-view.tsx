/** Units & doors: every unit with its doors, changed where they are listed, and every door with the units that use it. */
import { useEffect, useState } from 'preact/hooks';
import type { LockId, UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useLeaveGuard } from '../../lib/leave-guard.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/field.tsx';
import { PageSearch } from '../../ui/page-search.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { AccountNotes, RefreshAccounts } from './account-notes.tsx';
import { AllDoors } from './all-doors.tsx';
import { withMatches } from './model/doors-work.ts';
import { changedUnits } from './model/draft.ts';
import { filteredRows, sureMatches } from './model/unit-rows.ts';
import { SaveBar } from './save-bar.tsx';
import { UnitItem } from './unit-list.tsx';
import { SAVE_BAR_ID, useDoorsEditor } from './use-doors-editor.ts';
import type { Editor } from './use-doors-editor.ts';

export interface DoorsViewProps {
  /** Is opened for changes. */
  readonly unitId: UnitId | null;
  /** The door whose panel opens. */
  readonly lockId: LockId | null;
}
export function DoorsView({ unitId, lockId }: DoorsViewProps) {
  const { t, route, openPanel } = useApp();
  // Also when the same door is asked for again.
  useEffect(() => {
    if (lockId !== null) openPanel({ kind: 'door', lockId });
  }, [lockId, route, openPanel]);
  const { editor, saved, reload } = useDoorsEditor(unitId);
  return (
    <View title={t('shell.doors')} lead={t('doors.lead')}>
      {editor !== null && <Content editor={editor} />}
      {editor === null && saved.kind !== 'error' && <Loading label={t('doors.loading')} rows={6} />}
      <Failure
        title={t('doors.broken')}
        text={t('doors.broken-text')}
        error={editor === null && saved.kind === 'error' ? saved.error : null}
        onRetry={reload}
      />
    </View>
  );
}

function Content({ editor }: { readonly editor: Editor }) {
  const { t, openPanel } = useApp();
  const { rows, work, isDiscovering } = editor;
  const changed = changedUnits(work.saved, work.draft).size;
  useLeaveGuard(
    changed === 0
      ? null
      : {
          title: t('doors.leave-title'),
          texts: [t('doors.discard-text', { count: changed })],
          confirm: t('doors.leave'),
          cancel: t('doors.stay'),
          kind: 'danger',
        },
  );
  const onDoor = (lockId: LockId): void => openPanel({ kind: 'door', lockId });
  return (
    <div class="doors stack wide">
      <p class="visually-hidden" role="status">
        {editor.said?.(t)}
      </p>
      <AccountNotes editor={editor} />
      {rows.length === 0 && work.found === null && isDiscovering && <Loading label={t('doors.reading')} rows={6} />}
      {rows.length === 0 && work.found?.units?.length === 0 && (
        <Empty icon="door" title={t('doors.no-units')} text={t('doors.no-units-text')} actions={<RefreshAccounts editor={editor} />} />
      )}
      {rows.length > 0 && (
        <>
          <Matched editor={editor} />
          <Units editor={editor} onDoor={onDoor} />
          <AllDoors editor={editor} onDoor={onDoor} />
        </>
      )}
      {(rows.length > 0 || work.saved.length > 0) && <SaveBar editor={editor} />}
    </div>
  );
}

function Units({ editor, onDoor }: { readonly editor: Editor; readonly onDoor: (lockId: LockId) => void }) {
  const { t } = useApp();
  const [search, setSearch] = useState('');
  const [isWithoutDoorOnly, setWithoutDoorOnly] = useState(false);
  const namesOf = (id: UnitId): readonly string[] => editor.unitOf(id).doors.map(editor.doorName);
  const shown = filteredRows(editor.rows, search, isWithoutDoorOnly ? 'without-door' : 'all', namesOf);
  return (
    <section class="stack" aria-label={t('doors.units')}>
      <div class="doors-tools">
        <PageSearch label={t('doors.search-units')} value={search} onInput={setSearch} />
        <CheckField label={t('doors.only-without-door')} isOn={isWithoutDoorOnly} onChange={setWithoutDoorOnly} />
        <p class="quiet-text" role="status">
          {editor.isDiscovering ? t('doors.reading') : t('doors.units-shown', { count: shown.length })}
        </p>
      </div>
      {shown.length === 0 && <p>{isWithoutDoorOnly && search.trim() === '' ? t('doors.all-have-doors') : t('doors.none-found')}</p>}
      <ul class="plain-list panel doors-list" role="list" aria-label={t('doors.units')} hidden={shown.length === 0}>
        {shown.map((row) => (
          <UnitItem key={row.unitId} editor={editor} row={row} onDoor={({ lockId }) => onDoor(lockId)} />
        ))}
      </ul>
    </section>
  );
}

function Matched({ editor }: { readonly editor: Editor }) {
  const { t } = useApp();
  const matches = sureMatches(editor.rows);
  const count = matches.length;
  if (count === 0) return null;
  return (
    <aside class="card panel row" aria-label={t('doors.match')}>
      <p class="grow">{t('doors.matched', { count })}</p>
      <Button
        icon="check"
        onClick={() => {
          editor.change((work) => withMatches(work, matches, editor.unitName));
          editor.say((t) => t('doors.used-matches', { count }));
          editor.focusWhenDrawn(SAVE_BAR_ID);
        }}
      >
        {t('doors.use-matches', { count })}
      </Button>
    </aside>
  );
}
