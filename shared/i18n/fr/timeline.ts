/** The timeline view. */
import type { timeline as english } from '../en/timeline.ts';
import type { Translated } from '../message.ts';

export const timeline: Translated<typeof english> = {};
