/** A desktop notification as data: decided by the pure notice policy, shown by electron/platform/notifications.ts. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';

export const NOTICE_CATEGORIES = ['credentials', 'unreachable', 'held', 'arrival', 'recovered'] as const;
/** As in the settings, where each can be switched off. */
export type NoticeCategory = (typeof NOTICE_CATEGORIES)[number];

export interface Notice {
  /** The same trouble gives the same key; shown once until it changes or clears. */
  readonly key: string;
  /** `program`: about Latchkey itself, not about guests. */
  readonly category: NoticeCategory | 'program';
  readonly title: string;
  readonly body: string;
  /** Stays on screen until it is dismissed, where the system can. */
  readonly isUrgent: boolean;
  /** Where a click opens the window. */
  readonly target: WindowTarget;
}
