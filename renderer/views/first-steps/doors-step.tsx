/** Which doors guests open: units and doors matched by name, each to be checked, and used all at once. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { AccountNotes, RefreshAccounts } from '../doors/account-notes.tsx';
import { withMatches } from '../doors/model/doors-work.ts';
import { hasMistakes, toInput } from '../doors/model/draft.ts';
import { matchesOf } from '../doors/model/unit-rows.ts';
import type { UnitRow } from '../doors/model/unit-rows.ts';
import { matchText, UnitItem } from '../doors/unit-list.tsx';
import { useDoorsEditor } from '../doors/use-doors-editor.ts';
import type { Editor } from '../doors/use-doors-editor.ts';
import { SetupFrame } from './setup-frame.tsx';

export interface DoorsStepProps {
  /** Is opened to choose its door. */
  readonly unitId: UnitId | null;
  readonly onBack: () => void;
  readonly onSaved: () => void;
}
export function DoorsStep({ unitId, onBack, onSaved }: DoorsStepProps) {
  const { t } = useApp();
  const { editor, saved, reload } = useDoorsEditor(unitId);
  // The units that the user unticked, or that are only similar to their door.
  const [left, setLeft] = useState<ReadonlySet<UnitId>>(new Set());
  const save = useCall('mapping.save');
  const noteId = useId();
  const proposed = useProposals(editor, (ids) => setLeft(new Set(ids)));
  const rows = editor?.rows ?? [];
  const used = editor?.work.draft.filter((unit) => (unit.doors.length > 0 || unit.needsNoCode) && !left.has(unit.unitId)) ?? [];
  const withDoors = used.filter(({ doors }) => doors.length > 0);
  const isWrong = used.some(hasMistakes);
  const isReading = rows.length === 0 && (editor === null || editor.isDiscovering) && saved.kind !== 'error';
  const onUse = async (): Promise<void> => {
    if (editor === null) return;
    const nameOf = (unitId: UnitId): string => editor.names.units.find((unit) => unit.unitId === unitId)?.name ?? '';
    if ((await save.run({ units: toInput(used, ({ unitId }) => nameOf(unitId)) })) !== null) onSaved();
  };
  const tick = (unitId: UnitId, isOn: boolean): void =>
    setLeft((before) => new Set(isOn ? [...before].filter((id) => id !== unitId) : [...before, unitId]));
  return (
    <SetupFrame
      title={t('first-steps.doors-title')}
      lead={
        rows.length === 0
          ? t(isReading ? 'doors.reading' : 'doors.lead')
          : t('first-steps.doors-lead', { matched: proposed.size, count: rows.length })
      }
      step="doors"
      note={
        <p class="quiet-text" id={noteId}>
          {editor !== null && rows.length > 0 && (
            <Note editor={editor} withoutDoor={rows.length - used.length} isNone={withDoors.length === 0} isWrong={isWrong} />
          )}
        </p>
      }
      actions={
        <>
          <Button onClick={onBack}>{t('first-steps.back')}</Button>
          <Button
            kind="primary"
            isBusy={save.isBusy}
            isDisabled={withDoors.length === 0 || isWrong}
            describedBy={noteId}
            onClick={() => void onUse()}
          >
            {t('first-steps.use', { count: Math.max(withDoors.length, 1) })}
          </Button>
        </>
      }
    >
      <Failure title={t('doors.save-failed')} text={t('first-steps.start-failed-text')} error={save.error} />
      {editor === null && saved.kind === 'error' && (
        <Failure title={t('doors.broken')} text={t('first-steps.start-failed-text')} error={saved.error} onRetry={reload} />
      )}
      <p class="visually-hidden" role="status">
        {editor?.said?.(t)}
      </p>
      {editor !== null && <AccountNotes editor={editor} />}
      {isReading && <Loading label={t('doors.reading')} rows={6} />}
      {editor !== null && rows.length === 0 && editor.work.found?.units?.length === 0 && (
        <Empty icon="door" title={t('doors.no-units')} text={t('doors.no-units-text')} actions={<RefreshAccounts editor={editor} />} />
      )}
      {editor !== null && rows.length > 0 && (
        <div class="panel setup-table">
          <div class="setup-table-head quiet-text tiny" aria-hidden="true">
            <span />
            <span>{t('doors.unit')}</span>
            <span>{t('doors.in-order')}</span>
            <span>{t('doors.match')}</span>
            <span />
          </div>
          <ul class="plain-list" role="list" aria-label={t('doors.units')}>
            {rows.map((row) => (
              <UnitItem
                key={row.unitId}
                editor={editor}
                row={row}
                isSetup
                start={<Tick row={row} isOn={row.doorCount > 0 && !left.has(row.unitId)} onChange={(isOn) => tick(row.unitId, isOn)} />}
                note={<MatchNote editor={editor} row={row} isProposed={proposed.has(row.unitId)} />}
              />
            ))}
          </ul>
        </div>
      )}
    </SetupFrame>
  );
}

