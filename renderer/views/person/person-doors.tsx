/** The doors of a person, each with the state of the code there and its digits, which are read from the lock when the user reveals them. */
import { placeKey } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { doorName } from '../../lib/names.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import type { ShownPerson } from '../people/use-people.ts';
import { useTemporary } from '../../lib/use-temporary.ts';

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

interface DoorDigitsProps {
  readonly lockId: Door['lockId'];
  readonly codeId: NonNullable<Door['codeId']>;
  readonly person: string;
  readonly door: string;
}
function DoorDigits({ lockId, codeId, person, door }: DoorDigitsProps) {
  const { t } = useApp();
  const reveal = useCall('code.reveal');
  const { value: pin, show, hide } = useTemporary<string>();
  const onReveal = async (): Promise<void> => {
    const answer = await reveal.run({ lockId, codeId });
    if (answer === null) return;
    // The toast of the act before it, with its Undo, is left alone.
    show(answer.pin, answer.hideAfterMs);
  };
  return (
    <>
      <div class="line">
        {/* Always in the page, so that screen readers read the digits out when they appear. */}
        <output class="digits" aria-label={t('person.digits')}>
          {pin === null ? '' : inTwos(pin)}
        </output>
        <Button
          kind="quiet"
          isBusy={reveal.isBusy}
          name={t(pin === null ? 'person.reveal-name' : 'person.hide-name', { person, door })}
          onClick={() => (pin === null ? void onReveal() : hide())}
        >
          {pin === null ? t('person.reveal') : t('person.hide')}
        </Button>
      </div>
      <Failure title={t('person.reveal-failed')} error={reveal.error} text={t('person.reveal-failed-text')} />
    </>
  );
}

function inTwos(digits: string): string {
  return digits.replaceAll(/(\d{2})(?=\d)/gu, '$1 ');
}
