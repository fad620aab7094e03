/** What functions that write sentences for the user are given, and what they return. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { Formats } from './format.ts';
import type { WindowTranslate } from './texts.ts';

export interface TextContext {
  readonly snapshot: AppSnapshot;
  /** The sentence of a key of shared/i18n/window-catalogue.ts in the user's language. */
  readonly t: WindowTranslate;
  readonly formats: Formats;
  /** Updated every half minute. */
  readonly nowMs: number;
}

export type Tone = 'good' | 'waiting' | 'warning' | 'urgent' | 'neutral';

/** A text with the tone it is shown in; with its own icon where the tone's is not clear enough. */
export interface Message {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: 'hand' | 'sync';
}
