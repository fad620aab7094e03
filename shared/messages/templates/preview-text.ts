/** How a text would look for a stay, while the user writes it. */
import type { Template } from '../../domain/told.ts';
import { placeholdersIn } from './placeholders.ts';
import { renderText } from './render-text.ts';
import { valuesOf } from './values.ts';
import type { StayInText } from './values.ts';

/** In place of the PIN, dots. A correction is about a new PIN. null: this stay cannot have the text, since its doors need different digits. */
export function previewText(
  stay: StayInText,
  { name, language, text }: Omit<Template, 'version' | 'unitId'>,
  hostName: string,
): string | null {
  const values = valuesOf(stay, language, { hostName, changes: name === 'correction' ? ['pin'] : [], pins: 'dots' });
  return values.pin === null && placeholdersIn(text).has('pin') ? null : renderText(text, values);
}
