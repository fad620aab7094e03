/** Every door of the account and of the units, with who uses it, and what is wrong with its gateway or battery. Each opens in the side panel. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { DoorName } from '../../../shared/domain/app-state.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { ownKeypadName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Icon } from '../../ui/icon.tsx';
import { healthWarnings } from '../stay/door-text.ts';
import { doorsOfAll } from './model/keypads.ts';
import type { Editor } from './use-doors-editor.ts';

export function AllDoors({ editor, onDoor }: { readonly editor: Editor; readonly onDoor: (lockId: LockId) => void }) {
  const { t, formats, panel, snapshot } = useApp();
  const listed = useLoad('doors.list', null, snapshot.lastRun?.run.id);
  const health = listed.state.kind === 'loaded' ? listed.state.value.doors : [];
  const doors = doorsOfAll(editor.names, editor.work, formats.compare);
  if (doors.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="all-doors">
      <h2 id="all-doors">{t('doors.all-doors')}</h2>
      <ul class="plain-list panel doors-list" role="list" aria-labelledby="all-doors">
        {doors.map((door) => {
          return (
            <li key={placeKey(door)} class="doors-item">
              <DoorRow
                editor={editor}
                door={door}
                health={health.find((known) => placeKey(known) === placeKey(door))}
                isOpen={panel?.kind === 'door' && panel.lockId === door.lockId}
                onOpen={() => onDoor(door.lockId)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface DoorRowProps {
  readonly editor: Editor;
  readonly door: DoorName;
  /** undefined: not known, as of a door that no unit has. */
  readonly health: CallOutput<'doors.list'>['doors'][number] | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}
function DoorRow({ editor, door, health, isOpen, onOpen }: DoorRowProps) {
  const app = useApp();
  const { t, formats } = app;
  const users = editor.usersOf(door);
  const name = editor.doorName(door);
  const keypad = ownKeypadName(name, door.keypadName);
  const warnings = health === undefined ? [] : healthWarnings(app, { health });
  return (
    <button type="button" class="list-row item doors-door" aria-current={isOpen ? 'true' : undefined} onClick={onOpen}>
      <span class={warnings.length === 0 ? 'verdict-icon' : 'verdict-icon tone-warning'}>
        <Icon name={warnings.length === 0 ? 'door' : 'alert'} />
      </span>
      <span>
        <span class="strong">{name}</span>
        {keypad !== null && <span class="quiet-text small"> {keypad}</span>}
        {warnings.map((warning) => (
          <span key={warning} class="doors-warning tone-warning small">
            {warning}
          </span>
        ))}
      </span>
      <span class={users.length === 0 ? 'quiet-text small' : 'small'}>
        {users.length === 0 ? t('doors.unused') : formats.list(users.map(editor.unitName))}
      </span>
      <Icon name="right" />
    </button>
  );
}
