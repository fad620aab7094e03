/** The mapping editor. */
import type { mapping as english } from '../en/mapping.ts';
import type { Translated } from '../message.ts';

export const mapping: Translated<typeof english> = {};
