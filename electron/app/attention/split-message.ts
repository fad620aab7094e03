/** What a matter is about, and the rest, where it has one message only. Pure. */

/** The first sentence of a message, and the rest. Short words before a full stop are abbreviations and initials. */
export function splitMessage(message: string): readonly [title: string, rest: string] {
  const end = /(?:\p{L}{3,}|\d:\d\d|[“”»)’])[.!?]\s+(?=[\p{Lu}„“«])/u.exec(message);
  if (end === null) return [message.replace(/\.$/u, ''), ''];
  const at = end.index + end[0].trimEnd().length;
  return [message.slice(0, at).replace(/\.$/u, ''), message.slice(at).trim()];
}
