/** What the pure parts of this view are given to speak with, and how they answer. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Formats } from '../../lib/format.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

export interface Words {
  readonly snapshot: AppSnapshot;
  readonly t: WindowTranslate;
  readonly formats: Formats;
  readonly nowMs: number;
}
export interface Message {
  /** As of a badge. */
  readonly tone: 'good' | 'waiting' | 'warning' | 'urgent' | 'neutral';
  readonly text: string;
}
