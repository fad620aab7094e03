/** One unit: its doors, the suggested ones, and its times. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/field.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Card } from '../../ui/view.tsx';
import { DoorList } from './door-list.tsx';
import { DoorPicker } from './door-picker.tsx';
import { addDoor, knownPrefix, MAX_DOORS, mistakesOf, withoutUnit } from './draft.ts';
import type { DraftUnit } from './draft.ts';
import { withSuggestions } from './mapping-work.ts';
import { unitButtonId, UnitMarks } from './unit-list.tsx';
import type { Suggestion, UnitRow } from './unit-rows.ts';
import { confidence } from './unit-rows.ts';
import { UnitTimes } from './unit-times.tsx';
import { ADD_DOOR_ID, UNIT_TITLE_ID } from './use-mapping-editor.ts';
import type { Editor } from './use-mapping-editor.ts';

export interface UnitPanelProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly row: UnitRow;
}

export function UnitPanel({ editor, unit, row }: UnitPanelProps) {
  const { t, announce } = useApp();
  // Another unit closes the picker.
  const [choosingFor, setChoosingFor] = useState<number | null>(null);
  const isChoosing = choosingFor === unit.unitId;
  const mistakes = mistakesOf(unit);
  const closePicker = (): void => {
    setChoosingFor(null);
    editor.focusWhenDrawn(ADD_DOOR_ID);
    // Renders the editor again, which then moves the focus.
    editor.choose(unit.unitId);
  };
  return (
    <section class="mapping-panel panel stack wide" aria-labelledby={UNIT_TITLE_ID}>
      <header class="row">
        <h2 id={UNIT_TITLE_ID} tabIndex={-1}>
          {row.name}
        </h2>
        <UnitMarks row={row} />
      </header>
      {row.isGone && <GoneUnit editor={editor} row={row} />}
      {row.suggestion !== null && <SuggestionCard editor={editor} row={row} suggestion={row.suggestion} />}
      <div class="stack">
        <h3>{t('mapping.doors')}</h3>
        {unit.doors.length === 0 ? (
          <>
            {!unit.needsNoCode && <IconText class="tone-warning" icon="alert" text={t('mapping.no-doors', { unit: row.name })} />}
            <CheckField
              label={t('mapping.no-code-needed', { unit: row.name })}
              hint={t('mapping.no-code-needed-hint')}
              isOn={unit.needsNoCode}
              onChange={(needsNoCode) => editor.edit({ ...unit, needsNoCode })}
            />
          </>
        ) : (
          <DoorList editor={editor} unit={unit} mistakes={mistakes} />
        )}
        {mistakes.tooManyDoors && (
          <IconText class="field-error" role="alert" icon="alert" text={t('mapping.too-many-doors', { most: MAX_DOORS })} />
        )}
        {isChoosing ? (
          <DoorPicker
            editor={editor}
            unit={unit}
            onClose={closePicker}
            onChoose={(place) => {
              editor.edit(addDoor(unit, place, knownPrefix(editor.work.draft, place)));
              announce(t('mapping.added-door', { door: editor.doorName(place), unit: row.name }));
              setChoosingFor(null);
              editor.focusWhenDrawn(ADD_DOOR_ID);
            }}
          />
        ) : (
          <div class="row">
            <Button id={ADD_DOOR_ID} icon="plus" isExpanded={false} onClick={() => setChoosingFor(unit.unitId)}>
              {t('mapping.add-door')}
            </Button>
          </div>
        )}
      </div>
      <UnitTimes editor={editor} unit={unit} mistakes={mistakes} />
    </section>
  );
}

interface SuggestionCardProps {
  readonly editor: Editor;
  readonly row: UnitRow;
  readonly suggestion: Suggestion;
}
function SuggestionCard({ editor, row, suggestion }: SuggestionCardProps) {
  const { t, formats, announce } = useApp();
  const percent = formats.percent(suggestion.likeness);
  return (
    <Card
      level={3}
      tone="neutral"
      icon="link"
      title={t('mapping.suggested')}
      actions={
        <Button
          kind="primary"
          icon="check"
          name={t('mapping.accept-name', { unit: row.name })}
          onClick={() => {
            editor.change((work) => ({ ...withSuggestions(work, [suggestion], editor.unitName), chosen: row.unitId }));
            announce(t('mapping.accepted', { unit: row.name }));
            editor.focusWhenDrawn(ADD_DOOR_ID);
          }}
        >
          {t('mapping.accept')}
        </Button>
      }
    >
      <p>
        <strong>{formats.list(suggestion.doors.map(editor.doorName))}</strong>{' '}
        <span>{t(`mapping.looks-${confidence(suggestion.likeness)}`, { percent })}</span>
      </p>
      <p class="quiet-text">{t('mapping.suggestion-text', { unit: row.name })}</p>
    </Card>
  );
}

function GoneUnit({ editor, row }: { readonly editor: Editor; readonly row: UnitRow }) {
  const { t, announce } = useApp();
  const takeOut = (): void => {
    const index = editor.rows.findIndex(({ unitId }) => unitId === row.unitId);
    const next = editor.rows[index + 1] ?? editor.rows[index - 1];
    editor.change((work) => ({ ...work, chosen: next?.unitId ?? null, draft: withoutUnit(work.draft, row.unitId) }));
    announce(t('mapping.taken-out', { unit: row.name }));
    if (next !== undefined) editor.focusWhenDrawn(unitButtonId(next.unitId));
  };
  return (
    <Card
      level={3}
      tone="warning"
      icon="alert"
      title={t('mapping.gone')}
      actions={
        <Button kind="danger" icon="trash" onClick={takeOut}>
          {t('mapping.take-out')}
        </Button>
      }
    >
      <p>{t('mapping.gone-text')}</p>
    </Card>
  );
}
