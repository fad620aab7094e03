/** The state of editing units and doors: what is saved, what the accounts contain, the draft, and the names of everything. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Names } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw, useFocusWhenDrawn } from '../../lib/focus.ts';
import { doorName, unitName } from '../../lib/names.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { useLoad } from '../../lib/use-call.ts';
import type { Loaded } from '../../lib/use-call.ts';
import { unitsByDoor, withUnit } from './model/draft.ts';
import type { DraftUnit } from './model/draft.ts';
import { mergedNames } from './model/keypads.ts';
import { afterLoad, unitOf } from './model/doors-work.ts';
import type { DoorsWork } from './model/doors-work.ts';
import { unitRows } from './model/unit-rows.ts';
import type { UnitRow } from './model/unit-rows.ts';

/** Made in the language of the moment. */
type Said = (t: WindowTranslate) => string;

export const SAVE_BAR_ID = 'doors-save-bar';

export interface Editor {
  readonly work: DoorsWork;
  readonly discovery: Loaded<CallOutput<'accounts.discover'>>;
  readonly isDiscovering: boolean;
  readonly discover: () => void;
  /** All units, regardless of the search. */
  readonly rows: readonly UnitRow[];
  readonly names: Names;
  /** The unit whose doors are being changed; null: none. */
  readonly open: UnitId | null;
  readonly setOpen: (unitId: UnitId | null) => void;
  /** A blank one where it has no door yet. */
  readonly unitOf: (unitId: UnitId) => DraftUnit;
  readonly unitName: (unitId: UnitId) => string;
  readonly doorName: (place: KeypadPlace) => string;
  /** The units that use the door. */
  readonly usersOf: (place: KeypadPlace) => readonly UnitId[];
  readonly change: (next: (work: DoorsWork) => DoorsWork) => void;
  /** Puts an edited unit into the draft. */
  readonly edit: (unit: DraftUnit) => void;
  readonly focusWhenDrawn: (elementId: string) => void;
  /** What was done last, for screen readers: the page shows it. */
  readonly said: Said | null;
  readonly say: (said: Said) => void;
}
export interface EditorState {
  /** null until units and doors are loaded. */
  readonly editor: Editor | null;
  readonly saved: Loaded<CallOutput<'mapping.get'>>;
  readonly reload: () => void;
}

/** `wanted`: is opened, and opened again when it is asked for again. */
export function useDoorsEditor(wanted: UnitId | null): EditorState {
  const { snapshot, t, formats } = useApp();
  const [work, setWork] = useState<DoorsWork | null>(null);
  const [open, setOpen] = useState<UnitId | null>(wanted);
  const [said, setSaid] = useState<Said | null>(null);
  const { state: saved, reload } = useLoad('mapping.get', null);
  // Also after a sync: what is new in the accounts is then shown here too.
  const { state: discovery, isBusy: isDiscovering, reload: discover } = useLoad('accounts.discover', null, snapshot.lastRun?.run.id);
  const focusWhenDrawn = useFocusWhenDrawn();

  const change = useCallback((next: (work: DoorsWork) => DoorsWork) => setWork((before) => (before === null ? null : next(before))), []);
  useEffect(() => {
    if (saved.kind === 'loaded') setWork((before) => afterLoad(before, saved.value));
  }, [saved]);
  const isLoaded = work !== null;
  useEffect(() => {
    if (discovery.kind === 'loaded' && isLoaded) change((before) => ({ ...before, found: discovery.value }));
  }, [discovery, isLoaded, change]);
  useEffect(() => {
    if (wanted === null || !isLoaded) return;
    setOpen(wanted);
    // The view's heading has the focus by now.
    focusAfterDraw(unitButtonId(wanted));
  }, [wanted, isLoaded]);

  const content = useMemo(() => {
    if (work === null) return null;
    const names = mergedNames(snapshot.names, work.found, work.draft);
    const nameOf = (unitId: UnitId): string => unitName({ names }, t, unitId);
    const users = unitsByDoor(work.draft);
    return {
      work,
      rows: unitRows({ ...work, nameOf, compare: formats.compare }),
      names,
      unitOf: (unitId: UnitId) => unitOf(work, unitId, nameOf(unitId)),
      unitName: nameOf,
      doorName: (place: KeypadPlace) => doorName({ names }, t, place),
      usersOf: (place: KeypadPlace) => users.get(placeKey(place)) ?? [],
    };
  }, [work, snapshot.names, t, formats]);
  const editor = content && {
    ...content,
    discovery,
    isDiscovering,
    discover,
    open,
    setOpen,
    change,
    edit: (unit: DraftUnit) => change((before) => ({ ...before, draft: withUnit(before.draft, unit) })),
    focusWhenDrawn,
    said,
    say: (text: Said) => setSaid(() => text),
  };
  return { editor, saved, reload };
}

/** The button that opens and closes a unit. */
export function unitButtonId(unitId: UnitId): string {
  return `doors-unit-${String(unitId)}`;
}
export function addButtonId(unitId: UnitId): string {
  return `doors-add-${String(unitId)}`;
}
