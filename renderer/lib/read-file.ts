/** The text of a file that the user dropped or chose. */

/** The limit of main, far above any valid file. */
const MAX_CHARACTERS = 800_000;

export type FileText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' | 'unreadable' };

export async function readFile(file: Pick<File, 'size' | 'text'>): Promise<FileText> {
  // A character has at most four bytes.
  if (file.size > 4 * MAX_CHARACTERS) return { kind: 'too-large' };
  try {
    const text = await file.text();
    return text.length > MAX_CHARACTERS ? { kind: 'too-large' } : { kind: 'text', text };
  } catch {
    return { kind: 'unreadable' };
  }
}
