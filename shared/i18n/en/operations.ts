/** Operations in words. */
import type { Section } from '../message.ts';

export const operations = {} as const satisfies Section;
