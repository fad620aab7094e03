/** The settings view. */
import type { Section } from '../message.ts';

export const settings = {} as const satisfies Section;
