/** The doors of a unit while they are changed: their order, who else uses them, and what is typed before and within the PIN. */
import { useId, useState } from 'preact/hooks';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { ownKeypadName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { Icon, IconText } from '../../ui/icon.tsx';
import { addDoor, hasDoor, knownPrefix, MAX_PREFIX_LENGTH, moveDoor, removeDoor, setDigits, setPrefix } from './model/draft.ts';
import type { DoorMistake, DraftDoor, DraftUnit, UnitMistakes } from './model/draft.ts';
import { isMissing } from './model/unit-rows.ts';
import { addButtonId } from './use-doors-editor.ts';
import type { Editor } from './use-doors-editor.ts';

export interface DoorListProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly mistakes: UnitMistakes;
}

export function DoorList({ editor, unit, mistakes }: DoorListProps) {
  const { t } = useApp();
  return (
    <ol class="plain-list doors-edited" aria-label={t('doors.doors-of', { unit: editor.unitName(unit.unitId) })}>
      {unit.doors.map((door, index) => (
        <li key={`${placeKey(door)} ${String(index)}`} class="doors-edited-row">
          <Door editor={editor} unit={unit} door={door} index={index} mistake={mistakes.doors.get(placeKey(door)) ?? null} />
        </li>
      ))}
    </ol>
  );
}

interface DoorProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly door: DraftDoor;
  readonly index: number;
  readonly mistake: DoorMistake | null;
}
function Door({ editor, unit, door, index, mistake }: DoorProps) {
  const { t, formats } = useApp();
  const isWrong = mistake === 'prefix' || mistake === 'digits';
  const [shown, setShown] = useState<'keypad' | 'also-for' | null>(isWrong ? 'keypad' : null);
  const partId = useId();
  const name = editor.doorName(door);
  const unitOf = editor.unitName(unit.unitId);
  const others = editor.usersOf(door).filter((user) => user !== unit.unitId);
  const keypad = editor.names.doors.find((known) => placeKey(known) === placeKey(door));
  const isShown = (part: typeof shown): boolean => shown === part || (part === 'keypad' && isWrong);
  const toggle = (part: 'keypad' | 'also-for') => setShown((before) => (before === part ? null : part));
  const move = (by: -1 | 1): void => {
    editor.edit(moveDoor(unit, door, by));
    editor.say((t) => t('doors.moved', { door: name, place: index + by + 1, unit: unitOf }));
    editor.focusWhenDrawn(moveButtonId(unit.unitId, door, by));
  };
  const remove = (): void => {
    const next = unit.doors[index + 1] ?? unit.doors[index - 1];
    editor.edit(removeDoor(unit, door));
    editor.say((t) => t('doors.removed-door', { door: name, unit: unitOf }));
    const isGone = next === undefined || placeKey(next) === placeKey(door);
    editor.focusWhenDrawn(isGone ? addButtonId(unit.unitId) : removeButtonId(unit.unitId, next));
  };
  return (
    <>
      <div class="doors-edited-line">
        <Icon name="door" />
        <div class="doors-edited-name">
          <p class="strong">{name}</p>
          <p class="quiet-text tiny">
            {ownKeypadName(name, keypad?.keypadName ?? '')} <code>{door.keypadId}</code>
            {others.length > 0 && <> · {t('doors.also-opens', { units: formats.list(others.map(editor.unitName)) })}</>}
          </p>
          {isMissing(editor.work.found, door) && <IconText class="field-error" icon="alert" text={t('doors.missing-door')} />}
          {mistake === 'twice' && <IconText class="field-error" icon="alert" text={t('doors.door-twice')} />}
        </div>
        <div class="row doors-edited-acts">
          {unit.doors.length > 1 && (
            <>
              <Button
                id={moveButtonId(unit.unitId, door, -1)}
                kind="quiet"
                icon="up"
                name={t('doors.move-up', { door: name })}
                isDisabled={index === 0}
                onClick={() => move(-1)}
              />
              <Button
                id={moveButtonId(unit.unitId, door, 1)}
                kind="quiet"
                icon="down"
                name={t('doors.move-down', { door: name })}
                isDisabled={index === unit.doors.length - 1}
                onClick={() => move(1)}
              />
            </>
          )}
          <Button
            kind="quiet"
            name={t('doors.also-for-name', { door: name })}
            isExpanded={isShown('also-for')}
            controls={isShown('also-for') ? `${partId}-also` : undefined}
            onClick={() => toggle('also-for')}
          >
            {t('doors.also-for')}
          </Button>
          <Button
            kind="quiet"
            name={t('doors.keypad-details-name', { door: name })}
            isExpanded={isShown('keypad')}
            controls={isShown('keypad') ? `${partId}-keypad` : undefined}
            onClick={() => toggle('keypad')}
          >
            {t('doors.keypad-details')}
          </Button>
          <Button
            id={removeButtonId(unit.unitId, door)}
            kind="quiet"
            icon="close"
            name={t('doors.remove-door-name', { door: name, unit: unitOf })}
            onClick={remove}
          />
        </div>
      </div>
      {isShown('also-for') && (
        <div id={`${partId}-also`} class="doors-edited-part">
          <AlsoFor editor={editor} place={door} />
        </div>
      )}
      {isShown('keypad') && (
        <div id={`${partId}-keypad`} class="doors-edited-part doors-keypad">
          <TextField
            label={t('doors.prefix')}
            hint={t('doors.prefix-hint')}
            value={door.prefix}
            inputMode="numeric"
            maxLength={MAX_PREFIX_LENGTH}
            error={mistake === 'prefix' ? t('doors.prefix-wrong') : null}
            onInput={(prefix) => editor.edit(setPrefix(unit, door, prefix))}
          />
          <TextField
            label={t('doors.digits')}
            hint={t('doors.digits-hint')}
            value={door.digits ?? ''}
            inputMode="numeric"
            maxLength={10}
            error={mistake === 'digits' ? t('doors.digits-wrong') : null}
            onInput={(digits) => editor.edit(setDigits(unit, door, digits))}
          />
        </div>
      )}
    </>
  );
}

/** Ticks every unit whose guests open the door: a gate is given to all of them at once. */
function AlsoFor({ editor, place }: { readonly editor: Editor; readonly place: KeypadPlace }) {
  const { t } = useApp();
  const tick = (unitId: UnitId, isOn: boolean): void => {
    const unit = editor.unitOf(unitId);
    editor.edit(isOn ? addDoor(unit, place, knownPrefix(editor.work.draft, place)) : removeDoor(unit, place));
  };
  return (
    <fieldset class="doors-also">
      <legend>{t('doors.also-for-which', { door: editor.doorName(place) })}</legend>
      {editor.rows.map(({ unitId, name }) => (
        <CheckField key={unitId} label={name} isOn={hasDoor(editor.unitOf(unitId), place)} onChange={(isOn) => tick(unitId, isOn)} />
      ))}
    </fieldset>
  );
}

function removeButtonId(unitId: UnitId, place: KeypadPlace): string {
  return `doors-remove-${String(unitId)}-${placeKey(place)}`;
}
function moveButtonId(unitId: UnitId, place: KeypadPlace, by: number): string {
  return `doors-move-${String(unitId)}-${placeKey(place)}-${String(by)}`;
}
