/** Chooses a door for a unit: lists every known keypad, with search by lock and keypad. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { DoorName } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { isFoundIn } from '../../../shared/text.ts';
import { useApp } from '../../lib/app.ts';
import { lockName, ownKeypadName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { hasDoor } from './model/draft.ts';
import type { DraftUnit } from './model/draft.ts';
import { matchesKeypad, offeredKeypads } from './model/keypads.ts';
import type { Editor } from './use-doors-editor.ts';

export interface DoorPickerProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly onChoose: (place: KeypadPlace) => void;
  readonly onClose: () => void;
}

export function DoorPicker({ editor, unit, onChoose, onClose }: DoorPickerProps) {
  const { t, formats } = useApp();
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDivElement>(null);
  // Before the next key press: after the next paint, the first letters typed would be lost.
  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), []);

  const { keypads, locksWithoutKeypad } = offeredKeypads(editor.names, editor.work.found, formats.compare);
  const shown = keypads.filter((keypad) => matchesKeypad(keypad, search));
  const without = locksWithoutKeypad.filter(({ name }) => isFoundIn([name], search));
  return (
    <div
      class="doors-picker stack"
      role="group"
      aria-label={t('doors.choose-door', { unit: editor.unitName(unit.unitId) })}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="row">
        <div class="grow">
          <TextField type="search" label={t('doors.search-doors')} value={search} onInput={setSearch} />
        </div>
        <Button kind="quiet" icon="close" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <ul class="plain-list stack doors-keypads" role="list" aria-label={t('doors.keypads')}>
        {shown.map((keypad) => (
          <li key={placeKey(keypad)}>
            <Keypad
              editor={editor}
              keypad={keypad}
              isHere={hasDoor(unit, keypad)}
              others={editor
                .usersOf(keypad)
                .filter((user) => user !== unit.unitId)
                .map(editor.unitName)}
              onChoose={() => onChoose({ lockId: keypad.lockId, keypadId: keypad.keypadId })}
            />
          </li>
        ))}
        {without.map(({ lockId, name }) => (
          <li key={lockId} class="doors-keypad-less quiet-text">
            <Icon name="info" /> {name.trim() === '' ? t('common.lock-number', { id: String(lockId) }) : name.trim()}:{' '}
            {t('doors.no-keypad')}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p role="status">{keypads.length === 0 ? t('doors.no-doors-known') : t('doors.no-doors-found')}</p>}
    </div>
  );
}

interface KeypadProps {
  readonly editor: Editor;
  readonly keypad: DoorName;
  readonly isHere: boolean;
  readonly others: readonly string[];
  readonly onChoose: () => void;
}
function Keypad({ editor, keypad, isHere, others, onChoose }: KeypadProps) {
  const { t, formats } = useApp();
  const lock = lockName(editor, t, keypad.lockId);
  return (
    <button
      type="button"
      class="doors-keypad-button item panel"
      aria-disabled={isHere ? 'true' : undefined}
      onClick={() => {
        if (!isHere) onChoose();
      }}
    >
      <span>
        <strong>{lock}</strong> {ownKeypadName(lock, keypad.keypadName)} <code>{keypad.keypadId}</code>
      </span>
      {isHere && (
        <span class="quiet-text">
          <Icon name="check" /> {t('doors.already-here')}
        </span>
      )}
      {!isHere && others.length > 0 && (
        <span class="quiet-text">
          <Icon name="unit" /> {t('doors.used-by', { units: formats.list(others) })}
        </span>
      )}
    </button>
  );
}
