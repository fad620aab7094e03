/** Fits text from the clouds into a menu or a sentence. */

/** At most that many characters, the last an ellipsis where some are missing. White space becomes single spaces. */
export function truncate(text: string, maxLength: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= maxLength
    ? characters.join('')
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
