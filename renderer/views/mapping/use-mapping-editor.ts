/** The state of the mapping editor: reads mapping and accounts, keeps the draft across views, and names everything. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Names } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, unitName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import type { Loaded } from '../../lib/use-call.ts';
import type { DraftUnit } from './draft.ts';
import { withUnit } from './draft.ts';
import { mergedNames } from './keypads.ts';
import { useMappingDraft } from './draft-context.tsx';
import { loaded, unitOf } from './mapping-work.ts';
import type { MappingWork } from './mapping-work.ts';
import { unitRows } from './unit-rows.ts';
import type { UnitRow } from './unit-rows.ts';

export const UNIT_TITLE_ID = 'mapping-unit-title';
export const ADD_DOOR_ID = 'mapping-add-door';
export const SAVE_BAR_ID = 'mapping-save-bar';

export interface Editor {
  readonly work: MappingWork;
  /** Every unit, whatever is searched for. */
  readonly rows: readonly UnitRow[];
  readonly names: Names;
  /** The unit that is shown; null where there is none. */
  readonly unit: DraftUnit | null;
  readonly row: UnitRow | null;
  readonly unitName: (unitId: UnitId) => string;
  readonly doorName: (place: KeypadPlace) => string;
  readonly change: (next: (work: MappingWork) => MappingWork) => void;
  /** Puts an edited unit into the draft and keeps it shown. */
  readonly edit: (unit: DraftUnit) => void;
  readonly choose: (unitId: UnitId) => void;
  /** Puts the focus there once what was changed is drawn. */
  readonly focusLater: (elementId: string) => void;
}
export interface EditorState {
  /** null until the mapping is read. */
  readonly editor: Editor | null;
  readonly mapping: Loaded<CallOutput<'mapping.get'>>;
  readonly reloadMapping: () => void;
  readonly discovery: Loaded<CallOutput<'accounts.discover'>>;
  readonly isDiscovering: boolean;
  readonly discover: () => void;
}

export function useMappingEditor(wanted: UnitId | null): EditorState {
  const { snapshot, t, formats } = useApp();
  const [work, setWork] = useMappingDraft();
  const { state: mapping, reload: reloadMapping } = useLoad('mapping.get', null);
  const { state: discovery, isBusy: isDiscovering, reload: discover } = useLoad('accounts.discover', null);
  const focusLater = useFocusLater();

  const change = useCallback(
    (next: (work: MappingWork) => MappingWork) => setWork((before) => (before === null ? null : next(before))),
    [setWork],
  );
  useEffect(() => {
    if (mapping.kind === 'loaded') setWork((before) => loaded(before, mapping.value));
  }, [mapping, setWork]);
  const isRead = work !== null;
  useEffect(() => {
    if (discovery.kind === 'loaded' && isRead) change((before) => ({ ...before, found: discovery.value }));
  }, [discovery, isRead, change]);
  useEffect(() => {
    if (wanted === null || !isRead) return;
    change((before) => ({ ...before, chosen: wanted }));
    // The view's heading has the focus by now: from there it goes on to the unit.
    requestAnimationFrame(() => document.getElementById(UNIT_TITLE_ID)?.focus());
  }, [wanted, isRead, change]);

  const editor = useMemo((): Editor | null => {
    if (work === null) return null;
    const names = mergedNames(snapshot.names, work.found, work.draft);
    const nameOf = (unitId: UnitId): string => unitName({ names }, t, unitId);
    const rows = unitRows({
      draft: work.draft,
      saved: work.saved,
      found: work.found,
      nameOf,
      compare: (one, other) => formats.compare(one, other),
    });
    const row = rows.find(({ unitId }) => unitId === work.chosen) ?? rows[0] ?? null;
    return {
      work,
      rows,
      names,
      row,
      unit: row === null ? null : unitOf(work, row.unitId, nameOf(row.unitId)),
      unitName: nameOf,
      doorName: (place) => doorName({ names }, t, place),
      change,
      edit: (unit) => change((before) => ({ ...before, chosen: unit.unitId, draft: withUnit(before.draft, unit) })),
      choose: (unitId) => change((before) => ({ ...before, chosen: unitId })),
      focusLater,
    };
  }, [work, snapshot.names, t, formats, change, focusLater]);

  return { editor, mapping, reloadMapping, discovery, isDiscovering, discover };
}

/** After something with the focus was removed or replaced: the focus goes where it makes sense, and never nowhere. */
function useFocusLater(): (elementId: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(wanted.current);
    if (element === null) return;
    wanted.current = null;
    element.focus();
  });
  return useCallback((elementId: string) => {
    wanted.current = elementId;
  }, []);
}
