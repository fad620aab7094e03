/** Every door of the account and of the units, with who uses it. Each opens in the side panel. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { keypadName } from '../../lib/names.ts';
import { Icon } from '../../ui/icon.tsx';
import { doorsOfAll } from './model/keypads.ts';
import type { Editor } from './use-doors-editor.ts';

export function AllDoors({ editor, onDoor }: { readonly editor: Editor; readonly onDoor: (lockId: LockId) => void }) {
  const { t, formats, panel } = useApp();
  const doors = doorsOfAll(editor.names, editor.work, formats.compare);
  if (doors.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="all-doors">
      <h2 id="all-doors">{t('doors.all-doors')}</h2>
      <ul class="plain-list panel doors-list" role="list" aria-labelledby="all-doors">
        {doors.map((door) => {
          const users = editor.usersOf(door);
          return (
            <li key={placeKey(door)} class="doors-item">
              <button
                type="button"
                class="list-row item doors-door"
                aria-current={panel?.kind === 'door' && panel.lockId === door.lockId ? 'true' : undefined}
                onClick={() => onDoor(door.lockId)}
              >
                <Icon name="door" />
                <span class="strong">{editor.doorName(door)}</span>
                <span class="quiet-text small">{keypadName(t, door.keypadName)}</span>
                <span class={users.length === 0 ? 'quiet-text small' : 'small'}>
                  {users.length === 0 ? t('doors.unused') : formats.list(users.map(editor.unitName))}
                </span>
                <Icon name="right" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
