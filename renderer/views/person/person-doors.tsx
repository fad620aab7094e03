/** The doors of a person, each with the state of the code there and its digits, which are read from the lock when the user reveals them. */
import { placeKey } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { doorName } from '../../lib/names.ts';
import { IconText } from '../../ui/icon.tsx';
import type { ShownPerson } from '../people/use-people.ts';
import { DoorDigits } from './door-digits.tsx';

type Door = ShownPerson['doors'][number];

export function PersonDoors({ person: { name, doors } }: { readonly person: ShownPerson }) {
  const { t } = useApp();
  return (
    <ul class="panel-doors" role="list" aria-label={t('person.doors')}>
      {doors.map((door) => (
        <DoorRow key={placeKey(door)} door={door} person={name} />
      ))}
    </ul>
  );
}

function DoorRow({ door, person }: { readonly door: Door; readonly person: string }) {
  const { t, snapshot } = useApp();
  const name = doorName(snapshot, t, door);
  const isVerified = door.state === 'verified';
  return (
    <li class="panel-door">
      <div>
        <p class="strong">{name}</p>
        <IconText
          class={isVerified ? 'tiny quiet-text' : 'tiny tone-warning'}
          icon={isVerified ? 'check' : 'alert'}
          text={t(`person.door-${door.state}`)}
        />
      </div>
      {door.codeId !== null && <DoorDigits lockId={door.lockId} codeId={door.codeId} person={person} door={name} />}
    </li>
  );
}
