/** The state of the mapping editor: the mapping, what the accounts contain, the draft, and the names of everything. */
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { Names } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw, useFocusWhenDrawn } from '../../lib/focus.ts';
import { doorName, unitName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import type { Loaded } from '../../lib/use-call.ts';
import { useMappingDraft } from './draft-context.tsx';
import { unitsByDoor, withUnit } from './draft.ts';
import type { DraftUnit } from './draft.ts';
import { mergedNames } from './keypads.ts';
import { afterLoad, unitOf } from './mapping-work.ts';
import type { MappingWork } from './mapping-work.ts';
import { unitRows } from './unit-rows.ts';
import type { UnitRow } from './unit-rows.ts';

export const UNIT_TITLE_ID = 'mapping-unit-title';
export const ADD_DOOR_ID = 'mapping-add-door';
export const SAVE_BAR_ID = 'mapping-save-bar';

export interface Editor {
  readonly work: MappingWork;
  readonly discovery: Loaded<CallOutput<'accounts.discover'>>;
  readonly isDiscovering: boolean;
  readonly discover: () => void;
  /** All units, regardless of the search. */
  readonly rows: readonly UnitRow[];
  readonly names: Names;
  /** The unit that is shown; null where there is none. */
  readonly unit: DraftUnit | null;
  readonly row: UnitRow | null;
  readonly unitName: (unitId: UnitId) => string;
  readonly doorName: (place: KeypadPlace) => string;
  /** Names of the other units that use the door. */
  readonly otherUnits: (unitId: UnitId, place: KeypadPlace) => readonly string[];
  readonly change: (next: (work: MappingWork) => MappingWork) => void;
  /** Puts an edited unit into the draft and keeps it shown. */
  readonly edit: (unit: DraftUnit) => void;
  readonly choose: (unitId: UnitId) => void;
  readonly focusWhenDrawn: (elementId: string) => void;
}
export interface EditorState {
  /** null until the mapping is loaded. */
  readonly editor: Editor | null;
  readonly mapping: Loaded<CallOutput<'mapping.get'>>;
  readonly reloadMapping: () => void;
}

export function useMappingEditor(wanted: UnitId | null): EditorState {
  const { snapshot, t, formats } = useApp();
  const [work, setWork] = useMappingDraft();
  const { state: mapping, reload: reloadMapping } = useLoad('mapping.get', null);
  const { state: discovery, isBusy: isDiscovering, reload: discover } = useLoad('accounts.discover', null);
  const focusWhenDrawn = useFocusWhenDrawn();

  const change = useCallback(
    (next: (work: MappingWork) => MappingWork) => setWork((before) => (before === null ? null : next(before))),
    [setWork],
  );
  useEffect(() => {
    if (mapping.kind === 'loaded') setWork((before) => afterLoad(before, mapping.value));
  }, [mapping, setWork]);
  const isLoaded = work !== null;
  useEffect(() => {
    if (discovery.kind === 'loaded' && isLoaded) change((before) => ({ ...before, found: discovery.value }));
  }, [discovery, isLoaded, change]);
  useEffect(() => {
    if (wanted === null || !isLoaded) return;
    change((before) => ({ ...before, chosen: wanted }));
    // The view's heading has the focus by now.
    focusAfterDraw(UNIT_TITLE_ID);
  }, [wanted, isLoaded, change]);

  const content = useMemo(() => {
    if (work === null) return null;
    const names = mergedNames(snapshot.names, work.found, work.draft);
    const nameOf = (unitId: UnitId): string => unitName({ names }, t, unitId);
    const rows = unitRows({ ...work, nameOf, compare: formats.compare });
    const row = rows.find(({ unitId }) => unitId === work.chosen) ?? rows[0] ?? null;
    const users = unitsByDoor(work.draft);
    return {
      work,
      rows,
      names,
      row,
      unit: row === null ? null : unitOf(work, row.unitId, nameOf(row.unitId)),
      unitName: nameOf,
      doorName: (place: KeypadPlace) => doorName({ names }, t, place),
      otherUnits: (unitId: UnitId, place: KeypadPlace) =>
        (users.get(placeKey(place)) ?? []).filter((user) => user !== unitId).map((user) => nameOf(user)),
    };
  }, [work, snapshot.names, t, formats]);
  const editor = content && {
    ...content,
    discovery,
    isDiscovering,
    discover,
    change,
    edit: (unit: DraftUnit) => change((before) => ({ ...before, chosen: unit.unitId, draft: withUnit(before.draft, unit) })),
    choose: (unitId: UnitId) => change((before) => ({ ...before, chosen: unitId })),
    focusWhenDrawn,
  };
  return { editor, mapping, reloadMapping };
}
