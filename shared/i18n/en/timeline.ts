/** The timeline view. */
import type { Section } from '../message.ts';

export const timeline = {} as const satisfies Section;
