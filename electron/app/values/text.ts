/** Cuts texts that come from elsewhere to what a menu or a sentence has room for. */

/** Cut to that many characters, with an ellipsis for what is missing; spaces and line breaks become one space each. */
export function short(text: string, maxLength: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= maxLength
    ? characters.join('')
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
