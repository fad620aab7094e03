/** The panel of a person: whether their code works, on which doors, and what can be done about it; or the form for somebody new. */
import { useEffect, useState } from 'preact/hooks';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useFocusWhenDrawn } from '../../lib/focus.ts';
import { useActs } from '../../lib/use-act.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PANEL_FIELD_ID, PANEL_TITLE_ID, SidePanel } from '../../ui/side-panel.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { scheduleText, stateText } from '../people/schedule-text.ts';
import { usePeople } from '../people/use-people.ts';
import type { ShownPerson } from '../people/use-people.ts';
import { momentIn } from '../../lib/moment-in.ts';
import type { PersonStart, UnitDoors } from './person-draft.ts';
import { PersonDoors } from './person-doors.tsx';
import { PersonForm } from './person-form.tsx';

interface PersonPanelProps {
  readonly personId: PersonId | null;
  readonly draft: PersonStart | undefined;
}
export function PersonPanel({ personId, draft }: PersonPanelProps) {
  const { t } = useApp();
  const people = usePeople(false);
  const [isEditing, setEditing] = useState(false);
  const focusWhenDrawn = useFocusWhenDrawn();
  const list = people.state.kind === 'loaded' ? people.state.value.people : [];
  const person = list.find((one) => one.personId === personId) ?? null;

  if (personId === null) return <EditPanel person={null} start={draft} onChange={people.reload} onDone={null} />;
  if (person !== null && isEditing) {
    const leave = (): void => {
      setEditing(false);
      focusWhenDrawn(PANEL_TITLE_ID);
    };
    return <EditPanel person={person} onChange={people.reload} onDone={leave} />;
  }
  if (person !== null) return <Person person={person} onEdit={() => setEditing(true)} onChange={people.reload} />;
  return (
    <SidePanel title={t('person.title')}>
      {people.state.kind === 'error' && (
        <Failure title={t('people.failed')} error={people.state.error} onRetry={people.reload} isBusy={people.isBusy} />
      )}
      {people.isBusy && people.state.kind !== 'error' && <Loading label={t('common.loading')} rows={2} />}
      {!people.isBusy && people.state.kind === 'loaded' && <p>{t('person.gone')}</p>}
    </SidePanel>
  );
}

interface EditPanelProps {
  readonly person: ShownPerson | null;
  readonly start?: PersonStart | undefined;
  readonly onChange: () => void;
  /** null: somebody new, whose panel opens afterwards. */
  readonly onDone: (() => void) | null;
}
function EditPanel({ person, start, onChange, onDone }: EditPanelProps) {
  const { t, snapshot, nowMs, openPanel, closePanel } = useApp();
  const mapping = useLoad('mapping.get', null);
  const focusWhenDrawn = useFocusWhenDrawn();
  useEffect(() => focusWhenDrawn(PANEL_FIELD_ID), [focusWhenDrawn]);
  const units =
    mapping.state.kind === 'loaded'
      ? mapping.state.value.units
          .filter(({ doors }) => doors.length > 0)
          .map(({ unitId, doors }): UnitDoors => ({ unitId, lockIds: [...new Set(doors.map(({ lockId }) => lockId))] }))
      : null;
  const saved = (personId: PersonId | null): void => {
    if (onDone !== null) onDone();
    else if (personId === null) closePanel();
    else openPanel({ kind: 'person', personId });
  };
  return (
    <SidePanel title={person?.name ?? t('person.new')} lead={person === null ? t('person.new-lead') : undefined}>
      {mapping.state.kind === 'error' && <Failure title={t('person.doors-failed')} error={mapping.state.error} onRetry={mapping.reload} />}
      {units !== null && units.length === 0 && <p>{t('person.without-doors')}</p>}
      {units !== null && units.length > 0 && (
        <PersonForm
          person={person}
          start={start}
          units={units}
          now={momentIn(person?.zone ?? snapshot.settings.times.timeZone, nowMs)}
          onChange={onChange}
          onSaved={saved}
          onCancel={onDone ?? closePanel}
        />
      )}
    </SidePanel>
  );
}

interface PersonProps {
  readonly person: ShownPerson;
  readonly onEdit: () => void;
  readonly onChange: () => void;
}
function Person({ person, onEdit, onChange }: PersonProps) {
  const app = useApp();
  const { t, bridge, closePanel } = app;
  const acts = useActs(onChange);
  const { personId, name, schedule, isSpare, isTyped, isLinked } = person;
  const { state, tone, icon, text } = stateText(app, person);
  const remove = async (): Promise<void> => {
    const run = await acts.act({
      ask: { title: t('person.remove-title', { name }), confirm: t('person.remove'), kind: 'danger' },
      done: t('person.removed', { name }),
      send: (confirmed) => bridge.call('people.remove', { personId, confirmed: [...confirmed], dryRun: false }),
    });
    if (run !== null) closePanel();
  };
  const pinText = t(isLinked ? 'person.pin-linked' : isTyped ? 'person.pin-typed' : 'person.pin-drawn');
  return (
    <SidePanel title={name} lead={t(isSpare ? 'person.spare-lead' : 'person.lead', { count: person.doors.length })}>
      <div class={`panel-verdict tone-${tone}`}>
        <Icon name={icon} />
        <div>
          <p class="strong">{text}</p>
          {schedule.kind === 'between-stays' && state !== 'waiting' && <p>{t('person.between-after')}</p>}
        </div>
      </div>
      <dl class="facts">
        <dt>{t('person.when')}</dt>
        <dd>{scheduleText(app, schedule)}</dd>
        <dt>{t('person.pin')}</dt>
        <dd>{pinText}</dd>
      </dl>
      <PersonDoors person={person} />
      <div class="panel-part stack">
        <div class="row">
          {!isSpare && <Button onClick={onEdit}>{t('person.edit')}</Button>}
          <Button isBusy={acts.isBusy} onClick={() => void remove()}>
            {t('person.remove-ask')}
          </Button>
        </div>
        <Failure title={t('person.not-done')} error={acts.error} />
      </div>
    </SidePanel>
  );
}
