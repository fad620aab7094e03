/** What every view is given: the snapshot, the way to main, words and formats of the user's language, and where to go. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppSnapshot, WindowTarget } from '../../shared/domain/app-state.ts';
import type { Bridge } from './bridge.ts';
import type { Formats } from './format.ts';
import type { WindowTranslate } from './texts.ts';

export interface App {
  readonly snapshot: AppSnapshot;
  readonly bridge: Bridge;
  /** The sentence of a key of shared/i18n/en/window.ts in the user's language. */
  readonly t: WindowTranslate;
  readonly formats: Formats;
  /** Renewed every half minute. */
  readonly nowMs: number;
  readonly route: WindowTarget;
  /** Shows a place in the window: its view, and there the item. The view's heading, or the item, gets the focus. */
  readonly go: (target: WindowTarget) => void;
  /** Announced politely by screen readers, and shown for a moment: what came of an action. */
  readonly announce: (text: string) => void;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('Views live inside the app.');
  return app;
}
