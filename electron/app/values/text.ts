/** Fits text from the clouds into a menu or a sentence. */

import { cutText } from '../../../shared/text.ts';

/** As `cutText`, with white space as single spaces. */
export function truncate(text: string, maxLength: number): string {
  return cutText(text.replace(/\s+/g, ' ').trim(), maxLength);
}
