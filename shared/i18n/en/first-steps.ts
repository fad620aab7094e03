/** The first steps. */
import type { Section } from '../message.ts';

export const firstSteps = {} as const satisfies Section;
