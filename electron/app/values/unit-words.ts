/** What a unit is called where there is little room, and where it has no name. */
import { short } from './text.ts';
import type { Localization } from '../status/localization.ts';

const MAX_NAME = 24;

export function unitWords(name: string | null, text: Localization['text']): string {
  return name === null || name.trim() === '' ? text('tray.some-unit') : short(name, MAX_NAME);
}
