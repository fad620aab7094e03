/** The first steps. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {};
