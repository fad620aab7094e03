/** What is written for each language of guests. */
import type { Change, TemplateName } from '../../../domain/told.ts';

export interface LanguageTexts {
  /** For one of several doors without a name of its own, before its number. */
  readonly door: string;
  readonly templates: Readonly<Record<TemplateName, string>>;
  readonly changes: Readonly<Record<Change, string>>;
}
