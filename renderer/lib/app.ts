/** What every view gets from `useApp()`: the snapshot, the bridge to main, texts and formats of the user's language, and navigation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import type { Bridge } from './bridge.ts';
import type { PanelTarget } from './panel.ts';
import type { SnapshotStore } from './store.ts';
import type { TextContext } from './text-context.ts';
import type { WindowTranslate } from './texts.ts';

/** What the user is asked before something is done that guests would feel. */
export interface Confirmation {
  readonly title: string;
  /** What it means, a paragraph each. */
  readonly texts?: readonly string[];
  /** The button that does it: a verb. */
  readonly confirm: string;
  /** The button that does not; "Cancel" unless told otherwise. */
  readonly cancel?: string;
  /** `danger`: removes something. */
  readonly kind?: 'primary' | 'danger';
}

/** A function where the language may change while it is shown. */
export type ToastText = string | ((t: WindowTranslate) => string);

export interface App extends TextContext {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  readonly route: WindowTarget;
  /** Opens a view, and one item in it. The view's heading, or the item, gets the focus. */
  readonly go: (target: WindowTarget) => void;
  /** Shows the result of an action for a moment; screen readers read it when they are idle. `undo`: adds a button that takes it back. */
  readonly announce: (text: ToastText, undo?: () => void) => void;
  /** What the side panel shows; null: it is closed. */
  readonly panel: PanelTarget | null;
  readonly openPanel: (target: PanelTarget) => void;
  /** The focus returns to what opened it. */
  readonly closePanel: () => void;
  /** Opens the field that finds guests, units, doors, people, pages and actions. */
  readonly openFinder: () => void;
  /** Opens the dialog that prints sheets. */
  readonly openPrint: () => void;
  /** What is asked before another view opens; null: nothing. See `useLeaveGuard`. */
  readonly leaveGuard: { current: Confirmation | null };
  /** What is asked before the panel is closed, or shows something else. */
  readonly panelGuard: { current: Confirmation | null };
  /** Asks in a dialog; false when the user chose not to. */
  readonly confirm: (confirmation: Confirmation) => Promise<boolean>;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp() works only below AppContext.');
  return app;
}
