/** What every view gets from `useApp()`: the snapshot, the bridge to main, texts and formats of the user's language, and navigation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import type { Bridge } from './bridge.ts';
import type { SnapshotStore } from './store.ts';
import type { TextContext } from './text-context.ts';

export interface App extends TextContext {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  readonly route: WindowTarget;
  /** Opens a view, and one item in it. The view's heading, or the item, gets the focus. */
  readonly go: (target: WindowTarget) => void;
  /** Shows the result of an action for a moment; screen readers read it when they are idle. */
  readonly announce: (text: string) => void;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp() works only below AppContext.');
  return app;
}
