/** The doors of a unit: the name of each, which other units use it, and the prefix that is typed before the PIN. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { keypadName, lockName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon, IconText } from '../../ui/icon.tsx';
import { MAX_PREFIX_LENGTH, removeDoor, setDigits, setPrefix } from './draft.ts';
import type { DoorMistake, DraftDoor, DraftUnit, UnitMistakes } from './draft.ts';
import { isMissing } from './unit-rows.ts';
import { ADD_DOOR_ID } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

export interface DoorListProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly mistakes: UnitMistakes;
}

export function DoorList({ editor, unit, mistakes }: DoorListProps) {
  const { t, announce } = useApp();
  const remove = (door: DraftDoor, index: number): void => {
    const next = unit.doors[index + 1] ?? unit.doors[index - 1];
    editor.edit(removeDoor(unit, door));
    announce(t('mapping.removed-door', { door: editor.doorName(door), unit: editor.unitName(unit.unitId) }));
    editor.focusWhenDrawn(next === undefined || placeKey(next) === placeKey(door) ? ADD_DOOR_ID : removeButtonId(next));
  };
  return (
    <>
      <ul class="plain-list stack" role="list" aria-label={t('mapping.doors')}>
        {unit.doors.map((door, index) => (
          <li key={`${placeKey(door)} ${String(index)}`}>
            <Door
              editor={editor}
              unit={unit}
              door={door}
              others={editor.otherUnits(unit.unitId, door)}
              mistake={mistakes.doors.get(placeKey(door)) ?? null}
              onRemove={() => remove(door, index)}
            />
          </li>
        ))}
      </ul>
      <p class="hint">{t('mapping.prefix-hint')}</p>
      <p class="hint">{t('mapping.digits-hint')}</p>
    </>
  );
}

interface DoorProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly door: DraftDoor;
  /** Names of the other units that use it. */
  readonly others: readonly string[];
  readonly mistake: DoorMistake | null;
  readonly onRemove: () => void;
}
function Door({ editor, unit, door, others, mistake, onRemove }: DoorProps) {
  const { t, formats } = useApp();
  const { names } = editor;
  const keypad = names.doors.find((known) => placeKey(known) === placeKey(door));
  return (
    <div class="mapping-door">
      <div>
        <p>
          <Icon name="door" /> <strong>{lockName({ names }, t, door.lockId)}</strong>
        </p>
        <p class="quiet-text">
          {keypadName(t, keypad?.keypadName ?? '')} <code>{door.keypadId}</code>
        </p>
        {others.length > 0 && <IconText class="tone-waiting" icon="user" text={t('mapping.also-opens', { units: formats.list(others) })} />}
        {isMissing(editor.work.found, door) && <IconText class="field-error" icon="alert" text={t('mapping.missing-door')} />}
        {mistake === 'twice' && <IconText class="field-error" icon="alert" text={t('mapping.door-twice')} />}
      </div>
      <div class="mapping-prefix">
        <TextField
          label={t('mapping.prefix')}
          value={door.prefix}
          inputMode="numeric"
          maxLength={MAX_PREFIX_LENGTH}
          error={mistake === 'prefix' ? t('mapping.prefix-wrong') : null}
          onInput={(prefix) => editor.edit(setPrefix(unit, door, prefix))}
        />
        <TextField
          label={t('mapping.digits')}
          value={door.digits ?? ''}
          inputMode="numeric"
          maxLength={10}
          error={mistake === 'digits' ? t('mapping.digits-wrong') : null}
          onInput={(digits) => editor.edit(setDigits(unit, door, digits))}
        />
      </div>
      <Button
        id={removeButtonId(door)}
        kind="quiet"
        icon="trash"
        name={t('mapping.remove-door-name', { door: editor.doorName(door), unit: editor.unitName(unit.unitId) })}
        onClick={onRemove}
      >
        {t('mapping.remove-door')}
      </Button>
    </div>
  );
}

function removeButtonId(place: KeypadPlace): string {
  return `mapping-remove-${placeKey(place)}`;
}
