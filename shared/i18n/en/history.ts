/** The history view. */
import type { Section } from '../message.ts';

export const history = {} as const satisfies Section;
