/** The tray as data: what it shows and what a click does. Made by the tray model, drawn by electron/platform/tray.ts. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import type { PauseChoice } from '../schedule/schedule-policy.ts';

export type TrayIcon = 'idle' | 'syncing' | 'attention' | 'paused' | 'offline';

export type TrayAction =
  | { readonly kind: 'sync-now' }
  | { readonly kind: 'pause'; readonly choice: PauseChoice }
  | { readonly kind: 'open'; readonly target: WindowTarget | null }
  | { readonly kind: 'install-update' }
  | { readonly kind: 'quit' };

export type TrayEntry =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'item';
      /** Stable, so that electron/platform can tell what changed. */
      readonly id: string;
      readonly label: string;
      readonly enabled: boolean;
      /** null: no check mark. */
      readonly checked: boolean | null;
      /** null: text only. */
      readonly action: TrayAction | null;
      readonly submenu: readonly TrayEntry[];
    };

export interface TrayModel {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}
