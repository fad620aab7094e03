/** What a run would change, shown before it does. */
import type { Section } from '../message.ts';

export const preview = {} as const satisfies Section;
