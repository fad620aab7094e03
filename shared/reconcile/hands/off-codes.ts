/** Codes that do not work: switched off, or with the word that says so where that was refused. */
import type { Code } from '../../domain/code.ts';
import type { Remembered } from '../../domain/memory.ts';
import { saysBlocked } from '../tag.ts';

export function isOff({ active, description }: Pick<Code, 'active' | 'description'>): boolean {
  return active === false || saysBlocked(description);
}

/** Not one that was written as on, and never read as on: nobody switched that off. */
export function isSwitchedOff(code: Code, { 'read-back': sent }: Pick<Remembered, 'read-back'>): boolean {
  if (!isOff(code)) return false;
  const written = sent.get(String(code.id));
  const isFailedWrite = code.active === false && written?.isActive === true && !written.wasOn;
  return !isFailedWrite;
}
