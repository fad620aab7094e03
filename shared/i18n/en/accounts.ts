/** Connecting the accounts. */
import type { Section } from '../message.ts';

export const accounts = {} as const satisfies Section;
