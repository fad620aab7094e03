/** Whether a code's name is one that the cloud may have made of the name that was sent. A name alone never makes a code wrong for ever. */
import type { Code } from '../../domain/code.ts';
import type { MemoryChange, Remembered } from '../../domain/memory.ts';
import { cleanName, isKeptForm, nameForms } from './names.ts';
import type { Claim } from '../claims.ts';

/** In any form in which it may have been sent, or as the cloud kept it after our last write. */
export function isNameOf({ fullName, firstDay, name }: Claim, code: Code, remembered: Remembered): boolean {
  const clean = cleanName(fullName);
  if (isKeptForm(code.name, name, clean)) return true;
  const forms = new Set([name, clean].flatMap((one) => [...nameForms(one, firstDay)]));
  if (isKeptForm(code.name, ...forms)) return true;
  const print = remembered['kept-name'].get(String(code.id))?.print;
  return [...forms].some((form) => fingerprint(form, code.name.trim()) === print);
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
