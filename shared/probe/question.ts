/** One open fact of an account: what is asked, the words that may answer it, and which observation decides. */
import type { AllSeen } from './seen.ts';

export interface Question {
  /** The row of docs/cloud-facts.md, and a word for what of it is asked. */
  readonly id: string;
  readonly asks: string;
  readonly variants: readonly string[];
  /** null: not seen, so that it stays open. Always one of the variants. */
  decide(seen: AllSeen): string | null;
}

export function question<const V extends readonly string[]>(
  id: string,
  asks: string,
  variants: V,
  decide: (seen: AllSeen) => V[number] | null,
): Question {
  return { id, asks, variants, decide };
}

export function factOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}
