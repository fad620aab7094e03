/** What is written for each language of guests. */
import type { TemplateName } from '../../../domain/told.ts';

/** What a correction is about. A code can change in several ways at once. */
export const CHANGES = ['pin', 'doors', 'shorter', 'longer', 'times'] as const;
/** `times`: earlier and later at once. `doors`: others, more or fewer of them. */
export type Change = (typeof CHANGES)[number];

export interface LanguageTexts {
  /** For one of several doors without a name of its own, before its number. */
  readonly door: string;
  readonly templates: Readonly<Record<TemplateName, string>>;
  readonly changes: Readonly<Record<Change, string>>;
}
