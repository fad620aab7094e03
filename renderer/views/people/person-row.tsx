/** One person: who, which doors, when, and whether the code opens now. It opens the panel of the person. */
import { placeKey } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { doorName } from '../../lib/names.ts';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import { scheduleText, stateText } from './schedule-text.ts';
import type { ShownPerson } from './use-people.ts';

export function PersonRow({ person }: { readonly person: ShownPerson }) {
  const app = useApp();
  const { t, snapshot, panel, openPanel } = app;
  const { personId, name, doors, schedule } = person;
  const { tone, icon, text } = stateText(app, person);
  const doorNames = [...new Map(doors.map((door) => [placeKey(door), doorName(snapshot, t, door)])).values()];
  const [first = '', ...others] = doorNames;
  const doorsText = others.length === 0 ? first : t('people.doors', { count: others.length, first });
  const when = scheduleText(app, schedule);
  const isShown = panel?.kind === 'person' && panel.personId === personId;
  return (
    <button
      type="button"
      id={`person-${personId}`}
      class="list-row person-row item"
      aria-current={isShown ? 'true' : undefined}
      onClick={() => openPanel({ kind: 'person', personId })}
    >
      <span class={`verdict-icon tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <Cut class="strong" text={name} />
      <Cut text={doorsText} />
      <Cut text={when} />
      <Cut class={`small ${tone === 'good' || tone === 'neutral' ? 'quiet-text' : `tone-${tone}`}`} text={text} />
      <Icon name="right" />
    </button>
  );
}
