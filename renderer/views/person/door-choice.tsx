/** The doors that a person may open: every unit with its doors, to tick one by one or all of a unit, with a search. */
import { useMemo, useState } from 'preact/hooks';
import type { LockId } from '../../../shared/domain/ids.ts';
import { isFoundIn } from '../../../shared/text.ts';
import { useApp } from '../../lib/app.ts';
import { lockName, unitName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import type { UnitDoors } from './person-draft.ts';

export interface DoorChoiceProps {
  readonly units: readonly UnitDoors[];
  readonly chosen: readonly LockId[];
  readonly error: string | null;
  readonly onChange: (lockIds: readonly LockId[], isOn: boolean) => void;
}
interface NamedUnit {
  readonly unitId: number;
  readonly name: string;
  readonly doors: readonly { readonly lockId: LockId; readonly name: string }[];
}
/** More than these are searched. */
const SEARCHED_FROM = 6;

export function DoorChoice({ units, chosen, error, onChange }: DoorChoiceProps) {
  const { t, snapshot, formats } = useApp();
  const { names } = snapshot;
  const [search, setSearch] = useState('');
  const named = useMemo(
    () =>
      units
        .map(({ unitId, lockIds }): NamedUnit => {
          const doors = lockIds.map((lockId) => ({ lockId, name: lockName({ names }, t, lockId) }));
          return { unitId, name: unitName({ names }, t, unitId), doors };
        })
        .toSorted((one, other) => formats.compare(one.name, other.name)),
    [units, names, t, formats],
  );
  const shown = named.flatMap((unit) => matching(unit, search));
  const found = [...new Set(shown.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)))];
  const canTick = search.trim() !== '' && found.length > 0;
  return (
    <fieldset class="door-choice stack">
      <legend>{t('person.doors')}</legend>
      {named.length >= SEARCHED_FROM && (
        <div class="line">
          <input
            type="search"
            aria-label={t('person.search-doors')}
            placeholder={t('person.search-doors')}
            autocomplete="off"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter would send the form.
              event.preventDefault();
              if (canTick) onChange(found, true);
            }}
          />
          {canTick && <Button onClick={() => onChange(found, true)}>{t('person.tick-found', { count: found.length })}</Button>}
        </div>
      )}
      <div class="door-list">
        {shown.map((unit) => (
          <UnitChoice key={unit.unitId} unit={unit} chosen={chosen} onChange={onChange} />
        ))}
        {shown.length === 0 && <p class="quiet-text">{t('people.none-found')}</p>}
      </div>
      {error === null && (
        <p class="hint" role="status">
          {chosen.length === 0
            ? t('person.no-doors')
            : formats.list(chosen.map((lockId) => lockName(snapshot, t, lockId)).toSorted(formats.compare))}
        </p>
      )}
      {error !== null && <IconText class="field-error" icon="alert" text={error} />}
    </fieldset>
  );
}

/** With all its doors where the unit is meant, else with those that are. */
function matching(unit: NamedUnit, search: string): readonly NamedUnit[] {
  if (isFoundIn([unit.name], search)) return [unit];
  const doors = unit.doors.filter(({ name }) => isFoundIn([name], search));
  return doors.length === 0 ? [] : [{ ...unit, doors }];
}

function UnitChoice({ unit, chosen, onChange }: { readonly unit: NamedUnit } & Pick<DoorChoiceProps, 'chosen' | 'onChange'>) {
  const { t } = useApp();
  const lockIds = unit.doors.map(({ lockId }) => lockId);
  const count = lockIds.filter((lockId) => chosen.includes(lockId)).length;
  const [only] = unit.doors;
  if (unit.doors.length === 1 && only !== undefined) {
    return (
      <Tick isOn={count === 1} onChange={(isOn) => onChange(lockIds, isOn)}>
        <span class="strong">{unit.name}</span> <span class="quiet-text">{only.name}</span>
      </Tick>
    );
  }
  return (
    <>
      <Tick isOn={count === lockIds.length} isPartly={count > 0 && count < lockIds.length} onChange={(isOn) => onChange(lockIds, isOn)}>
        <span class="strong">{unit.name}</span> <span class="quiet-text">{t('person.all-doors', { count: lockIds.length })}</span>
      </Tick>
      <div class="door-list-inner">
        {unit.doors.map(({ lockId, name }) => (
          <Tick key={lockId} isOn={chosen.includes(lockId)} onChange={(isOn) => onChange([lockId], isOn)}>
            {name}
          </Tick>
        ))}
      </div>
    </>
  );
}

interface TickProps {
  readonly isOn: boolean;
  readonly isPartly?: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: preact.ComponentChildren;
}
function Tick({ isOn, isPartly = false, onChange, children }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} indeterminate={isPartly} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
