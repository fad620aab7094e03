/** All units with marks for what needs attention. They can be searched and filtered, and one of them is chosen. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { RefreshAccounts } from './account-notes.tsx';
import { filteredRows } from './unit-rows.ts';
import type { UnitRow } from './unit-rows.ts';
import type { Editor } from './use-mapping-editor.ts';

export function UnitList({ editor }: { readonly editor: Editor }) {
  const { t } = useApp();
  const [search, setSearch] = useState('');
  const [isUnmappedOnly, setUnmappedOnly] = useState(false);
  const shown = filteredRows(editor.rows, search, isUnmappedOnly ? 'not-mapped' : 'all');
  const isNarrowed = search.trim() !== '' || isUnmappedOnly;
  return (
    <section class="stack" aria-label={t('mapping.units')}>
      <TextField type="search" label={t('mapping.search-units')} value={search} onInput={setSearch} />
      <CheckField label={t('mapping.only-unmapped')} isOn={isUnmappedOnly} onChange={setUnmappedOnly} />
      <div class="row between">
        <p class="quiet-text" role="status">
          {editor.isDiscovering ? t('mapping.reading') : t('mapping.units-shown', { count: shown.length })}
        </p>
        <RefreshAccounts editor={editor} />
      </div>
      {shown.length === 0 && isNarrowed && (
        <p>{isUnmappedOnly && search.trim() === '' ? t('mapping.all-mapped') : t('mapping.none-found')}</p>
      )}
      <ul class="plain-list mapping-unit-list" role="list" aria-label={t('mapping.units')} tabIndex={-1}>
        {shown.map((row) => (
          <li key={row.unitId}>
            <UnitButton row={row} isChosen={row.unitId === editor.row?.unitId} onChoose={() => editor.choose(row.unitId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface UnitButtonProps {
  readonly row: UnitRow;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}
function UnitButton({ row, isChosen, onChoose }: UnitButtonProps) {
  const { t } = useApp();
  return (
    <button
      type="button"
      class="mapping-unit item panel"
      id={unitButtonId(row.unitId)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span class="strong">{row.name}</span>
      {row.doorCount > 0 && <span class="quiet-text">{t('mapping.doors-count', { count: row.doorCount })}</span>}
      <UnitMarks row={row} />
    </button>
  );
}

export function unitButtonId(unitId: number): string {
  return `mapping-unit-${String(unitId)}`;
}

export function UnitMarks({ row }: { readonly row: UnitRow }) {
  const { t } = useApp();
  const isUnmapped = row.doorCount === 0 && !row.isGone && !row.needsNoCode;
  return (
    <span class="mapping-marks">
      {row.hasMistake && <Badge tone="urgent" text={t('mapping.mark-mistake')} />}
      {row.isMissingDoor && <Badge tone="urgent" text={t('mapping.mark-missing')} />}
      {isUnmapped && <Badge tone="warning" text={t('mapping.mark-unmapped')} />}
      {row.needsNoCode && <Badge tone="neutral" text={t('mapping.mark-no-code')} />}
      {row.suggestion !== null && <Badge tone="neutral" icon="link" text={t('mapping.mark-suggestion')} />}
      {row.isGone && <Badge tone="neutral" text={t('mapping.mark-gone')} />}
      {row.isChanged && <Badge tone="waiting" text={t('mapping.mark-changed')} />}
    </span>
  );
}
