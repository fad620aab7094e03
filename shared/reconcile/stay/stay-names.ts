/** Whether a code's name is one that the cloud may have made of the name that was sent. A name alone never makes a code wrong for ever. */
import type { Code } from '../../domain/code.ts';
import type { MemoryChange, Remembered } from '../../domain/memory.ts';
import { cleanName, isKeptForm, NAME_FORMS, nameInForm } from './names.ts';
import type { LiveStay } from '../stays.ts';

/** In any form in which it may have been sent, or as the cloud kept it after our last write. */
export function isNameOf({ booking, name }: LiveStay, code: Code, remembered: Remembered): boolean {
  const kept = code.name.trim();
  if (isKeptForm(kept, name)) return true;
  const names = [...new Set([name, cleanName(booking.guestName)])];
  const forms = names.flatMap((one) => Array.from({ length: NAME_FORMS }, (_, form) => nameInForm(one, form, booking.arrival)));
  if (forms.some((form) => isKeptForm(kept, form))) return true;
  const print = remembered['kept-name'].get(String(code.id))?.print;
  return print !== undefined && forms.some((form) => fingerprint(form, kept) === print);
}

/** What to remember of a code that was read back with another name than was sent; null where folding explains it. */
export function keptName(code: Code, sent: string): Extract<MemoryChange, { kind: 'kept-name' }> | null {
  if (isKeptForm(code.name, sent)) return null;
  return { kind: 'kept-name', key: String(code.id), value: { print: fingerprint(sent, code.name.trim()) } };
}

/** Enough to recognise a pair of names, and too little to read them: names are never remembered. */
export function fingerprint(sent: string, kept: string): number {
  let hash = 2_166_136_261;
  for (const character of `${sent}\n${kept}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
