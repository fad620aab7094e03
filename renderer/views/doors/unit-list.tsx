/** The rows of units: name, doors as chips in the order guests meet them, and the button that opens the doors for changes. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { withMatches } from './model/doors-work.ts';
import type { Match, UnitRow } from './model/unit-rows.ts';
import { UnitEditor } from './unit-editor.tsx';
import { unitButtonId } from './use-doors-editor.ts';
import type { Editor } from './use-doors-editor.ts';

export interface UnitItemProps {
  readonly editor: Editor;
  readonly row: UnitRow;
  /** Before the name. */
  readonly start?: ComponentChildren;
  /** Behind the doors, in quiet words. */
  readonly note?: ComponentChildren;
  /** The setup says in a column what the marks say here, and leaves the times to the settings. */
  readonly isSetup?: boolean;
  /** Opens the panel of a door; without it, chips are only text. */
  readonly onDoor?: ((place: KeypadPlace) => void) | undefined;
}
export function UnitItem({ editor, row, start, note, isSetup = false, onDoor }: UnitItemProps) {
  const { t, formats } = useApp();
  const id = useId();
  const { unitId, name } = row;
  const match = isSetup ? null : row.match;
  const isOpen = editor.open === unitId;
  const { doors, needsNoCode } = editor.unitOf(unitId);
  const isChoice = doors.length === 0 && !needsNoCode && !row.isGone;
  return (
    <li class={isOpen ? 'doors-item open' : 'doors-item'}>
      <div class="doors-row">
        {start}
        <p class="doors-unit">
          <span class="strong">{name}</span> {!isSetup && <UnitMarks row={row} />}
        </p>
        <div class="doors-chips">
          {doors.map((door, index) => (
            <DoorChip key={`${placeKey(door)} ${String(index)}`} name={editor.doorName(door)} onOpen={onDoor && (() => onDoor(door))} />
          ))}
          {match !== null && (
            <div>
              <p class="quiet-text">{formats.list(match.doors.map(editor.doorName))}</p>
              <p class="quiet-text tiny">{matchText(t, match)}</p>
            </div>
          )}
        </div>
        {note !== undefined && <p class="doors-note quiet-text tiny">{note}</p>}
        {match !== null && <UseMatch editor={editor} row={row} match={match} />}
        <Button
          kind="quiet"
          id={unitButtonId(unitId)}
          name={t(isChoice ? 'doors.choose-name' : 'doors.change-name', { unit: name })}
          isExpanded={isOpen}
          controls={isOpen ? id : undefined}
          onClick={() => editor.setOpen(isOpen ? null : unitId)}
        >
          {t(isChoice ? 'doors.choose' : 'doors.change')}
        </Button>
      </div>
      {isOpen && <UnitEditor key={unitId} editor={editor} row={row} id={id} hasTimes={!isSetup} />}
    </li>
  );
}

function DoorChip({ name, onOpen }: { readonly name: string; readonly onOpen: (() => void) | undefined }) {
  const { t } = useApp();
  const content = (
    <>
      <Icon name="door" /> <span class="cut">{name}</span>
    </>
  );
  if (onOpen === undefined) return <span class="chip">{content}</span>;
  return (
    <button type="button" class="chip" aria-label={t('doors.open-door', { door: name })} onClick={onOpen}>
      {content}
    </button>
  );
}

function UseMatch({ editor, row, match }: { readonly editor: Editor; readonly row: UnitRow; readonly match: Match }) {
  const { t } = useApp();
  return (
    <div class="doors-use">
      <Button
        kind="quiet"
        name={t('doors.use-match-name', { unit: row.name })}
        onClick={() => {
          editor.change((work) => withMatches(work, [match], editor.unitName));
          editor.say((t) => t('doors.used-matches', { count: 1 }));
          editor.focusWhenDrawn(unitButtonId(row.unitId));
        }}
      >
        {t('doors.use-match')}
      </Button>
    </div>
  );
}

/** "same words in the name, gate shared by 3". */
export function matchText(t: ReturnType<typeof useApp>['t'], { likeness, sharedBy }: Match): string {
  const words = t(`doors.${likeness}`);
  return sharedBy === 0 ? words : `${words}, ${t('doors.shared-by', { count: sharedBy })}`;
}

function UnitMarks({ row }: { readonly row: UnitRow }) {
  const { t } = useApp();
  return (
    <span class="doors-marks">
      {row.hasMistake && <Badge tone="urgent" text={t('doors.mark-mistake')} />}
      {row.isMissingDoor && <Badge tone="urgent" text={t('doors.mark-missing')} />}
      {row.doorCount === 0 && !row.isGone && !row.needsNoCode && <Badge tone="warning" text={t('doors.mark-without-door')} />}
      {row.needsNoCode && <Badge tone="neutral" text={t('doors.mark-no-code')} />}
      {row.isGone && <Badge tone="neutral" text={t('doors.mark-gone')} />}
      {row.isChanged && <Badge tone="waiting" icon="edit" text={t('doors.mark-changed')} />}
    </span>
  );
}
