/** What the keyboard shortcuts do, and which layer of the window they have opened. */
import { useEffect, useState } from 'preact/hooks';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { isMac } from '../../lib/platform.ts';
import { shortcutOf } from '../../lib/shortcuts.ts';
import type { Shortcut } from '../../lib/shortcuts.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';

export type Layer = 'finder' | 'shortcuts' | 'print';

export interface ShortcutActions {
  readonly go: (target: WindowTarget) => void;
  readonly sync: () => void;
  readonly open: (layer: Layer) => void;
}

const TARGETS: Partial<Readonly<Record<Shortcut, WindowTarget>>> = {
  'page-1': { view: 'today', bookingId: null },
  'page-2': { view: 'calendar' },
  'page-3': { view: 'doors', unitId: null },
  'page-4': { view: 'people' },
  'page-5': { view: 'messages' },
  'page-6': { view: 'history', runId: null },
  call: { view: 'call' },
  settings: { view: 'settings' },
};
/** A page marks its search field with `data-page-search`. */
const PAGE_SEARCH = '[data-page-search]';

export function useLayer(): readonly [Layer | null, (layer: Layer | null) => void] {
  return useState<Layer | null>(null);
}

export function useShortcuts({ go, sync, open }: ShortcutActions): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    // A question that is open is answered first.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const { target } = event;
    const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
    const shortcut = shortcutOf(event, isMac(), isTyping);
    if (shortcut === null) return;
    event.preventDefault();
    const to = TARGETS[shortcut];
    if (to !== undefined) go(to);
    else if (shortcut === 'sync') sync();
    else if (shortcut === 'find') open('finder');
    else if (shortcut === 'shortcuts' || shortcut === 'print') open(shortcut);
    else document.querySelector<HTMLElement>(PAGE_SEARCH)?.focus();
  });
  useEffect(() => {
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
}
