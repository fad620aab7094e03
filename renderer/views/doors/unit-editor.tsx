/** One unit while it is changed, below its row: its doors, and its times. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/field.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Card, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { DoorList } from './door-list.tsx';
import { DoorPicker } from './door-picker.tsx';
import { addDoor, knownPrefix, MAX_DOORS, mistakesOf, withoutUnit } from './model/draft.ts';
import type { UnitRow } from './model/unit-rows.ts';
import { UnitTimes } from './unit-times.tsx';
import { addButtonId, unitButtonId } from './use-doors-editor.ts';
import type { Editor } from './use-doors-editor.ts';

export interface UnitEditorProps {
  readonly editor: Editor;
  readonly row: UnitRow;
  readonly id: string;
  /** During the setup, the times of the settings apply. */
  readonly hasTimes: boolean;
}
export function UnitEditor({ editor, row, id, hasTimes }: UnitEditorProps) {
  const { t } = useApp();
  const unit = editor.unitOf(row.unitId);
  // A unit without a door is opened to choose one.
  const [isChoosing, setChoosing] = useState(unit.doors.length === 0 && !unit.needsNoCode && !row.isGone);
  const mistakes = mistakesOf(unit);
  const close = (): void => {
    editor.setOpen(null);
    focusAfterDraw(unitButtonId(row.unitId));
  };
  return (
    <div
      class="doors-editor stack medium"
      id={id}
      role="group"
      aria-label={t('doors.change-name', { unit: row.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      {row.isGone && <GoneUnit editor={editor} row={row} />}
      {unit.doors.length > 0 && <DoorList editor={editor} unit={unit} mistakes={mistakes} />}
      {unit.doors.length === 0 && !unit.needsNoCode && (
        <IconText class="tone-warning" icon="alert" text={t('doors.no-doors', { unit: row.name })} />
      )}
      {mistakes.tooManyDoors && (
        <IconText class="field-error" role="alert" icon="alert" text={t('doors.too-many-doors', { most: MAX_DOORS })} />
      )}
      {isChoosing && (
        <DoorPicker
          editor={editor}
          unit={unit}
          onClose={() => {
            setChoosing(false);
            editor.focusWhenDrawn(addButtonId(row.unitId));
          }}
          onChoose={(place) => {
            editor.edit(addDoor(unit, place, knownPrefix(editor.work.draft, place)));
            editor.say((t) => t('doors.added-door', { door: editor.doorName(place), unit: row.name }));
            setChoosing(false);
            editor.focusWhenDrawn(addButtonId(row.unitId));
          }}
        />
      )}
      {unit.doors.length === 0 && (
        <CheckField
          label={t('doors.no-code-needed', { unit: row.name })}
          hint={t('doors.no-code-needed-hint')}
          isOn={unit.needsNoCode}
          onChange={(needsNoCode) => editor.edit({ ...unit, needsNoCode })}
        />
      )}
      {hasTimes && <UnitTimes editor={editor} unit={unit} mistakes={mistakes} />}
      <div class="row">
        {!isChoosing && (
          <Button id={addButtonId(row.unitId)} icon="plus" isExpanded={false} onClick={() => setChoosing(true)}>
            {t('doors.add-door')}
          </Button>
        )}
        <Button kind="quiet" name={t('doors.done-name', { unit: row.name })} onClick={close}>
          {t('doors.done')}
        </Button>
      </div>
    </div>
  );
}

function GoneUnit({ editor, row }: { readonly editor: Editor; readonly row: UnitRow }) {
  const { t } = useApp();
  const takeOut = (): void => {
    editor.change((work) => ({ ...work, draft: withoutUnit(work.draft, row.unitId) }));
    editor.setOpen(null);
    editor.say((t) => t('doors.taken-out', { unit: row.name }));
    focusAfterDraw(VIEW_TITLE_ID);
  };
  return (
    <Card
      level={2}
      tone="warning"
      icon="alert"
      title={t('doors.gone')}
      actions={
        <Button kind="danger" icon="trash" onClick={takeOut}>
          {t('doors.take-out')}
        </Button>
      }
    >
      <p>{t('doors.gone-text')}</p>
    </Card>
  );
}
