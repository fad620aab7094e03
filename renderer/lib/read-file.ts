/** A file the user dropped or chose, as text. */

/** What main takes: no honest file of Latchkey comes near it. */
const MAX_CHARACTERS = 200_000;

export type FileText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' } | { readonly kind: 'unreadable' };

export async function readFile(file: Pick<File, 'size' | 'text'>): Promise<FileText> {
  // No character takes more than four bytes.
  if (file.size > 4 * MAX_CHARACTERS) return { kind: 'too-large' };
  try {
    const text = await file.text();
    return text.length > MAX_CHARACTERS ? { kind: 'too-large' } : { kind: 'text', text };
  } catch {
    return { kind: 'unreadable' };
  }
}
