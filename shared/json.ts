/** JSON from files and clouds, where invalid text is an expected case and not an exception. */

/** undefined when the text is not JSON. A byte order mark, which some editors add, is skipped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, '')) as unknown;
  } catch {
    return undefined;
  }
}
