/** The arrivals view. */
import type { Section } from '../message.ts';

export const arrivals = {} as const satisfies Section;