/** Puts the matches into the draft once, as soon as the accounts are read. The user decides what is used. */
function useProposals(editor: Editor | null, onSimilar: (ids: readonly UnitId[]) => void): ReadonlySet<UnitId> {
  const proposed = useRef<ReadonlySet<UnitId> | null>(null);
  const found = editor?.work.found ?? null;
  useEffect(() => {
    if (editor === null || found === null || proposed.current !== null) return;
    const matches = editor.rows.flatMap(({ match }) => (match === null ? [] : [match]));
    proposed.current = new Set(matches.map(({ unitId }) => unitId));
    onSimilar(matches.filter(({ likeness }) => likeness === 'similar').map(({ unitId }) => unitId));
    editor.change((work) => withMatches(work, matches, editor.unitName));
  }, [editor, found, onSimilar]);
  return proposed.current ?? new Set();
}

function Tick({ row, isOn, onChange }: { readonly row: UnitRow; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t } = useApp();
  return (
    <input
      type="checkbox"
      aria-label={t('first-steps.use-unit', { unit: row.name })}
      checked={isOn}
      disabled={row.doorCount === 0}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function MatchNote({ editor, row, isProposed }: { readonly editor: Editor; readonly row: UnitRow; readonly isProposed: boolean }) {
  const { t } = useApp();
  const { found } = editor.work;
  const match = found === null ? undefined : matchesOf(found).get(row.unitId);
  // Its guests get no code.
  if (row.doorCount === 0) return row.needsNoCode ? null : <Badge tone="warning" text={t('doors.mark-without-door')} />;
  const places = (doors: readonly { readonly lockId: number; readonly keypadId: string }[]): string =>
    doors.map(({ lockId, keypadId }) => `${String(lockId)} ${keypadId}`).join();
  const isAsMatched = isProposed && match !== undefined && places(match.doors) === places(editor.unitOf(row.unitId).doors);
  return <>{isAsMatched ? matchText(t, match) : t('doors.chosen')}</>;
}

interface NoteProps {
  readonly editor: Editor;
  readonly withoutDoor: number;
  readonly isNone: boolean;
  readonly isWrong: boolean;
}
function Note({ editor, withoutDoor, isNone, isWrong }: NoteProps) {
  const { t } = useApp();
  if (isNone) return <>{t('first-steps.use-none')}</>;
  if (isWrong) return <>{t('doors.review-mistakes')}</>;
  const gates = (editor.work.found?.gates ?? []).filter((gate) => editor.usersOf(gate).length > 1);
  return (
    <>
      {[
        ...(withoutDoor > 0 ? [t('first-steps.no-code-yet', { count: withoutDoor })] : []),
        ...gates.map((gate) => t('first-steps.gate', { door: editor.doorName(gate), count: editor.usersOf(gate).length })),
      ].join(' ')}
    </>
  );
}
