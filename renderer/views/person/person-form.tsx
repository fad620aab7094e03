/** Adds a person with a code, or changes one: who, which doors, when, and the digits where the user wants their own. */
import { useRef, useState } from 'preact/hooks';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { focusInvalid, Form } from '../../ui/form.tsx';
import { PANEL_FIELD_ID } from '../../ui/side-panel.tsx';
import { Failure } from '../../ui/states.tsx';
import type { ShownPerson } from '../people/use-people.ts';
import { DoorChoice } from './door-choice.tsx';
import { draftOf, editsOf, mistakesOf, newDraft, wantedOf, withDoors } from './person-draft.ts';
import type { Mistake, PersonStart, UnitDoors } from './person-draft.ts';
import { ScheduleFields } from './schedule-fields.tsx';

type Run = Extract<CallOutput<'people.add'>, { kind: 'done' }>['run'];

export interface PersonFormProps {
  /** null: somebody new. */
  readonly person: ShownPerson | null;
  /** What the form of somebody new begins with. */
  readonly start: PersonStart | undefined;
  readonly units: readonly UnitDoors[];
  /** At the doors. */
  readonly now: LocalDateTime;
  readonly onChange: () => void;
  /** null: nothing had to be changed. */
  readonly onSaved: (personId: PersonId | null) => void;
  readonly onCancel: () => void;
}
export function PersonForm({ person, start, units, now, onChange, onSaved, onCancel }: PersonFormProps) {
  const { t, bridge } = useApp();
  const acts = useActs(onChange);
  const [draft, setDraft] = useState(() => (person === null ? newDraft(now, units, start) : draftOf(person, now)));
  const [isShowingMistakes, setShowing] = useState(false);
  const pinField = useRef<HTMLDetailsElement>(null);
  const mistakes = isShowingMistakes ? mistakesOf(draft) : [];
  const wrong = (mistake: Mistake): string | null => (mistakes.includes(mistake) ? t(`person.mistake-${mistake}`) : null);

  const save = async (form: HTMLFormElement): Promise<void> => {
    setShowing(true);
    const wanted = wantedOf(draft);
    if (wanted === null) {
      if (mistakesOf(draft).includes('pin') && pinField.current !== null) pinField.current.open = true;
      focusInvalid(form);
      return;
    }
    const { name } = wanted;
    if (person === null) {
      const words = { ask: { title: t('person.add'), confirm: t('person.add') }, done: t('person.added', { name }) };
      const run = await acts.act({ ...words, send: () => bridge.call('people.add', { ...wanted, dryRun: false }) });
      if (run !== null) onSaved(personOf(run));
      return;
    }
    const edits = editsOf(draft, person, now);
    if (edits === null) {
      onSaved(null);
      return;
    }
    const { personId } = person;
    const words = { ask: { title: t('person.save'), confirm: t('person.save') }, done: t('person.saved', { name }) };
    const run = await acts.act({ ...words, send: () => bridge.call('people.edit', { personId, edits, dryRun: false }) });
    if (run !== null) onSaved(personId);
  };

  return (
    <Form isBusy={acts.isBusy} onSubmit={(form) => void save(form)}>
      <TextField
        id={PANEL_FIELD_ID}
        label={t('person.name')}
        placeholder={t('person.name-hint')}
        error={wrong('name')}
        value={draft.name}
        maxLength={50}
        onInput={(name) => setDraft({ ...draft, name })}
      />
      <DoorChoice
        units={units}
        chosen={draft.lockIds}
        error={wrong('doors')}
        onChange={(lockIds, isOn) => setDraft(withDoors(draft, lockIds, isOn))}
      />
      <ScheduleFields draft={draft} units={units} now={now} mistakes={mistakes} onChange={setDraft} />
      <details ref={pinField}>
        <summary>{t('person.own-pin')}</summary>
        <TextField
          label={t('person.pin')}
          hint={t(person === null ? 'person.pin-hint' : 'person.pin-hint-edit')}
          error={wrong('pin')}
          value={draft.pin}
          maxLength={8}
          inputMode="numeric"
          onInput={(pin) => setDraft({ ...draft, pin: pin.trim() })}
        />
      </details>
      <div class="form-actions row">
        <Failure title={t('person.not-saved')} error={acts.error} />
        <Button kind="primary" type="submit" isBusy={acts.isBusy}>
          {t(person === null ? 'person.add' : 'person.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}

function personOf({ operations }: Run): PersonId | null {
  return operations.find(({ personId }) => personId !== undefined)?.personId ?? null;
}
