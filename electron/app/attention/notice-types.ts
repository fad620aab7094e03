/** A desktop notification as data: decided by the notice policy, shown by electron/platform/notifications.ts. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import type { Settings } from '../../../shared/domain/settings.ts';

/** The settings switch each of them on and off. */
type NoticeCategory = Exclude<keyof Settings['notifications'], 'quietHours'>;
/** `recovered` is for the good news about all the others. */
export type MatterCategory = Exclude<NoticeCategory, 'recovered'>;

export interface Notice {
  /** A notification takes the place of an earlier one with the same key. */
  readonly key: string;
  /** `program`: about Latchkey itself, not about guests. */
  readonly category: NoticeCategory | 'program';
  readonly title: string;
  readonly body: string;
  /** Stays on screen until it is dismissed, where the system can do that. */
  readonly isUrgent: boolean;
  /** Where a click opens the window. */
  readonly target: WindowTarget;
}
