/** The mapping editor. */
import type { Section } from '../message.ts';

export const mapping = {} as const satisfies Section;
